"""How each kind of single value is written on the wire, and read from it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING

from msgspec import Struct

from ..semantics import dates
from ..semantics.compiled import compiled
from ..semantics.dates import DateFormat
from ..semantics.media_types import ANY, guessed
from ..semantics.numbers import as_whole, read_integer, read_number, written

if TYPE_CHECKING:
    from .files import FilePart

_WITH_OFFSET = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?[+-][0-9]{2}:[0-9]{2}"
)


class _Bare(str):
    """An empty text that a query has as a name without a sign behind it."""

    __slots__ = ()


BARE = _Bare()


class Wire(Struct, frozen=True):
    """How one value is written. The base class is plain text."""

    @property
    def none(self) -> str | int | None:
        """What None is in JSON."""
        return None

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


class Text(Wire, frozen=True):
    """Text, where it matters that a response has nothing else."""

    def answered(self, value: object) -> object:
        return known(value if isinstance(value, str) else None)


class Id(Wire, frozen=True):
    """Text or a whole number; text in responses."""

    def from_json(self, value: object) -> object:
        return as_whole(value)

    def answered(self, value: object) -> object:
        value = as_whole(value)
        return known(str(value) if type(value) in (str, int) else None)


class Integer(Wire, frozen=True):
    in_text: bool = False
    """JSON has it as text."""
    either: bool = False
    """The service takes it as text and as a number."""

    def parse(self, text: object) -> object:
        return number_in(text)

    def to_json(self, value: object) -> object:
        return self.encode(value) if self.in_text else value

    def from_json(self, value: object) -> object:
        from .in_json import number_from

        return number_from(self, value)

    def answered(self, value: object) -> object:
        value = as_whole(number_in(value) if self.in_text else value)
        return known(value if type(value) is int else None)


class Number(Wire, frozen=True):
    def encode(self, value: object) -> str:
        if isinstance(value, float) and isfinite(value):
            return written(value)
        return Wire.encode(self, value)

    def parse(self, text: object) -> object:
        number = read_number(text) if isinstance(text, str) else None
        return text if number is None else number

    def from_json(self, value: object) -> object:
        return float(value) if isinstance(value, Decimal) else value

    def answered(self, value: object) -> object:
        return known(value if type(value) in (int, float) else None)


class Boolean(Wire, frozen=True):
    words: tuple[str | int, str | int] | None = None
    """What stands for true and for false in JSON, if it is not they themselves."""
    any_case: bool = False
    """The service takes text whatever its case is."""

    def encode(self, value: object) -> str:
        return str(self.to_json(value)) if self.words else "true" if value else "false"

    def parse(self, text: object) -> object:
        true, false = self.words or ("true", "false")
        said = {str(true): True, str(false): False}
        found = said.get(str(text)) if self.words or isinstance(text, str) else None
        if found is None and self.any_case and isinstance(text, str):
            found = {word.casefold(): each for word, each in said.items()}.get(text.casefold())
        return text if found is None else found

    def to_json(self, value: object) -> object:
        return value if self.words is None else self.words[0 if value else 1]

    def from_json(self, value: object) -> object:
        value = as_whole(value)
        is_one = self.words is not None and any(
            type(value) is type(word) and value == word for word in self.words
        )
        return value == self.words[0] if self.words and is_one else value

    def answered(self, value: object) -> object:
        found = value if isinstance(value, bool) else self.parse(value)
        return known(found if isinstance(found, bool) else None)


class Date(Wire, frozen=True):
    formats: tuple[DateFormat, ...]
    in_text: bool = False
    """What is a number has JSON as text."""
    either: bool = False
    """The service takes it as text and as a number."""

    def encode(self, value: object) -> str:
        return str(self.to_json(value))

    def to_json(self, value: object) -> object:
        assert isinstance(value, str | int | date)
        written = dates.write(value, self.formats)
        return str(written) if self.in_text else written

    def from_json(self, value: object) -> object:
        from .in_json import number_from

        return number_from(self, value)

    def parse(self, text: object) -> object:
        return number_in(text) if any(map(dates.is_number, self.formats)) else text

    def answered(self, value: object) -> object:
        return known(dates.read_leniently(value, self.formats))

    def with_moments(self, value: object) -> object:
        if not isinstance(value, str) or not {"utc", "utc_unpadded"}.intersection(self.formats):
            return value
        try:
            return (
                datetime.fromisoformat(value) if compiled(_WITH_OFFSET).fullmatch(value) else value
            )
        except ValueError:
            return value


class OrNone(Wire, frozen=True):
    """A value, or none, for which a value of the API's own stands."""

    wire: Wire
    none: str | int

    def encode(self, value: object) -> str:
        return str(self.none) if value is None else self.wire.encode(value)

    def parse(self, text: object) -> object:
        return None if text == str(self.none) else self.wire.parse(text)

    def to_json(self, value: object) -> object:
        return self.none if value is None else self.wire.to_json(value)

    def from_json(self, value: object) -> object:
        if value is None:
            return NULL
        return None if self._is_none(value) else self.wire.from_json(value)

    def with_moments(self, value: object) -> object:
        return None if value is None else self.wire.with_moments(value)

    def answered(self, value: object) -> object:
        return None if value is None or self._is_none(value) else self.wire.answered(value)

    def _is_none(self, value: object) -> bool:
        value = as_whole(value)
        return type(value) is type(self.none) and value == self.none


class File(Wire, frozen=True):
    """A part of a multipart form, or a whole body; it is sent as bytes, never as text."""

    extension: str = ""
    """The end of the name that content without a name gets."""
    media_type: str = ANY
    """Of what does not say it itself."""
    max_bytes: int | None = None
    media_types: tuple[str, ...] = ()
    """Those that are documented, where there is not just one."""

    def kind_of(self, part: FilePart) -> str:
        """What a part is sent as."""
        if part.media_type is not None:
            return part.media_type
        return guessed(part.filename, self.media_types) if self.media_types else self.media_type

    def name_of(self, part: FilePart, key: str) -> str:
        """How a part is called. Without a file name, servers take it for text.

        Args:
            part: The file.
            key: The argument that it is, or under which key of one it stands, as in `a/b.txt`.
        """
        if part.filename:
            return part.filename
        name = key.rpartition("/")[2] or key
        return f"{name}.{self.extension}" if self.extension and "." not in name else name

    def parse(self, text: object) -> object:
        """Text in place of a part is no file. It must not be read as a local path either."""
        if not isinstance(text, str):
            return text
        from .files import NOT_A_FILE

        return NOT_A_FILE

    def from_json(self, value: object) -> object:
        return self.parse(value)


NULL = type("null", (), {"__repr__": lambda _: "null"})()
"""Stands for null where the API has another value for none: no type takes it."""


def number_in(text: object) -> object:
    """The whole number that `text` is, or `text` itself."""
    number = read_integer(text) if isinstance(text, str) else None
    return text if number is None else number


def known(value: object) -> object:
    """`value`, if reading it has not failed."""
    if value is None:
        raise ValueError("not of these formats")
    return value


def _digits(number: int) -> str:
    try:
        return int.__repr__(number)
    except ValueError:  # Python itself writes no more than 4300 digits
        from decimal import Decimal

        return format(Decimal(number), "f")
