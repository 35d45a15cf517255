"""Bodies that are read after a call."""

from types import SimpleNamespace
from typing import Any

from apiscribe.runtime.transport.aiohttp_opening import AiohttpBody
from apiscribe.runtime.transport.opening import Opening
from apiscribe.runtime.transport.sending import Call, wanted_in


def closed_by(body_of: Any) -> list[str]:
    """What becomes of a response whose body somebody closes."""
    told: list[str] = []
    response: Any = SimpleNamespace(close=lambda: told.append("closed"))
    body_of(AiohttpBody(response, Call())).close()
    return told


def test_the_child_of_a_fork_closes_nothing_of_its_parent():
    def in_child(body: AiohttpBody) -> AiohttpBody:
        body.reinit()
        return body

    assert closed_by(lambda body: body) == ["closed"] * 2  # once more when nobody has it
    assert closed_by(in_child) == []


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
