"""A client that keeps limits, and that is told by the server that there were too many requests."""

import sqlite3
from contextlib import closing

import msgspec
import pytest

from apiscribe.runtime.call_warnings import ArgumentWarning
from apiscribe.runtime.errors import (
    ConfigurationError,
    InvalidArguments,
    RateLimited,
    ResponseError,
    TransportError,
)
from apiscribe.runtime.limits.in_memory import SHARED
from apiscribe.runtime.operation import Limit
from tests.runtime import zoo
from tests.runtime.scripted import ScriptedServer, answers, hangs_up, heard, resets
from tests.runtime.zoo import KEY, SECRET, Animal, AnimalPage, TooFast, ZooClient

PAGE = answers(b'{"page_count": 1, "page_number": 1, "animals": []}')
RARE = Limit(group="rare", requests=1, seconds=60)
LIST = msgspec.structs.replace(zoo.LIST, limits=(RARE,))
ADD = msgspec.structs.replace(zoo.ADD, limits=(RARE,))
REFUSED = answers('{"error": {"code": "slow_down", "message": "Too fast"}}')
REFUSED_POLITELY = answers("{}", 429, more="Retry-After: 0\r\n")


@pytest.fixture
def make(server):
    clients = []

    def make(**options):
        given = {"api_key": KEY, "api_secret": SECRET, "base_url": server.base_url}
        given |= {"rate_limit": "memory"} | options
        clients.append(ZooClient(**given))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


def listed(client):
    return client.call(LIST, {}, AnimalPage)


def test_limits_are_kept(server, make):
    server.will(PAGE)
    client = make()
    listed(client)

    with pytest.raises(RateLimited) as caught:
        listed(client)

    assert (caught.value.group, caught.value.status) == ("rare", 0)
    assert 50 < (caught.value.retry_after or 0) < 61
    assert len(server.received) == 1


def test_without_rate_limit_nothing_is_counted(server, make):
    server.will(PAGE)
    client = make(rate_limit=None)
    for _ in range(3):
        listed(client)

    assert len(server.received) == 3


def test_clients_with_one_key_share_a_count_and_others_do_not(server, make):
    server.will(PAGE)
    listed(make())
    listed(make(api_secret="another secret"))

    with pytest.raises(RateLimited):
        listed(make())
    with pytest.raises(RateLimited):
        listed(make().with_options(timeout=5))


def test_no_secret_stands_where_permits_are_counted(server, make, tmp_path):
    server.will(PAGE)
    path = tmp_path / "limits.db"
    client = make(rate_limit=f"sqlite:///{path}")
    listed(client)

    content = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert b"rare" in content
    for secret in (KEY, SECRET):
        assert secret.encode() not in content
        assert not any(secret in name for name in SHARED._permits)


def test_raw_calls_need_permits_too(server, make):
    server.will(PAGE)
    client = make()
    client.call_raw(LIST, {}, AnimalPage)

    with pytest.raises(RateLimited):
        client.call_raw(LIST, {}, AnimalPage)


def test_what_could_not_be_sent_is_not_counted(make, tmp_path):
    with ScriptedServer() as gone:
        base_url = gone.base_url
    client = make(base_url=base_url, retries=0)
    for _ in range(3):
        with pytest.raises(TransportError, match="nothing was sent"):
            listed(client)


def test_each_sending_needs_a_permit_of_its_own(server, make):
    server.will(answers("", 500), PAGE)

    with pytest.raises(ResponseError):
        listed(make())

    assert len(server.received) == 1


@pytest.mark.parametrize("refused", [REFUSED, REFUSED_POLITELY], ids=["by code", "by status"])
def test_a_refusal_is_waited_out_by_what_only_reads(server, make, refused):
    server.will(refused, PAGE)
    client = make(rate_limit=None)

    assert client.animal.list().total == 1
    assert len(server.received) == 2


def test_a_refusal_of_a_raw_call_is_waited_out_as_well(server, make):
    server.will(REFUSED_POLITELY, PAGE)

    assert make().call_raw(zoo.LIST, {}, AnimalPage).status == 200


@pytest.mark.parametrize(("refused", "kind"), [(REFUSED, TooFast), (REFUSED_POLITELY, RateLimited)])
def test_a_refusal_of_a_change_is_an_error_at_once(server, make, refused, kind):
    server.will(refused)

    with pytest.raises(RateLimited) as caught:
        make().call(ADD, {"name": "Rex"}, Animal)

    assert type(caught.value) is kind
    assert caught.value.group == "rare"
    assert len(server.received) == 1


