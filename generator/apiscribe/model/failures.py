"""How the API tells that a request failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from apiscribe.model.ground import Basis

WaitUnit = Literal["seconds", "milliseconds", "epoch_seconds", "epoch_milliseconds"]
FailureFieldType = Literal["text", "integer", "number", "boolean", "any", "texts"]
STATUS = "status"
"""Stands for the HTTP status among the places of a code."""
TEXT = "text"
"""Stands for the whole body among the places of a message."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ErrorMessage:
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ErrorMatch:
    """What tells an error; all that is given has to fit."""

    status: int | None = None
    code: int | str | None = None
    message: str | None = None
    """A part of the message, whatever its case."""
    headers: Mapping[str, str]
    """Name -> value; `any` for whatever value."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ErrorCode:
    code: int | str | None
    """None for an error that `match` tells."""
    name: str
    meaning: str
    basis: Basis
    match: ErrorMatch | None = None
    section: str | None = None
    hint: str | None = None
    kind: Literal["error", "rate_limit"] = "error"
    status: int | None = None
    """The HTTP status that it is answered with, if not the envelope's own."""
    messages: tuple[ErrorMessage, ...] = ()

    @property
    def key(self) -> int | str:
        """What tells it apart from others."""
        return self.name if self.code is None else self.code


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusMark:
    """A failure has one of these HTTP statuses."""

    first: int
    last: int


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyMark:
    """A failure has something at a key: one of `values`, none of them, or anything."""

    key: str
    test: Literal["in", "not_in", "present"]
    values: tuple[str | int | float | bool, ...] = ()


Mark = StatusMark | KeyMark


@dataclass(frozen=True, kw_only=True, slots=True)
class FailureField:
    """Something more that an exception has."""

    name: str
    doc: str
    type: FailureFieldType
    key: str | None = None
    header: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """Where a response says how long to wait."""

    unit: WaitUnit
    key: str | None = None
    header: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What answers what went wrong before any operation ran."""

    code: int | str | None = None
    status: int | None = None
    message: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope:
    """Where an answer says that the request failed. Keys are dotted paths."""

    marks: tuple[Mark, ...]
    """One of them tells a failure. Without any, an HTTP status from 400 on does."""
    codes: tuple[str, ...]
    """Where the code is; the first place that has one counts."""
    messages: tuple[str, ...]
    """Where the message is, likewise."""
    status: int
    """The HTTP status of a failure, unless its error code has one of its own."""
    faults: Mapping[str, Fault]
    fields: tuple[FailureField, ...] = ()
    waits: tuple[Wait, ...] = ()
