"""The Python type of what an operation answers."""

from __future__ import annotations

from typing import assert_never

from apiscribe import naming
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
from apiscribe.views.python_types.annotations import Imports, ShadowedNames

Models = set[tuple[str, str]]
"""Module and class of each model that is needed."""
IDENTIFIER = "Identifier"
"""How the runtime names text that may come as a number."""


def answer_annotation(api: Api, of: ValueType | None, imports: Imports, models: Models) -> str:
    """What a method says that it returns."""
    if of is None or isinstance(of, AnyType):
        return "None" if of is None else imports.builtin("object")
    return _part(api, of, imports.hidden, models)


def answer_class(api: Api, of: ValueType | None, hidden: ShadowedNames, models: Models) -> str:
    """The same as an expression for the runtime, where the names of arguments are `hidden`."""
    if of is None or isinstance(of, AnyType):
        return "NoneType" if of is None else hidden.builtin("object")
    expression = _part(api, of, hidden, models, IDENTIFIER)
    if of.nullable:
        # To a type checker, a union is no class.
        return f'cast("type[{expression}]", {expression})'
    return expression


def item_annotation(api: Api, of: ValueType, imports: Imports, models: Models) -> str:
    """What a list of answers holds."""
    return _part(api, of.item, imports.hidden, models) if isinstance(of, ListType) else "Any"


def holds_identifiers(of: ValueType | None) -> bool:
    """Whether the class of what is answered needs `IDENTIFIER`, beside models."""
    match of:
        case IdentifierType() | DigitsType():
            return True
        case ListType():
            return holds_identifiers(of.item)
        case MapType():
            return holds_identifiers(of.value)
        case _:
            return False


def _part(
    api: Api, of: ValueType, hidden: ShadowedNames, models: Models, identifier: str = ""
) -> str:
    bare = _bare(api, of, hidden, models, identifier)
    return f"{bare} | None" if of.nullable and not isinstance(of, AnyType) else bare


def _bare(api: Api, of: ValueType, hidden: ShadowedNames, models: Models, identifier: str) -> str:
    match of:
        case ObjectRef():
            name = naming.class_name(of.object)
            models.add((naming.variable(api.objects[of.object].module), name))
            return name
        case ListType():
            return f"builtins.list[{_part(api, of.item, hidden, models, identifier)}]"
        case MapType():
            value = _part(api, of.value, hidden, models, identifier)
            return f"{hidden.builtin('dict')}[{hidden.builtin('str')}, {value}]"
        case TextType() | CsvType() | DateType() | FileType():
            # A date that is no field of a model stays as it was answered.
            return hidden.builtin("str")
        case IntegerType():
            return hidden.builtin("int")
        case NumberType():
            return hidden.builtin("float")
        case BooleanType():
            return hidden.builtin("bool")
        case IdentifierType() | DigitsType():
            return identifier or hidden.builtin("str")
        case AnyType():
            return "Any"
        case _:
            assert_never(of)