def test_a_refusal_beyond_the_budget_is_an_error_at_once(server, make):
    server.will(answers("{}", 429, more="Retry-After: 3600\r\n"))

    with pytest.raises(RateLimited) as caught:
        make().animal.list()

    assert caught.value.retry_after == 3600
    assert len(server.received) == 1


@pytest.mark.parametrize("retries", [0, 1, 3])
def test_endless_refusals_count_against_retries(server, make, retries):
    server.will(REFUSED_POLITELY)

    with pytest.raises(RateLimited):
        make(rate_limit=None, retries=retries).animal.list()

    assert len(server.received) == 1 + retries


def test_refusals_are_waited_out_within_the_budget(server, make):
    server.will(REFUSED_POLITELY)

    with pytest.raises(RateLimited):
        make(rate_limit=None, max_wait=0.5, retries=50).animal.list()

    assert 1 < len(server.received) < 6


def test_a_raw_call_that_stays_refused_gives_the_refusal(server, make):
    server.will(REFUSED)

    assert b"Too fast" in make(max_wait=0).call_raw(zoo.LIST, {}, AnimalPage).body


def test_strict_refuses_what_the_api_would_only_ignore(server, make):
    server.will(answers(b'{"id": 7, "name": "Rex"}'))
    with pytest.warns(ArgumentWarning, match="odd"):
        make().animal.add(name="Rex", legs=3)
    strict = make(strict=True)

    with pytest.raises(InvalidArguments, match="odd"):
        strict.animal.add(name="Rex", legs=3)

    with pytest.warns(ArgumentWarning, match="odd"):
        strict.with_options(strict=False).animal.add(name="Rex", legs=3)
    assert len(server.received) == 2


@pytest.mark.parametrize(
    "option",
    [
        {"max_wait": -1},
        {"max_wait": "1"},
        {"max_wait": float("inf")},
        {"retries": -1},
        {"retries": True},
        {"retries": 1.5},
        {"rate_limit": "disk"},
        {"rate_limit_per": "key"},
        {"on_limiter_failure": "maybe"},
    ],
    ids=str,
)
def test_an_option_that_makes_no_sense_is_refused(make, option):
    with pytest.raises(ConfigurationError, match=f"{next(iter(option))}= is"):
        make(**option)


def test_a_reset_that_leaves_the_outcome_open_is_counted(server, make):
    server.will(resets())
    client = make(retries=0)
    with pytest.raises(TransportError):
        listed(client)

    with pytest.raises(RateLimited):
        listed(client)


def damaged(path, kind):
    """A file of limits that something has happened to."""
    if kind == "is no database":
        path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
        return
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE permits (something TEXT)")


@pytest.mark.parametrize("kind", ["is no database", "has other tables"])
def test_a_damaged_limits_file_is_an_error_or_ignored(server, make, tmp_path, kind):
    server.will(PAGE)
    listed(make())
    damaged(tmp_path / "limits.db", kind)
    place = f"sqlite:///{tmp_path / 'limits.db'}"

    with pytest.raises(TransportError, match="the rate limit cannot be counted"):
        listed(make(rate_limit=place))
    assert listed(make(rate_limit=place, on_limiter_failure="open")).total == 1


@pytest.mark.parametrize(
    "place", ["sqlite:///nul\0.db", "redis://h?bogus=1", "redis://h?db=x", "redis://h:99999999"]
)
@pytest.mark.parametrize("on_failure", ["open", "closed"])
def test_a_place_that_makes_no_sense_is_refused_at_once(make, place, on_failure):
    with pytest.raises(ConfigurationError, match=r"^rate_limit= is"):
        make(rate_limit=place, on_limiter_failure=on_failure)


@pytest.mark.parametrize(
    "said", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"+OK\r\n" * 9, b"*1\r\n:5\r\n" * 9]
)
def test_a_server_that_is_no_redis_is_an_error_or_passed_over(server, make, said):
    server.will(PAGE)
    with ScriptedServer(greeting=heard(hangs_up(said))) as other:
        place = other.base_url.replace("http:", "redis:")
        with pytest.raises(TransportError, match="the rate limit cannot be counted"):
            listed(make(rate_limit=place))
        assert listed(make(rate_limit=place, on_limiter_failure="open")).total == 1
