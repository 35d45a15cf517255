"""The stub without sockets: what clients see is what they see over sockets."""

import asyncio
import os
import threading
from contextlib import contextmanager
from typing import Any

import pytest

from tests.emulator.receiving import receiver
from zoom_v1 import AsyncZoomClient, ZoomClient
from zoom_v1.errors import (
    ConfigurationError,
    ResponseError,
    TransportError,
    TransportTimeout,
    UserNotFound,
)
from zoom_v1.stub import StubServer

ADA: Any = {"email": "ada@example.com", "type": 1}
FAULTS: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "reset": ({"connection": "reset"}, TransportError, "Connection reset by peer"),
    "garbage": ({"connection": "garbage"}, TransportError, "the answer is not HTTP"),
    "stall": ({"connection": "stall"}, TransportTimeout, "the time for the call is over"),
    "late": ({"delay": 60}, TransportTimeout, "the time for the call is over"),
    "too slow": (
        {"delay": 60, "connection": "slow"},
        TransportTimeout,
        "the time for the call is over",
    ),
    "truncate": ({"connection": "truncate"}, ResponseError, "the answer was cut short"),
    "status": ({"status": 503}, ResponseError, "the server failed (HTTP 503"),
    "error": ({"error": 1001}, UserNotFound, "error 1001"),
}


@pytest.fixture(scope="module")
def stub():
    with StubServer(random_seed=1) as stub:
        yield stub


@pytest.fixture
def fresh(stub):
    stub.reset()
    return stub


def blocked(stub, call, options):
    with stub.client(**options) as client:
        return call(client)


def awaited(stub, call, options):
    async def run():
        async with stub.async_client(**options) as client:
            return await call(client)

    return asyncio.run(run())


@contextmanager
def called(stub, run, call, **options):
    """How a call ends: the exception, and how many requests there were."""
    before = len(stub.requests)
    told = []
    with pytest.raises(Exception) as raised:  # noqa: PT011 - the two ways are compared
        run(stub, call, options)
    error = raised.value
    text = str(error).replace(getattr(error, "host", "") or "\0", "HOST")
    told += [type(error), text, getattr(error, "sent", None), len(stub.requests) - before]
    yield told


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("operation", ["user.list", "user.create"])
@pytest.mark.parametrize("run", [blocked, awaited])
def test_a_fault_ends_a_call_as_it_does_over_sockets(fresh, name, operation, run):
    fault, kind, says = FAULTS[name]
    fresh.fails(operation, **fault)
    chosen: dict[str, Any] = {"timeout": 0.2, "retries": 1}

    def call(client):
        return client.user.list() if operation == "user.list" else client.user.create(**ADA)

    connects = {"transport": None, "base_url": fresh.base_url}
    with (
        called(fresh, run, call, **chosen) as here,
        called(fresh, run, call, **chosen, **connects) as there,
    ):
        assert here == there
    assert (here[0], says in here[1]) == (kind, True)


def test_nothing_is_created_by_what_fails(fresh):
    fresh.fails("user.create", times=1, connection="truncate")
    client = fresh.client()

    with pytest.raises(ResponseError):
        client.user.create(**ADA)
    client.user.create(**ADA)

    assert [each["email"] for each in fresh.records("user")] == ["ada@example.com"]


@pytest.mark.parametrize("run", [blocked, awaited])
def test_a_slow_response_arrives(fresh, run):
    fresh.fails("user.list", connection="slow", delay=0.01)

    assert run(fresh, lambda client: client.user.list(), {}).total_records == 0


def test_a_stall_ends_even_a_call_without_an_end(fresh):
    fresh.fails("user.list", connection="stall")

    with pytest.raises(TransportTimeout):
        fresh.client(timeout=None, retries=0).user.list()


def test_both_clients_and_a_socket_share_one_state(fresh):
    async def names(client):
        async with client:
            return [user.email async for user in client.user.iter_list()]

    made = ZoomClient(api_key="api_key", api_secret="s", transport=fresh.transport)
    made.user.create(**ADA)
    awaiting = AsyncZoomClient(api_key="api_key", api_secret="s", transport=fresh.transport)
    connected = fresh.client(transport=None, base_url=fresh.base_url)

    assert asyncio.run(names(awaiting)) == ["ada@example.com"]
    assert [each.email for each in connected.user.iter_list()] == ["ada@example.com"]
    assert [each.operation for each in fresh.requests] == ["user.create", "user.list", "user.list"]


def test_the_clock_is_the_same(fresh):
    fresh.clock.run(False)
    user = fresh.client().user.create(**ADA)
    fresh.clock.advance(86400)
    again = fresh.client().user.create(email="bob@example.com", type=1)

    assert (again.created_at - user.created_at).days == 1


