"""What a value may be: the simple kinds, and what all kinds have in common.

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

from ..files import FilePart
from ..violations import Severity

T_co = TypeVar("T_co", covariant=True)

LEAST, MOST = -(2**63), 2**63 - 1
"""What a whole number is between, where its rules do not say: JSON libraries take no others."""


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
        return self.valid.filter(lambda value: value not in values)

    @property
    def accepted(self) -> tuple[type, ...]:
        """The Python types of values that are not refused for their type alone."""
        return ()


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


@dataclass(frozen=True, eq=False, kw_only=True)
class Integer(Kind[int]):
    choices: tuple[int, ...] = ()
    minimum: int | None = None
    maximum: int | None = None

    @cached_property
    def valid(self) -> SearchStrategy[int]:
        if self.choices:
            return among(filter(self._is_between, self.choices))
        low, high = self._bounds()
        near = [low, low + 1, high - 1, high, 0, 1]
        return st.one_of(
            st.integers(low, high), st.sampled_from([n for n in near if low <= n <= high])
        )

    def _flaws(self) -> Iterator[Flaw]:
        yield from wrong_types(int)
        if self.choices:
            yield flaw("choices", self._unchosen())
        if self.minimum is not None:
            yield flaw("minimum", below(self.minimum, LEAST))
        if self.maximum is not None:
            yield flaw("maximum", above(self.maximum, MOST))

    def other_than(self, values: Sequence[object]) -> SearchStrategy[object] | None:
        if self.choices:
            return rest_of(filter(self._is_between, self.choices), values)
        return Kind.other_than(self, values)

    def within(self, minimum: int | None, maximum: int | None) -> Integer:
        """The same, where further bounds hold."""
        lows = [n for n in (self.minimum, minimum) if n is not None]
        highs = [n for n in (self.maximum, maximum) if n is not None]
        return Integer(
            choices=self.choices,
            minimum=max(lows) if lows else None,
            maximum=min(highs) if highs else None,
        )

    @cached_property
    def is_possible(self) -> bool:
        """Whether any number keeps the rules."""
        low, high = self._bounds()
        return any(map(self._is_between, self.choices)) if self.choices else low <= high

    @property
    def accepted(self) -> tuple[type, ...]:
        return (int,)

    def _bounds(self) -> tuple[int, int]:
        low = LEAST if self.minimum is None else self.minimum
        return low, MOST if self.maximum is None else self.maximum

    def _is_between(self, value: int) -> bool:
        low, high = self._bounds()
        return low <= value <= high

    def _unchosen(self) -> SearchStrategy[object]:
        near = {choice + step for choice in self.choices for step in (-1, 1)} | {0, -1, 1, 99}
        far = (min(self.choices) - 2, LEAST), (max(self.choices) + 2, MOST)
        return st.one_of(
            st.sampled_from(sorted(near.difference(self.choices))),
            *(st.integers(min(pair), max(pair)) for pair in far),
        )


def below(bound: int, least: int) -> SearchStrategy[int]:
    return st.one_of(st.just(bound - 1), st.integers(least, bound - 1))


def above(bound: int, most: int) -> SearchStrategy[int]:
    return st.one_of(st.just(bound + 1), st.integers(bound + 1, most))


@dataclass(frozen=True, eq=False, kw_only=True)
class Number(Kind[float]):
    """A JSON number: whole, or with a fraction."""

    minimum: int | None = None
    maximum: int | None = None

    @cached_property
    def valid(self) -> SearchStrategy[float]:
        whole = Integer(minimum=self.minimum, maximum=self.maximum).valid
        return st.one_of(
            whole,
            st.floats(self.minimum, self.maximum, allow_nan=False, allow_infinity=False),
        )

    def _flaws(self) -> Iterator[Flaw]:
        yield from wrong_types(int, float)
        yield flaw("type", st.sampled_from((float("inf"), float("-inf"), float("nan"))))
        if self.minimum is not None:
            yield flaw("minimum", below(self.minimum, LEAST))
        if self.maximum is not None:
            yield flaw("maximum", above(self.maximum, MOST))

    @property
    def accepted(self) -> tuple[type, ...]:
        return (int, float)


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
    def accepted(self) -> tuple[type, ...]:
        return (bool,)


@dataclass(frozen=True, eq=False, kw_only=True)
class Digits(Kind[str | int]):
    """Exactly so many digits, as text or as a whole number."""

    length: int

    @cached_property
    def valid(self) -> SearchStrategy[str | int]:
        low, high = 10 ** (self.length - 1), 10**self.length - 1
        texts = st.text("0123456789", min_size=self.length, max_size=self.length)
        bounds = (low, high, "0" * self.length, "9" * self.length)
        return st.one_of(texts, st.integers(low, high), st.sampled_from(bounds))

    def _flaws(self) -> Iterator[Flaw]:
        few, many = self.length - 1, self.length + 1
        low, high = 10**few, 10**self.length - 1
        yield from wrong_types(int, str, rule="digits")
        yield flaw("digits", st.text("0123456789", min_size=few, max_size=few))
        yield flaw("digits", st.text("0123456789", min_size=many, max_size=many + 9))
        yield flaw("digits", st.one_of(st.integers(0, low - 1), st.integers(high + 1, MOST)))
        yield flaw("digits", st.integers(-high, -low))
        yield flaw("digits", st.sampled_from(self._misspelled))

    @cached_property
    def _misspelled(self) -> list[str]:
        right = "1234567890" * (self.length // 10 + 1)
        ends = ("+", "-", " ", "_", "a", ".", "\u0661", "\uff11", "\u00b2", "\n", "\0")
        inside = [right[: self.length - 1] + end for end in ends]
        return (
            inside + [end + right[: self.length] for end in "+- "] + [right[: self.length] + "\n"]
        )

    @property
    def accepted(self) -> tuple[type, ...]:
        return (int, str)


@dataclass(frozen=True, eq=False, kw_only=True)
class File(Kind[bytes]):
    """The content of a file, which begins with `magic`."""

    magic: bytes
    extensions: tuple[str, ...] = ()

    @cached_property
    def valid(self) -> SearchStrategy[bytes]:
        return st.binary().map(lambda rest: self.magic + rest)

    def _flaws(self) -> Iterator[Flaw]:
        # A text is a path: whether there is such a file is not for a strategy to know.
        yield from wrong_types(bytes, str)
        yield flaw("file", st.sampled_from(self._cut_off))
        if self.magic:
            others = bytes({0, 0x89, 0xFF} - {self.magic[0]})
            yield flaw(
                "file", st.builds(bytes.__add__, st.sampled_from(others).map(_byte), self.valid)
            )

    @cached_property
    def _cut_off(self) -> list[bytes]:
        return [self.magic[:size] for size in range(len(self.magic))]

    @property
    def accepted(self) -> tuple[type, ...]:
        return (bytes,)


def _with_first(given: tuple[int, bytes]) -> bytes:
    first, content = given
    return bytes((first,)) + content[1:]


@dataclass(frozen=True, eq=False)
class Anything(Kind[object]):
    """Any JSON value."""

    @cached_property
    def valid(self) -> SearchStrategy[object]:
        from .text import SOUND

        texts = st.text(SOUND, max_size=8)
        scalars = st.one_of(st.none(), st.booleans(), st.integers(LEAST, MOST), texts)
        return st.recursive(
            scalars,
            lambda inner: st.one_of(
                st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)
            ),
            max_leaves=5,
        )

    def _flaws(self) -> Iterator[Flaw]:
        return iter(())


@dataclass(frozen=True, eq=False)
class Nullable(Kind[T_co | None]):
    """None is a value as well."""

    kind: Kind[T_co]

    @cached_property
    def valid(self) -> SearchStrategy[T_co | None]:
        return st.one_of(st.none(), self.kind.valid)

    def _flaws(self) -> Iterator[Flaw]:
        return (each for each in self.kind.flaws if not each.is_absence)


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


BOOLEAN = Boolean()
INTEGER = Integer()
ANYTHING = Anything()
