"""Bodies of requests, as OpenAPI has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from apiscribe.model import (
    Api,
    Argument,
    CsvType,
    Encoding,
    FileType,
    ListType,
    Operation,
    UnionType,
    ValueType,
    file_in,
)
from apiscribe.views.openapi import (
    arguments,
    bindings,
    prefixes,
    request_examples,
    schema,
    wrapping,
)
from apiscribe.views.openapi.schema import Schema

_MEDIA_TYPES = {
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
}


def body(api: Api, operation: Operation, constraints: list[Schema]) -> Schema | None:
    if operation.encoding == "query":
        return None
    whole = bindings.whole_body(operation)
    if whole is not None:
        described = {
            "schema": schema.wrapped(arguments.argument(api, whole, commas=False), operation.wrap)
        }
        kinds = bindings.body_types(operation, whole)
        return {"required": whole.required, "content": dict.fromkeys(kinds, described)}
    found = {e: _media(api, operation, e, constraints) for e in operation.encodings}
    given = [media for media in found.values() if media is not None]
    if not given:
        return None
    required = any(media["schema"].get("required") for media in given)
    keys = [key.name for key in arguments.credentials(api, operation)]
    keys += [each.wire_name for each in operation.beside_wrap]
    wrapped = {
        _media_type(operation, e): wrapping.wrapped(operation, e, media, keys)
        for e, media in found.items()
        if media is not None
    }
    return {"required": required, "content": wrapped}


def _media_type(operation: Operation, encoding: Encoding) -> str:
    return operation.json_sent if encoding == "json" else _MEDIA_TYPES[encoding]


def _media(
    api: Api, operation: Operation, encoding: Encoding, constraints: list[Schema]
) -> Schema | None:
    """The body as one encoding has it; None if nothing is in it."""
    own = [*_sent_in(operation, encoding)]
    beside = arguments.beside(api, operation)
    inside: Encoding = "json" if operation.json_part is not None else encoding
    always = bindings.in_body(operation, inside)
    if not own and not beside and not always:
        return None
    properties = {name: described for name, described, _ in beside}
    commas = inside != "json"
    properties.update(always)
    named = [each for each in own if each.prefix is None]
    properties.update((a.wire_name, arguments.argument(api, a, commas=commas)) for a in named)
    if encoding == "json":
        properties.update(_nulls(operation))
    required = [name for name, _, needed in beside if needed]
    needed_always = bindings.needed(operation)
    required += [name for name in always if name in needed_always]
    required += [a.wire_name for a in named if a.required and not a.conditional]
    body: Schema = {"type": "object", "properties": properties}
    all_of_it = ((each, arguments.argument(api, each, commas=commas)) for each in own)
    if patterns := prefixes.patterns(all_of_it, properties):
        body["patternProperties"] = patterns
    if required:
        body["required"] = required
    if constraints:
        body["allOf"] = constraints
    content: Schema = {"schema": body}
    if encoding != "json" and (parts := _encoding(operation)):
        content["encoding"] = parts
    if examples := request_examples.examples(api, operation, inside):
        content["examples"] = examples
    return content


def in_body(operation: Operation) -> list[Argument]:
    return [each for each in operation.arguments if each.location == "body"]


def _sent_in(operation: Operation, encoding: Encoding) -> Iterator[Argument]:
    """The arguments of a body, of which JSON holds none as a file."""
    for each in in_body(operation):
        if encoding != "json" or not each.takes_files:
            yield each
        elif not each.is_file:
            yield replace(each, type=_without_files(each.type))


def _nulls(operation: Operation) -> Schema:
    """Files that JSON has as null, which takes away what is there."""
    files = (each for each in in_body(operation) if each.is_file and each.type.nullable)
    return {each.wire_name: {"type": "null", "description": each.doc} for each in files}


def _without_files(of: ValueType) -> ValueType:
    match of:
        case ListType():
            return replace(of, item=_without_files(of.item))
        case UnionType():
            others = tuple(m for m in of.members if not isinstance(m.type, FileType))
            return replace(of, members=others) if len(others) > 1 else others[0].type
        case _:
            return of


def _encoding(operation: Operation) -> Schema:
    """How a form carries what is no text: a list as one field with commas, an object as JSON."""
    found: Schema = {}
    for each in in_body(operation):
        if each.prefix is not None:
            continue
        styled = bindings.style(each)
        file = file_in(each.type.item if isinstance(each.type, ListType) else each.type)
        match each.type:
            case _ if file is not None:
                found[each.wire_name] = {**styled, **bindings.content_type(file, each.type)}
            case _ if styled:
                found[each.wire_name] = styled
            case CsvType() if arguments.has_commas(each.type):
                found[each.wire_name] = arguments.WITH_COMMAS
            case UnionType():
                found[each.wire_name] = bindings.of_members(each.type)
            case _ if bindings.is_json_text(each):
                found[each.wire_name] = {"contentType": "application/json"}
            case _:
                pass
    return found
