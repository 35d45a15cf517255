"""Records that are told only of events about something of their own."""

import asyncio
import json
from importlib import import_module
from typing import Any

import pytest

from tests.cases.test_quarry_events import served, states, until
from tests.emulator.programs import program
from tests.emulator.receiving import receiver

CALLER = {"key": "k", "program": "saw", "contact": "a@saw.example"}


@pytest.fixture
def webhooks(made):
    return import_module("quarry_v1.webhooks")


def wanting(kind, package, base_url, url, **how):
    """Subscribe by a client of either kind."""
    if kind == "awaits":

        async def work():
            async with package.AsyncQuarryClient(**CALLER, base_url=base_url) as client:
                return await client.listener.create(target=url, **how)

        return asyncio.run(work())
    with package.QuarryClient(**CALLER, base_url=base_url) as client:
        return client.listener.create(target=url, **how)


def cut(package, base_url):
    with package.QuarryClient(**CALLER, base_url=base_url) as client:
        for name in ("Otto", "Anna", "Emil"):
            client.block.create(name=name)


@pytest.mark.parametrize("kind", ["blocks", "awaits"])
def test_each_is_told_of_its_own(webhooks, quarry_v1, kind):
    handled: list[Any] = []
    package = quarry_v1.package
    with (
        served(webhooks.wsgi(handled.append, handshake=lambda secret: None)) as url,
        quarry_v1.stub.StubServer(mode="emulate") as stub,
    ):
        wanting(kind, package, stub.base_url, url, names=["Anna", "Nobody"])
        cut(package, stub.base_url)
        assert states(stub, 1) == ["delivered"]
        assert [each.payload.name for each in handled] == ["Anna"]
        stub.tells("block_cut", tenant=stub.deliveries[0].tenant)  # an example goes to all
        assert states(stub, 2) == ["delivered"] * 2


def test_who_names_nothing_is_told_of_all(webhooks, quarry_v1):
    handled: list[Any] = []
    with (
        served(webhooks.wsgi(handled.append, handshake=lambda secret: None)) as url,
        quarry_v1.stub.StubServer(mode="emulate") as stub,
    ):
        wanting("blocks", quarry_v1.package, stub.base_url, url)
        cut(quarry_v1.package, stub.base_url)
        assert states(stub, 3) == ["delivered"] * 3


def test_several_processes_keep_to_it(webhooks, quarry_v1, tmp_path):
    handled: list[Any] = []
    several = ("--db", str(tmp_path / "q.db"), "--workers", "2")
    with (
        served(webhooks.wsgi(handled.append, handshake=lambda secret: None)) as url,
        program(*several, module="quarry_v1.stub") as (_, talk),
    ):
        base_url = f"http://127.0.0.1:{talk.stub.port}"
        wanting("blocks", quarry_v1.package, base_url, url, names=["Emil"])
        cut(quarry_v1.package, base_url)
        until(lambda: handled)
        sent = talk.control("GET deliveries")["deliveries"]
        (said,) = talk.control("GET webhooks")["webhooks"]
    assert len(sent) == 1
    assert [each.payload.name for each in handled] == ["Emil"]
    assert said["about"] == [{"keys": ["name"], "values": ["Emil"]}]


def test_an_event_says_it_at_one_of_several_keys(made):
    stub_of = import_module("till_v1.stub").StubServer
    with receiver() as mine, receiver() as all_of_it:
        listeners = [
            {"name": "mine", "url": mine.url, "on": True, "charges": ["ch_1"]},
            {"name": "all", "url": all_of_it.url, "on": True},
        ]
        charges = [
            {"id": id, "amount": 5, "paid": False, "state": "open"} for id in ("ch_1", "ch_2")
        ]
        with stub_of(mode="emulate", seed={"listener": listeners, "charge": charges}) as stub:
            with stub.client() as client:
                client.balance()
            for id in ("ch_1", "ch_2"):
                stub.happens("charge", id, "pay")
                stub.happens("charge", id, "contest")
            bodies = [json.loads(body) for _, _, body in all_of_it.wait_for(4)]
            own = [json.loads(body) for _, _, body in mine.wait_for(2)]
    assert {each["type"] for each in own} == {"charge.paid", "dispute.opened"}
    told = [each["data"]["object"] for each in own]
    assert all("ch_1" in (each.get("id"), each.get("charge")) for each in told)
    assert len(bodies) == 4
