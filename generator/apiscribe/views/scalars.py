"""Single values that responses have otherwise than Python: the module `models/_scalars`."""

from __future__ import annotations

import re
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from apiscribe import naming
from apiscribe.model import (
    AnyType,
    Api,
    BooleanType,
    BytesType,
    CsvType,
    DateType,
    DecimalType,
    DigitsType,
    DurationType,
    IdentifierType,
    IntegerType,
    NumberType,
    TextType,
    TupleType,
    ValueType,
)
from apiscribe.runtime.semantics import dates
from apiscribe.views import all_types, sentences
from apiscribe.views.operations import wires
from apiscribe.views.text import literal

MODULE = "models._scalars"
_LONGEST = 24

_READ_BY_MSGSPEC = {"date", "date_unpadded", "utc", "utc_unpadded", "us_minutes"}
"""Formats of dates that have types of their own in the runtime, or stay text."""


class ScalarView(Struct, frozen=True):
    """A type of `models/_scalars.py`."""

    name: str
    annotation: str
    """What it is to a type checker."""
    expression: str
    """What it is to msgspec."""


class ScalarModels(Struct, frozen=True):
    """`models/_scalars.py`."""

    scalars: tuple[ScalarView, ...]


def scalar_models(api: Api) -> ScalarModels:
    found: dict[str, ScalarView] = {}
    for of, sensitive in all_types.modelled(api):
        if (name := scalar(of, sensitive=sensitive)) is not None:
            read = _read(of, literal(name))
            secret = f'Annotated[{read}, Meta(extra={{"sensitive": True}})]' if sensitive else read
            found.setdefault(name, ScalarView(name, python(of), secret))
    return ScalarModels(tuple(found[name] for name in sorted(found)))


def scalar(of: ValueType, *, sensitive: bool = False) -> str | None:
    """The name of the type by which a value is read; None where msgspec or the runtime has one."""
    prefix = "Sensitive" if sensitive else ""
    if of.none_as is not None:
        bare = scalar(replace(of, none_as=None)) or type(of).__name__.removesuffix("Type")
        return f"{prefix}{bare}Or{_told_apart('none', wires.expression(of))}"
    match of:
        case DateType() if not of.blank and of.formats[0] not in _READ_BY_MSGSPEC:
            return f"{prefix}Date{_written_as(of.formats)}{'InText' if of.in_text else ''}"
        case DurationType():
            return f"{prefix}Duration{_written_as(of.formats)}{'InText' if of.in_text else ''}"
        case BooleanType() if of.words is not None:
            return f"{prefix}BooleanAs{_told_apart(' '.join(map(str, of.words)), of.words)}"
        case DecimalType():
            return f"{prefix}DecimalAs{naming.class_name(of.in_json)}"
        case BytesType():
            return f"{prefix}BytesAs{naming.class_name(of.form)}"
        case CsvType() if of.is_list:
            said = f"{sentences.separators(of)} of {python(of.item)}"
            return f"{prefix}ListBetween{_told_apart(said, wires.expression(of))}"
        case TupleType():
            return f"{prefix}TupleOf{_told_apart(python(of), wires.expression(of))}"
        case IntegerType() if of.in_text:
            return f"{prefix}IntegerInText"
        case TextType() | IntegerType() if of.is_closed:
            return f"{prefix}OneOf{_told_apart(' '.join(map(str, of.choices)), of.choices)}"
        case _:
            return None


def _told_apart(said: str, facts: object) -> str:
    """A name of what can be read in `said`, and some digits that tell `facts` from others."""
    name = naming.class_name(said.removeprefix("tuple"))
    return f"{name[:_LONGEST]}{crc32(repr(facts).encode()) & 0xFFFF:04X}"


def _read(of: ValueType, name: str) -> str:
    """How msgspec reads a value: by itself, or by asking us."""
    if of.none_as is not None:
        return f"scalar({name}, {wires.expression(of)})"
    match of:
        case DecimalType():
            return "Exact" if of.in_json == "number" else "Decimal"
        case TupleType():
            return f"tuple[{', '.join(map(_part, of.parts))}]"
        case TextType() | IntegerType(in_text=False):
            return f"Literal[{', '.join(map(literal, of.choices))}]"
        case _:
            return f"scalar({name}, {wires.expression(of)})"


def _part(of: ValueType) -> str:
    """The same for a part of a tuple, which may be a simple value."""
    if scalar(of) is not None:
        read = _read(of, literal(scalar(of)))
    elif isinstance(of, IdentifierType | DigitsType):
        read = "Identifier"
    else:
        read = python(of)
    return f"{read} | None" if of.nullable else read


def _written_as(formats: tuple[str, ...]) -> str:
    """A name for formats: theirs, and where those have signs, some digits that tell them apart."""
    named = "Or".join(naming.class_name(form) for form in formats)
    plain = all(re.fullmatch("[a-z0-9_]+", form) for form in formats)
    return f"As{named}" if plain else f"As{_told_apart(named, formats)}"


def python(of: ValueType) -> str:
    """What such a value is to Python."""
    match of:
        case DateType():
            days = [dates.is_day(form) for form in of.formats]
            kinds = ["datetime"] * (not all(days)) + ["date"] * any(days)
            return " | ".join(kinds)
        case DurationType():
            return "timedelta"
        case DecimalType():
            return "Decimal"
        case BytesType():
            return "bytes"
        case BooleanType():
            return "bool"
        case IntegerType() | TextType() if of.is_closed:
            return f"Literal[{', '.join(map(literal, of.choices))}]"
        case IntegerType():
            return "int"
        case NumberType():
            return "float"
        case AnyType():
            return "object"
        case CsvType() if of.is_list:
            return f"list[{_nullable(of.item)}]"
        case TupleType():
            return f"tuple[{', '.join(map(_nullable, of.parts))}]"
        case _:
            return "str"


def _nullable(of: ValueType) -> str:
    return f"{python(of)} | None" if of.nullable else python(of)
