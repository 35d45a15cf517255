"""The Python type of an argument: what a caller may pass for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from apiscribe import naming
from apiscribe.model import (
    AnyType,
    Api,
    BooleanType,
    Choices,
    CsvType,
    DateType,
    DigitsType,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    MemberOf,
    NumberType,
    ObjectRef,
    TextType,
    ValueType,
)
from apiscribe.views.text import literal


@dataclass(frozen=True)
class ShadowedNames:
    """Names that mean something else where an annotation stands."""

    names: frozenset[str] = frozenset()

    def builtin(self, name: str) -> str:
        return f"builtins.{name}" if name in self.names else name


@dataclass
class Imports:
    """What the annotations made so far need to have imported."""

    hidden: ShadowedNames = ShadowedNames()
    stdlib: set[tuple[str, str]] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    models: set[tuple[str, str]] = field(default_factory=set)
    uploads: bool = False

    def take(self, module: str, name: str) -> str:
        local = f"_{name}" if name in self.hidden.names else name
        self.stdlib.add((module, name if local == name else f"{name} as {local}"))
        return local

    def builtin(self, name: str) -> str:
        return self.hidden.builtin(name)

    def lines(self) -> list[str]:
        return [f"from {module} import {name}" for module, name in sorted(self.stdlib)]


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
        case IdentifierType() | DigitsType():
            return f"{imports.builtin('int')} | {imports.builtin('str')}"
        case DateType():
            return _date(of, imports)
        case CsvType():
            item = argument(api, of.item, imports)
            return (
                f"{imports.take('collections.abc', 'Sequence')}[{item}] | {imports.builtin('str')}"
            )
        case ListType():
            item = argument(api, of.item, imports)
            many = f"{imports.take('collections.abc', 'Sequence')}[{item}]"
            return f"{item} | {many}" if of.single else many
        case MapType():
            item = argument(api, of.value, imports)
            return f"{imports.take('collections.abc', 'Mapping')}[{imports.builtin('str')}, {item}]"
        case ObjectRef():
            return _object(api, of, imports)
        case FileType():
            imports.uploads = True
            return "Upload"
        case AnyType():
            return imports.builtin("object")
        case _:
            assert_never(of)


def _scalar(api: Api, of: TextType | IntegerType, imports: Imports) -> str:
    plain = imports.builtin("str" if isinstance(of, TextType) else "int")
    for rule in of.rules:
        if isinstance(rule, MemberOf | Choices) and of.name:
            imports.types.add(naming.alias(of.name))
            return naming.alias(of.name)
        if isinstance(rule, MemberOf):
            name = naming.alias(_named_for(api, rule.list))
            imports.types.add(name)
            return name
        if isinstance(rule, Choices):
            values = ", ".join(literal(choice.value) for choice in rule.choices)
            return f"{imports.take('typing', 'Literal')}[{values}]"
    return plain


def _named_for(api: Api, list_name: str) -> str:
    """The named value that has a list as its own, or else the list."""
    for name, value in api.values.items():
        if any(isinstance(rule, MemberOf) and rule.list == list_name for rule in value.rules):
            return name
    return list_name


def _date(of: DateType, imports: Imports) -> str:
    moment, text = imports.take("datetime", "datetime"), imports.builtin("str")
    if any(form.startswith("date") for form in of.formats):
        return f"{imports.take('datetime', 'date')} | {moment} | {text}"
    return f"{moment} | {text}"


def _object(api: Api, of: ObjectRef, imports: Imports) -> str:
    declared = api.objects[of.object]
    name, alternative = (
        naming.class_name(of.object),
        naming.dict_class(naming.class_name(of.object)),
    )
    imports.models.add((naming.variable(declared.module), name))
    imports.types.add(alternative)
    either = f"{name} | {alternative}"
    if declared.shorthand is None:
        return either
    short = next(f for f in declared.fields if f.name == declared.shorthand)
    return f"{either} | {argument(api, short.type, imports)}"
