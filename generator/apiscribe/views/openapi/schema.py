"""Types as JSON Schema (2020-12), for OpenAPI and for the models."""

from __future__ import annotations

from typing import Any, Literal, assert_never

from apiscribe import naming
from apiscribe.model import (
    AnyType,
    Api,
    BooleanType,
    Characters,
    Choices,
    CjkWords,
    CsvType,
    DateType,
    DigitsType,
    Email,
    FileType,
    IdentifierType,
    IntegerType,
    ItemCount,
    Length,
    ListType,
    MapType,
    MemberOf,
    NumberType,
    ObjectRef,
    Pattern,
    Range,
    TextType,
    UniqueItems,
    ValueRule,
    ValueType,
)
from apiscribe.runtime.semantics import dates
from apiscribe.runtime.semantics.text import EMAIL, EMAIL_MAX_LENGTH, HAN
from apiscribe.views import sentences

Schema = dict[str, Any]
Side = Literal["request", "response"]

_STANDARD: dict[tuple[str, ...], str] = {("date",): "date", ("utc",): "date-time"}


def of_type(api: Api, of: ValueType, side: Side, *, commas: bool = False) -> Schema:
    """The schema of a value as it stands in JSON.

    With `commas`, it is that of a form or an address, where commas make a list of a text.
    """
    schema = _kind(api, of, side)
    if commas and isinstance(of, CsvType):
        schema = {"type": "array", "items": schema["x-items"]}
    for rule in of.rules:
        schema.update(_rule(api, of, rule))
    return _or_null(schema) if of.nullable else schema


def of_object(api: Api, name: str, side: Side) -> Schema:
    """The schema of an object type. An answer's may have keys that nobody documented."""
    declared = api.objects[name]
    properties = {}
    for field in declared.fields:
        schema = of_type(api, field.type, side)
        schema["description"] = field.doc
        if field.default is not None:
            schema["default"] = field.default
        if field.sensitive:
            schema["x-sensitive"] = True
        if not field.misprint:
            properties[field.wire_name] = schema
    schema = {"type": "object", "description": declared.doc, "properties": properties}
    required = [field.wire_name for field in declared.fields if field.required]
    if required:
        schema["required"] = required
    rules = [
        sentences.argument_rule(api, sentences.members(declared), rule) for rule in declared.rules
    ]
    if rules:
        schema["x-rules"] = rules
    return schema


def _or_null(schema: Schema) -> Schema:
    kind = schema.get("type")
    if kind is None:
        return {"anyOf": [schema, {"type": "null"}]} if schema else schema
    found = {**schema, "type": [*([kind] if isinstance(kind, str) else kind), "null"]}
    if "enum" in schema:
        found["enum"] = [*schema["enum"], None]
    return found


def reference(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{naming.class_name(name)}"}


def _kind(api: Api, of: ValueType, side: Side) -> Schema:
    match of:
        case TextType():
            return {"type": "string"}
        case IntegerType():
            return {"type": "integer"}
        case NumberType():
            return {"type": "number"}
        case BooleanType():
            return {"type": "boolean"}
        case IdentifierType():
            return (
                {"type": ["string", "integer"], "minLength": 1}
                if side == "request"
                else {"type": ["string", "integer"]}
            )
        case DigitsType():
            return {
                "type": ["string", "integer"],
                "pattern": f"^[0-9]{{{of.length}}}$",
                "minimum": 10 ** (of.length - 1),
                "maximum": 10**of.length - 1,
            }
        case DateType():
            return _date(of, side)
        case CsvType():
            return {"type": "string", "x-items": of_type(api, of.item, side)}
        case ListType():
            items = of_type(api, of.item, side)
            many = {"type": "array", "items": items}
            return {"oneOf": [items, many]} if of.single and side == "request" else many
        case MapType():
            return {"type": "object", "additionalProperties": of_type(api, of.value, side)}
        case ObjectRef():
            shorthand = api.objects[of.object].shorthand
            if shorthand is None or side == "response":
                return reference(of.object)
            short = next(f for f in api.objects[of.object].fields if f.name == shorthand)
            return {"oneOf": [reference(of.object), of_type(api, short.type, side)]}
        case FileType():
            most = {"maxLength": of.max_bytes} if of.max_bytes is not None else {}
            return {"type": "string", "contentMediaType": of.media_type, **most}
        case AnyType():
            return {}
        case _:
            assert_never(of)


def _date(of: DateType, side: Side) -> Schema:
    standard = _STANDARD.get(of.formats)
    if side == "request" and standard == "date-time":
        # Any offset would do for that format, but not for the API.
        standard = None
    if of.blank:
        return {"type": "string"}
    if standard == "date":
        return {"type": "string", "format": "date"}
    shapes = "|".join(map(dates.pattern, of.formats))
    schema: Schema = {"type": "string", "pattern": f"^({shapes})$"}
    return {**schema, "format": standard} if standard else schema


def _rule(api: Api, of: ValueType, rule: ValueRule) -> Schema:
    match rule:
        case Choices():
            values = [choice.value for choice in rule.choices]
            docs = [choice.doc or "" for choice in rule.choices]
            return {"enum": values, "x-enum-descriptions": docs} if any(docs) else {"enum": values}
        case MemberOf():
            return {"enum": list(api.lists[rule.list].values), "x-list": rule.list}
        case Characters():
            return {"pattern": f"^[{rule.allowed}]*$"}
        case Pattern():
            return {"pattern": f"^(?:{rule.pattern})$"}
        case Length():
            return _bounded("minLength", rule.minimum, "maxLength", rule.maximum)
        case CjkWords():
            most = rule.maximum
            return {"pattern": f"^[^{HAN}]*(?:[{HAN}][^{HAN}]*){{0,{most}}}$"}
        case Range():
            return _bounded("minimum", rule.minimum, "maximum", rule.maximum)
        case ItemCount():
            return _bounded("minItems", rule.minimum, "maxItems", rule.maximum)
        case UniqueItems():
            return {"x-unique": rule.by} if rule.by else {"uniqueItems": True}
        case Email():
            # The format by itself is checked by few, and by some for no more than an @.
            return {"format": "email", "pattern": f"^{EMAIL}$", "maxLength": EMAIL_MAX_LENGTH}
        case _:
            assert_never(rule)


def _bounded(low: str, minimum: int | None, high: str, maximum: int | None) -> Schema:
    bounds = {low: minimum, high: maximum}
    return {key: value for key, value in bounds.items() if value is not None}
