"""Bodies that are read after a call."""

from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from apiscribe.runtime.transport.aiohttp_opening import AiohttpBody
from apiscribe.runtime.transport.opening import Opening
from apiscribe.runtime.transport.sending import Call, wanted_in
from apiscribe.runtime.transport.urllib3_opening import Urllib3Body


@pytest.mark.parametrize("kind", [AiohttpBody, partial(Urllib3Body, ours=True)])
def test_the_child_of_a_fork_closes_nothing_of_its_parent(kind):
    told: set[str] = set()
    response = SimpleNamespace(close=lambda: told.add("closed"), release_conn=lambda: None)
    kind(response, Call()).close()
    assert told == {"closed"}
    told.clear()
    body = kind(response, Call())
    body.reinit()
    body.close()
    del body
    assert told == set()


def test_what_is_kept_open():
    events = Opening(("text/event-stream",), strictly=True, unwanted=202)
    lines = Opening(("application/x-ndjson",), strictly=False, unwanted=None)
    told = {"content-type": "text/event-stream; charset=utf-8"}

    assert wanted_in(Call(sink=events), 200, told) is events
    assert wanted_in(Call(sink=events), 206, {}) is events
    assert wanted_in(Call(sink=events), 202, told) is None
    assert wanted_in(Call(sink=events), 404, told) is None
    assert wanted_in(Call(sink=events), 200, {"content-type": "application/json"}) is None
    assert wanted_in(Call(sink=lines), 200, told) is lines


def test_a_connection_is_kept_while_there_is_a_body():
    opening, told = Opening((), strictly=False, unwanted=None), list[str]()
    assert not opening.keeps(lambda: told.append("free"))
    response: Any = SimpleNamespace(close=lambda: None)
    opening.body = AiohttpBody(response, Call())
    assert opening.keeps(lambda: told.append("free"))
    assert told == []
