"""Numbers as a service has them in the JSON of requests: as text, as numbers, or as either."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from msgspec import Struct

from ..semantics.numbers import as_whole


class Misplaced(Struct, frozen=True):
    """A number where JSON has text, or the other way round: no type takes it."""

    value: object
    wanted: str

    def __repr__(self) -> str:
        return f"{str(self.value)[:15]}, which JSON has {self.wanted},"


class _InText(Protocol):
    @property
    def in_text(self) -> bool: ...

    @property
    def either(self) -> bool: ...

    def parse(self, text: object) -> object: ...


def number_from(wire: _InText, value: object) -> object:
    """A number, as JSON has it: as text, as a number, or as either."""
    if wire.either:
        return wire.parse(value) if isinstance(value, str) else as_whole(value)
    if wire.in_text:
        return Misplaced(value, "as text") if is_number(value) else wire.parse(value)
    return as_whole(value)


def is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
