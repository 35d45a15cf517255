"""What is done, step by step."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from .node import Node
from .values import Clause, Query, Value


class Refusal(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An error of the API; its message may have values in it."""

    code: str | int
    message: Value
    fields: Mapping[str, Value] = {}
    """What else its response says, by the names of the envelope's fields."""


class Find(Node, frozen=True, tag="find"):
    """Bind the first record of a query; None if there is none and that is no error."""

    query: Query
    name: str
    otherwise: Refusal | None = None


class Require(Node, frozen=True, tag="require"):
    condition: tuple[Clause, ...]
    otherwise: Refusal


class Stored(Node, frozen=True):
    """An object whose fields are stored in place of the arguments."""

    value: Value
    names: Mapping[str, str] = {}
    """Key in JSON -> name of the field, where they differ."""


class Create(Node, frozen=True, tag="create"):
    """A new record: what its entity starts with, the operation's arguments, and `set`."""

    entity: str
    name: str
    set: Mapping[str, Value] = {}
    leave_out: tuple[str, ...] = ()
    """Arguments that are not stored."""
    arguments: bool = True
    given: Stored | None = None


class Change(Node, frozen=True, tag="change"):
    record: str
    set: Mapping[str, Value] = {}
    leave_out: tuple[str, ...] = ()
    arguments: bool = True
    given: Stored | None = None


class Remove(Node, frozen=True, tag="remove"):
    """Remove a record, and what depends on it."""

    record: str


class Move(Node, frozen=True, tag="move"):
    """A transition of a record."""

    record: str
    transition: str
    otherwise: Refusal | None = None
    """If the record is not in a state from which it leads; without, nothing happens then."""


class ForEach(Node, frozen=True, tag="for_each"):
    source: Query | Value
    name: str
    steps: tuple[Step, ...]


class Repeat(Node, frozen=True, tag="repeat"):
    """Do steps so many times; `name` is which time it is, from 1."""

    count: Value
    name: str
    steps: tuple[Step, ...]


class At(Node, frozen=True, tag="at"):
    """Do steps as if it were another moment."""

    moment: Value
    steps: tuple[Step, ...]


class When(Node, frozen=True, tag="when"):
    condition: tuple[Clause, ...]
    then: tuple[Step, ...]
    otherwise: tuple[Step, ...] = ()


class Let(Node, frozen=True, tag="let"):
    """Names for values."""

    values: Mapping[str, Value]


class Emit(Node, frozen=True, tag="emit"):
    """An event that the service tells its webhooks: of a value; `fields` replace some of it."""

    event: str
    fields: Mapping[str, Value]
    value: Value | None = None


class Respond(Node, frozen=True, tag="respond"):
    """Answer with a value, shown as the operation's return type; `fields` replace some of it."""

    value: Value | None = None
    fields: Mapping[str, Value] = {}
    status: int | None = None
    """The first that is documented where it is none."""
    head: Value | None = None
    """What headers say beside a file or a text."""
    numbers: bool = False
    """Identifiers that are whole numbers are shown as such, not as text."""


class Page(Node, frozen=True, tag="page"):
    """Answer with a page of a list.

    `fields` are of each item, `around` of the page, `last` of the last one alone.
    """

    source: Query | Value
    name: str
    fields: Mapping[str, Value] = {}
    around: Mapping[str, Value] = {}
    last: Mapping[str, Value] = {}
    items: str = ""
    """The key of the items, where the operation has no paging that says it."""
    otherwise: Refusal | None = None
    """If what asks for the page is none that was handed out, or is too old."""
    part: int | None = None
    """The status of a page behind which another follows, where it is one of its own."""
    numbers: bool = False


class Resume(Node, frozen=True, tag="resume"):
    """Answer with the page behind the one that handed out a cursor, of whichever list that was."""

    cursor: Value
    otherwise: Refusal
    """If it was not handed out, or is too old."""


class Fail(Node, frozen=True, tag="fail"):
    refusal: Refusal
    keep: bool = False
    """What was done before stays done, and events are told."""


Step = (
    Find
    | Require
    | Create
    | Change
    | Remove
    | Move
    | ForEach
    | Repeat
    | At
    | When
    | Let
    | Emit
    | Respond
    | Page
    | Resume
    | Fail
)
