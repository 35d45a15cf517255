"""A stub server: answers every operation of an API with its documented example.

cli         main, which runs it in a terminal
server      StubServer, which runs it in a thread
protocol    what has to hold before a request reaches the application
app         a request from its route to its answer
routes      which operation a path and a method mean
form        the arguments of a request, from its query string and body
credentials whether a request may be answered at all
answers     bytes to send, prepared beforehand; failures in the API's envelope
page        the page for people
api         what the generated package fills in
"""

from __future__ import annotations

import python_multipart as _python_multipart  # noqa: F401 - looked for here, used in `form`
import uvicorn as _uvicorn  # noqa: F401 - looked for here, used in `server`

from .api import CommonArgument, ErrorShape, StubApi
from .app import Application
from .cli import main
from .server import PortTaken, StubServer

__all__ = [
    "Application",
    "CommonArgument",
    "ErrorShape",
    "PortTaken",
    "StubApi",
    "StubServer",
    "main",
]
