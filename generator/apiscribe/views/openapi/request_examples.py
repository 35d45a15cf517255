"""Documented requests as examples of a body: typed as its schema is, with credentials.

The page writes them as forms or as JavaScript, leaves the credentials out, and misspells a name
now and then; what breaks a rule is left out by its erratum.
"""

from __future__ import annotations

import json
import re
from typing import Any

from apiscribe.model import (
    Api,
    BooleanType,
    CsvType,
    DateType,
    DecimalType,
    DurationType,
    Encoding,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    Operation,
    TupleType,
    UnionType,
    ValueType,
    arms,
)
from apiscribe.runtime.semantics import dates, durations
from apiscribe.runtime.semantics.commas import split
from apiscribe.views.openapi import bindings

Schema = dict[str, Any]


def examples(api: Api, operation: Operation, encoding: Encoding) -> Schema:
    broken = {name for erratum in api.errata for name in erratum.examples}
    found: Schema = {}
    for kind in ("curl", "node"):
        example = operation.example(kind)
        if example is not None and f"{operation.id}.{kind}" not in broken:
            found[kind] = {
                "value": _credentials(api, operation)
                | _body(api, operation, example.value, encoding)
            }
    return {kind: example for kind, example in found.items() if example["value"]}


def _credentials(api: Api, operation: Operation) -> Schema:
    keys = api.authentication.keys(operation.authentication, "arguments", "body")
    return {each.name: f"your_{each.name}" for each in keys}


def _body(api: Api, operation: Operation, given: object, encoding: Encoding) -> Schema:
    assert isinstance(given, dict), "examples of requests are objects of arguments"
    commas = encoding != "json"
    constants, needed = bindings.in_body(operation, encoding), bindings.needed(operation)
    found = {name: said["const"] for name, said in constants.items() if name in needed}
    for each in operation.arguments:
        if each.location != "body" or each.name not in given:
            continue
        value = typed(api, each.type, given[each.name], commas=commas)
        if each.prefix is not None and isinstance(value, dict):
            found |= {f"{each.prefix}{key}": inner for key, inner in value.items()}
        else:
            found[each.wire_name] = value
    return found


def typed(api: Api, of: ValueType, value: object, *, commas: bool = False) -> object:
    """A value as the schema has it; with `commas`, a list between commas is an array."""
    match of:
        case BooleanType() if of.words is not None:
            return {str(word): word for word in of.words}.get(str(value), value)
        case IntegerType(in_text=True):
            return str(value)
        case IntegerType() | NumberType() | BooleanType():
            return _scalar(value)
        case DecimalType() if of.in_json == "number":
            return _scalar(value)
        case DateType() if any(map(dates.is_number, of.formats)) and not of.in_text:
            return _scalar(value)
        case DurationType() if not (of.in_text or durations.UNITS.keys().isdisjoint(of.formats)):
            return _scalar(value)
        case TupleType():
            given = _read(value)
            if not isinstance(given, list) or len(given) != len(of.parts):
                return given
            return [typed(api, part, each) for part, each in zip(of.parts, given, strict=True)]
        case CsvType():
            given = split(value, of.separator) if isinstance(value, str) and value else value
            parts = given if isinstance(given, list) else []
            items = [typed(api, of.item, part) for part in parts]
            as_array = commas and of.separator == ","
            return items if as_array else of.separator.join(map(str, items))
        case ListType():
            given = _read(value)
            if isinstance(given, list):
                return [typed(api, of.item, item) for item in given]
            return typed(api, of.item, given)
        case MapType():
            given = _read(value)
            entries = given.items() if isinstance(given, dict) else ()
            return {key: typed(api, of.value, each) for key, each in entries}
        case ObjectRef():
            given = _read(value)
            if not isinstance(given, dict):
                return given
            types = {field.wire_name: field.type for field in api.objects[of.object].fields}
            return {
                key: typed(api, types[key], each) for key, each in given.items() if key in types
            }
        case UnionType():
            given = _read(value)
            at = arms(api.objects, of).find(given, given if isinstance(given, dict) else None)
            return given if at is None else typed(api, of.members[at].type, given)
        case _:
            return value


def _scalar(value: object) -> object:
    is_json = isinstance(value, str) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?|true|false", value)
    return json.loads(str(value)) if is_json else value


def _read(value: object) -> object:
    """What text stands for that holds a list or an object as JSON."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
