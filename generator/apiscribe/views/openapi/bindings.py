"""Constants, and how lists and objects are written, as OpenAPI says it."""

from __future__ import annotations

from apiscribe.model import (
    PLAIN_STYLE,
    AnyType,
    Argument,
    Constant,
    Encoding,
    FileType,
    ListType,
    MapType,
    ObjectRef,
    Operation,
    TupleType,
    UnionType,
    ValueType,
)
from apiscribe.runtime.semantics.telling import said
from apiscribe.views.openapi.schema import Schema

_IN_JSON = (ListType, MapType, ObjectRef)
"""Members of unions that a form has as JSON."""


def style(argument: Argument) -> Schema:
    """How a form or a query has a list or an object; `x-style` where OpenAPI has no word."""
    if argument.style == PLAIN_STYLE or argument.location not in ("query", "body"):
        return {}
    match argument.type:
        case _ if argument.is_flag:
            empty = {"allowEmptyValue": True} if argument.location == "query" else {}
            return {**empty, "x-style": argument.style.booleans}
        case ListType():
            return _lists(argument)
        case MapType() | ObjectRef():
            return _objects(argument)
        case _:
            return {}


def is_json_text(argument: Argument) -> bool:
    """Whether a form or a query has it as one text, which is JSON."""
    if argument.location not in ("query", "body") or style(argument):
        return False
    of = argument.type
    if isinstance(of, UnionType):
        return all(isinstance(each.type, _IN_JSON) for each in of.members)
    return isinstance(of, ListType | TupleType | MapType | ObjectRef | AnyType)


def _lists(argument: Argument) -> Schema:
    match argument.style.lists:
        case "repeat":
            return {"style": "form", "explode": True}
        case "commas":
            return {"style": "form", "explode": False}
        case "blanks":
            return {"style": "spaceDelimited", "explode": False}
        case "pipes":
            return {"style": "pipeDelimited", "explode": False}
        case "brackets" | "indexed" | "indexed_last" as word:
            return {"style": "deepObject", "explode": True, "x-style": word}
        case "json":
            return {}


def _objects(argument: Argument) -> Schema:
    match argument.style.objects:
        case "brackets":
            return {"style": "deepObject", "explode": True}
        case "dots":
            return {"style": "deepObject", "explode": True, "x-style": "dots"}
        case "json":
            return {}


def constants(operation: Operation) -> list[Schema]:
    """Those that are parameters."""
    return [
        {
            "name": each.wire_name,
            "in": each.location,
            **({} if each.optional else {"required": True}),
            "schema": {"const": said(each.value)},
            **({"description": each.doc} if each.doc else {}),
        }
        for each in operation.constants
        if each.location != "body" and not _is_elsewhere(each)
    ]


def in_body(operation: Operation, encoding: Encoding) -> dict[str, Schema]:
    json = encoding == "json"
    return {
        each.wire_name: {"const": each.value if json else said(each.value)}
        for each in operation.constants
        if each.location == "body"
    }


def needed(operation: Operation) -> set[str]:
    """Constants that every request has."""
    return {each.wire_name for each in operation.constants if not each.optional}


def _is_elsewhere(constant: Constant) -> bool:
    """Whether OpenAPI has it where media types are, and not among parameters."""
    return constant.location == "header" and constant.wire_name.lower() in (
        "accept",
        "content-type",
    )


def is_content_type(part: Argument | Constant) -> bool:
    """Whether it says what the body is, which OpenAPI has beside that, and not as a parameter."""
    return part.location == "header" and part.wire_name.lower() == "content-type"


def body_types(operation: Operation, whole: Argument) -> tuple[str, ...]:
    """The media types of a body that is one argument."""
    if not isinstance(whole.type, FileType):
        return (operation.json_sent,)
    said = [str(each.value) for each in operation.constants if is_content_type(each)]
    for each in operation.arguments:
        said += map(str, each.type.choices) if is_content_type(each) else ()
    return tuple(said) or whole.type.media_types or ("*/*",)


def content_type(file: FileType, of: ValueType) -> Schema:
    """How a form carries what is a file, or may be one."""
    single = of.item if isinstance(of, ListType) else of
    others = ["text/plain"] if isinstance(single, UnionType) else []
    return {"contentType": ", ".join([*file.media_types, *others])} if file.media_types else {}


def of_members(of: UnionType) -> Schema:
    """How a form carries what is of one of several types: single values as the text they are."""
    in_json = [isinstance(each.type, _IN_JSON) for each in of.members]
    kinds = ["text/plain"] * (not all(in_json)) + ["application/json"] * any(in_json)
    return {"contentType": ", ".join(kinds)}


def whole_body(operation: Operation) -> Argument | None:
    return next((each for each in operation.arguments if each.whole_body), None)
