"""What a value may be, and what all kinds of values have in common.

A kind is data that a generated module fills in. It knows the values that keep its rules,
and for each of its rules values that break it and, as far as that can be, no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..validation.violations import Severity

T_co = TypeVar("T_co", covariant=True)


class Flawed(NamedTuple):
    """A value with something wrong at `path`, which is empty or begins with `.` or `[`."""

    value: object
    path: str = ""


@dataclass(frozen=True)
class Flaw:
    """Values that break one rule."""

    rule: str
    values: SearchStrategy[Flawed]
    severity: Severity = "error"
    is_absence: bool = False
    """The value is None, which is no flaw where null may be sent."""


@dataclass(frozen=True, eq=False)
class Kind(Generic[T_co]):
    """What a value may be."""

    @cached_property
    def valid(self) -> SearchStrategy[T_co]:
        """Values that keep every rule."""
        raise NotImplementedError

    @cached_property
    def flaws(self) -> tuple[Flaw, ...]:
        """What can be wrong with a value."""
        return tuple(self._flaws())

    def _flaws(self) -> Iterator[Flaw]:
        raise NotImplementedError

    def other_than(self, values: Sequence[object]) -> SearchStrategy[object] | None:
        """Values that keep every rule and are none of `values`; None if there are no others."""

        def is_other(value: object) -> bool:
            return value not in values

        return self.valid.filter(is_other)

    @property
    def is_single(self) -> bool:
        """Whether no value is a list or None, so that one can be told from a list of them."""
        return False

    @property
    def is_recursive(self) -> bool:
        """Whether a value may hold values of its own kind, and those again."""
        return False


def flaw(rule: str, values: SearchStrategy[object]) -> Flaw:
    return Flaw(rule, values.map(Flawed))


_STRANGERS: tuple[object, ...] = (
    True,
    False,
    0,
    1,
    -1,
    10**9,
    1.0,
    0.5,
    float("inf"),
    float("nan"),
    "",
    "1",
    "true",
    "text",
    b"",
    b"1",
    date(2012, 11, 25),
)
_COLLECTIONS: tuple[type[list[object] | dict[str, object] | set[object]], ...] = (list, dict, set)


def strangers(*accepted: type) -> SearchStrategy[object]:
    """Values of exactly none of the types `accepted`, and not None."""
    plain = [value for value in _STRANGERS if type(value) not in accepted]
    made = [st.builds(kind) for kind in _COLLECTIONS if kind not in accepted]
    return st.one_of(st.sampled_from(plain), *made)


def wrong_types(*accepted: type, rule: str = "type") -> Iterator[Flaw]:
    """None, which cannot be sent, and values of another type than those `accepted`."""
    yield Flaw(rule, st.just(Flawed(None)), is_absence=True)
    yield flaw(rule, strangers(*accepted))


def among(values: Iterable[T_co]) -> SearchStrategy[T_co]:
    """One of `values`, the first and the last more often than the rest."""
    every = tuple(values)
    if len(every) <= 4:
        return st.sampled_from(every)
    return st.one_of(st.sampled_from((every[0], every[-1])), st.sampled_from(every))


def rest_of(values: Iterable[object], without: Sequence[object]) -> SearchStrategy[object] | None:
    left = [value for value in values if value not in without]
    return among(left) if left else None


@dataclass(frozen=True, eq=False)
class Boolean(Kind[bool]):
    @cached_property
    def valid(self) -> SearchStrategy[bool]:
        return st.booleans()

    def _flaws(self) -> Iterator[Flaw]:
        yield from wrong_types(bool)

    def other_than(self, values: Sequence[object]) -> SearchStrategy[object] | None:
        return rest_of((False, True), values)

    @property
    def is_single(self) -> bool:
        return True


@dataclass(frozen=True, eq=False)
class Nullable(Kind[T_co | None]):
    """None is a value as well."""

    kind: Kind[T_co]

    @cached_property
    def valid(self) -> SearchStrategy[T_co | None]:
        return st.one_of(st.none(), self.kind.valid)

    def _flaws(self) -> Iterator[Flaw]:
        return (each for each in self.kind.flaws if not each.is_absence)

    @property
    def is_recursive(self) -> bool:
        return self.kind.is_recursive


@dataclass(frozen=True, eq=False)
class Deferred(Kind[T_co]):
    """A kind that is part of itself, or defined further down."""

    find: Callable[[], Kind[T_co]]

    @cached_property
    def valid(self) -> SearchStrategy[T_co]:
        return st.deferred(lambda: self.find().valid)

    def _flaws(self) -> Iterator[Flaw]:
        # Those of the kind itself are found where it stands for itself.
        return iter(())

    @property
    def is_recursive(self) -> bool:
        return True


BOOLEAN = Boolean()
