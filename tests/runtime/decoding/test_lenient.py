"""Answers that are not as documented: what fits is typed, what does not is kept and named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import UNSET, UnsetType

from apiscribe.runtime.decoding import lenient
from apiscribe.runtime.model import BlankableDatetime, Model, SensitiveText, dec_hook


class Leaf(Model):
    name: str
    id: int | str
    at: BlankableDatetime | UnsetType = UNSET
    colour: SensitiveText | UnsetType = UNSET


class Branch(Model):
    leaves: list[Leaf]
    by_day: dict[str, Leaf]
    from_: Branch | UnsetType | None = msgspec.field(name="from", default=UNSET)
    size: float | UnsetType = UNSET
    other: list[int] | str | UnsetType = UNSET


@dataclass
class Part:
    """A part of an answer, what has to be made of it, and what has to be said of it."""

    source: Any
    value: Any
    said: list[str] = field(default_factory=list)


OTHERS: dict[str, st.SearchStrategy[Any]] = {
    "a number": st.integers(-9, 9) | st.floats(1.1, 1.9),
    "text": st.just("other"),
    "a boolean": st.booleans(),
    "null": st.none(),
    "a list": st.just([{}]),
    "an object": st.just({"name": 1}),
}


def of_another_kind(expected: str, *names: str) -> st.SearchStrategy[Part]:
    """A part that is something else than `expected`; `names` are what would be right."""

    def part(name: str) -> st.SearchStrategy[Part]:
        return OTHERS[name].map(lambda each: Part(each, each, [f" is {name}, not {expected}"]))

    return st.one_of([part(name) for name in OTHERS if name not in names])


def same(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Part]:
    return strategy.map(lambda value: Part(value, value))


MOMENT = Part("2017-03-10T08:30:00Z", datetime(2017, 3, 10, 8, 30, tzinfo=UTC))
NAME = same(st.text()) | of_another_kind("str", "text")
WHOLE = st.just(Part(3.0, 3))
ID = same(st.text() | st.integers()) | WHOLE | of_another_kind("int or str", "text", "a number")
AT = st.sampled_from([MOMENT, Part("", None), Part(None, None)]) | of_another_kind(
    "BlankableDatetime", "text", "null"
)
SIZE = (
    same(st.floats(allow_nan=False)) | st.just(Part(3, 3.0)) | of_another_kind("float", "a number")
)
OTHER = same(st.just("x") | st.lists(st.integers())) | of_another_kind(
    "list or str", "text", "a list"
)


@st.composite
def objects(draw, kind, fields, required):
    """An object of some of the fields; `fields` are key -> name and strategy."""
    source, values, said = {"unknown": 1}, {}, []
    for key, (name, strategy) in fields.items():
        if draw(st.booleans()):
            part = draw(strategy)
            source[key], values[name] = part.source, part.value
            said += [f".{key}{line}" for line in part.said]
        elif key in required:
            values[name] = UNSET
            said.append(f".{key} is missing")
    return Part(source, kind(**values), said)


LEAF = objects(
    Leaf,
    {"name": ("name", NAME), "id": ("id", ID), "at": ("at", AT), "colour": ("colour", NAME)},
    {"name", "id"},
)
LEAF_OR_NOT = LEAF | of_another_kind("Leaf", "an object")
LEAVES = st.lists(LEAF_OR_NOT, max_size=3).map(
    lambda parts: Part(
        [part.source for part in parts],
        [part.value for part in parts],
        [f"[{at}]{line}" for at, part in enumerate(parts) for line in part.said],
    )
) | of_another_kind("list", "a list")
BY_DAY = st.dictionaries(st.sampled_from(["mon", "tue"]), LEAF_OR_NOT).map(
    lambda parts: Part(
        {key: part.source for key, part in parts.items()},
        {key: part.value for key, part in parts.items()},
        [f".{key}{line}" for key, part in parts.items() for line in part.said],
    )
) | of_another_kind("dict", "an object")


def branches(inner):
    found = {
        "leaves": ("leaves", LEAVES),
        "by_day": ("by_day", BY_DAY),
        "from": ("from_", inner),
        "size": ("size", SIZE),
        "other": ("other", OTHER),
    }
    return objects(Branch, found, {"leaves", "by_day"})


NO_BRANCH = st.just(Part(None, None)) | of_another_kind("Branch or null", "an object", "null")
BRANCH = branches(NO_BRANCH | branches(NO_BRANCH))


@given(BRANCH)
def test_each_part_is_typed_or_else_kept_and_named(part):
    value, mismatches = lenient.fit(part.source, Branch)

    assert value == part.value
    assert sorted(mismatches.lines) == sorted(f"${line}" for line in part.said)
    assert len(mismatches.lines) + mismatches.more == len(part.said)


@given(BRANCH)
@example(Part({"leaves": [], "by_day": {}, "size": 2}, None))
def test_what_fits_is_what_msgspec_makes_of_it(part):
    """Alone, and beside something that does not fit."""
    try:
        expected = msgspec.convert(part.source, Branch, dec_hook=dec_hook)
    except msgspec.ValidationError:
        assert part.said
        return

    assert lenient.fit(part.source, Branch)[0] == expected
    beside, mismatches = lenient.fit([part.source, 1], list[Branch])
    assert beside == [expected, 1]
    assert mismatches.lines == ["$[1] is a number, not Branch"]


def test_a_hundred_mismatches_are_named_and_the_rest_counted():
    value, mismatches = lenient.fit([{"name": "a", "id": 1}, *[{}] * 300], list[Leaf])

    nothing: dict[str, Any] = {"name": UNSET, "id": UNSET}
    assert value == [Leaf(name="a", id=1), *[Leaf(**nothing)] * 300]
    assert mismatches.lines[:3] == [
        "$[1].id is missing",
        "$[1].name is missing",
        "$[2].id is missing",
    ]
    assert (len(mismatches.lines), mismatches.more) == (100, 500)


def test_the_name_of_a_long_key_is_cut():
    _, mismatches = lenient.fit({"k" * 1000: 1}, dict[str, Leaf])

    assert mismatches.lines == [f"$.{'k' * 80}… is a number, not Leaf"]


@pytest.mark.parametrize("depth", [1, 10, 50])
def test_each_part_is_read_once_however_deep_it_lies(monkeypatch, depth):
    read = []

    def convert(source, kind, **options):
        read.append(source)
        return msgspec.convert(source, kind, **options)

    class Counted:
        def __getattr__(self, name):
            return convert if name == "convert" else getattr(msgspec, name)

    monkeypatch.setattr(lenient, "msgspec", Counted())
    source: dict[str, Any] = {}
    for _ in range(depth):
        source = {"leaves": [], "by_day": {}, "size": 1, "from": source}
    lenient.fit(source, Branch)

    # The whole at first, and then each number.
    assert len(read) == 1 + depth


def test_what_is_nested_too_deeply_is_kept():
    source: dict[str, Any] = {}
    for _ in range(100_000):
        source = {"from": source}

    value, mismatches = lenient.fit(source, Branch)

    assert value is source
    assert mismatches.lines == ["$ is nested too deeply"]
    while source:  # taken apart by hand: Python itself would be nested too deeply
        source = source["from"]
