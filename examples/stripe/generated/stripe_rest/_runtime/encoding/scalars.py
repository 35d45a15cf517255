"""How each kind of single value is written on the wire, and read from it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from ..semantics import dates, durations
from ..semantics.compiled import compiled
from ..semantics.dates import DateFormat
from ..semantics.numbers import read_boolean, read_integer, read_number
from .files import FilePart

_WITH_OFFSET = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?[+-][0-9]{2}:[0-9]{2}"
)


class Wire(Struct, frozen=True):
    """How one value is written. The base class is plain text."""

    def encode(self, value: object) -> str:
        """`value` as text for a form or a query string."""
        # The methods of the base class, because an enum would give its name instead of its value.
        if isinstance(value, str):
            return str.__str__(value)
        return _digits(value) if isinstance(value, int) else str(value)

    def parse(self, text: object) -> object:
        """The value that `text` stands for, or `text` itself if that is none."""
        return text

    def to_json(self, value: object) -> object:
        return value

    def with_moments(self, value: object) -> object:
        """`value` with a moment for each text that is one with an offset, as `isoformat` writes it.

        The API wants another form, and gets it where a moment is written.
        """
        return value

    def from_json(self, value: object) -> object:
        return value

    def answered(self, value: object) -> object:
        """What the JSON of a response is to Python.

        Raises:
            ValueError: it is something else.
        """
        return value


class Integer(Wire, frozen=True):
    def parse(self, text: object) -> object:
        return _number(text)


class Number(Wire, frozen=True):
    def parse(self, text: object) -> object:
        number = read_number(text) if isinstance(text, str) else None
        return text if number is None else number


class Boolean(Wire, frozen=True):
    def encode(self, value: object) -> str:
        return "true" if value else "false"

    def parse(self, text: object) -> object:
        value = read_boolean(text) if isinstance(text, str) else None
        return text if value is None else value


class Date(Wire, frozen=True):
    formats: tuple[DateFormat, ...]

    def encode(self, value: object) -> str:
        return str(self.to_json(value))

    def to_json(self, value: object) -> object:
        assert isinstance(value, str | int | date)
        return dates.write(value, self.formats)

    def parse(self, text: object) -> object:
        return _number(text) if any(map(dates.is_number, self.formats)) else text

    def answered(self, value: object) -> object:
        return _found(dates.read_leniently(value, self.formats))

    def with_moments(self, value: object) -> object:
        if not isinstance(value, str) or not {"utc", "utc_unpadded"}.intersection(self.formats):
            return value
        try:
            return (
                datetime.fromisoformat(value) if compiled(_WITH_OFFSET).fullmatch(value) else value
            )
        except ValueError:
            return value


class Duration(Wire, frozen=True):
    formats: tuple[str, ...]

    def encode(self, value: object) -> str:
        return str(self.to_json(value))

    def to_json(self, value: object) -> object:
        assert isinstance(value, str | int | timedelta)
        return durations.write(value, self.formats)

    def parse(self, text: object) -> object:
        return text if durations.UNITS.keys().isdisjoint(self.formats) else _number(text)

    def answered(self, value: object) -> object:
        return _found(durations.read_leniently(value, self.formats))


class File(Wire, frozen=True):
    """A part of a multipart form; it is sent as bytes, never as text."""

    extension: str
    """The end of the name that content without a name gets."""
    media_type: str
    max_bytes: int | None = None

    def parse(self, text: object) -> object:
        """Text in place of a part is the content of a file. It must not be read as a local path."""
        if isinstance(text, str):
            return FilePart(None, text.encode(errors="surrogatepass"))
        return text


def _number(text: object) -> object:
    number = read_integer(text) if isinstance(text, str) else None
    return text if number is None else number


def _found(value: object) -> object:
    if value is None:
        raise ValueError("not of these formats")
    return value


def _digits(number: int) -> str:
    try:
        return int.__repr__(number)
    except ValueError:  # Python itself writes no more than 4300 digits
        from decimal import Decimal

        return format(Decimal(number), "f")
