"""The control API of a stub: what tests ask of it and do to it, under `/_stub/`.

control       all of it, put together; answering: a request from its path to its answer
interventions what a request is answered with in the place of the service's answer
access        who may use it
routing       routes as data; what a call holds
fields        keys of a body or a query: declared once, read and described
clock         what time it is
state         records, transitions, reset
faults        what is to fail
journal       what was sent; `counting` how much of it matches; `coverage` what of the API was used
snapshots     copies of all records
limits        rate limits as the service has them
webhooks      who hears of events, and how their delivery went
description   all of it, as an OpenAPI document
health        that it lives
"""

from __future__ import annotations

from .answering import PREFIX
from .control import Control

__all__ = ["PREFIX", "Control"]
