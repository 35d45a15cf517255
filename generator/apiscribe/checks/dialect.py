"""The regular expressions that every back end understands: Python, JavaScript, JSON Schema.

Python's own parser reads them; what is left is turned into three kinds of items.
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

# The standard library parses patterns here, and declares no types for it.
_parser: Any = importlib.import_module("re._parser")
_codes: Any = importlib.import_module("re._constants")


@dataclass(frozen=True, slots=True)
class One:
    """One character of a set, as Python's parser gives it."""

    tree: Any


@dataclass(frozen=True, slots=True)
class Many:
    """A part repeated."""

    least: int
    most: int
    body: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Or:
    branches: tuple[tuple[Item, ...], ...]


Item = One | Many | Or


class _Foreign(Exception):
    """A construct that not all back ends understand."""


def parsed(pattern: str) -> tuple[Item, ...] | str:
    """The items of a pattern, or what is wrong with it."""
    try:
        with warnings.catch_warnings():
            # What Python warns of means something else in a later version.
            warnings.simplefilter("error")
            tree = _parser.parse(pattern)
        if tree.state.flags & ~re.UNICODE.value:
            raise _Foreign("flags")
        if tree.state.groupdict:
            raise _Foreign("a named group")
        return tuple(_items(tree))
    except re.error as error:
        return f"is no regular expression: {error}"
    except Warning as error:
        return f"is not read alike everywhere: {str(error)[:1].lower()}{str(error)[1:]}"
    except (OverflowError, RecursionError):
        return "is too large for a regular expression"
    except _Foreign as error:
        return f"has {error}, which not everything that reads a pattern understands"


def _items(tree: Iterable[tuple[Any, Any]]) -> Iterator[Item]:
    for code, argument in tree:
        if code in _SINGLE:
            yield One((code, argument))
        elif code in (_codes.MAX_REPEAT, _codes.MIN_REPEAT):
            least, most, body = argument
            yield Many(int(least), int(most), tuple(_items(body)))
        elif code is _codes.BRANCH:
            yield Or(tuple(tuple(_items(branch)) for branch in argument[1]))
        elif code is _codes.SUBPATTERN:
            _, added, removed, body = argument
            if added or removed:
                raise _Foreign("flags")
            yield from _items(body)
        elif code is _codes.AT and argument in (_codes.AT_BEGINNING, _codes.AT_END):
            continue  # the whole value is matched anyway
        else:
            raise _Foreign(_FOREIGN.get(code, "a construct of Python's own"))


_SINGLE = {_codes.LITERAL, _codes.NOT_LITERAL, _codes.ANY, _codes.IN}
_FOREIGN = {
    _codes.GROUPREF: "a back reference",
    _codes.GROUPREF_EXISTS: "a condition on a group",
    _codes.ASSERT: "a look-around",
    _codes.ASSERT_NOT: "a look-around",
    _codes.AT: "a boundary",
    _codes.ATOMIC_GROUP: "an atomic group",
    _codes.POSSESSIVE_REPEAT: "a possessive repetition",
}
_CATEGORIES = {
    _codes.CATEGORY_DIGIT: re.compile(r"\d"),
    _codes.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    _codes.CATEGORY_SPACE: re.compile(r"\s"),
    _codes.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    _codes.CATEGORY_WORD: re.compile(r"\w"),
    _codes.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


@dataclass(slots=True)
class Alphabet:
    """Characters enough to tell the sets of one pattern apart: ASCII, each edge, and a few."""

    pattern: Sequence[Item]
    _sample: frozenset[int] = frozenset()
    _known: dict[int, frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        edges = {near for edge in _edges(self.pattern) for near in (edge - 1, edge, edge + 1)}
        sample = {*range(128), *map(ord, "\xa0\xe9\u0663\u4e2d\u2028\U0001f600"), *edges}
        self._sample = frozenset(point for point in sample if 0 <= point <= 0x10FFFF)

    def of(self, item: Item) -> frozenset[int]:
        """Which of the characters an item can match anywhere."""
        if id(item) not in self._known:
            self._known[id(item)] = self._of(item)
        return self._known[id(item)]

    def _of(self, item: Item) -> frozenset[int]:
        if isinstance(item, One):
            return frozenset(point for point in self._sample if _matches(item.tree, point))
        parts = item.body if isinstance(item, Many) else [i for b in item.branches for i in b]
        return frozenset().union(*(self.of(part) for part in parts))


def _edges(items: Iterable[Item]) -> Iterator[int]:
    for item in items:
        if isinstance(item, One):
            yield from _tree_edges(item.tree)
        elif isinstance(item, Many):
            yield from _edges(item.body)
        else:
            for branch in item.branches:
                yield from _edges(branch)


def _tree_edges(tree: tuple[Any, Any]) -> Iterator[int]:
    code, argument = tree
    if code in (_codes.LITERAL, _codes.NOT_LITERAL):
        yield argument
    elif code is _codes.RANGE:
        yield from argument
    elif code is _codes.IN:
        for part in argument:
            yield from _tree_edges(part)


def _matches(tree: tuple[Any, Any], point: int) -> bool:
    code, argument = tree
    if code is _codes.LITERAL:
        return bool(argument == point)
    if code is _codes.NOT_LITERAL:
        return bool(argument != point)
    if code is _codes.ANY:
        return point != ord("\n")
    if code is _codes.RANGE:
        return bool(argument[0] <= point <= argument[1])
    if code is _codes.CATEGORY:
        return _CATEGORIES[argument].match(chr(point)) is not None
    negated = argument[0][0] is _codes.NEGATE
    return negated != any(_matches(part, point) for part in argument[negated:])
