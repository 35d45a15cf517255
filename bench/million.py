"""What a large account costs beside a small one: `python -m bench.million [ENTITIES [PLACE]]`.

Prints JSON: what was done -> the account -> seconds, one a round. A place is a file, or
`postgresql` for a server of its own; without it, the records are in memory. Seconds are of this
process's own time, and of the clock where another process does the work.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count, islice
from random import Random
from time import perf_counter, process_time
from typing import Any

import msgspec

from bench.measure import interleaved
from bench.places import POSTGRES
from zoom_v1._runtime.emulator import Emulator
from zoom_v1._runtime.emulator.kinds import Kind
from zoom_v1._runtime.emulator.opening import open_store
from zoom_v1._runtime.emulator.sql_store import SqlStore
from zoom_v1._runtime.program import Made
from zoom_v1.stub import API

_SMALL = 1000
_ROUNDS = 7
_TENANT = "benchmark-key"
_PAGE = 30
_AT_ONCE = 10_000
_OPERATIONS = {each.id: each for each in API.operations}
_TIMES = {
    "the first page": 20,
    "page 1000": 20,
    "a page of the middle": 20,
    "a get": 200,
    "a create": 100,
}
"""How often each is done in a row; of a small account, its last page stands for page 1000."""
_ADD = "INSERT INTO records (kind, key, content) VALUES (?, ?, ?)"


class Account:
    """Users of one tenant."""

    def __init__(self, users: int, place: str) -> None:
        program = API.program() if callable(API.program) else API.program
        assert program is not None
        self._store = open_store(place, API.title)
        self._emulator = Emulator(program, seed=1, store=self._store)
        self._users = users
        self._numbers = count()
        self._random = Random(1)
        self._keys: list[str] = []
        self._fill()

    def do(self, what: str) -> None:
        match what:
            case "the first page":
                self._turn_to(1)
            case "page 1000":
                self._turn_to(min(1000, self._users // _PAGE))
            case "a page of the middle":
                self._turn_to(self._users // _PAGE // 2)
            case "a get":
                self._ask("user.get", id=self._random.choice(self._keys))
            case _:
                number = next(self._numbers)
                self._ask("user.create", email=f"new-{number}@example.com", type=1)

    def _turn_to(self, page: int) -> None:
        self._ask("user.list", page_size=_PAGE, page_number=page)

    def _ask(self, operation: str, **given: object) -> Any:
        return self._emulator.operate(_OPERATIONS[operation], given, _TENANT).body

    def _fill(self) -> None:
        """Have as many users as asked for: records like the first one, past the engine."""
        self._ask("user.create", email="first@example.com", type=1)
        (first,) = self._emulator.every(_TENANT, "user")
        user = self._emulator._own_records(_TENANT).kinds["user"]
        wanted = set(self._random.sample(range(1, self._users), min(self._users, 1000) - 1))
        store, users = self._store, enumerate(self._users_like(first), 1)
        while part := list(islice(users, _AT_ONCE)):
            self._keys += [user.key(fields) for number, fields in part if number in wanted]
            with store.writing():
                self._add(user, [fields for _, fields in part])
        if isinstance(store, SqlStore):
            with store.writing():
                store.reindex(lambda _, content: user.entries(msgspec.json.decode(content)))
                store._run("ANALYZE", ())  # which a server does by itself sooner or later

    def _add(self, user: Kind, users: Sequence[dict[str, object]]) -> None:
        store = self._store
        rows = [(user.key(fields), msgspec.json.encode(fields)) for fields in users]
        if isinstance(store, SqlStore):
            kind = store._kind(_TENANT, "user")
            store._run_all(_ADD, [(kind, *row) for row in rows])
            return
        for fields, (key, content) in zip(users, rows, strict=True):
            store.insert(_TENANT, "user", key, content, user.entries(fields))

    def _users_like(self, first: Mapping[str, object]) -> Iterator[dict[str, object]]:
        maker, starts = self._emulator.maker, self._emulator.program.entities["user"].starts
        made = {key: each for key, each in starts.items() if isinstance(each, Made)}
        for number in range(1, self._users):
            fields = {**first, **{key: maker.make(each) for key, each in made.items()}}
            fields["email"] = f"user-{number * 7919 % self._users}@example.com"
            fields["pmi"] = 10**9 + number * 7919
            yield fields


def _timed(account: Account, what: str, clock: Callable[[], float]) -> Callable[[], float]:
    def loop() -> float:
        begun = clock()
        for _ in range(_TIMES[what]):
            account.do(what)
        return (clock() - begun) / _TIMES[what]

    return lambda: min(loop() for _ in range(3))


@contextmanager
def _places(place: str) -> Iterator[Callable[[int], str]]:
    """Where the account of each size is."""
    if place != POSTGRES:
        yield lambda size: f"{place}.{size}" if place else ":memory:"
        return
    import psycopg

    from tests.clusters import cluster
    from tests.system_parts import SEARCH_PATH, SYSTEM_PARTS

    program = SYSTEM_PARTS["postgres"].find(SEARCH_PATH)
    if program is None:
        sys.exit("PostgreSQL is not installed: make system")
    with cluster(program) as url:

        def made(size: int) -> str:
            name = f"users_{size}"
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}".encode())
            return f"{url.rpartition('/')[0]}/{name}"

        yield made


def main(entities: str = "1000000", place: str = "") -> None:
    clock = perf_counter if place == POSTGRES else process_time
    with _places(place) as place_of:
        accounts = {
            f"{size:,} users": Account(size, place_of(size)) for size in (_SMALL, int(entities))
        }
        samples = {
            what: interleaved(
                {name: _timed(each, what, clock) for name, each in accounts.items()}, _ROUNDS
            )
            for what in _TIMES
        }
        print(json.dumps(samples))


if __name__ == "__main__":
    main(*sys.argv[1:])
