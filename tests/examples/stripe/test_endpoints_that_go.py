"""Nothing is sent to an endpoint that the API has removed, disabled or never had."""

import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

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


def wait_until(look: Callable[[], Any], wanted: Any) -> bool:
    pause = threading.Event()
    return any(look() == wanted or pause.wait(0.02) for _ in range(500))


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
        over = delivery(talk, "failed", 1)
        talk.control("POST clock", {"advance": 60})
        assert delivery(talk, "failed", 1) == over

    assert "due" not in over
    assert len(hooks.received) == 1


def test_what_is_due_is_for_who_is_still_there(talk):
    def attempts():
        return [len(each["attempts"]) for each in talk.control("GET deliveries")["deliveries"]]

    with receiver(500) as hooks, receiver(500) as others:
        path = f"webhook_endpoints/{endpoint(talk, url=hooks.url)['id']}"
        endpoint(talk, url=others.url)
        asked(talk, "POST", "customers", name="Jenny")
        assert wait_until(attempts, [1, 1])
        asked(talk, "DELETE", path)
        talk.control("POST clock", {"advance": 60})
        others.wait_for(2)

    assert len(hooks.received) == 1


def test_an_endpoint_that_moves_is_told_where_it_is(talk):
    with receiver(500) as hooks, receiver() as others:
        path = f"webhook_endpoints/{endpoint(talk, url=hooks.url)['id']}"
        asked(talk, "POST", "customers", name="Jenny")
        delivery(talk, "pending", 1)
        asked(talk, "POST", path, url=others.url)
        talk.control("POST clock", {"advance": 60})
        over = delivery(talk, "delivered", 2)

    assert over["url"] == others.url
    assert (len(hooks.received), len(others.received)) == (1, 1)


def told(talk: Talk, **asked_for: str) -> Any:
    listed = asked(talk, "GET", f"events?{urlencode(asked_for)}")["data"]
    return [(each["type"], each["pending_webhooks"]) for each in listed]


def test_an_event_says_how_many_have_not_received_it(talk):
    def received(arrived: str) -> Any:
        return told(talk, delivery_success=arrived, type="customer.created")

    with receiver(500) as hooks, receiver() as others:
        endpoint(talk, url=hooks.url)
        talk.control("POST webhooks", {"url": others.url})
        asked(talk, "POST", "products", name="Book")
        others.wait_for(1)
        talk.control("POST clock", {"advance": 60})
        hooks.wait_for(2)
        hooks.statuses += [500]
        asked(talk, "POST", "customers", name="Jenny")
        others.wait_for(2)
        waiting = wait_until(lambda: received("false"), [("customer.created", 1)])
        kinds = {"types[0]": "customer.created", "types[1]": "product.created"}
        kept = told(talk, **kinds), told(talk, delivery_success="true", **kinds)
        talk.control("POST clock", {"advance": 60})
        wait_until(lambda: received("true"), [("customer.created", 0)])
        for delivery in talk.control("GET deliveries")["deliveries"]:
            talk.control(f"POST deliveries/{delivery['id']}/redeliver", {})
        hooks.wait_for(6)
        others.wait_for(4)
        again = told(talk, delivery_success="true")

    assert waiting
    assert kept == (
        [("customer.created", 1), ("product.created", 0)],
        [("product.created", 0)],
    )
    assert again == [("customer.created", 0), ("product.created", 0)]


def test_nobody_waits_for_what_nobody_is_told(talk):
    asked(talk, "POST", "customers", name="Jenny")

    assert told(talk, delivery_success="true") == told(talk) == [("customer.created", 0)]
    assert told(talk, delivery_success="false") == []


def test_an_endpoint_that_stays_is_tried_again(talk):
    with receiver(500) as hooks:
        endpoint(talk, url=hooks.url)
        other = endpoint(talk, url=f"{hooks.url}other", **{"enabled_events[]": "no.such"})
        asked(talk, "POST", "customers", name="Jenny")
        delivery(talk, "pending", 1)
        asked(talk, "DELETE", f"webhook_endpoints/{other['id']}")
        talk.control("POST clock", {"advance": 60})
        delivery(talk, "delivered", 2)
