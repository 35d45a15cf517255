"""Calls while the time is stopped. Told by what, whether it is loaded before, and a file."""

import sys
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any

import freezegun
import time_machine

from tests.runtime.scripted import ScriptedServer, answers

PAGES = b'{"page_count": 1, "page_number": 1, "animals": [], "next_page_token": "", "events": []}'


def stopped(by: str) -> AbstractContextManager[Any]:
    if by == "freezegun":
        return freezegun.freeze_time("2031-01-01", real_asyncio=True)
    return time_machine.travel("2031-01-01", tick=False)


def main(by: str, loaded: str, file: str) -> None:
    with ScriptedServer() as server:
        server.will(answers(PAGES))
        if loaded == "before":
            import_module("tests.runtime.both")
        with stopped(by):
            count(server.base_url, "blocks", "memory", "while it is stopped")
            count(server.base_url, "awaits", file, "while it is stopped")
        count(server.base_url, "blocks", "memory", "afterwards")
        count(server.base_url, "awaits", file, "afterwards")


def count(base_url: str, kind: str, rate_limit: str, when: str) -> None:
    """Say how long a minute's limit lasts, and that a second's is waited for."""
    zoo = import_module("tests.runtime.zoo")
    errors = import_module("apiscribe.runtime.errors")
    limited = import_module("tests.runtime.limits.limited")
    slow = limited.with_limits(zoo.EVENTS, limited.MINUTE)
    fast = limited.with_limits(zoo.LIST, limited.SECOND)
    client_of = import_module("tests.runtime.both").Zoo
    with client_of(kind) as made:
        client = made.client(base_url, rate_limit=rate_limit)
        for _ in range(3):
            client.call(fast, {}, zoo.AnimalPage)
        try:
            for _ in range(2):
                client.call(slow, {}, zoo.EventPage)
        except errors.RateLimited as error:
            lasts = "for a minute" if 0 < error.retry_after < 61 else error
            sys.stdout.write(f"{kind} {when} {lasts}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
