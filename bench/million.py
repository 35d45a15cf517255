"""What a large account costs beside a small one: `python -m bench.million [ENTITIES [PLACE]]`.

Prints JSON: what was done -> the account -> seconds of this process's own time, one a round.
A place is a file; without it, the records are in memory.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from itertools import count
from random import Random
from time import process_time
from typing import Any

import msgspec

from bench.measure import interleaved
from zoom_v1._runtime.emulator import Emulator
from zoom_v1._runtime.emulator.opening import open_store
from zoom_v1._runtime.program import Made
from zoom_v1.stub import API

_SMALL = 1000
_ROUNDS = 7
_TENANT = "benchmark-key"
_PAGE = 30
_OPERATIONS = {each.id: each for each in API.operations}
_TIMES = {
    "the first page": 20,
    "page 1000": 20,
    "a page of the middle": 20,
    "a get": 200,
    "a create": 100,
}
"""How often each is done in a row; of a small account, its last page stands for page 1000."""


class Account:
    """Users of one tenant."""

    def __init__(self, users: int, place: str) -> None:
        program = API.program() if callable(API.program) else API.program
        assert program is not None
        self._emulator = Emulator(program, seed=1, store=open_store(place, API.title))
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
        emulator, store = self._emulator, self._emulator.store
        self._ask("user.create", email="first@example.com", type=1)
        (first,) = emulator.every(_TENANT, "user")
        records = emulator._own_records(_TENANT)
        user = records.kinds["user"]
        made = {key: each for key, each in user.entity.starts.items() if isinstance(each, Made)}
        wanted = set(self._random.sample(range(1, self._users), min(self._users, 1000) - 1))
        with store.writing():
            for number in range(1, self._users):
                fields = {**first, **{key: emulator.maker.make(each) for key, each in made.items()}}
                fields["email"] = f"user-{number * 7919 % self._users}@example.com"
                fields["pmi"] = 10**9 + number * 7919
                content = msgspec.json.encode(fields)
                key = user.key(fields)
                store.insert(_TENANT, "user", key, content, user.entries(fields))
                if number in wanted:
                    self._keys.append(key)


def _timed(account: Account, what: str) -> Callable[[], float]:
    def loop() -> float:
        begun = process_time()
        for _ in range(_TIMES[what]):
            account.do(what)
        return (process_time() - begun) / _TIMES[what]

    return lambda: min(loop() for _ in range(3))


def main(entities: str = "1000000", place: str = "") -> None:
    sizes = (_SMALL, int(entities))
    accounts = {
        f"{size:,} users": Account(size, f"{place}.{size}" if place else ":memory:")
        for size in sizes
    }
    print(
        json.dumps(
            {
                what: interleaved(
                    {name: _timed(account, what) for name, account in accounts.items()}, _ROUNDS
                )
                for what in _TIMES
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
