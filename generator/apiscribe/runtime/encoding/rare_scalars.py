"""How those single values are written and read that few APIs have. `wire` loads them when asked."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from msgspec import Raw

from ..semantics import base64_text, decimals, durations
from .in_json import Misplaced, is_number, number_from
from .scalars import Wire, known, number_in


class Exact(Wire, frozen=True):
    """A decimal, in JSON as text or as a number."""

    is_number: bool = False
    either: bool = False
    """The service takes it as text and as a number."""

    def encode(self, value: object) -> str:
        return decimals.text(value)

    def to_json(self, value: object) -> object:
        text = decimals.text(value)
        return Raw(text.encode()) if self.is_number else text

    def from_json(self, value: object) -> object:
        if not self.either and not self.is_number and is_number(value):
            return Misplaced(value, "as text")
        if not self.either and self.is_number and isinstance(value, str):
            return Misplaced(value, "as a number")
        value = repr(value) if type(value) is float else value
        return decimals.text(value) if isinstance(value, Decimal) else value

    def answered(self, value: object) -> object:
        return known(decimals.read_leniently(value))


class Bytes(Wire, frozen=True):
    """Bytes, as text."""

    form: str

    def encode(self, value: object) -> str:
        return str(base64_text.write(value, self.form))

    def to_json(self, value: object) -> object:
        return base64_text.write(value, self.form)

    def answered(self, value: object) -> object:
        return known(base64_text.read(value, self.form))


class Duration(Wire, frozen=True):
    formats: tuple[str, ...]
    in_text: bool = False
    """What is a number has JSON as text."""
    either: bool = False
    """The service takes it as text and as a number."""

    def encode(self, value: object) -> str:
        return str(self.to_json(value))

    def to_json(self, value: object) -> object:
        assert isinstance(value, str | int | timedelta)
        written = durations.write(value, self.formats)
        return str(written) if self.in_text else written

    def from_json(self, value: object) -> object:
        return number_from(self, value)

    def parse(self, text: object) -> object:
        return text if durations.UNITS.keys().isdisjoint(self.formats) else number_in(text)

    def answered(self, value: object) -> object:
        return known(durations.read_leniently(value, self.formats))
