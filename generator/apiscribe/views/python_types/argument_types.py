"""The package `types`: the values of some arguments, and dicts that may stand for objects."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api, Field, ObjectType, ValueType
from apiscribe.views import object_docs, rule_names, sentences
from apiscribe.views.python_types.annotations import Imports, ShadowedNames, argument
from apiscribe.views.text import block, entry, literal, paragraph, sentence


class Alias(Struct, frozen=True):
    name: str
    literals: str


class Constant(Struct, frozen=True):
    name: str
    value: str
    doc: tuple[str, ...]


class ConstantsClass(Struct, frozen=True):
    """The choices of a value by their names."""

    name: str
    doc: str
    constants: tuple[Constant, ...]


class ChoicesModule(Struct, frozen=True):
    """`types/choices.py`."""

    aliases: tuple[Alias, ...]
    classes: tuple[ConstantsClass, ...]


class DictKey(Struct, frozen=True):
    """A key of a dict."""

    name: str
    literal: str
    annotation: str
    quoted: str
    """The annotation as a literal."""
    doc: tuple[str, ...]


class DictClass(Struct, frozen=True):
    name: str
    doc: str
    sections: tuple[tuple[str, ...], ...]
    fields: tuple[DictKey, ...]
    plain: bool
    """Whether the body of a class can spell all of its keys, and have a docstring for each."""


class DictsModule(Struct, frozen=True):
    """`types/dicts.py`."""

    dicts: tuple[DictClass, ...]
    imports: tuple[str, ...]


def choices_module(api: Api) -> ChoicesModule:
    of_values = (
        Alias(naming.alias(name), literals)
        for name, value in api.values.items()
        if (literals := _literals(api, value))
    )
    of_lists = (
        Alias(naming.alias(each.name), ", ".join(map(literal, each.values)))
        for each in api.lists_with_a_type
    )
    classes = (_constants(name, value) for name, value in api.values.items() if value.named_choices)
    return ChoicesModule((*of_values, *of_lists), tuple(classes))


def _constants(name: str, value: ValueType) -> ConstantsClass:
    return ConstantsClass(
        name=naming.constants_class(name),
        doc=paragraph(f"The values of `{naming.alias(name)}`, by their names.", 8),
        constants=tuple(
            Constant(
                each.name or "",
                literal(each.value),
                tuple(block(sentence(each.doc))) if each.doc else (),
            )
            for each in value.named_choices
        ),
    )


def _literals(api: Api, value: ValueType) -> str:
    given = value.choices or (api.lists[value.listed].values if value.listed else ())
    return ", ".join(map(literal, given))


def dicts_module(api: Api) -> DictsModule:
    objects = api.request_objects
    keys = frozenset(field.wire_name for each in objects for field in each.fields)
    imports = Imports(ShadowedNames(keys), here=frozenset(map(_dict_name, objects)))
    dicts = tuple(_dict(api, each, imports) for each in objects)
    return DictsModule(dicts, imports.lines())


def _dict(api: Api, declared: ObjectType, imports: Imports) -> DictClass:
    stands_for = f"A plain dict in place of `{naming.class_name(declared.name)}`."
    plain = all(naming.is_plain(each.wire_name) for each in declared.request_fields)
    fields = rule_names.with_keys(declared).request_fields
    keys = tuple(_key(api, each, imports, plain=plain) for each in fields)
    # A key that no class can spell has no line of its own to write its docstring under.
    spelt = [] if plain else ["Fields:", *(f"    {line}" for key in keys for line in key.doc)]
    sections = (spelt, object_docs.between_section(api, declared))
    return DictClass(
        name=_dict_name(declared),
        doc=paragraph(f"{sentence(declared.doc)} {stands_for}", 8),
        sections=tuple(tuple(section) for section in sections if section),
        fields=keys,
        plain=plain,
    )


def _key(api: Api, field: Field, imports: Imports, *, plain: bool) -> DictKey:
    annotation = argument(api, field.type, imports)
    if not field.required:
        annotation = f"NotRequired[{annotation}]"
    text = sentences.argument(api, field)
    return DictKey(
        name=field.wire_name,
        literal=literal(field.wire_name),
        annotation=annotation,
        quoted=literal(annotation),
        doc=tuple(block(text) if plain else entry(field.wire_name, text, 4)),
    )


def _dict_name(declared: ObjectType) -> str:
    return naming.dict_class(naming.class_name(declared.name))
