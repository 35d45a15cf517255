"""How the runtime writes and reads values of a type: an expression over its `wire` module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from apiscribe import naming
from apiscribe.model import (
    AnyType,
    BooleanType,
    BytesType,
    CsvType,
    DateType,
    DecimalType,
    DigitsType,
    DurationType,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    TextType,
    TupleType,
    UnionType,
    ValueType,
)
from apiscribe.runtime.semantics import media_types
from apiscribe.views.text import literal


def expression(of: ValueType, objects: str = "") -> str:
    """The wire of a type; `objects` is put before the names of objects' wires."""
    if of.none_as is None:
        return _bare(of, objects)
    # In a response, what neither stands for none nor is text is wrong.
    inner = "wire.Text()" if isinstance(of, TextType) else _bare(of, objects)
    return f"wire.OrNone({inner}, {literal(of.none_as)})"


def _bare(of: ValueType, objects: str) -> str:
    match of:
        case TextType():
            return "wire.TEXT"
        case IdentifierType() | DigitsType():
            return "wire.ID"
        case IntegerType():
            return f"wire.Integer({', '.join(_in_json(of))})" if [*_in_json(of)] else "wire.INTEGER"
        case NumberType():
            return "wire.NUMBER"
        case BooleanType():
            return _boolean(of)
        case DecimalType():
            said = ["is_number=True"] if of.in_json == "number" else []
            return f"wire.Exact({', '.join([*said, *(['either=True'] if of.either else [])])})"
        case BytesType():
            return f"wire.Bytes({literal(of.form)})"
        case DateType():
            return f"wire.Date({', '.join([literal(of.formats), *_in_json(of)])})"
        case DurationType():
            return f"wire.Duration({', '.join([literal(of.formats), *_in_json(of)])})"
        case CsvType():
            separator = f", {literal(of.separator)}" if of.separator != "," else ""
            return f"wire.Csv({expression(of.item, objects)}{separator})"
        case ListType():
            single = ", single=True" if of.single else ""
            return f"wire.Array({expression(of.item, objects)}{single})"
        case TupleType():
            parts = "".join(f"{expression(part, objects)}, " for part in of.parts)
            return f"wire.Tuple(({parts}))"
        case MapType():
            return f"wire.Map({expression(of.value, objects)})"
        case ObjectRef():
            return objects + naming.constant(naming.variable(of.object))
        case UnionType():
            members = "".join(f"{expression(m.type, objects)}, " for m in of.members)
            return f"Union(_unions.{naming.union_constant(of)}, ({members}))"
        case FileType():
            return f"wire.File({_file(of)})"
        case AnyType():
            return "wire.JSON"
        case _:
            assert_never(of)


def _in_json(of: IntegerType | DateType | DurationType) -> Iterator[str]:
    """How JSON has what is a number, if that is not as one alone."""
    if of.in_text:
        yield "in_text=True"
    if of.either:
        yield "either=True"


def _boolean(of: BooleanType) -> str:
    parts = [literal(of.words)] if of.words else []
    parts += ["any_case=True"] if of.any_case else []
    return f"wire.Boolean({', '.join(parts)})" if parts else "wire.BOOLEAN"


def _file(of: FileType) -> str:
    kind = media_types.preferred(of.media_types)
    told = [literal(of.extensions[0] if of.extensions else ""), literal(kind)]
    if of.max_bytes is not None:
        told.append(f"max_bytes={of.max_bytes}")
    if len(of.media_types) != 1 or "*" in of.media_types[0]:
        told.append(f"media_types={literal(of.media_types or ('*/*',))}")
    return ", ".join(told)


def referenced(of: ValueType) -> set[str]:
    """The objects that a type refers to by itself, without looking inside of them."""
    match of:
        case ObjectRef():
            return {of.object}
        case CsvType() | ListType():
            return referenced(of.item)
        case MapType():
            return referenced(of.value)
        case TupleType():
            return set().union(*map(referenced, of.parts))
        case UnionType():
            return set().union(*(referenced(member.type) for member in of.members))
        case _:
            return set()
