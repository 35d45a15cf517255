"""Types as JSON Schema (2020-12), for OpenAPI and for the models."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, Literal, assert_never

from apiscribe import naming
from apiscribe.model import (
    AnyType,
    Api,
    Argument,
    Between,
    BooleanType,
    BytesType,
    Characters,
    Choices,
    CjkWords,
    CsvType,
    DateType,
    Decimals,
    DecimalType,
    Deprecation,
    DigitsType,
    DurationType,
    Email,
    Field,
    FileSize,
    FileType,
    Ground,
    IdentifierType,
    IntegerType,
    ItemCount,
    KeyCount,
    Length,
    ListType,
    MapType,
    MemberOf,
    MultipleOf,
    NumberType,
    ObjectRef,
    ObjectType,
    Pattern,
    Range,
    TextType,
    TupleType,
    UnionType,
    UniqueItems,
    Utf8Size,
    ValueRule,
    ValueType,
)
from apiscribe.runtime.semantics.text import EMAIL, EMAIL_MAX_LENGTH, HAN
from apiscribe.views import rule_names, rule_sentences, sentences
from apiscribe.views.openapi import rule_schemas, scalar_schemas, separated, union_schemas
from apiscribe.views.text import sentence

Schema = dict[str, Any]
Side = Literal["request", "response"]


def of_type(api: Api, of: ValueType, side: Side, *, commas: bool = False) -> Schema:
    """The schema of a value as it stands in JSON.

    With `commas`, it is that of a form or an address, where commas make a list of a text.
    """
    schema = _kind(api, of, side)
    if commas and isinstance(of, CsvType) and of.separator == ",":
        schema = {"type": "array", "items": schema["x-items"]}
    is_joined = isinstance(of, CsvType) and schema["type"] == "string"
    for rule in of.rules:
        said = _rule(api, of, rule)
        schema.update(separated.rule(of, rule, said) if is_joined else said)
        _note_ground(schema, said, rule.ground)
    if of.none_as is not None:
        return {"anyOf": [schema, {"const": of.none_as, "description": "There is none."}]}
    return _or_null(schema) if of.nullable else schema


def described(api: Api, given: Argument | Field, schema: Schema) -> Schema:
    """The schema of an argument or field: its type's, and what is said of it by name."""
    unsaid = [rule for rule in given.type.rules if isinstance(rule, UniqueItems) and rule.by]
    said = [sentence(given.doc), *(sentences.value_rule(api, rule) for rule in unsaid)]
    found = {**schema, "description": " ".join(said)}
    if given.required:
        _note_ground(found, ("required",), given.required_ground)
    if given.default is not None:
        found["default"] = scalar_schemas.written(given.type, given.default)
    if given.sensitive:
        found["x-sensitive"] = True
    if isinstance(given, Field):
        found |= {"readOnly": True} if given.readonly else {}
        found |= {"writeOnly": True} if given.writeonly else {}
    if given.deprecated:
        found |= deprecated(given.deprecated)
    return found


def deprecated(given: Deprecation) -> Schema:
    """The keyword, and beside it what OpenAPI has no keyword for."""
    more = {"x-deprecated-since": str(given.since or ""), "x-use-instead": given.use or ""}
    return {"deprecated": True, **{key: value for key, value in more.items() if value}}


def _note_ground(schema: Schema, keywords: Iterable[str], ground: Ground) -> None:
    """Note at a schema, keyword by keyword, what its rules rest on."""
    for note, said in rule_schemas.rests_on(ground).items():
        own = {keyword: said for keyword in keywords if not keyword.startswith("x-")}
        schema[note] = {**schema.get(note, {}), **own}


def of_object(api: Api, name: str, side: Side) -> Schema:
    """The schema of an object type. An answer's may have keys that nobody documented."""
    declared = rule_names.with_keys(api.objects[name])
    properties = {
        field.wire_name: described(api, field, of_type(api, field.type, side))
        for field in declared.body_fields
        if not field.misprint
    }
    schema: Schema = {"type": "object", "description": declared.doc, "properties": properties}
    required = [field.wire_name for field in declared.body_fields if _is_required(declared, field)]
    if required:
        schema["required"] = required
    if "request" in declared.used_in:
        # An answer may break them: they are no constraints of an object that is answered too.
        sayable = properties if side == "request" else ()
        constraints, others = rule_schemas.rules(api, declared, sayable)
        schema |= {"allOf": constraints} if constraints else {}
        schema |= {"x-rules": others} if others else {}
        schema["description"] = listed_rules(declared.doc, rule_sentences.rules_of(api, declared))
    return schema


def _is_required(declared: ObjectType, field: Field) -> bool:
    """Whether the field is there wherever the object is: one schema serves both directions."""
    to = field.required_in_requests or not declared.in_requests
    back = field.required_in_responses or not declared.in_responses
    return field.required and to and back


