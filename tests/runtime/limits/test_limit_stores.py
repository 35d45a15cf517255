"""Where permits are counted: named by `rate_limit=`, and told in messages without secrets."""

import asyncio

import pytest

from apiscribe.runtime.errors import ConfigurationError
from apiscribe.runtime.limits.in_sqlite import SQLiteStore
from apiscribe.runtime.limits.stores import open_limiter, open_store
from apiscribe.runtime.limits.threaded import async_store
from tests.runtime.limits.limited import MINUTE, SECOND, operation, windows


def test_a_store_that_blocks_is_used_in_a_thread(tmp_path):
    async def held_and_let_go():
        store = async_store(SQLiteStore(str(tmp_path / "limits.db")))
        await store.take(windows(MINUTE), "a", 0)
        await store.give_back(windows(MINUTE), "a")
        await store.hold(windows(MINUTE), 1000, 0)
        await store.hold(windows(MINUTE), 2000, 1)
        found = await store.take(windows(MINUTE), "b", 0)
        store.close()
        return found

    assert asyncio.run(held_and_let_go()).seconds == pytest.approx(1000, abs=30)


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("memory", "memory"),
        ("sqlite:///a/b.db", "sqlite:///a/b.db"),
        ("redis://", "redis://localhost:6379"),
        ("redis://me:hush@limits.example/3", "redis://limits.example:6379"),
        ("rediss://:hush@[::1]:7000", "rediss://[::1]:7000"),
        ("unix://me:hush@/run/redis.sock?db=1", "unix:///run/redis.sock"),
    ],
)
def test_messages_say_where_permits_are_counted(url, where):
    store = open_store(url)
    store.close()

    assert store.where == where


@pytest.mark.parametrize("url", ["sqlite:///", "sqlite", "postgres://me:hush@x", "", 5, True])
def test_a_place_that_is_none_is_refused_without_quoting_it(url):
    with pytest.raises(ConfigurationError, match="rate_limit= is not") as caught:
        open_store(url)

    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"scope": "user"}, 'rate_limit_per= is not "group" or "operation"'),
        ({"on_failure": "ajar"}, 'on_limiter_failure= is not "closed" or "open"'),
    ],
)
def test_options_that_make_no_sense_are_refused(option, message):
    given = {"scope": "group", "on_failure": "closed"} | option

    with pytest.raises(ConfigurationError, match=f"^{message}$"):
        open_limiter("memory", ("zoo", "http://x", "key"), **given)


def test_a_key_is_counted_under_a_name_that_does_not_tell_it():
    def name(*key):
        limiter = open_limiter("memory", key, scope="group", on_failure="closed")
        return limiter.windows(operation(SECOND))[0].key

    mine = name("zoo", "http://x", "hush", "hush hush")

    assert "hush" not in mine
    assert mine == name("zoo", "http://x", "hush", "hush hush")
    assert mine != name("zoo", "http://x", "hush", "hush-hush")
    assert mine != name("zoo", "http://y", "hush", "hush hush")


@pytest.mark.parametrize(("scope", "counts"), [("group", 1), ("operation", 2)])
def test_each_operation_may_have_a_count_of_its_own(scope, counts):
    limiter = open_limiter("memory", ("zoo",), scope=scope, on_failure="closed")
    asked = [operation(SECOND, id=id) for id in ("a.one", "a.two")]

    assert len({limiter.windows(each)[0].key for each in asked}) == counts
