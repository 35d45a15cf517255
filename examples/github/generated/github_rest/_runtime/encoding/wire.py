"""How each kind of value is written on the wire, and read from it.

A value has three forms. *Text* is what a form or a query string has. *JSON* is what a JSON
body has, and what a form has as text for an object or an array. A *value* is what Python code
passes and what validators look at.

Reading never fails: text that does not have the right form is left as it is, and the validator
refuses it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, Struct

from ..lazy import lazy_names
from ..semantics import commas
from ..unions import written
from .scalars import Boolean, Date, File, Id, Integer, Number, OrNone, Text, Wire

if TYPE_CHECKING:
    from .rare_scalars import Bytes, Duration, Exact
else:
    __getattr__, __dir__, _ = lazy_names(
        __name__, {f"{__package__}.rare_scalars": ["Bytes", "Duration", "Exact"]}
    )

__all__ = [
    "BOOLEAN",
    "ID",
    "INTEGER",
    "JSON",
    "NUMBER",
    "TEXT",
    "Array",
    "Boolean",
    "Bytes",
    "Csv",
    "Date",
    "Duration",
    "Exact",
    "File",
    "Id",
    "Integer",
    "Json",
    "Map",
    "Number",
    "Object",
    "OrNone",
    "Text",
    "Tuple",
    "Wire",
    "as_mapping",
    "nullable",
    "with_floats",
]


class Csv(Wire, frozen=True):
    """Items in one text."""

    item: Wire
    separator: str = commas.SEPARATOR

    def encode(self, value: object) -> str:
        if isinstance(value, str):
            return value
        assert isinstance(value, list | tuple | set | frozenset)
        return commas.join(map(self.item.encode, value), self.separator)

    def parse(self, text: object) -> object:
        if isinstance(text, list):  # of a form with brackets
            return [self.item.parse(part) for part in text]
        if not isinstance(text, str):
            return text
        return [self.item.parse(part) for part in commas.split(text, self.separator)]

    def to_json(self, value: object) -> object:
        return self.encode(value)

    def from_json(self, value: object) -> object:
        return self.parse(value) if isinstance(value, str) else value

    def answered(self, value: object) -> object:
        if isinstance(value, str):
            parts = (part.strip() for part in commas.split(value, self.separator))
            value = [self.item.parse(part) for part in parts]
        if not isinstance(value, list):
            raise ValueError("neither text nor a list")
        return [self.item.answered(each) for each in value]

    def with_moments(self, value: object) -> object:
        return [*map(self.item.with_moments, value)] if isinstance(value, list | tuple) else value


class Json(Wire, frozen=True):
    """Any JSON. In a form, it is JSON text."""

    def encode(self, value: object) -> str:
        return msgspec.json.encode(self.to_json(value), enc_hook=written).decode()

    def parse(self, text: object) -> object:
        if not isinstance(text, str):
            return self.from_nested(text)
        try:
            return self.from_json(msgspec.json.decode(text))
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            from .unread import Unread

            return Unread(text)

    def from_json(self, value: object) -> object:
        try:
            return with_floats(value)
        except RecursionError:  # nothing is wrong with it but its depth
            return value

    def from_nested(self, value: object) -> object:
        """The value of what a form had as `name[key]=text`."""
        return value


class Array(Json, frozen=True):
    """An array; with `single`, an item alone is an array of one."""

    item: Wire
    single: bool = False

    def parse(self, text: object) -> object:
        value = _with_parts(Json.parse(self, text), text)
        return self.item.parse(text) if self.single and isinstance(value, str) else value

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


class Tuple(Json, frozen=True):
    """An array of which each place has a type of its own."""

    parts: tuple[Wire, ...]

    def parse(self, text: object) -> object:
        return _with_parts(Json.parse(self, text), text)

    def to_json(self, value: object) -> object:
        assert isinstance(value, list | tuple)
        return [nullable(w, each) for w, each in zip(self.parts, value, strict=True)]

    def from_json(self, value: object) -> object:
        if not isinstance(value, list) or len(value) != len(self.parts):
            return value
        return [wire.from_json(each) for wire, each in zip(self.parts, value, strict=True)]

    def from_nested(self, value: object) -> object:
        if not isinstance(value, list) or len(value) != len(self.parts):
            return value
        return [wire.parse(each) for wire, each in zip(self.parts, value, strict=True)]


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
        return _with_parts(value, text) if short is None else short.parse(text)

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

    def parse(self, text: object) -> object:
        return _with_parts(Json.parse(self, text), text)

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


def _with_parts(value: object, text: object) -> object:
    """What `text` is as JSON, where it may be only what has parts, or null; otherwise the text."""
    return value if not isinstance(text, str) or isinstance(value, list | dict | None) else text


def with_floats(value: object) -> object:
    """`value` with floats for decimals, which only a type that is exact keeps."""
    if isinstance(value, list):
        return [*map(with_floats, value)]
    if isinstance(value, dict):
        return {key: with_floats(each) for key, each in value.items()}
    return float(value) if isinstance(value, Decimal) else value


def nullable(wire: Wire, value: object) -> object:
    """The JSON for `value`; None is null unless the API has something else for it."""
    return wire.none if value is None else wire.to_json(value)


def as_mapping(value: object) -> Mapping[str, object] | None:
    """The fields of a typed object or of a plain dict, by their names on the wire."""
    if isinstance(value, Struct):
        from .files import FilePart

        if isinstance(value, FilePart):
            return None
        fields = msgspec.structs.fields(value)
        pairs = ((field.encode_name, getattr(value, field.name)) for field in fields)
        return {name: each for name, each in pairs if each is not UNSET}
    return value if isinstance(value, Mapping) else None


TEXT = Wire()
ID = Id()
INTEGER = Integer()
NUMBER = Number()
BOOLEAN = Boolean()
JSON = Json()
