"""The envelope of failures as a schema."""

from __future__ import annotations

from typing import Any

from apiscribe.model import Api
from apiscribe.model.failures import STATUS, TEXT
from apiscribe.runtime.semantics.paths import keys_of
from apiscribe.views.text import sentence

Schema = dict[str, Any]


def schema(api: Api) -> Schema:
    """What a failure looks like, built from the dotted keys of its parts."""
    envelope = api.envelope
    codes = [error.code for error in api.errors if error.code is not None]
    code: Schema = {"examples": codes[:1], "type": _code_type(codes)} if codes else {}
    root: Schema = {"type": "object", "properties": {}}
    for place in (each for each in envelope.codes if each != STATUS):
        _describe(root, place, code, required=_is_fixed(api))
    for place in (each for each in envelope.messages if each != TEXT):
        _describe(root, place, {"type": "string"}, required=_is_fixed(api))
    if TEXT in envelope.messages:
        root = {"anyOf": [root, {"type": "string"}]} if root["properties"] else {"type": "string"}
    told = [f"{error.key}: {sentence(error.meaning)}" for error in api.errors]
    root["description"] = " ".join(["A failure.", *told])
    return root


def media_types(api: Api) -> tuple[str, ...]:
    """In what failures come."""
    messages = api.envelope.messages
    plain = ("text/plain",) if TEXT in messages else ()
    keys = [each for each in (*api.envelope.codes, *messages) if each not in (STATUS, TEXT)]
    return ("application/json", *plain) if keys or not plain else plain


def _is_fixed(api: Api) -> bool:
    """Whether every failure has a code and a message, at the same places."""
    envelope = api.envelope
    return (
        len(envelope.codes) == len(envelope.messages) == 1
        and all(error.match is None for error in api.errors)
        and all(fault.code is not None for fault in envelope.faults.values())
    )


def _describe(place: Schema, path: str, described: Schema, *, required: bool) -> None:
    """Describe what stands at a dotted path; `[]` behind a key is a list."""
    for number, step in enumerate(steps := keys_of(path)):
        key = step.removesuffix("[]")
        if required:
            place["required"] = sorted({*place.get("required", ()), key})
        last = number == len(steps) - 1
        inner: Schema = described if last else {"type": "object", "properties": {}}
        held = place["properties"].setdefault(
            key, {"type": "array", "items": inner} if step.endswith("[]") else inner
        )
        place = held["items"] if step.endswith("[]") else held


def _code_type(codes: list[int | str]) -> list[str] | str:
    kinds = sorted({"integer" if isinstance(code, int) else "string" for code in codes})
    return kinds[0] if len(kinds) == 1 else kinds
