"""Stubs for tests: each test has one without a past, and what is made once serves them all."""

from __future__ import annotations

import atexit
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Generic, TypeVar

from .server import StubServer

S = TypeVar("S", bound=StubServer)

_PLAIN = (str, int, float, bool, type(None))
"""Options of which two that are equal are one."""


class Lender(Generic[S]):
    """Lends stubs of one kind, and has them back. Whoever asks for the same has the same again.

    Args:
        kind: what is lent.
    """

    def __init__(self, kind: type[S]) -> None:
        self._kind = kind
        self._free: dict[tuple[tuple[str, object], ...], list[S]] = {}
        self.stubs: list[S] = []
        """All that were lent, but for those that nobody can ask for again."""

    @contextmanager
    def lend(self, options: Mapping[str, Any]) -> Iterator[S]:
        """A stub as it is at first, until the block ends. It starts when its address is asked for.

        Args:
            options: what it is made with.
        """
        if not all(isinstance(value, _PLAIN) for value in options.values()):
            stub = self._made(options)
            try:
                yield stub
            finally:
                stub.stop()
            return
        free = self._free.setdefault(tuple(sorted(options.items())), [])
        stub = free.pop() if free else self._kept(options)
        stub.reset()
        try:
            yield stub
        finally:
            stub.reset()
            free.append(stub)

    def close(self) -> None:
        """Stop all of them."""
        for stub in self.stubs:
            stub.stop()

    def _kept(self, options: Mapping[str, Any]) -> S:
        stub = self._made(options)
        self.stubs.append(stub)
        return stub

    def _made(self, options: Mapping[str, Any]) -> S:
        stub = self._kind(**options)
        stub.starts_on_demand = True
        return stub


@cache
def lender(kind: type[S]) -> Lender[S]:
    """The one of this process."""
    made = Lender(kind)
    atexit.register(made.close)
    return made
