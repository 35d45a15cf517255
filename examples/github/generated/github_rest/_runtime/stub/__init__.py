"""A stub server: answers every operation of an API with its documented example.

cli          main, which runs it in a terminal, with `cli_options`
server       StubServer, which runs it beside the program
beginning    what it begins with: clock, emulator, seeds
background   a thread that is started and stopped, also where gevent has replaced threads
serving      uvicorn with an end of its own, and somebody who looks at slow clients
real_time    a clock that no test can stop
protocol     what has to hold before a request reaches the application
parsers      the same, as either of the parsers tells of it
bounds       how much is taken, and how long is waited
app          a request from its route to its answer
hosts        who may call, as far as a web browser says it
body         the body of a request, received and unpacked
routes       which operation a path and a method mean
arguments    the arguments of a request, from its query string and body
repeated     names that are given more than once
credentials  whether a request may be answered at all
page_numbers documented pages, with the number that was asked for
conditional  which version of something a caller knows, and which one there is
headed       headers that tell a part of an answer
emulating    requests that are answered from state; `linked` the addresses of other pages
failing      failures as the API words them
responses    bytes to send, prepared beforehand; failures in the API's envelope
showing      what a client has sent, as messages and logs may show it
control/     the control API, under `/_stub/`
exchange     what becomes known of a request
fault_rules  which requests are to fail; `disturbing` late and broken responses; `faking` others
deliveries   events on their way; `event_bodies` what they say, `posting` one request
in_process   the stub without sockets; `errands` does then what is not done for a request
driven       what a test does with it; `lending` gives each test one
service      what only the control API has to know of a service
namespaces   what keeps parallel tests apart
page/        the page for people, at `/`
api          what the generated package fills in
"""

from __future__ import annotations

import python_multipart as _python_multipart  # noqa: F401 - looked for here, used in `arguments`
import uvicorn as _uvicorn  # noqa: F401 - looked for here, used in `serving`

from .api import Answered, CommonArgument, ErrorShape, StubApi, Telling
from .app import Application
from .bounds import Bounds
from .cli import main
from .lending import Lender, lender
from .server import PortTaken, StubServer
from .service import Service

__all__ = [
    "Answered",
    "Application",
    "Bounds",
    "CommonArgument",
    "ErrorShape",
    "PortTaken",
    "Lender",
    "Service",
    "StubApi",
    "StubServer",
    "Telling",
    "lender",
    "main",
]
