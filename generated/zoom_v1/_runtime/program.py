"""What a spec says of state: entities, and what each operation does to them. Data, and no logic.

Three closed vocabularies: `Value`, which is computed; `Test`, which holds or not; and `Step`, which
is done. The compiler builds them, the generated package holds them as JSON, and the engine folds
over them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct


class _Node(Struct, frozen=True, kw_only=True, tag_field="is", omit_defaults=True):
    pass


# What is computed.


class Constant(_Node, frozen=True, tag="constant"):
    """The same every time."""

    value: object


class Reference(_Node, frozen=True, tag="reference"):
    """An argument, a record, or what is inside: `("order", "buyer_id")`. None if it is absent."""

    path: tuple[str, ...]


class Template(_Node, frozen=True, tag="template"):
    """Text with values in it."""

    parts: tuple[Value, ...]


class Made(_Node, frozen=True, tag="made"):
    """Random, of a shape; the same seed makes the same."""

    shape: Literal["digits", "number", "url_safe", "base64", "hex", "alphanumeric", "uuid"]
    length: int
    """Characters; bytes for `base64`."""
    prefix: str = ""


class Chosen(_Node, frozen=True, tag="chosen"):
    """One of several values, by what another one is."""

    on: Value
    cases: Mapping[str, Value]
    otherwise: Value | None = None


class FirstOf(_Node, frozen=True, tag="first_of"):
    """The first that is there: neither absent, nor null, nor empty text."""

    values: tuple[Value, ...]


class Counted(_Node, frozen=True, tag="counted"):
    """How many records a query finds."""

    query: Query


class Summed(_Node, frozen=True, tag="summed"):
    """What a field of the records amounts to."""

    query: Query
    value: Value
    name: str
    """What each record is called in `value`."""


class Listed(_Node, frozen=True, tag="listed"):
    """A list with something for each record of a query, or for each item of a list."""

    source: Query | Value
    name: str
    value: Value


class Grouped(_Node, frozen=True, tag="grouped"):
    """The distinct values of something over records, in order."""

    query: Query
    name: str
    value: Value


class Looked(_Node, frozen=True, tag="looked"):
    """Something of the first record of a query; absent if there is none."""

    query: Query
    name: str
    value: Value


class Appended(_Node, frozen=True, tag="appended"):
    """A list, which may be absent, and one more item."""

    value: Value
    item: Value


class Epoch(_Node, frozen=True, tag="epoch"):
    """How long after 1970 a moment is."""

    value: Value
    unit: Literal["seconds", "milliseconds"] = "seconds"


class Moment(_Node, frozen=True, tag="moment"):
    """A moment, so many of a unit after another one; the start of its day or month, if asked."""

    base: Value
    amount: Value | None = None
    unit: Literal["seconds", "minutes", "hours", "days", "months", "years"] = "seconds"
    floor: Literal["", "day", "month", "year"] = ""
    zone: Value | None = None
    """The time zone whose wall clock shows `base`, if that is not UTC."""


class Between(_Node, frozen=True, tag="between"):
    """How long it is from one moment to another, rounded down and never below zero."""

    first: Value
    last: Value
    unit: Literal["seconds", "minutes", "days", "clock"]
    """`clock` is text: `MM:SS`, or `HH:MM:SS` from an hour on."""


class Arithmetic(_Node, frozen=True, tag="arithmetic"):
    """Whole numbers put together."""

    operator: Literal["plus", "minus", "times"]
    values: tuple[Value, ...]


class Size(_Node, frozen=True, tag="size"):
    """How many items a list, or characters a text has."""

    value: Value


class Split(_Node, frozen=True, tag="split"):
    """The parts of a text, without blanks around them and without empty ones."""

    value: Value
    separator: str


class Joined(_Node, frozen=True, tag="joined"):
    """The items of a list as one text."""

    value: Value
    separator: str


class Tested(_Node, frozen=True, tag="tested"):
    """Whether a condition holds."""

    condition: tuple[Clause, ...]


class ObjectOf(_Node, frozen=True, tag="object"):
    """An object with these keys; what is absent is left out."""

    fields: Mapping[str, Value]


class Recurring(_Node, frozen=True, tag="recurring"):
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


Value = (
    Constant
    | Reference
    | Template
    | Made
    | Chosen
    | FirstOf
    | Counted
    | Summed
    | Listed
    | Grouped
    | Looked
    | Appended
    | Epoch
    | Moment
    | Between
    | Arithmetic
    | Size
    | Split
    | Joined
    | Tested
    | ObjectOf
    | Recurring
)


# What holds or not.


class Equals(_Node, frozen=True, tag="equals"):
    value: Value


class OneOf(_Node, frozen=True, tag="one_of"):
    values: tuple[Value, ...]


class NoneOf(_Node, frozen=True, tag="none_of"):
    values: tuple[Value, ...]


class Given(_Node, frozen=True, tag="given"):
    """Whether there is a value: neither absent, nor null, nor empty."""

    given: bool


class AtLeast(_Node, frozen=True, tag="at_least"):
    value: Value


class AtMost(_Node, frozen=True, tag="at_most"):
    value: Value


class MoreThan(_Node, frozen=True, tag="more_than"):
    value: Value


class LessThan(_Node, frozen=True, tag="less_than"):
    value: Value


class Contains(_Node, frozen=True, tag="contains"):
    """A list has an item, or a text a part."""

    value: Value


Test = Equals | OneOf | NoneOf | Given | AtLeast | AtMost | MoreThan | LessThan | Contains


class Clause(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A test of a value; the clauses of a condition have to hold together."""

    value: Value
    test: Test


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


