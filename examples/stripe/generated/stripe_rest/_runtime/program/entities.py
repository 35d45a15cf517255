"""What there is: entities, and what each operation does to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from ..pages import AnyPages
from ..semantics.members import Arms
from .steps import Refusal, Step
from .values import Filter, Query, Value


class Index(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The records that pass `filters`, by their `fields`, ordered by `order` and then by age."""

    fields: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    order: str = ""


class Unique(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """No two records have the same in these fields."""

    index: int
    fields: tuple[str, ...]
    otherwise: Refusal


class Name(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A field that tells a record too, to whoever drives the emulator."""

    field: str
    index: int


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


class Link(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a field names: a record, or several."""

    entity: str
    many: bool = False


class Subscribes(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Fields of records that say who is told of which events."""

    query: Query
    """Those that are told anything."""
    url: str
    events: str = ""
    """What the service calls them; it tells all, where no field says which."""
    every: str = ""
    """What stands for all of them."""
    secret: str = ""
    """With what deliveries are signed, or what they have in them."""
    about: Mapping[str, tuple[str, ...]] = {}
    """Field -> keys of payloads, at one of which an event that is told has its value."""
    headers: Mapping[str, str] = {}
    """Header of each delivery -> field."""


class Entity(Struct, frozen=True, kw_only=True, omit_defaults=True):
    doc: str
    key: str
    """The field that tells records apart."""
    known_by: tuple[Name, ...] = ()
    """What it may be called by where no key is meant."""
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
    known: tuple[str, ...] = ()
    """All fields that a record may have."""
    shape: str = ""
    """The object that says of which type they are, if any does."""
    links: Mapping[str, Link] = {}
    """Field -> what it names."""
    subscribes: Subscribes | None = None
    undelivered: str = ""
    """The field that counts who has not received the event that a record is."""


class Shape(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a value is shown: `object` names one of `Program.objects`."""

    kind: Literal[
        "text",
        "integer",
        "number",
        "boolean",
        "decimal",
        "identifier",
        "date",
        "duration",
        "csv",
        "list",
        "tuple",
        "map",
        "object",
        "union",
        "any",
    ]
    formats: tuple[str, ...] = ()
    blank: bool = False
    in_text: bool = False
    item: Shape | None = None
    parts: tuple[Shape, ...] = ()
    words: tuple[str | int, str | int] | None = None
    separator: str = ","
    object: str = ""
    nullable: bool = False
    none_as: str | int | None = None
    """What stands for none, where that is not null."""
    members: tuple[Shape, ...] = ()
    """Those of a union, in the order of `arms`."""
    arms: Arms | None = None


class ShownField(Struct, frozen=True, kw_only=True, omit_defaults=True):
    name: str
    wire: str
    shape: Shape
    optional: bool = False


class Pages(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How an operation is asked for a page, and what is said of it."""

    scheme: AnyPages
    """Keys are those of the whole response; `items` is a key of what is handed out."""
    whole: bool = False
    """Cursors are whole numbers, and no text."""
    around: tuple[str, ...] = ()
    """The keys of the response under which what is handed out stands, if the scheme has these."""


class Expands(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An argument that lists paths into the response, whose ids become what they name."""

    argument: str
    otherwise: int | str | None = None
    """The error of a path that leads to no id."""
    message: str = ""
    """With `{path}` in it."""


class Plan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an operation does."""

    steps: tuple[Step, ...]
    returns: Shape | None = None
    statuses: Mapping[int, Shape | None] = {}
    """What a status holds, where responses of several are documented."""
    head: Shape | None = None
    """Of what headers say beside a file or a text that is returned."""
    defaults: Mapping[str, object] = {}
    """What arguments are that are not given."""
    pages: Pages | None = None
    expands: Expands | None = None
    stored_defaults: bool = True
    """Whether references see the defaults of arguments that are not given."""


class Program(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of it."""

    entities: Mapping[str, Entity]
    plans: Mapping[str, Plan]
    objects: Mapping[str, tuple[ShownField, ...]]
    populate: tuple[Step, ...] = ()
    """What makes up one part of an account, done as often as is asked for."""
