"""The envelope of failures as a schema."""

from __future__ import annotations

from typing import Any

from apiscribe.model import Api
from apiscribe.model.failures import STATUS, TEXT, Envelope, KeyMark
from apiscribe.runtime.semantics.paths import WHOLE, keys_of
from apiscribe.views.text import sentence

Schema = dict[str, Any]
_FIELDS: dict[str, Schema] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "any": {},
}


def schemas(api: Api) -> Schema:
    """What failures look like, by the names of their schemas."""
    own = {schema_name(name): schema(api, each) for name, each in api.envelopes.items()}
    return {schema_name(None): schema(api, api.envelope), **own}


def schema_name(envelope: str | None) -> str:
    """What the schema of a failure is called."""
    return "_Failure" if envelope is None else f"_Failure_{envelope}"


def schema(api: Api, envelope: Envelope) -> Schema:
    """What a failure looks like, built from the dotted keys of its parts."""
    codes = [error.code for error in api.errors if error.code is not None]
    code: Schema = {"examples": codes[:1], "type": _code_type(codes)} if codes else {}
    root: Schema = {"type": "object", "properties": {}}
    for place in (each for each in envelope.codes if each != STATUS):
        _describe(root, place, code, required=_is_fixed(api, envelope))
    for place in (each for each in envelope.places if each != TEXT):
        _describe(root, place, {"type": "string"}, required=_is_fixed(api, envelope))
    _beside(root, envelope)
    if TEXT in envelope.places:
        root = {"anyOf": [root, {"type": "string"}]} if root["properties"] else {"type": "string"}
    told = [f"{error.label}: {sentence(error.meaning)}" for error in api.errors]
    root["description"] = " ".join(["A failure.", *told])
    return root


def headers(envelope: Envelope) -> Schema:
    """What failures say in headers."""
    codes: Schema = {
        name: {"description": "The code.", "schema": {"type": "string"}}
        for name in envelope.code_headers
    }
    return codes | {
        each.header: {"description": sentence(each.doc), "schema": _FIELDS[each.type]}
        for each in envelope.fields
        if each.header is not None
    }


def _beside(root: Schema, envelope: Envelope) -> None:
    """What stands beside code and message: what tells a failure, and what else it says."""
    for field in envelope.fields:
        if field.key is not None:
            several = field.type == "texts" and "[]" in field.key
            each = _FIELDS["text" if several else field.type]
            described = {**each, "description": sentence(field.doc)}
            _describe(root, field.key, described, required=False)
    if envelope.status_key is not None:
        told = {"type": "integer", "description": "The HTTP status."}
        _describe(root, envelope.status_key, told, required=False)
    for wait in envelope.waits:
        if wait.key is not None:
            kind = "string" if wait.unit in ("rfc3339", "units") else "number"
            described = {"type": kind, "description": f"When to send it again ({wait.unit})."}
            _describe(root, wait.key, described, required=False)
    for key, value in envelope.beside.items():
        root["properties"].setdefault(key, {"examples": [value]})
    for mark in envelope.marks:
        if isinstance(mark, KeyMark):
            alone = len(envelope.marks) == 1
            _describe(root, mark.key, _marked(mark), required=alone)


def _marked(mark: KeyMark) -> Schema:
    match mark.test:
        case "present":
            return {}
        case "in":
            return {"enum": list(mark.values)}
        case "not_in":
            return {"not": {"enum": list(mark.values)}}


def media_types(envelope: Envelope) -> tuple[str, ...]:
    """In what failures come."""
    messages = envelope.places
    plain = ("text/plain",) if TEXT in messages else ()
    keys = [each for each in (*envelope.codes, *messages) if each not in (STATUS, TEXT)]
    return (envelope.media_type, *plain) if keys or not plain else plain


def _is_fixed(api: Api, envelope: Envelope) -> bool:
    """Whether every failure has a code and a message, at the same places."""
    return (
        len(envelope.codes) == len(envelope.messages) == len(envelope.places) == 1
        and all(error.match is None for error in api.errors)
        and all(fault.code is not None for fault in envelope.faults.values())
    )


def _describe(place: Schema, path: str, described: Schema, *, required: bool) -> None:
    """Describe what stands at a dotted path; `[]` behind a key is a list, `{}` an open object.

    What is described already stays, and stands beside what is there otherwise.
    """
    for number, step in enumerate(steps := keys_of(path)):
        last = number == len(steps) - 1
        if place.get("type") == "array":
            _describe_place(place, int(step), described)
            return
        holder, key = place.setdefault("properties", {}), step.removesuffix("[]")
        if step.endswith("{}"):
            if step != WHOLE:  # an object of whatever keys, as it stands
                _put(holder, step.removesuffix("{}"), {"type": "object"}, last=True)
            return
        if required:
            place["required"] = sorted({*place.get("required", ()), key})
        if step.endswith("[]"):
            holder, key = _put(holder, key, {"type": "array"}, last=False), "items"
        if last:
            inner = dict(described)
        elif steps[number + 1].isdecimal():
            inner = {"type": "array"}
        else:
            inner = {"type": "object", "properties": {}}
        place = _put(holder, key, inner, last=last)


def _describe_place(row: Schema, number: int, described: Schema) -> None:
    """Describe a place of a row, which has what the page says in this order."""
    parts: list[Schema] = row.setdefault("prefixItems", [])
    parts += [{} for _ in range(number + 1 - len(parts))]
    parts[number] = {**described, **parts[number]}


def _put(holder: Schema, key: str, inner: Schema, *, last: bool) -> Schema:
    """Have a key hold `inner`, perhaps beside what is there; what of these stands there then."""
    there = holder.get(key)
    if there is None:
        holder[key] = inner
        return inner
    if last and {} in (there, inner):  # anything, whatever else is said
        return inner
    kinds: list[Schema] = there.get("anyOf", [there])
    types = _types(inner)
    for each in kinds:
        if types <= _types(each) and (types or "properties" not in each):
            return each
    holder[key] = {"anyOf": [*kinds, inner]}
    return inner


def _types(described: Schema) -> set[str]:
    given = described.get("type", [])
    return {given} if isinstance(given, str) else {*given}


def _code_type(codes: list[int | str]) -> list[str] | str:
    kinds = sorted({"integer" if isinstance(code, int) else "string" for code in codes})
    return kinds[0] if len(kinds) == 1 else kinds
