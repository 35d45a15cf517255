"""How the API tells that a request failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct, field

from apiscribe.model.ground import Basis
from apiscribe.runtime.semantics.paths import joined_at, places_of

Scalar = str | int | float | bool
WaitUnit = Literal[
    "seconds", "milliseconds", "units", "epoch_seconds", "epoch_milliseconds", "rfc3339"
]
FailureFieldType = Literal["text", "integer", "number", "boolean", "any", "texts"]
RefusedWord = Literal["argument", "messages", "message_by_argument", "messages_by_argument"]
JSON = "application/json"
"""What JSON is called where the page says nothing else."""
ANY = "any"
"""Stands for whatever value."""
STATUS = "status"
"""Stands for the HTTP status among the places of a code."""
TEXT = "text"
"""Stands for the whole body among the places of a message."""


def is_part(part: str, text: str) -> bool:
    """Whether a text has a part, whatever its case."""
    return part.casefold() in text.casefold()


class ErrorMessage(Struct, frozen=True, kw_only=True):
    text: str


class ErrorMatch(Struct, frozen=True, kw_only=True):
    """What tells an error; all that is given has to fit."""

    statuses: tuple[StatusMark, ...] = ()
    """One of these HTTP statuses."""
    code: int | str | None = None
    message: str | None = None
    """A part of the message, whatever its case."""
    headers: Mapping[str, str]
    """Name -> value; `any` for whatever value."""
    keys: Mapping[str, tuple[Scalar, ...]]
    """Dotted key -> values, one of which stands there; none of them for whatever stands there."""

    @property
    def status(self) -> int | None:
        """The first of its statuses."""
        return self.statuses[0].first if self.statuses else None


class ErrorCode(Struct, frozen=True, kw_only=True):
    code: int | str | None
    """None for an error that `match` tells, and for a family of errors."""
    name: str
    meaning: str
    basis: Basis
    match: ErrorMatch | None = None
    extends: str | None = None
    """The error of whose family it is."""
    section: str | None = None
    hint: str | None = None
    kind: Literal["error", "rate_limit"] = "error"
    is_retryable: bool = False
    """Whether nothing was done of what it refuses, also of what would change something."""
    seconds: int | None = None
    """How long to wait where no response says it."""
    status: int | None = None
    """The HTTP status that it is answered with, if not the envelope's own."""
    messages: tuple[ErrorMessage, ...] = ()
    shares_code: bool = False
    """Whether others have its code, from which `match` tells it apart."""

    @property
    def key(self) -> int | str:
        """What tells it apart from others."""
        return self.name if self.code is None or self.shares_code else self.code

    @property
    def label(self) -> int | str:
        """What readers know it by: its code, if it has one."""
        return self.name if self.code is None else self.code

    @property
    def is_family(self) -> bool:
        """Whether it is only what others extend."""
        return self.code is None and self.match is None

    @property
    def text(self) -> str:
        """The first that the service says of it, or what it means; with what `match` asks for."""
        whole = [each.text for each in self.messages if "{" not in each.text]
        part = self.tells
        if part is None:
            return next(iter(whole), self.meaning)
        return next((each for each in (*whole, self.meaning) if is_part(part, each)), part)

    @property
    def tells(self) -> str | None:
        """A part of its message without which nobody would know it."""
        return None if self.match is None else self.match.message


def by_any_name(errors: Sequence[ErrorCode]) -> dict[object, ErrorCode]:
    """Name or code -> the error that a spec means by it: of several with a code, the first."""
    found: dict[object, ErrorCode] = {}
    for each in errors:
        if each.code is not None:
            found.setdefault(each.code, each)
    for each in errors:
        found[each.key] = found[each.name] = each
    return found


class StatusMark(Struct, frozen=True, kw_only=True):
    """A failure has one of these HTTP statuses."""

    first: int
    last: int


class KeyMark(Struct, frozen=True, kw_only=True):
    """A failure has something at a key: one of `values`, none of them, or anything."""

    key: str
    test: Literal["in", "not_in", "present"]
    values: tuple[Scalar, ...] = ()


class TextMark(Struct, frozen=True, kw_only=True):
    """A failure is this plain text."""

    text: str


Mark = StatusMark | KeyMark | TextMark


class RefusalCodes(Struct, frozen=True, kw_only=True):
    """What a failure calls an argument that is missing, and any other that is refused."""

    missing: Scalar
    otherwise: Scalar


RefusedPart = Literal["argument", "resource", "message"] | RefusalCodes
"""The argument's name as it is sent; whose operation it is; what is wrong with it; a code."""


class FailureField(Struct, frozen=True, kw_only=True):
    """Something more that an exception has."""

    name: str
    doc: str
    type: FailureFieldType
    key: str | None = None
    header: str | None = None
    tells: RefusedWord | Mapping[str, RefusedPart] | None = None
    """Of arguments that are refused: the name of the first, or something of each."""
    under: str | None = None
    """In a tree of the arguments' parts: the key of the list that each part has."""


class Wait(Struct, frozen=True, kw_only=True):
    """Where a response says how long to wait."""

    unit: WaitUnit
    key: str | None = None
    header: str | None = None
    seconds: int | None = None
    """How long it is whatever a response says."""


class Fault(Struct, frozen=True, kw_only=True):
    """What answers what went wrong before any operation ran."""

    code: int | str | None = None
    status: int | None = None
    message: str | None = None


class Joined(Struct, frozen=True, kw_only=True):
    """A message that is made of the texts at several places."""

    parts: tuple[str, ...]
    by: str

    @property
    def places(self) -> tuple[str, ...]:
        return joined_at(self.parts)


class Envelope(Struct, frozen=True, kw_only=True):
    """Where an answer says that the request failed. Keys are dotted paths."""

    marks: tuple[Mark, ...]
    """One of them tells a failure. Without any, an HTTP status from 400 on does."""
    codes: tuple[str, ...]
    """Where the code is; the first place that has one counts."""
    code_headers: tuple[str, ...]
    """Headers that say it, which count where no key does, and before the status."""
    messages: tuple[str | Joined, ...]
    """Where the message is, likewise."""
    status: int
    """The HTTP status of a failure, unless its error code has one of its own."""
    faults: Mapping[str, Fault]
    says_status: bool = False
    """Whether the page says that status."""
    fields: tuple[FailureField, ...] = ()
    waits: tuple[Wait, ...] = ()
    status_key: str | None = None
    """Where the body says the HTTP status once more."""
    media_type: str = JSON
    """What the JSON of a failure is called."""
    beside: Mapping[str, object] = field(default_factory=dict)
    """What each failure has besides, as JSON."""

    @property
    def key_marks(self) -> tuple[KeyMark, ...]:
        """What tells a failure by a key."""
        return tuple(mark for mark in self.marks if isinstance(mark, KeyMark))

    @property
    def places(self) -> tuple[str, ...]:
        """Where the message is, be it in parts."""
        return places_of(self.messages)
