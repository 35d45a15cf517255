"""What the model says of one API as a whole: operations, objects, errors, limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from apiscribe.model.ground import DOCUMENTED, Basis, Ground
from apiscribe.model.rules import ArgumentRule
from apiscribe.model.values import Field, Scalar, ValueType

Effect = Literal["read", "create", "change", "delete"]
Location = Literal["path", "query", "body"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Argument:
    name: str
    """The name on the wire; what Python calls it is decided in `naming`."""
    type: ValueType
    required: bool
    """As the page marks it."""
    doc: str
    required_ground: Ground = DOCUMENTED
    conditional: bool = False
    """Marked as required, yet a rule says when it is needed."""
    default: Scalar | None = None
    location: Location = "body"
    sensitive: bool = False
    deprecated: bool = False

    @property
    def always_required(self) -> bool:
        return self.required and not self.conditional


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberPaging:
    """Pages by number: the answer says how many there are."""

    items: str
    page: str
    size: str
    count: str
    total: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TokenPaging:
    """Pages by a token that each answer hands on, until it is empty."""

    items: str
    token: str
    size: str | None
    lifetime: int | None
    """Seconds that a token lives."""


Paging = NumberPaging | TokenPaging


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """At most `requests` in any `seconds`, shared by the operations of `group`."""

    group: str
    requests: int
    seconds: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A documented example: what was sent (by which client), or what was answered."""

    kind: Literal["curl", "node", "response"]
    path: str
    """The file, relative to the spec directory."""
    value: object


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    resource: str
    name: str
    method: str
    path: str
    aliases: tuple[str, ...]
    """Further addresses that answer alike."""
    section: str
    summary: str
    effect: Effect
    arguments: tuple[Argument, ...]
    rules: tuple[ArgumentRule, ...]
    encoding: Literal["form", "multipart", "json", "query"]
    returns: ValueType | None
    documented_as: str | None = None
    """What the page's own library calls it."""
    description: str | None = None
    paging: Paging | None = None
    limits: tuple[Limit, ...] = ()
    examples: tuple[Example, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.resource}.{self.name}"

    def example(self, kind: Literal["curl", "node", "response"]) -> Example | None:
        return next((e for e in self.examples if e.kind == kind), None)

    def argument(self, name: str) -> Argument:
        return next(a for a in self.arguments if a.name == name)

    @property
    def always_required(self) -> tuple[str, ...]:
        """The arguments that no call may leave out."""
        return tuple(a.name for a in self.arguments if a.always_required)


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    name: str
    section: str
    summary: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectType:
    name: str
    module: str
    """The file under `types/` that declares it, which names its module too."""
    doc: str
    fields: tuple[Field, ...]
    rules: tuple[ArgumentRule, ...] = ()
    section: str | None = None
    shorthand: str | None = None
    """The field for which a bare scalar stands in place of the whole object."""
    used_in: frozenset[Literal["request", "response"]] = frozenset()

    @property
    def in_requests(self) -> bool:
        return "request" in self.used_in

    @property
    def in_responses(self) -> bool:
        return "response" in self.used_in

    def field(self, name: str) -> Field:
        return next(f for f in self.fields if f.name == name)

    @property
    def always_required(self) -> tuple[str, ...]:
        """The keys that are always there."""
        return tuple(f.wire_name for f in self.fields if f.required)

    @property
    def shorthand_field(self) -> Field | None:
        return None if self.shorthand is None else self.field(self.shorthand)


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueList:
    name: str
    section: str
    values: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class ErrorMessage:
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ErrorCode:
    code: int | str
    name: str
    meaning: str
    basis: Basis
    section: str | None = None
    hint: str | None = None
    kind: Literal["error", "rate_limit"] = "error"
    status: int | None = None
    """The HTTP status that it is answered with, if not the envelope's own."""
    messages: tuple[ErrorMessage, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope:
    """Where an answer says that the request failed. Keys are dotted paths."""

    present: str | None
    """A key whose presence marks a failure, whatever the HTTP status."""
    code: str
    message: str
    status: int
    """The HTTP status of a failure, unless its error code has one of its own."""
    faults: Mapping[str, int | str]
    """What went wrong before any operation ran -> error code."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Credential:
    name: str
    doc: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Authentication:
    scheme: Literal["arguments", "bearer"]
    """`arguments`: credentials travel beside the arguments; `bearer`: in a header."""
    credentials: tuple[Credential, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CommonArgument:
    argument: Argument
    case_insensitive: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    name: str
    doc: str
    match: Mapping[str, tuple[str, ...]]
    payload: str
    """The object type of its content."""
    basis: Basis
    content_key: str | None = None
    """The form key that holds the payload as JSON text; None if the form is it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Webhooks:
    section: str
    attempts: int
    timeout: int
    authentication: Literal["basic"]
    events: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Erratum:
    name: str
    section: str
    prints: str
    does: str
    why: str
    operations: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    """Requests that break a rule, such as `user.create.curl`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Api:
    spec_name: str
    """What the directory is called that all of this is written in."""
    title: str
    version: str
    package: str
    distribution: str
    release: str
    """The version of the distribution; `version` is that of the API."""
    client_class: str
    error_base: str
    environment_prefix: str
    base_url: str
    page: str
    """Where the transcribed page was published."""
    summary: str
    authentication: Authentication
    common: tuple[CommonArgument, ...]
    envelope: Envelope
    resources: tuple[Resource, ...]
    values: Mapping[str, ValueType]
    objects: Mapping[str, ObjectType]
    lists: Mapping[str, ValueList]
    errors: tuple[ErrorCode, ...]
    errata: tuple[Erratum, ...]
    webhooks: Webhooks | None = None

    @property
    def operations(self) -> tuple[Operation, ...]:
        return tuple(o for r in self.resources for o in r.operations)

    @property
    def request_objects(self) -> tuple[ObjectType, ...]:
        return tuple(o for o in self.objects.values() if o.in_requests)

    @property
    def lists_with_a_type(self) -> tuple[ValueList, ...]:
        """Lists whose ids are a type of their own, as no named value is made of them."""
        of_values = {value.listed for value in self.values.values()}
        return tuple(each for name, each in self.lists.items() if name not in of_values)
