"""Who calls, and how a request says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True, slots=True)
class Credential:
    name: str
    doc: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Authentication:
    scheme: Literal["arguments", "bearer"]
    """`arguments`: credentials travel beside the arguments; `bearer`: in a header."""
    credentials: tuple[Credential, ...]
