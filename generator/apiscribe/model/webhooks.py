"""What the API sends by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from apiscribe.model.ground import Basis


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