class Index(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The records that pass `filters`, by their `fields`, ordered by `order` and then by age."""

    fields: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    order: str = ""


class Refusal(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An error of the API; its message may have values in it."""

    code: str | int
    message: Value


# What is done.


class Find(_Node, frozen=True, tag="find"):
    """Bind the first record of a query; None if there is none and that is no error."""

    query: Query
    name: str
    otherwise: Refusal | None = None


class Require(_Node, frozen=True, tag="require"):
    condition: tuple[Clause, ...]
    otherwise: Refusal


class Create(_Node, frozen=True, tag="create"):
    """A new record: what its entity starts with, the operation's arguments, and `set`."""

    entity: str
    name: str
    set: Mapping[str, Value] = {}
    leave_out: tuple[str, ...] = ()
    """Arguments that are not stored."""
    arguments: bool = True


class Change(_Node, frozen=True, tag="change"):
    record: str
    set: Mapping[str, Value] = {}
    leave_out: tuple[str, ...] = ()
    arguments: bool = True


class Remove(_Node, frozen=True, tag="remove"):
    """Remove a record, and what depends on it."""

    record: str


class Move(_Node, frozen=True, tag="move"):
    """A transition of a record."""

    record: str
    transition: str
    otherwise: Refusal | None = None
    """If the record is not in a state from which it leads; without, nothing happens then."""


class ForEach(_Node, frozen=True, tag="for_each"):
    source: Query | Value
    name: str
    steps: tuple[Step, ...]


class When(_Node, frozen=True, tag="when"):
    condition: tuple[Clause, ...]
    then: tuple[Step, ...]
    otherwise: tuple[Step, ...] = ()


class Let(_Node, frozen=True, tag="let"):
    """Names for values."""

    values: Mapping[str, Value]


class Emit(_Node, frozen=True, tag="emit"):
    """An event that the service tells its webhooks."""

    event: str
    fields: Mapping[str, Value]


class Respond(_Node, frozen=True, tag="respond"):
    """Answer with a value, shown as the operation's return type; `fields` replace some of it."""

    value: Value | None = None
    fields: Mapping[str, Value] = {}
    numbers: bool = False
    """Identifiers that are whole numbers are shown as such, not as text."""


class Page(_Node, frozen=True, tag="page"):
    """Answer with a page of a list. `fields` are of each item, `around` of the page."""

    source: Query | Value
    name: str
    fields: Mapping[str, Value] = {}
    around: Mapping[str, Value] = {}
    items: str = ""
    """The key of the items, where the operation has no paging that says it."""
    otherwise: Refusal | None = None
    """If what asks for the page is none that was handed out, or is too old."""
    numbers: bool = False


class Fail(_Node, frozen=True, tag="fail"):
    refusal: Refusal


Step = (
    Find
    | Require
    | Create
    | Change
    | Remove
    | Move
    | ForEach
    | When
    | Let
    | Emit
    | Respond
    | Page
    | Fail
)


# What there is.


class Unique(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """No two records have the same in these fields."""

    index: int
    fields: tuple[str, ...]
    otherwise: Refusal


class Dependant(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What becomes of the records that name a removed one."""

    entity: str
    field: str
    index: int
    then: Literal["remove", "keep", "clear", "refuse"]
    many: bool = False
    """The field is a list of keys."""
    otherwise: Refusal | None = None


class Transition(Struct, frozen=True, kw_only=True, omit_defaults=True):
    doc: str
    sources: tuple[object, ...] = ()
    """States from which it leads; from all, if there are none."""
    target: object = None
    steps: tuple[Step, ...] = ()
    arguments: Mapping[str, Value | None] = {}
    """What may be told with it -> what it is otherwise."""
    due: str = ""
    """A field with the moment at which the service does it by itself."""
    due_index: int = -1


class Entity(Struct, frozen=True, kw_only=True, omit_defaults=True):
    doc: str
    key: str
    """The field that tells records apart."""
    starts: Mapping[str, Value] = {}
    indexes: tuple[Index, ...] = ()
    ignore_case: tuple[str, ...] = ()
    unique: tuple[Unique, ...] = ()
    dependants: tuple[Dependant, ...] = ()
    state: str = ""
    """The field that holds the state."""
    states: Mapping[str, object] = {}
    """What each state is called -> the field's value."""
    transitions: Mapping[str, Transition] = {}
    sensitive: tuple[str, ...] = ()
    """Fields that are never shown as they are."""


class Shape(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a value is shown: `object` names one of `Program.objects`."""

    kind: Literal[
        "text",
        "integer",
        "number",
        "boolean",
        "identifier",
        "date",
        "csv",
        "list",
        "map",
        "object",
        "any",
    ]
    formats: tuple[str, ...] = ()
    blank: bool = False
    item: Shape | None = None
    object: str = ""
    nullable: bool = False


class ShownField(Struct, frozen=True, kw_only=True, omit_defaults=True):
    name: str
    wire: str
    shape: Shape
    optional: bool = False


class Pages(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How an operation is asked for a page, and what is said of it. Names of arguments and keys."""

    by: Literal["number", "token"]
    items: str
    """The key of the items."""
    size: str = ""
    most: int = 0
    """How many a page holds that nobody asked for."""
    page: str = ""
    count: str = ""
    total: str = ""
    token: str = ""
    lifetime: int = 0


class Plan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an operation does."""

    steps: tuple[Step, ...]
    returns: Shape | None = None
    defaults: Mapping[str, object] = {}
    """What arguments are that are not given."""
    pages: Pages | None = None
    stored_defaults: bool = True
    """Whether references see the defaults of arguments that are not given."""


class Program(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of it."""

    entities: Mapping[str, Entity]
    plans: Mapping[str, Plan]
    objects: Mapping[str, tuple[ShownField, ...]]
