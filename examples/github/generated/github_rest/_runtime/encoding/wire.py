"""How each kind of value is written on the wire, and read from it.

A value has three forms. *Text* is what a form or a query string has. *JSON* is what a JSON
body has, and what a form has as text for an object or an array. A *value* is what Python code
passes and what validators look at.

Reading never fails: text that does not have the right form is left as it is, and the validator
refuses it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import msgspec
from msgspec import UNSET, Struct

from ..semantics import commas, dates
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


class Integer(Wire, frozen=True):
    def parse(self, text: object) -> object:
        number = read_integer(text) if isinstance(text, str) else None
        return text if number is None else number


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
        assert isinstance(value, str | date | datetime)
        return dates.write(value, self.formats[0], self.formats)

    def to_json(self, value: object) -> object:
        return self.encode(value)

    def with_moments(self, value: object) -> object:
        if not isinstance(value, str) or not {"utc", "utc_unpadded"}.intersection(self.formats):
            return value
        try:
            return (
                datetime.fromisoformat(value) if compiled(_WITH_OFFSET).fullmatch(value) else value
            )
        except ValueError:
            return value


class Csv(Wire, frozen=True):
    item: Wire

    def encode(self, value: object) -> str:
        if isinstance(value, str):
            return value
        assert isinstance(value, list | tuple | set | frozenset)
        return commas.join(map(self.item.encode, value))

    def parse(self, text: object) -> object:
        if isinstance(text, list):  # of a form with brackets
            return [self.item.parse(part) for part in text]
        if not isinstance(text, str):
            return text
        return [self.item.parse(part) for part in commas.split(text)]

    def to_json(self, value: object) -> object:
        return self.encode(value)

    def from_json(self, value: object) -> object:
        return self.parse(value) if isinstance(value, str) else value

    def with_moments(self, value: object) -> object:
        return [*map(self.item.with_moments, value)] if isinstance(value, list | tuple) else value


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


class Json(Wire, frozen=True):
    """Any JSON. In a form, it is JSON text."""

    def encode(self, value: object) -> str:
        return msgspec.json.encode(self.to_json(value)).decode()

    def parse(self, text: object) -> object:
        if not isinstance(text, str):
            return self.from_nested(text)
        try:
            return self.from_json(msgspec.json.decode(text))
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            return text

    def from_nested(self, value: object) -> object:
        """The value of what a form had as `name[key]=text`."""
        return value


class Array(Json, frozen=True):
    """An array; with `single`, an item alone is an array of one."""

    item: Wire
    single: bool = False

    def parse(self, text: object) -> object:
        value = Json.parse(self, text)
        if not self.single or not isinstance(text, str) or isinstance(value, list | dict | None):
            return value
        return self.item.parse(text)

    def to_json(self, value: object) -> object:
        if self.single and not isinstance(value, list | tuple):
            value = [value]
        assert isinstance(value, list | tuple)
        return [nullable(self.item, each) for each in value]

    def from_json(self, value: object) -> object:
        if isinstance(value, list):
            return [self.item.from_json(each) for each in value]
        return self.item.from_json(value) if self.single else value

    def from_nested(self, value: object) -> object:
        if isinstance(value, list):
            return [self.item.parse(each) for each in value]
        return self.item.parse(value) if self.single else value

    def with_moments(self, value: object) -> object:
        return [*map(self.item.with_moments, value)] if isinstance(value, list | tuple) else value


class Object(Json, frozen=True):
    """An object; a bare scalar may stand for an object with the field `shorthand`."""

    fields: dict[str, Wire]
    shorthand: str | None = None

    def encode(self, value: object) -> str:
        short = self._short(value)
        return short.encode(value) if short is not None else Json.encode(self, value)

    def parse(self, text: object) -> object:
        value = Json.parse(self, text)
        short = self._short(value) if isinstance(text, str) else None
        return value if short is None else short.parse(text)

    def to_json(self, value: object) -> object:
        short = self._short(value)
        if short is not None:
            return short.to_json(value)
        fields = as_mapping(value)
        assert fields is not None
        return {key: nullable(self._field(key), each) for key, each in fields.items()}

    def from_json(self, value: object) -> object:
        if not isinstance(value, dict):
            short = self._short(value)
            return value if short is None else short.from_json(value)
        return {key: self._field(key).from_json(each) for key, each in value.items()}

    def from_nested(self, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {key: self._field(key).parse(each) for key, each in value.items()}

    def _field(self, key: str) -> Wire:
        return self.fields.get(key, TEXT)

    def _short(self, value: object) -> Wire | None:
        """How a scalar in place of the object is written; None for an object, and for null."""
        if self.shorthand is None or value is None or as_mapping(value) is not None:
            return None
        return self._field(self.shorthand)

    def with_moments(self, value: object) -> object:
        if not isinstance(value, Mapping):
            return value
        return {key: self._field(key).with_moments(each) for key, each in value.items()}


class Map(Json, frozen=True):
    """An object whose keys are not known beforehand."""

    item: Wire

    def to_json(self, value: object) -> object:
        assert isinstance(value, Mapping)
        return {key: nullable(self.item, each) for key, each in value.items()}

    def from_json(self, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {key: self.item.from_json(each) for key, each in value.items()}

    def from_nested(self, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {key: self.item.parse(each) for key, each in value.items()}

    def with_moments(self, value: object) -> object:
        if not isinstance(value, Mapping):
            return value
        return {key: self.item.with_moments(each) for key, each in value.items()}


def _digits(number: int) -> str:
    try:
        return int.__repr__(number)
    except ValueError:  # Python itself writes no more than 4300 digits
        from decimal import Decimal

        return format(Decimal(number), "f")


def nullable(wire: Wire, value: object) -> object:
    """The JSON for `value`; None is null for every type."""
    return None if value is None else wire.to_json(value)


def as_mapping(value: object) -> Mapping[str, object] | None:
    """The fields of a typed object or of a plain dict, by their names on the wire."""
    if isinstance(value, Struct):
        fields = msgspec.structs.fields(value)
        pairs = ((field.encode_name, getattr(value, field.name)) for field in fields)
        return {name: each for name, each in pairs if each is not UNSET}
    return value if isinstance(value, Mapping) else None


TEXT = Wire()
INTEGER = Integer()
NUMBER = Number()
BOOLEAN = Boolean()
JSON = Json()
