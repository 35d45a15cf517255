"""The objects of the API as JSON Schema for the model generator, one module a types file."""

from __future__ import annotations

from typing import Any, assert_never

from msgspec import Struct

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
    Field,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    ObjectType,
    TextType,
    TupleType,
    UnionType,
    ValueType,
)
from apiscribe.views import rule_names, rule_sentences, scalars, sentences, usage_sentences
from apiscribe.views.text import hanging, one_line, sentence, wrap

Schema = dict[str, Any]

_BLANKABLE = {"date": "BlankableDate", "date_unpadded": "BlankableDate"}


class ModelsView(Struct, frozen=True):
    schema: Schema
    aliases: dict[str, str]
    """Module, class and key in the JSON -> name of the field, where they differ."""
    modules: dict[str, str]
    """Module -> the file under `types/` that it comes from, without its ending."""


def models(api: Api) -> ModelsView:
    definitions: Schema = {}
    aliases: dict[str, str] = {}
    modules: dict[str, str] = {}
    for declared in api.objects.values():
        if not declared.used_in:
            continue
        module, name = naming.module(declared.module), naming.class_name(declared.name)
        definitions[f"{module}.{name}"] = _object(api, declared)
        modules[module] = declared.module
        for field in _fields(declared):
            # The model generator has rules of its own, where a name is not settled here.
            if naming.field(field.name) != field.wire_name or field.wire_name.startswith("_"):
                aliases[f"{module}.{name}.{field.wire_name}"] = naming.field(field.name)
    return ModelsView(
        schema={"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions},
        aliases=aliases,
        modules=modules,
    )


def _object(api: Api, declared: ObjectType) -> Schema:
    named = rule_names.as_attributes(declared)
    return {
        "type": "object",
        "title": naming.class_name(declared.name),
        "description": _described(api, named),
        "properties": {
            f.wire_name: _field(api, declared, called)
            for f, called in zip(_fields(declared), _fields(named), strict=True)
        },
        "required": [f.wire_name for f in _fields(declared) if f.required],
    }


def _fields(declared: ObjectType) -> tuple[Field, ...]:
    """The fields of its model: those that responses have, if it is in any."""
    return declared.response_fields if declared.in_responses else declared.fields


def _described(api: Api, declared: ObjectType) -> str:
    """What it is, and the rules between its fields where it may be sent."""
    rules = []
    if "request" in declared.used_in:
        rules = rule_sentences.rules_of(api, declared)
    return "\n\n".join([_wrapped(declared.doc), *_section(rules)])


def _section(rules: list[str]) -> list[str]:
    # Not yet between quotes: whoever writes them there escapes the text.
    lines = [line for rule in rules for line in hanging(rule)]
    return ["\n".join(["Rules:", *lines])] if lines else []


def _field(api: Api, owner: ObjectType, field: Field) -> Schema:
    schema = _type(api, field.type, owner.in_responses, field.sensitive)
    doc = sentences.argument(api, field) if owner.in_requests else _answered_doc(field)
    return {**schema, "description": _wrapped(doc)}


def _answered_doc(field: Field) -> str:
    advice = [usage_sentences.deprecation(field.deprecated)] if field.deprecated else []
    if field.is_open:
        advice.append(f"Its keys are what stands behind `{field.header}` in names of headers.")
    elif field.header:
        advice.append(f"It stands in the header `{field.header}`.")
    return " ".join([sentence(field.doc), *advice]) if advice else field.doc


def _type(api: Api, of: ValueType, answered: bool, sensitive: bool) -> Schema:
    """The schema of a field. Answers outlive their documentation, so no rule is in it."""
    match of:
        case _ if (name := scalars.scalar(of, sensitive=sensitive)) is not None:
            schema: Schema = _special(api, name, scalars.MODULE)
        case TextType() if sensitive:
            schema = _special(api, "model.SensitiveText")
        case TextType() | FileType():
            schema = {"type": "string"}
        case IntegerType():
            schema = {"type": "integer"}
        case NumberType():
            schema = {"type": "number"}
        case BooleanType():
            schema = {"type": "boolean"}
        case IdentifierType() | DigitsType() if answered:
            name = "SensitiveIdentifier" if sensitive else "Identifier"
            schema = _special(api, f"model.{name}")
        case IdentifierType() | DigitsType():
            schema = {"type": ["integer", "string"]}
        case DateType():
            schema = _date(api, of, answered)
        case DurationType() | DecimalType() | BytesType() | TupleType():
            raise AssertionError("a type of the module of scalars")
        case CsvType():
            text = {"type": "string"}
            many = {"type": "array", "items": _type(api, of.item, answered, sensitive)}
            schema = {"anyOf": [many, text]}
        case ListType():
            schema = {"type": "array", "items": _type(api, of.item, answered, sensitive)}
        case MapType():
            schema = {
                "type": "object",
                "additionalProperties": _type(api, of.value, answered, sensitive),
            }
        case ObjectRef():
            module = naming.module(api.objects[of.object].module)
            schema = {"$ref": f"#/$defs/{module}.{naming.class_name(of.object)}"}
        case UnionType():
            schema = _special(api, naming.union(of), "models._unions")
        case AnyType():
            schema = {}
        case _:
            assert_never(of)
    return {"anyOf": [schema, {"type": "null"}]} if of.nullable else schema


def _date(api: Api, of: DateType, answered: bool) -> Schema:
    if of.blank:
        return _special(api, f"model.{_BLANKABLE.get(of.formats[0], 'BlankableDatetime')}")
    if of.formats[0] == "us_minutes" and answered:
        return {"type": "string"}
    is_day = of.formats[0].startswith("date")
    if answered:
        return _special(api, "model.CalendarDay" if is_day else "model.AwareDatetime")
    schema = {"type": "string", "format": "date" if is_day else "date-time"}
    return {"anyOf": [schema, {"type": "string"}]}


def _special(api: Api, name: str, module: str = "_runtime") -> Schema:
    """A type that the runtime reads in a way of its own."""
    return {"type": "string", "x-python-type": f"{api.package}.{module}.{name}"}


def _wrapped(text: str) -> str:
    return "\n".join(wrap(sentence(one_line(text)), 90))