def listed_rules(doc: str, rules: list[str]) -> str:
    """A description with an item for each rule."""
    lines = [sentence(doc)] if doc else []
    lines += [""] if doc and rules else []
    return "\n".join([*lines, *(f"- {rule}" for rule in rules)])


def _or_null(schema: Schema) -> Schema:
    kind = schema.get("type")
    if kind is None:
        members = schema["anyOf"] if schema.keys() == {"anyOf"} else [schema]
        return {"anyOf": [*members, {"type": "null"}]} if schema else schema
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
            return scalar_schemas.in_both_ways(of, side, scalar_schemas.of_integer)
        case NumberType():
            return {"type": "number"}
        case BooleanType():
            return {"type": "boolean"} if of.words is None else {"enum": [*of.words]}
        case DecimalType():
            return scalar_schemas.in_both_ways(of, side, scalar_schemas.of_decimal)
        case BytesType():
            return scalar_schemas.of_bytes(of)
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
            return scalar_schemas.in_both_ways(
                of, side, lambda of: scalar_schemas.of_date(of, side)
            )
        case DurationType():
            return scalar_schemas.in_both_ways(
                of, side, lambda of: scalar_schemas.of_duration(of, side)
            )
        case CsvType():
            return separated.of_items(of, of_type(api, of.item, side))
        case ListType():
            items = of_type(api, of.item, side)
            many = {"type": "array", "items": items}
            return {"oneOf": [items, many]} if of.single and side == "request" else many
        case TupleType():
            places = [of_type(api, part, side) for part in of.parts]
            size = {"minItems": len(places), "maxItems": len(places)}
            return {"type": "array", "prefixItems": places, "items": False, **size}
        case MapType():
            keys = {} if of.key is None else {"propertyNames": of_type(api, of.key, side)}
            return {
                "type": "object",
                "additionalProperties": of_type(api, of.value, side),
                **keys,
            }
        case ObjectRef():
            shorthand = api.objects[of.object].shorthand
            if shorthand is None or side == "response":
                return reference(of.object)
            short = next(f for f in api.objects[of.object].fields if f.name == shorthand)
            return {"oneOf": [reference(of.object), of_type(api, short.type, side)]}
        case UnionType():
            return union_schemas.of_union(api, of, side, partial(of_type, api, side=side))
        case FileType():
            kinds = {"contentMediaType": of.media_types[0]} if len(of.media_types) == 1 else {}
            return {"type": "string", "format": "binary", **kinds}
        case AnyType():
            return {}
        case _:
            assert_never(of)


def _rule(api: Api, of: ValueType, rule: ValueRule) -> Schema:
    match rule:
        case Choices():
            values = [scalar_schemas.written(of, choice.value) for choice in rule.choices]
            docs = [choice.doc or "" for choice in rule.choices]
            old = [each for each in rule.choices if each.deprecated is not None]
            return {
                "enum": values,
                **({"x-enum-descriptions": docs} if any(docs) else {}),
                **(
                    {"x-enum-deprecated": [scalar_schemas.written(of, each.value) for each in old]}
                    if old
                    else {}
                ),
            }
        case MemberOf():
            return {"enum": list(api.lists[rule.list].values), "x-list": rule.list}
        case Characters():
            return {"pattern": f"^[{rule.allowed}]*$"}
        case Pattern():
            return {"pattern": f"^(?:{rule.pattern})$"}
        case Length():
            return _bounded("minLength", rule.minimum, "maxLength", rule.maximum)
        case Utf8Size():
            return scalar_schemas.of_utf8(of, rule)
        case CjkWords():
            most = rule.maximum
            return {"pattern": f"^[^{HAN}]*(?:[{HAN}][^{HAN}]*){{0,{most}}}$"}
        case Range() | Between() | MultipleOf() | Decimals():
            return scalar_schemas.of_rule(of, rule)
        case KeyCount():
            return _bounded("minProperties", rule.minimum, "maxProperties", rule.maximum)
        case ItemCount():
            return _bounded("minItems", rule.minimum, "maxItems", rule.maximum)
        case UniqueItems():
            return {"x-unique": rule.by} if rule.by else {"uniqueItems": True}
        case Email():
            # The format by itself is checked by few, and by some for no more than an @.
            return {"format": "email", "pattern": f"^{EMAIL}$", "maxLength": EMAIL_MAX_LENGTH}
        case FileSize() if isinstance(of, BytesType):
            return {"x-max-bytes": rule.maximum}
        case FileSize():
            return {"maxLength": rule.maximum}
        case _:
            assert_never(rule)


def _bounded(low: str, minimum: int | None, high: str, maximum: int | None) -> Schema:
    bounds = {low: minimum, high: maximum}
    return {key: value for key, value in bounds.items() if value is not None}


def wrapped(inner: Schema, keys: tuple[str, ...]) -> Schema:
    """An object that holds `inner` under `keys`, and whatever else."""
    for key in reversed(keys):
        inner = {"type": "object", "properties": {key: inner}, "required": [key]}
    return inner
