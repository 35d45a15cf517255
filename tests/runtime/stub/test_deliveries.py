"""Deliveries beyond what is kept of them, and to whoever is not known."""

import asyncio

import pytest
from msgspec import structs

from apiscribe.runtime.emulator import Clock, Event
from apiscribe.runtime.stub.board import open_board
from apiscribe.runtime.stub.control.sharing.deliveries import SharedDeliveries
from apiscribe.runtime.stub.deliveries import Deliveries
from apiscribe.runtime.stub.destinations import Destinations
from apiscribe.runtime.stub.greeting import Greeter
from apiscribe.runtime.stub.service import SentEvent, WebhookPolicy
from apiscribe.runtime.stub.subscription import Subscription
from tests.emulator.receiving import receiver

POLICY = WebhookPolicy(body="json", events={"told": SentEvent(payload="Told")})


def written(event):
    return "application/json", b"{}", {"X-Event": event.name}


def test_what_is_kept_is_bounded_and_everything_is_sent():
    async def tell(count, subscription):
        to = Destinations()
        deliveries = Deliveries(POLICY, Clock(), written, to, Greeter(POLICY, to))
        for _ in range(count):
            deliveries.tell([subscription], Event("told", {}), "t", "")
        while deliveries._tasks:
            await asyncio.wait(set(deliveries._tasks))
        return deliveries

    with receiver() as hooks:
        made = asyncio.run(tell(1003, Subscription(id=1, url=hooks.url)))

    assert len(hooks.received) == 1003
    assert {headers["X-Event"] for _, headers, _ in hooks.received} == {"told"}
    assert len(made.log) == len(made._headers) == 1000
    assert {each.state for each in made.log} == {"delivered"}


def test_what_is_given_up_is_tried_once():
    async def tell(deliveries, subscription):
        deliveries.tell([subscription], Event("told", {}), "t", "")
        deliveries.give_up("t", "")
        await asyncio.wait(set(deliveries._tasks))
        (over,) = deliveries.log
        deliveries.restart()
        deliveries.tell([subscription], Event("told", {}), "t", "")
        await asyncio.wait(set(deliveries._tasks))
        (another,) = deliveries.log
        return over, another

    to, policy = Destinations(), structs.replace(POLICY, attempts=2)
    deliveries = Deliveries(policy, Clock(), written, to, Greeter(policy, to))
    with receiver(500, 500) as hooks:
        subscription = Subscription(id=1, url=hooks.url, pauses=(0.0, 0.0))
        over, another = asyncio.run(tell(deliveries, subscription))

    assert (over.state, len(over.attempts)) == ("failed", 1)
    assert (another.id, another.state, len(another.attempts)) == (over.id, "delivered", 2)


@pytest.mark.parametrize(
    ("looks", "state"), [([False], "delivered"), ([False, False], "failed"), ([], "delivered")]
)
def test_who_is_not_known_yet_is_looked_for_again(tmp_path, looks, state):
    left = iter(looks)

    async def tell(subscription):
        to, board = Destinations(), open_board(str(tmp_path / "records.board"))
        shared = SharedDeliveries(
            *(POLICY, Clock(), written, to, Greeter(POLICY, to, board), board),
            current=lambda each: each if next(left, True) else None,
        )
        shared.tell([subscription], Event("told", {}), "t", "")
        while shared.log[0].state == "pending":
            await asyncio.sleep(0.01)
        await shared.finish(1)
        (made,) = shared.log
        board.close()
        return made

    with receiver() as hooks:
        made = asyncio.run(tell(Subscription(id=1, url=hooks.url)))

    assert (made.state, len(hooks.received)) == (state, int(state == "delivered"))
