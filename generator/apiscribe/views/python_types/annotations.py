"""The Python type of an argument: what a caller may pass for it."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct, field

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
    TextType,
    TupleType,
    UnionType,
    ValueType,
)
from apiscribe.runtime.semantics import dates, durations
from apiscribe.views.text import literal


class ShadowedNames(Struct, frozen=True):
    """Names that mean something else where an annotation stands."""

    names: frozenset[str] = frozenset()

    def builtin(self, name: str) -> str:
        return f"builtins.{name}" if name in self.names else name

    def imported(self, name: str) -> str:
        """What an imported name is called."""
        return f"_{name}" if name in self.names else name


class Imports(Struct):
    """What the annotations made so far need to have imported."""

    hidden: ShadowedNames = ShadowedNames()
    here: frozenset[str] = frozenset()
    """Types that the module itself declares, which go without a prefix."""
    needed: set[tuple[str, str]] = field(default_factory=set)
    """Module and name, with what the name is here if it is another."""

    def take(self, module: str, name: str) -> str:
        local = self.hidden.imported(name)
        self.needed.add((module, name if local == name else f"{name} as {local}"))
        return local

    def builtin(self, name: str) -> str:
        return self.hidden.builtin(name)

    def named_type(self, api: Api, name: str) -> str:
        """A type of the package `types`, which is loaded when an annotation is evaluated."""
        return name if name in self.here else f"{self.take(api.package, 'types')}.{name}"

    def model(self, api: Api, name: str) -> str:
        """The class of an object, which is loaded when it is needed."""
        return f"{self.take(api.package, 'models')}.{naming.class_name(name)}"

    def lines(self) -> tuple[str, ...]:
        return tuple(f"from {module} import {name}" for module, name in sorted(self.needed))


def argument(api: Api, of: ValueType, imports: Imports) -> str:
    """The annotation of an argument of type `of`; what it needs is added to `imports`."""
    bare = _bare(api, of, imports)
    return f"{bare} | None" if of.nullable else bare


def _bare(api: Api, of: ValueType, imports: Imports) -> str:
    match of:
        case TextType() | IntegerType():
            return _scalar(api, of, imports)
        case NumberType():
            return imports.builtin("float")
        case BooleanType():
            return imports.builtin("bool")
        case DecimalType():
            number, text = imports.builtin("int"), imports.builtin("str")
            return f"{imports.take('decimal', 'Decimal')} | {number} | {text}"
        case BytesType():
            return f"{imports.builtin('bytes')} | {imports.builtin('str')}"
        case IdentifierType() | DigitsType():
            return f"{imports.builtin('int')} | {imports.builtin('str')}"
        case DateType():
            return _date(of, imports)
        case DurationType():
            raw = _raw(imports, [form in durations.UNITS for form in of.formats])
            return f"{imports.take('datetime', 'timedelta')} | {raw}"
        case CsvType():
            item = argument(api, of.item, imports)
            return (
                f"{imports.take('collections.abc', 'Sequence')}[{item}] | {imports.builtin('str')}"
            )
        case ListType():
            item = argument(api, of.item, imports)
            many = f"{imports.take('collections.abc', 'Sequence')}[{item}]"
            return f"{item} | {many}" if of.single else many
        case TupleType():
            parts = ", ".join(argument(api, part, imports) for part in of.parts)
            return f"{imports.builtin('tuple')}[{parts}]"
        case MapType():
            item = argument(api, of.value, imports)
            return f"{imports.take('collections.abc', 'Mapping')}[{imports.builtin('str')}, {item}]"
        case ObjectRef():
            return _object(api, of, imports)
        case UnionType():
            each = [_bare(api, member.type, imports) for member in of.members]
            unknown = [imports.model(api, "UnknownMember")] if _may_grow(of) else []
            return " | ".join(dict.fromkeys([*each, *unknown]))
        case FileType():
            return imports.named_type(api, "Upload")
        case AnyType():
            return imports.builtin("object")
        case _:
            assert_never(of)


def _may_grow(of: UnionType) -> bool:
    """Whether callers may have a member that is not documented, from a response.

    Of single values alone there is none to add that a caller would keep and send again.
    """
    holds = (ListType, TupleType, MapType, ObjectRef)
    return not of.closed and any(isinstance(member.type, holds) for member in of.members)


def _scalar(api: Api, of: TextType | IntegerType, imports: Imports) -> str:
    if of.listed:
        return imports.named_type(api, naming.alias(of.name or _named_for(api, of.listed)))
    if of.choices and of.name:
        return imports.named_type(api, naming.alias(of.name))
    if of.choices:
        values = ", ".join(map(literal, of.choices))
        return f"{imports.take('typing', 'Literal')}[{values}]"
    return imports.builtin("str" if isinstance(of, TextType) else "int")


def _named_for(api: Api, list_name: str) -> str:
    """The named value that has a list as its own, or else the list."""
    for name, value in api.values.items():
        if value.listed == list_name:
            return name
    return list_name


def _date(of: DateType, imports: Imports) -> str:
    moment, raw = (
        imports.take("datetime", "datetime"),
        _raw(imports, [dates.is_number(form) for form in of.formats]),
    )
    if any(map(dates.is_day, of.formats)):
        return f"{imports.take('datetime', 'date')} | {moment} | {raw}"
    return f"{moment} | {raw}"


def _raw(imports: Imports, numbers: list[bool]) -> str:
    """What the API itself has: a number, text, or either."""
    number, text = imports.builtin("int"), imports.builtin("str")
    if all(numbers):
        return number
    return f"{number} | {text}" if any(numbers) else text


def _object(api: Api, of: ObjectRef, imports: Imports) -> str:
    declared = api.objects[of.object]
    model = imports.model(api, of.object)
    alternative = imports.named_type(api, naming.dict_class(naming.class_name(of.object)))
    short = declared.shorthand_field
    either = f"{model} | {alternative}"
    return either if short is None else f"{either} | {argument(api, short.type, imports)}"
