"""Keys and words unknown where they stand: what they are here, or where they belong."""

from __future__ import annotations

from collections.abc import Collection

from pydantic import BaseModel

from apiscribe.document.api import ApiDoc
from apiscribe.document.arguments import ArgumentDoc, OverrideDoc
from apiscribe.document.failures import EnvelopeDoc
from apiscribe.document.files import ErrorDoc, OperationDoc, ResourceDoc, TypesDoc
from apiscribe.document.types import FieldDoc, ObjectDoc, TypeDoc, ValueDoc
from apiscribe.document.webhooks import EventDoc, WebhooksDoc
from apiscribe.problems import did_you_mean, enumerated, quoted

_MOST_LISTED = 12

_SYNONYMS = {
    "description": "doc",
    "summary": "doc",
    "title": "doc",
    "enum": "choices",
    "values": "choices",
    "items": "of",
    "format": "formats",
    "max": "maximum",
    "min": "minimum",
    "maxproperties": "max_keys",
    "minproperties": "min_keys",
    "propertynames": "keys",
    "prefixitems": "parts",
    "separator": "by",
    "uniqueitems": "unique",
    "properties": "fields",
    "allof": "extends",
    "parameters": "arguments",
    "response": "returns",
    "responses": "returns",
    "mandatory": "required",
    "regex": "pattern",
    "url": "path",
    "servers": "base_url",
    "security": "authentication",
    "securityschemes": "authentication",
    "components": "objects",
    "schemas": "objects",
    "$defs": "objects",
    "definitions": "objects",
}
"""What other languages call a key -> ours, which is meant only where ours is known."""

_ADVICE = {
    "requestbody": "the properties of a body are `arguments` of the operation",
    "parameters": "they are `arguments` of an operation, each under its name",
    "schema": "the keys of a schema stand beside `type`",
    "content": "`encoding` says how a body is written, and `returns` what comes back",
    "consumes": "`encoding` says how a body is written",
    "headers": "what stands in a header of a response is a field with `header: X-Name`",
    "produces": "`returns` says what comes back",
    "oneof": "alternatives are `type: union` with `members`",
    "anyof": "alternatives are `type: union` with `members`",
    "allof": "an object `extends` another",
    "not": "a rule of the operation or object says what is not allowed",
    "const": "write `choices` with that one value",
    "$ref": "write the name of the value or object as `type`",
    "additionalproperties": "an object with keys that are not known is `type: map` with `of`",
    "patternproperties": "an object with keys that are not known is `type: map` with `of`",
    "minproperties": "`min_keys` is of a `map`; in an object, name the fields that must be there",
    "maxproperties": "`max_keys` is of a `map`; in an object, say it in `doc`",
    "contentencoding": "`type: bytes` with `formats: base64`",
    "stream": "what comes item by item, whatever its status of success, is all of `returns`:"
    " `{stream: Type, as: events}`, or `lines`",
    "example": "examples are files: `examples/<resource>/<operation>.curl.json`",
    "examples": "examples are files: `examples/<resource>/<operation>.curl.json`",
    "operationid": "an operation is called by its resource and its key under `operations`",
    "tags": "an operation belongs to the resource in whose file it stands",
    "security": "`authentication` in `api.yaml` says how calls are authenticated",
    "servers": "`base_url` in `api.yaml` says where the API is",
    "readonly": "a field of an object that no request has is `readonly: true`",
    "writeonly": "a field of an object that no response has is `writeonly: true`",
}
"""Words of OpenAPI and JSON Schema that are no key here -> the nearest way to say it."""

_OPPOSITES = {
    ("optional", ArgumentDoc): "an argument is optional unless it says `required: true`",
    ("optional", OverrideDoc): "an argument is optional unless it says `required: true`",
    ("required", FieldDoc): "a field is always there unless it says `optional: true`",
    ("required", ObjectDoc): "a field is always there unless it says `optional: true` itself",
    ("constant", ArgumentDoc): "it stands in an operation, or under `common` in `api.yaml`",
    ("name", ArgumentDoc): "an argument is called by the key that it stands under",
    ("name", FieldDoc): "a field is called by its key; `wire_name` says what JSON calls it",
}
"""Keys that a hint of a similar one would mislead about."""

_HOMES: tuple[tuple[type[BaseModel], str], ...] = (
    (ApiDoc, "`api.yaml`"),
    (EnvelopeDoc, "`envelope` in `api.yaml`"),
    (ResourceDoc, "the top of a file in `resources/`"),
    (OperationDoc, "an operation"),
    (ValueDoc, "a value in `types/`"),
    (ArgumentDoc, "an argument"),
    (FieldDoc, "a field of an object"),
    (ObjectDoc, "an object in `types/`"),
    (TypesDoc, "the top of a file in `types/`"),
    (ErrorDoc, "an entry of `errors.yaml`"),
    (WebhooksDoc, "the top of `webhooks.yaml`"),
    (EventDoc, "an event of `webhooks.yaml`"),
)

_WORDS = {
    "formdata": "body",
    "application/json": "json",
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
    "update": "change",
    "write": "change",
    "insert": "create",
    "remove": "delete",
    "http": "bearer",
    "oauth2": "bearer",
}
"""What other languages call a choice -> ours, which is meant only where ours is known."""


def unknown_key(key: object, around: object) -> str:
    """The message about a key that the document `around` does not have."""
    known: list[str] = []
    if isinstance(around, type) and issubclass(around, BaseModel):
        known = keys_of(around)
    return f"unknown key {quoted(key)}{_hint(str(key), around, known)}"


def _hint(key: str, around: object, known: Collection[str]) -> str:
    folded = key.casefold()
    for (word, document), advice in _OPPOSITES.items():
        if word == folded and around is document:
            return f"; {advice}"
    if _SYNONYMS.get(folded) in known:
        return did_you_mean(_SYNONYMS[folded], known)
    homes = [
        home
        for document, home in _HOMES
        if document is not around and key in keys_of(document) and key not in _shared()
    ]
    if homes and folded not in _ADVICE:
        return f"; it is a key of {' or '.join(homes)}"
    alike = next((each for each in known if _plain(each) == _plain(key)), None)
    if alike is not None:
        return f"; did you mean {quoted(alike)}?"
    if folded in _ADVICE:
        return f"; {_ADVICE[folded]}"
    hint = did_you_mean(key, known)
    if not hint and 0 < len(known) <= _MOST_LISTED:
        hint = f"; expected {enumerated(known)}"
    return hint


def unknown_choice(value: str, known: Collection[object]) -> str:
    """The end of a message about a word that is none of `known`."""
    meant = _WORDS.get(value.casefold())
    if meant in known:
        return f"; write {quoted(meant)}"
    return did_you_mean(value, known) or f"; expected {enumerated(known)}"


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys of a document, as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _shared() -> frozenset[str]:
    """Keys that say nothing of where they belong: those of a type stand in most places."""
    return frozenset((*keys_of(TypeDoc), "doc", "section", "summary", "name", "version", "title"))


def _plain(key: str) -> str:
    """A key in whatever spelling: `maxLength`, `max-length`, `MAX_LENGTH`."""
    return key.replace("_", "").replace("-", "").casefold()
