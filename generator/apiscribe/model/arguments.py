"""Arguments of operations: where they stand in a request, and how they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from apiscribe.model.deprecation import Deprecation
from apiscribe.model.ground import DOCUMENTED, Ground
from apiscribe.model.value_rules import Length
from apiscribe.model.values import (
    BooleanType,
    FileType,
    ListType,
    MapType,
    Scalar,
    TextType,
    UnknownType,
    ValueType,
    file_in,
)
from apiscribe.runtime.semantics.styles import BooleanStyle, ListStyle, NullStyle, ObjectStyle

Location = Literal["path", "query", "body", "header", "cookie"]


class Style(Struct, frozen=True, kw_only=True):
    """How a form or a query has what is more than a text."""

    lists: ListStyle = "json"
    objects: ObjectStyle = "json"
    nulls: NullStyle = "omit"
    booleans: BooleanStyle = "words"
    """How true is told: by a word, by the name alone, or by the name of an empty text."""
    texts: Literal["plain", "percent"] = "plain"
    """How a text in a header has what a header cannot carry."""


PLAIN_STYLE = Style()


class IdempotencyKey(Struct, frozen=True, kw_only=True):
    """How the service answers a request whose key it knows."""

    seconds: int | None = None
    """How long it knows one; None if that is not said."""
    per_api: bool = False
    """One key is for one request of the whole API, and not of one operation."""
    otherwise: int | str | None = None
    """The code or name of the error, where a key comes with other arguments."""
    replayed: Mapping[str, str] = field(default_factory=dict)
    """Headers of a response that is told again."""
    failures: bool = True
    """Whether what is told again may be a failure."""


class Expands(Struct, frozen=True, kw_only=True):
    """What is answered to a path that leads to no id."""

    otherwise: int | str | None = None
    """The code or name of the error."""
    message: str | None = None
    """With `{path}` in it."""


class Selects(Struct, frozen=True, kw_only=True):
    """Of which objects in what is returned an argument says which fields are there."""

    at: str = ""
    """Where they stand, by dotted keys; of lists on the way, each item."""
    always: tuple[str, ...] = ()
    """Keys that are there whatever it says."""


class Argument(Struct, frozen=True, kw_only=True):
    name: str
    """What rules and Python call it; `naming` decides how Python spells it."""
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
    deprecated: Deprecation | None = None
    written: str | None = None
    """The name on the wire, where it is another."""
    prefix: str | None = None
    """With what the names begin that the keys of a map are sent under; with nothing for any."""
    whole_body: bool = False
    idempotency_key: IdempotencyKey | None = None
    """Made by the client where it is not given, and the same when a request is sent again."""
    expands: Expands | None = None
    """It lists paths into the response, whose ids become what they name."""
    selects: Selects | None = None
    """It says which fields there are in what is returned."""
    holds: Literal["seconds", "milliseconds"] | None = None
    """In which unit it says how long the service may hold the request before it answers."""
    counts: Literal["milliseconds", "microseconds", "nanoseconds"] | None = None
    """In which unit of time the client counts it, where it is not given."""
    keeps_slashes: bool = False
    style: Style = PLAIN_STYLE
    in_lines: bool = False
    """Whether it is a whole body, each of whose lines is an item as JSON."""
    in_json: bool = False
    """Whether a header has it as JSON, which the spec says."""
    wrapped: bool = True
    """Whether it stands under the keys that wrap a body, if something does."""

    @property
    def is_flag(self) -> bool:
        """Whether its presence says true, whatever it holds."""
        in_texts = self.location in ("query", "body") and self.style.booleans != "words"
        return in_texts and isinstance(self.type, BooleanType)

    @property
    def may_be_blank(self) -> bool:
        """Whether it is a part of the path that may be empty, which the spec says."""
        lengths = (rule for rule in self.type.rules if isinstance(rule, Length))
        return self.location == "path" and any(rule.minimum == 0 for rule in lengths)

    @property
    def in_percent(self) -> bool:
        """Whether a header has its text percent-encoded, or those of a map their texts."""
        of = self.type
        if self.prefix is not None and isinstance(of, MapType):
            of = of.value
        is_text = isinstance(of, TextType | UnknownType) and self.location == "header"
        return is_text and self.style.texts == "percent"

    @property
    def takes_files(self) -> bool:
        """Whether it is a file or may be one, or a list or a map of such."""
        return file_in(self.single) is not None

    @property
    def is_file(self) -> bool:
        """Whether it is a file, or a list or a map of them, and cannot be anything else."""
        return isinstance(self.single, FileType)

    @property
    def single(self) -> ValueType:
        """What it is, or what each of its items is, by which files come."""
        match self.type:
            case ListType(item=item):
                return item
            case MapType(value=item) if self.prefix is not None:
                return item
            case of:
                return of

    @property
    def wire_name(self) -> str:
        return (self.written or self.name) if self.prefix is None else self.prefix

    @property
    def always_required(self) -> bool:
        return self.required and not self.conditional


class Constant(Struct, frozen=True, kw_only=True):
    """What always goes along with a request."""

    name: str
    wire_name: str
    value: Scalar
    location: Location
    doc: str | None = None
    optional: bool = False
    """The service also takes requests without it."""
    otherwise: int | str | None = None
    """The code or name of the error of requests that have it otherwise."""
    wrapped: bool = True