def test_it_needs_no_server():
    stub = StubServer(random_seed=1)
    client = stub.client()

    assert client.user.get(id=client.user.create(**ADA).id).email == "ada@example.com"
    assert not stub.running
    assert repr(client) == "<ZoomClient http://stub.localhost>"


def test_the_environment_does_not_lead_elsewhere(fresh, monkeypatch):
    monkeypatch.setenv("ZOOM_BASE_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")

    fresh.client().user.list()


def test_credentials_are_checked_as_ever():
    stub = StubServer(credentials={"api_key": "right", "api_secret": "secret"})

    stub.client().user.list()
    with pytest.raises(Exception, match="error 102"):
        stub.client(api_key="wrong").user.list()


def test_options_of_connections_are_of_no_use_beside_it(fresh):
    with pytest.raises(ConfigurationError, match=r"^proxy= cannot be given beside http= or tran"):
        fresh.client(proxy="http://127.0.0.1:1")
    with pytest.raises(ConfigurationError, match=r"^http= cannot be given beside transport=$"):
        fresh.client(http=object())


def test_a_closed_client_is_closed(fresh):
    client = fresh.client()
    client.close()

    with pytest.raises(ConfigurationError, match="is closed"):
        client.user.list()


def test_threads_take_turns(fresh):
    client = fresh.client()

    def make(number):
        for each in range(20):
            client.user.create(email=f"u{number}-{each}@example.com", type=1)

    threads = [threading.Thread(target=make, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(fresh.records("user")) == 160
    assert [each.id for each in fresh.requests] == list(range(1, 161))


def test_awaiting_tasks_run_while_one_is_delayed(fresh):
    fresh.fails("user.get", delay=0.05)
    ended = []

    async def note(name, work):
        await work
        ended.append(name)

    async def run():
        client = fresh.async_client()
        user = await client.user.create(**ADA)
        late, early = client.user.get(id=user.id), client.user.list()
        await asyncio.gather(note("late", late), note("early", early))

    asyncio.run(run())

    assert ended == ["early", "late"]


def events_of_a_meeting(stub):
    client = stub.client()
    host = client.user.create(**ADA)
    meeting = client.meeting.create(host_id=host.id, topic="Standup", type=2)
    return stub.happens("meeting", meeting.id, "start")


def test_events_are_delivered_without_a_server():
    stub = StubServer()
    with receiver() as hooks:
        stub.subscribe(hooks.url)
        told = events_of_a_meeting(stub)
        hooks.wait_for(1)
        stub.stop()

    assert told["record"]["topic"] == "Standup"
    assert [each["event"] for each in told["events"]] == ["meeting_started"]


def test_events_are_delivered_beside_a_loop_of_the_test():
    stub = StubServer()

    async def run():
        events_of_a_meeting(stub)

    with receiver() as hooks:
        stub.subscribe(hooks.url)
        asyncio.run(run())
        hooks.wait_for(1)
        stub.stop()


def test_a_reset_gives_up_what_is_under_way():
    with receiver(500) as hooks, StubServer() as stub:
        stub.clock.run(False)
        stub.subscribe(hooks.url)
        events_of_a_meeting(stub)
        hooks.wait_for(1)
        stub.reset()

        assert (stub.deliveries, stub.requests, stub.records("user")) == ([], [], [])
        stub.clock.advance(10)
        stub.subscribe(hooks.url)
        events_of_a_meeting(stub)
        hooks.wait_for(2)
        assert [each.id for each in stub.deliveries] == [1]


def test_a_reset_makes_the_same_again(fresh):
    first = fresh.client().user.create(**ADA).id
    fresh.clock.advance(1e6)
    fresh.fails(status=503)
    fresh.reset()

    assert fresh.client().user.create(**ADA).id == first
    assert [each.id for each in fresh.requests] == [1]


def test_what_cannot_happen_is_told(fresh):
    with pytest.raises(ValueError, match=r"^there is no user 7$"):
        fresh.happens("user", 7, "delete")
    with pytest.raises(ValueError, match="did you mean meeting"):
        fresh.records("meting")
    fresh.client(api_key="one").user.create(**ADA)
    fresh.client(api_key="two").user.create(**ADA)
    with pytest.raises(ValueError, match=r"^there are 2 tenants: say whose with tenant=$"):
        fresh.records("user")
    assert len(fresh.records("user", tenant="two")) == 1
    with pytest.raises(ValueError, match="has no state"):
        StubServer(mode="examples").records("user")


def test_a_child_of_a_fork_has_a_stub_of_its_own(fresh):
    client = fresh.client()
    client.user.create(**ADA)
    child = os.fork()
    if not child:
        try:
            client.user.create(email="bob@example.com", type=1)
            os._exit(len(fresh.records("user")))
        finally:
            os._exit(99)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 2
    assert len(fresh.records("user")) == 1
