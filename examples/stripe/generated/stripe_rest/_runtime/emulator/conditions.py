"""Tests of values, each made ready for the names that it compares with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from ..program import AtLeast, AtMost, Given, Has, LessThan, MoreThan, NoneOf, OneOf
from . import comparing
from .comparing import canonical, has, is_given

_SINGLE = (str, int, bool)
"""Values of one of these types are the same if they are written alike."""
Passes = Callable[[object], bool]
"""Whether a value passes a test."""


def given(test: Given) -> Passes:
    if test.may_be_empty:
        return lambda value: (value is not None) is test.given
    return lambda value: is_given(value) is test.given


def equals(other: object) -> Passes:
    wanted, kind = canonical(other), type(other)
    if kind not in _SINGLE:
        return lambda value: canonical(value) == wanted

    def passes(value: object) -> bool:
        return value == other if type(value) is kind else canonical(value) == wanted

    return passes


def equals_in_any_case(other: object) -> Passes:
    wanted = canonical(other).casefold()
    return lambda value: canonical(value).casefold() == wanted


def one_in_any_case(*others: object) -> Passes:
    wanted = {each.casefold() for each in _spread(others)}
    return lambda value: canonical(value).casefold() in wanted


def among(others: Iterable[object], test: OneOf | NoneOf) -> Passes:
    """A list among the others stands for its items."""
    wanted = set(_spread(others))
    match test:
        case OneOf():
            return lambda value: canonical(value) in wanted
        case NoneOf():
            return lambda value: canonical(value) not in wanted
    assert_never(test)


def _spread(others: Iterable[object]) -> Iterator[str]:
    for other in others:
        yield from map(canonical, other if isinstance(other, list) else [other])


def contains(other: object) -> Passes:
    parts = set(map(canonical, other if isinstance(other, list) else [other]))

    def passes(value: object) -> bool:
        if isinstance(value, list | dict):
            return parts <= set(map(canonical, value))
        text = canonical(value).casefold()
        return all(part.casefold() in text for part in parts)

    return passes


def contains_any(other: object) -> Passes:
    parts = set(map(canonical, those_given(other)))

    def passes(value: object) -> bool:
        if isinstance(value, list | dict):
            return not parts.isdisjoint(map(canonical, value))
        text = canonical(value).casefold()
        return any(part.casefold() in text for part in parts)

    return passes


def those_given(other: object) -> list[object]:
    """What is there of several values; a list among them stands for its items."""
    if isinstance(other, list):
        return [item for each in other for item in those_given(each)]
    return [other] if is_given(other) else []


def beside(other: object, test: AtLeast | AtMost | MoreThan | LessThan) -> Passes:
    if not is_given(other):
        return lambda value: False
    passes = comparing.beside(test, other)
    return lambda value: is_given(value) and passes(value)


def having(test: Has) -> Passes:
    return lambda value: has(test, canonical(value))
