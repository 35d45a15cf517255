"""The Python type of what an operation answers."""

from __future__ import annotations

from typing import assert_never

from apiscribe.model import (
    AnyType,
    Api,
    BooleanType,
    CsvType,
    DateType,
    DigitsType,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    TextType,
    ValueType,
)
from apiscribe.views.python_types.annotations import Imports


def answer_annotation(api: Api, of: ValueType | None, imports: Imports) -> str:
    """What a method says that it returns."""
    if of is None or isinstance(of, AnyType):
        return "None" if of is None else imports.builtin("object")
    return _part(api, of, imports)


def answer_class(api: Api, of: ValueType | None, imports: Imports) -> str:
    """The same as an expression for the runtime."""
    if of is None or isinstance(of, AnyType):
        return "NoneType" if of is None else imports.builtin("object")
    expression = _part(api, of, imports)
    if of.nullable or isinstance(of, IdentifierType | DigitsType):
        # To a type checker, a union is no class.
        return f'cast("type[{expression}]", {expression})'
    return expression


def item_annotation(api: Api, of: ValueType, imports: Imports) -> str:
    """What a list of answers holds."""
    return _part(api, of.item, imports) if isinstance(of, ListType) else "Any"


def _part(api: Api, of: ValueType, imports: Imports) -> str:
    bare = _bare(api, of, imports)
    return f"{bare} | None" if of.nullable and not isinstance(of, AnyType) else bare


def _bare(api: Api, of: ValueType, imports: Imports) -> str:
    match of:
        case ObjectRef():
            return imports.model(api, of.object)
        case ListType():
            return f"builtins.list[{_part(api, of.item, imports)}]"
        case MapType():
            of_text = imports.builtin("str")
            return f"{imports.builtin('dict')}[{of_text}, {_part(api, of.value, imports)}]"
        case TextType() | CsvType() | DateType() | FileType():
            # A date that is no field of a model stays as it was answered.
            return imports.builtin("str")
        case IntegerType():
            return imports.builtin("int")
        case NumberType():
            return imports.builtin("float")
        case BooleanType():
            return imports.builtin("bool")
        case IdentifierType() | DigitsType():
            return f"{imports.builtin('int')} | {imports.builtin('str')}"
        case AnyType():
            return "Any"
        case _:
            assert_never(of)
