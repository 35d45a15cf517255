"""How the API tells that a request failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from apiscribe.model.ground import Basis


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
