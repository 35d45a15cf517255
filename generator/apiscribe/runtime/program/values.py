"""What is computed, what holds or not, which records are looked for; each may hold the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from .leaves import Constant, Given, Has, Made, Plausible, Present, Reference
from .node import Node


class Template(Node, frozen=True, tag="template"):
    """Text with values in it."""

    parts: tuple[Value, ...]


class Drawn(Node, frozen=True, tag="drawn"):
    """A random whole number, from one to another; the same seed draws the same."""

    low: Value
    high: Value


class Picked(Node, frozen=True, tag="picked"):
    """One of several values, at random."""

    values: tuple[Value, ...]


class Chosen(Node, frozen=True, tag="chosen"):
    """One of several values, by what another one is."""

    on: Value
    cases: Mapping[str, Value]
    otherwise: Value | None = None


class FirstOf(Node, frozen=True, tag="first_of"):
    """The first that is there: neither absent, nor null, nor empty text."""

    values: tuple[Value, ...]


class Counted(Node, frozen=True, tag="counted"):
    """How many records a query finds."""

    query: Query


class Summed(Node, frozen=True, tag="summed"):
    """What a field of the records amounts to."""

    query: Query
    value: Value
    name: str
    """What each record is called in `value`."""


class Listed(Node, frozen=True, tag="listed"):
    """A list with something for each record of a query, or for each item of a list."""

    source: Query | Value
    name: str
    value: Value


class Grouped(Node, frozen=True, tag="grouped"):
    """The distinct values of something over records, in order."""

    query: Query
    name: str
    value: Value


class Mapped(Node, frozen=True, tag="mapped"):
    """An object with an entry for each record of a query, or for each item of a list."""

    source: Query | Value
    name: str
    key: Value
    value: Value


class Entries(Node, frozen=True, tag="entries"):
    """What an object holds, as a list of objects with `key` and `value`."""

    value: Value


class Looked(Node, frozen=True, tag="looked"):
    """Something of the first record of a query; absent if there is none."""

    query: Query
    name: str
    value: Value


class Appended(Node, frozen=True, tag="appended"):
    """A list, which may be absent, and one more item."""

    value: Value
    item: Value


class Epoch(Node, frozen=True, tag="epoch"):
    """How long after 1970 a moment is."""

    value: Value
    unit: Literal["seconds", "milliseconds"] = "seconds"


class Moment(Node, frozen=True, tag="moment"):
    """A moment, so many of a unit after another one; the start of its day or month, if asked."""

    base: Value
    amount: Value | None = None
    unit: Literal["seconds", "minutes", "hours", "days", "months", "years"] = "seconds"
    floor: Literal["", "day", "month", "year"] = ""
    zone: Value | None = None
    """The time zone whose wall clock shows `base`, if that is not UTC."""


class Between(Node, frozen=True, tag="between"):
    """How long it is from one moment to another, rounded down and never below zero."""

    first: Value
    last: Value
    unit: Literal["seconds", "minutes", "days", "clock"]
    """`clock` is text: `MM:SS`, or `HH:MM:SS` from an hour on."""


class Arithmetic(Node, frozen=True, tag="arithmetic"):
    """Whole numbers put together."""

    operator: Literal["plus", "minus", "times"]
    values: tuple[Value, ...]


class Size(Node, frozen=True, tag="size"):
    """How many items a list, or characters a text has."""

    value: Value


class PartOf(Node, frozen=True, tag="part"):
    """Some items of a list in a row."""

    value: Value
    skip: Value | None = None
    """How many of them go before."""
    most: Value | None = None
    """How many there are at most."""


class Former(Node, frozen=True, tag="former"):
    """What a record was before the operation: of each field that is another now, as it is shown."""

    record: Value


class InARow(Node, frozen=True, tag="in_a_row"):
    """How many characters of a text, at most, stand in a row that are of one kind.

    `same` ones are alike; `following` ones count up or down, as in `abc` and `321`.
    """

    value: Value
    kind: Literal["same", "following"]


class Split(Node, frozen=True, tag="split"):
    """The parts of a text, without blanks around them and without empty ones."""

    value: Value
    separator: str


class Joined(Node, frozen=True, tag="joined"):
    """The items of a list as one text."""

    value: Value
    separator: str


class Tested(Node, frozen=True, tag="tested"):
    """Whether a condition holds."""

    condition: tuple[Clause, ...]


class ObjectOf(Node, frozen=True, tag="object"):
    """An object with these keys; what is absent is left out."""

    fields: Mapping[str, Value]


class Recurring(Node, frozen=True, tag="recurring"):
    """The moments at which something happens again and again, in order."""

    start: Value
    zone: Value
    frequency: Value
    """`daily`, `weekly`, `monthly`, `yearly`; anything else: only once."""
    interval: Value | None = None
    weekdays: Value | None = None
    """Numbers of days of the week, 1 for Sunday; a list."""
    month_day: Value | None = None
    week: Value | None = None
    """Which week of the month; -1 for the last."""
    week_day: Value | None = None
    count: Value | None = None
    until: Value | None = None
    most: int = 50


OverRecords = Counted | Summed | Listed | Grouped | Mapped | Looked
OverTime = Epoch | Moment | Between | Recurring
ByChance = Made | Drawn | Picked | Plausible
OfParts = Appended | Entries | Size | PartOf | InARow | Split | Joined | ObjectOf
Value = (
    Constant
    | Reference
    | Template
    | Chosen
    | FirstOf
    | Arithmetic
    | Former
    | Tested
    | OverRecords
    | OverTime
    | ByChance
    | OfParts
)


# What holds or not.


class Equals(Node, frozen=True, tag="equals"):
    value: Value


class OneOf(Node, frozen=True, tag="one_of"):
    values: tuple[Value, ...]


class NoneOf(Node, frozen=True, tag="none_of"):
    values: tuple[Value, ...]


class AtLeast(Node, frozen=True, tag="at_least"):
    value: Value


class AtMost(Node, frozen=True, tag="at_most"):
    value: Value


class MoreThan(Node, frozen=True, tag="more_than"):
    value: Value


class LessThan(Node, frozen=True, tag="less_than"):
    value: Value


class Contains(Node, frozen=True, tag="contains"):
    """A list has an item, or a text a part; all of them, if it is a list that is looked for."""

    value: Value


class ContainsAny(Node, frozen=True, tag="contains_any"):
    """A list has one of several items, or a text one of several parts."""

    value: Value


Comparison = AtLeast | AtMost | MoreThan | LessThan | Contains | ContainsAny
Test = Equals | OneOf | NoneOf | Given | Has | Comparison


class Clause(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A test of a value; the clauses of a condition have to hold together."""

    value: Value
    test: Test | Present
    """`Present` tests a reference."""


class Filter(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A test of a field."""

    field: str
    test: Test
    optional: bool = False
    """Passed by everything if the test's own value is absent."""


class Query(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="is", tag="query"):
    """Records of an entity, in a stable order."""

    entity: str
    index: int
    """Which of the entity's indexes is gone through."""
    keys: tuple[Value, ...] = ()
    """What the index's fields have to be."""
    filters: tuple[Filter, ...] = ()
    """What else has to hold, seen record by record."""
    descending: bool = False
