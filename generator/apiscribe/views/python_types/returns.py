"""The Python type of what an operation answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

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
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    Operation,
    TextType,
    TupleType,
    UnionType,
    ValueType,
)
from apiscribe.views import scalars
from apiscribe.views.python_types.annotations import Imports


def answer_annotation(api: Api, of: ValueType | None, imports: Imports) -> str:
    """What a method says that it returns."""
    if kind := _content(of):
        return imports.named_type(api, kind)
    if of is None or isinstance(of, AnyType):
        return "None" if of is None else imports.builtin("object")
    return answer_part(api, of, imports)


def answer_class(api: Api, of: ValueType | None, imports: Imports) -> str:
    """The same as an expression for the runtime."""
    if kind := _content(of):
        return imports.named_type(api, kind)
    if of is None or isinstance(of, AnyType):
        return "NoneType" if of is None else imports.builtin("object")
    identifier = imports.take(f"{api.package}._runtime.model", "Identifier")
    expression = answer_part(api, of, imports, identifier)
    is_union = isinstance(of, UnionType) or (
        scalars.scalar(of) is not None and not scalars.python(of).isidentifier()
    )
    if of.nullable or is_union:
        # To a type checker, a union is no class.
        return _cast(expression, expression, imports)
    return expression


def returned_annotation(api: Api, operation: Operation, imports: Imports) -> str:
    """The same of an operation, which may return several."""
    if not operation.statuses:
        return _with_head(api, operation, operation.returns, imports, answer_annotation)
    each = (
        _with_head(api, operation, of, imports, answer_annotation)
        for of in operation.statuses.values()
    )
    return " | ".join(dict.fromkeys(each))


def returned_class(api: Api, operation: Operation, imports: Imports) -> str:
    """The same as an expression for the runtime."""
    if not operation.statuses:
        return _with_head(api, operation, operation.returns, imports, answer_class)
    by_status = imports.take(f"{api.package}._runtime.decoding.decode", "ByStatus")
    each = (
        f"{status}: {_with_head(api, operation, of, imports, answer_class)}"
        for status, of in operation.statuses.items()
    )
    types = returned_annotation(api, operation, imports)
    return _cast(types, f"{by_status}({{{', '.join(each)}}})", imports)


def _cast(types: str, expression: str, imports: Imports) -> str:
    """What is no class to a type checker, as that of `types`; an argument may be called `type`."""
    return f'_cast("{imports.builtin("type")}[{types}]", {expression})'


def _with_head(
    api: Api,
    operation: Operation,
    of: ValueType | None,
    imports: Imports,
    otherwise: Callable[[Api, ValueType | None, Imports], str],
) -> str:
    """What is returned under a status: with a head, if it is a file or a text that has one."""
    if operation.head is None or _content(of) is None:
        return otherwise(api, of, imports)
    return headed(api, operation, operation.head, imports)


def headed(api: Api, operation: Operation, head: ObjectRef, imports: Imports) -> str:
    """The class of a file or a text with what headers say beside it."""
    kind = "HeadedFile" if isinstance(operation.returns, FileType) else "HeadedText"
    return f"{imports.named_type(api, kind)}[{imports.model(api, head.object)}]"


def _content(of: ValueType | None) -> str | None:
    """The class of a whole response that is no JSON."""
    if isinstance(of, FileType):
        return "FileContent"
    return "TextContent" if isinstance(of, TextType) and of.media_types else None


def item_annotation(api: Api, of: ValueType, imports: Imports) -> str:
    """What a list of answers holds."""
    return answer_part(api, of.item, imports) if isinstance(of, ListType) else "Any"


def answer_part(api: Api, of: ValueType, imports: Imports, identifier: str = "") -> str:
    """The annotation of a part; with `identifier`, as the runtime reads ids."""
    bare = _bare(api, of, imports, identifier)
    return f"{bare} | None" if of.nullable and not isinstance(of, AnyType) else bare


def _bare(api: Api, of: ValueType, imports: Imports, identifier: str) -> str:
    match of:
        case _ if (scalar := scalars.scalar(of)) is not None:
            return f"{imports.take(f'{api.package}.models', '_scalars')}.{scalar}"
        case ObjectRef():
            return imports.model(api, of.object)
        case UnionType():
            return imports.model(api, naming.union(of))
        case ListType():
            return f"builtins.list[{answer_part(api, of.item, imports, identifier)}]"
        case MapType():
            value = answer_part(api, of.value, imports, identifier)
            return f"{imports.builtin('dict')}[{imports.builtin('str')}, {value}]"
        case DurationType() | DecimalType() | BytesType() | TupleType():
            raise AssertionError("a type of the module of scalars")
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
            return identifier or imports.builtin("str")
        case AnyType():
            return "Any"
        case _:
            assert_never(of)
