"""Nothing is sent to an endpoint that the API has removed, disabled or never had."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.emulator.programs import program
from tests.emulator.receiving import receiver
from tests.emulator.talking import Talk
from tests.examples.stripe.test_shown_endpoints import asked, endpoint


@pytest.fixture(params=["1", "2"])
def talk(request: Any, tmp_path: Any) -> Iterator[Talk]:
    file = "--db", str(tmp_path / "records.db")
    with program(*file, "--workers", request.param, module="stripe_rest.stub") as (_, talk):
        talk.control("POST clock", {"running": False})
        talk.control("POST snapshots", {"name": "without"})
        yield talk


def delivery(talk: Talk, state: str, attempts: int) -> Any:
    """The only one, once it is in such a state."""
    pause = threading.Event()
    found: list[Any] = []
    for _ in range(500):
        found = talk.control("GET deliveries")["deliveries"]
        if [(each["state"], len(each["attempts"])) for each in found] == [(state, attempts)]:
            return found[0]
        pause.wait(0.02)
    raise AssertionError(found)


@pytest.mark.parametrize("how", ["removed", "disabled", "elsewhere", "restored"])
def test_what_waits_for_an_endpoint_is_not_sent(talk, how):
    with receiver(500) as hooks:
        path = f"webhook_endpoints/{endpoint(talk, url=hooks.url)['id']}"
        asked(talk, "POST", "customers", name="Jenny")
        delivery(talk, "pending", 1)
        if how == "removed":
            asked(talk, "DELETE", path)
        elif how == "restored":
            talk.control("POST snapshots/without/restore")
        else:
            more = {"disabled": "true"} if how == "disabled" else {"enabled_events[]": "no.such"}
            asked(talk, "POST", path, **more)
        talk.control("POST clock", {"advance": 60})
        over = delivery(talk, "failed", 1)

    assert "due" not in over
    assert len(hooks.received) == 1


def test_an_endpoint_that_stays_is_tried_again(talk):
    with receiver(500) as hooks:
        endpoint(talk, url=hooks.url)
        other = endpoint(talk, url=f"{hooks.url}other", **{"enabled_events[]": "no.such"})
        asked(talk, "POST", "customers", name="Jenny")
        delivery(talk, "pending", 1)
        asked(talk, "DELETE", f"webhook_endpoints/{other['id']}")
        talk.control("POST clock", {"advance": 60})
        delivery(talk, "delivered", 2)
