"""What a stub says to a test that asks for something wrong, in Python."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from zoom_v1.stub import StubServer

Wrong = Callable[[StubServer], object]
NEW_YEAR = datetime(2031, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"mode": "emulat"}, "mode='emulat' is neither `emulate` nor `examples`"),
        ({"clock": "noon"}, "clock='noon' is no moment such as 2031-01-01T00:00:00Z"),
        ({"clock": "9999-12-31"}, "clock='9999-12-31' is not within the years 1970 to 9998"),
    ],
)
def test_an_option_that_is_none(options: dict[str, Any], says: str):
    with pytest.raises(ValueError, match=f"^{re.escape(says)}$"):
        StubServer(**options)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda stub: stub.clock.set("noon"), "'noon' is no moment such as 2031-01-01T00:00:00Z"),
        (lambda stub: stub.clock.advance(1e18), "by 1e+18 leads out of 1970 to 9998"),
        (lambda stub: stub.clock.advance(timedelta(days=-99999)), "leads out of 1970 to 9998"),
        (
            lambda stub: stub.wait_for("user.creat"),
            "operation: matches no operation; did you mean user.create?",
        ),
        (
            lambda stub: stub.happens("user", _invited(stub), "accept", nam="Ann"),
            "nam: is nothing that this transition takes; it takes: nothing",
        ),
    ],
)
def test_what_cannot_be_done(zoom_stub, wrong: Wrong, says: str):
    with pytest.raises(ValueError, match=re.escape(says)):
        wrong(zoom_stub)


def test_who_waits_hears_of_what_came_nearest(zoom_stub):
    _invited(zoom_stub)

    with pytest.raises(TimeoutError) as late:
        zoom_stub.wait_for("user.create", arguments={"type": 2, "dept": "A"}, seconds=0)

    assert str(late.value) == (
        "0 of 1 requests of user.create have come; the nearest is request 1: "
        'arguments.type is 1, not 2; arguments.dept is nothing, not "A"'
    )


@pytest.mark.parametrize(
    "moment",
    [
        "2031-01-01T00:00:00Z",
        "2031-01-01",
        "2031-01-01T02:00:00+02:00",
        NEW_YEAR,
        NEW_YEAR.astimezone(timezone(timedelta(hours=-8))),
        NEW_YEAR.replace(tzinfo=None),
    ],
)
def test_the_clock_is_set_to_whatever_is_a_moment(zoom_stub, moment: datetime | str):
    zoom_stub.clock.run(False)
    zoom_stub.clock.set(moment)

    assert zoom_stub.clock.now() == NEW_YEAR


def test_the_clock_is_moved_on_by_a_span_of_time(zoom_stub):
    zoom_stub.clock.run(False)
    zoom_stub.clock.set("2031-01-01")
    zoom_stub.clock.advance(timedelta(days=1))
    zoom_stub.clock.advance(60)

    assert zoom_stub.clock.text() == "2031-01-02T00:01:00Z"


def test_a_stub_says_what_and_where_it_is():
    stub = StubServer(mode="examples")
    assert repr(stub) == "<StubServer: Zoom REST API, examples, not listening>"
    with StubServer() as stub:
        assert repr(stub) == f"<StubServer: Zoom REST API, emulate, {stub.base_url}>"


def _invited(stub: StubServer) -> str:
    return stub.client().user.create(email="ann@example.com", type=1).id
