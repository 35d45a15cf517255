"""What a value may be, and what all domains of values have in common.

A domain is data that a generated module fills in. It knows the values that keep its rules,
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


class BrokenValue(NamedTuple):
    """A value with something wrong at `path`, which is empty or begins with `.` or `[`."""

    value: object
    path: str = ""


@dataclass(frozen=True)
class ValueBreakage:
    """Values that break one rule."""

    rule: str
    values: SearchStrategy[BrokenValue]
    severity: Severity = "error"
    is_absence: bool = False
    """The value is None, which breaks nothing where null may be sent."""
    due_to: tuple[str, ...] = ()
    """Paths inside of the value where it has to stay as it is, or nothing would be wrong."""


@dataclass(frozen=True, eq=False)
class Domain(Generic[T_co]):
    """What a value may be."""

    @cached_property
    def valid(self) -> SearchStrategy[T_co]:
        """Values that keep every rule."""
        raise NotImplementedError

    @cached_property
    def breakages(self) -> tuple[ValueBreakage, ...]:
        """What can be wrong with a value."""
        return tuple(self._breakages())

    def _breakages(self) -> Iterator[ValueBreakage]:
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
        """Whether a value may hold values of its own domain, and those again."""
        return False


def value_breakage(rule: str, values: SearchStrategy[object]) -> ValueBreakage:
    return ValueBreakage(rule, values.map(BrokenValue))


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
    made = [st.builds(domain) for domain in _COLLECTIONS if domain not in accepted]
    return st.one_of(st.sampled_from(plain), *made)


def wrong_types(*accepted: type, rule: str = "type") -> Iterator[ValueBreakage]:
    """None, which cannot be sent, and values of another type than those `accepted`."""
    yield ValueBreakage(rule, st.just(BrokenValue(None)), is_absence=True)
    yield value_breakage(rule, strangers(*accepted))


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
class Boolean(Domain[bool]):
    @cached_property
    def valid(self) -> SearchStrategy[bool]:
        return st.booleans()

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(bool)

    def other_than(self, values: Sequence[object]) -> SearchStrategy[object] | None:
        return rest_of((False, True), values)

    @property
    def is_single(self) -> bool:
        return True


@dataclass(frozen=True, eq=False)
class Nullable(Domain[T_co | None]):
    """None is a value as well."""

    domain: Domain[T_co]

    @cached_property
    def valid(self) -> SearchStrategy[T_co | None]:
        return st.one_of(st.none(), self.domain.valid)

    def _breakages(self) -> Iterator[ValueBreakage]:
        return (each for each in self.domain.breakages if not each.is_absence)

    @property
    def is_recursive(self) -> bool:
        return self.domain.is_recursive


@dataclass(frozen=True, eq=False)
class Deferred(Domain[T_co]):
    """A domain that is part of itself, or defined further down."""

    find: Callable[[], Domain[T_co]]

    @cached_property
    def valid(self) -> SearchStrategy[T_co]:
        return st.deferred(lambda: self.find().valid)

    def _breakages(self) -> Iterator[ValueBreakage]:
        # Those of the domain itself are found where it stands for itself.
        return iter(())

    @property
    def is_recursive(self) -> bool:
        return True


BOOLEAN = Boolean()
