"""Responses of an operation, as OpenAPI says them."""

from __future__ import annotations

from apiscribe.model import (
    NEXT,
    Api,
    ErrorCode,
    Example,
    Field,
    ObjectRef,
    ObjectType,
    Operation,
    ValueType,
)
from apiscribe.views.openapi import failures, pending, schema
from apiscribe.views.openapi.schema import Schema
from apiscribe.views.text import sentence

_NOT_MODIFIED = "304"
_HUNDRED = 100
_SUCCESS = 200
_FIRST_FAILURE = 300


def responses(api: Api, operation: Operation) -> Schema:
    found = _responses(api, operation)
    if operation.pending is not None:
        found = {str(operation.pending.status): pending.response(operation), **found}
    if replayed := _of_known_key(operation):
        for status, answer in found.items():
            if status.startswith("2"):
                answer["headers"] = {**answer.get("headers", {}), **replayed}
    if operation.may_be_unchanged:
        etag = {"schema": {"type": "string"}, "description": "The version."}
        for answer in (found[status] for status in ("200",) if status in found):
            answer["headers"] = {"ETag": etag, **answer.get("headers", {})}
        found["304"] = {"description": "There is no other version.", "headers": {"ETag": etag}}
    elif operation.conditional:
        found.setdefault("412", _failing(api, operation, "What is there is another version."))
    return found


def _responses(api: Api, operation: Operation) -> Schema:
    if operation.truths:
        return _by_status(api, operation)
    if operation.statuses and operation.content_types is None:
        return _several(api, operation)
    answer: Schema = {"description": "The documented answer."}
    if operation.stream is not None:
        answer = {"description": "The documented items, which come one by one."}
    if operation.returns is not None:
        answer |= _holding(api, operation, operation.returns, operation.example("response"))
    if operation.head is not None:
        declared = api.objects[operation.head.object]
        answer |= _headers(api, declared)
    if operation.content_types is not None:
        return _content(api, operation, answer)
    status = str(api.envelope_of(operation).status)
    if status == "200" and "content" in answer:
        _add_failure(api, operation, answer["content"])
        answer["description"] = _or_a_failure(api, operation)
        return {"200": answer, **_documented_errors(api, operation, besides="200")}
    found = {"200" if operation.returns is not None else "204": answer}
    return _with_failures(api, operation, found)


def _with_failures(api: Api, operation: Operation, found: Schema, besides: str = "") -> Schema:
    """Responses, and documented failures: beside what else has the status of one."""
    for told, failing in _documented_errors(api, operation, besides).items():
        if told in found:
            content = {kind: {**media} for kind, media in found[told].get("content", {}).items()}
            _add_failure(api, operation, content)
            described = f"{found[told]['description']} Or a failure: {failing['description']}"
            found[told] = {**found[told], "description": described, "content": content}
        else:
            found[told] = failing
    return {**found, "default": _other_failures(api, operation)}


def _add_failure(api: Api, operation: Operation, content: Schema) -> None:
    """Say that a response may hold a failure as well, under the same media type or another."""
    failure, kind = _failure(operation), api.envelope_of(operation).media_type
    media = content.get(kind)
    schemas = [failure] if media is None else [media["schema"], failure]
    held = {"anyOf": schemas} if len(schemas) > 1 else failure
    content[kind] = {**(media or {}), "schema": held}


def _of_known_key(operation: Operation) -> Schema:
    """Headers of a response that is told again."""
    keys = (each.idempotency_key for each in operation.arguments)
    told = (known.replayed.items() for known in keys if known is not None)
    description = "That the response is told again, as its idempotency key is known."
    return {
        name: {"description": description, "schema": {"type": "string", "examples": [value]}}
        for pairs in told
        for name, value in pairs
    }


def _or_a_failure(api: Api, operation: Operation) -> str:
    """What a response is that has the same status either way; documented failures by name."""
    here = [each for each in _documented(api, operation) if each.status in (None, 200)]
    told = "".join(f" {each.label} is `{each.name}`: {sentence(each.meaning)}" for each in here)
    return f"The documented answer, or a failure.{told}"


def _several(api: Api, operation: Operation) -> Schema:
    """Responses whose status says what they hold."""
    found: Schema = {}
    for status, of in operation.statuses.items():
        answer: Schema = {"description": "The documented answer." if of else "Nothing."}
        example = operation.example("response" if status == operation.main_status else str(status))
        if of is not None:
            answer |= _holding(api, operation, of, example)
        elif example is not None:
            answer["content"] = {operation.json_answered: {"schema": {}, "example": example.value}}
        found[str(status)] = answer
    return _with_failures(api, operation, found)


def _holding(api: Api, operation: Operation, of: ValueType, example: Example | None) -> Schema:
    """What a response holds in its headers and in its body."""
    found: Schema = {}
    declared = api.objects[of.object] if isinstance(of, ObjectRef) else None
    if declared is not None and declared.header_fields:
        found |= _headers(api, declared)
    if declared is not None and not declared.body_fields:
        return found
    returned = schema.of_type(api, _body(api, of), "response")
    if operation.selecting:
        part = schema.of_type(api, _body(api, _part(operation, of)), "response")
        returned = {"anyOf": [returned, part]}
    media: Schema = {"schema": schema.wrapped(returned, operation.unwrap)}
    if operation.beside is not None:
        around = schema.of_type(api, operation.beside, "response")
        media["schema"] = {"allOf": [media["schema"], around]}
    if example is not None:
        media["example"] = example.value
    further = operation.example(NEXT)
    if example is not None and further is not None:
        shown = {"first": media.pop("example"), "next": further.value}
        media["examples"] = {name: {"value": value} for name, value in shown.items()}
    content = dict.fromkeys(_media_types(operation), media)
    for kind in operation.other_contents:
        for own in operation.examples_in(kind):
            content[kind] = {**media, "example": own.value}
    return {**found, "content": content}


def _body(api: Api, of: ValueType) -> ValueType:
    """What the body of a response is, whose object may have a field for all of it."""
    declared = api.objects[of.object] if isinstance(of, ObjectRef) else None
    body = None if declared is None else declared.body_field
    return of if body is None else body.type


def _part(operation: Operation, of: ValueType) -> ValueType:
    """The same where callers say which fields there are."""
    whole = (operation.returns, *operation.statuses.values())
    parts = (operation.part, *operation.part_statuses.values())
    each = zip(whole, parts, strict=True)
    return next(part for returned, part in each if returned is of and part is not None)


def _headers(api: Api, declared: ObjectType) -> Schema:
    """What stands in headers; OpenAPI knows none whose names are open."""
    named = {each.header: _header(api, each) for each in declared.header_fields if not each.is_open}
    found: Schema = {"headers": named} if named else {}
    opened = [each for each in declared.header_fields if each.is_open]
    if opened:
        found["x-prefixes"] = [
            {
                "prefix": each.header,
                "in": "header",
                **({"x-style": "percent"} if each.in_percent else {}),
                "schema": schema.described(api, each, schema.of_type(api, each.type, "response")),
            }
            for each in opened
        ]
    return found


def _header(api: Api, field: Field) -> Schema:
    described = schema.described(api, field, schema.of_type(api, field.type, "response"))
    found: Schema = {"description": described.pop("description")}
    if field.in_json:
        found["content"] = {"application/json": {"schema": described}}
    else:
        found["schema"] = described
    if field.in_percent:
        found["x-style"] = "percent"
    return {**found, "required": True} if field.required else found


def _media_types(operation: Operation) -> tuple[str, ...]:
    if operation.stream is not None:
        return operation.stream.media_types
    kinds = operation.content_types
    return (operation.json_answered,) if kinds is None else kinds or ("*/*",)


def _content(api: Api, operation: Operation, answer: Schema) -> Schema:
    """Responses of what is no JSON, beside which a failure may have the same status."""
    envelope = api.envelope_of(operation)
    statuses = [*operation.statuses] or [_SUCCESS]
    if envelope.status in statuses:
        told = {kind: {"schema": _failure(operation)} for kind in failures.media_types(envelope)}
        answer["content"] = {**told, **answer["content"]}
        answer["description"] = _or_a_failure(api, operation)
        told_already = str(envelope.status)
    else:
        told_already = ""
    if operation.redirects:
        where = "Where the file is, for whoever needs no credentials there."
        location = {"schema": {"type": "string"}, "required": True}
        redirected = {"302": {"description": where, "headers": {"Location": location}}}
    else:
        redirected = {}
    found = {**{str(status): answer for status in statuses}, **redirected}
    return _with_failures(api, operation, found, besides=told_already)


def _by_status(api: Api, operation: Operation) -> Schema:
    """Responses whose status says it all."""
    meant = {
        str(status): {"description": "Yes." if truth else "No."}
        for status, truth in operation.truths.items()
    }
    errors = _documented_errors(api, operation)
    return {**errors, **meant, "default": _other_failures(api, operation)}


def _documented(api: Api, operation: Operation) -> list[ErrorCode]:
    return [each for each in api.errors if each.name in operation.errors]


def _documented_errors(api: Api, operation: Operation, besides: str = "") -> Schema:
    """Those of an operation that have an HTTP status of their own, by status."""
    told: dict[str, list[str]] = {}
    for error in _documented(api, operation):
        for status in _statuses(api, operation, error):
            told.setdefault(status, []).append(_named(error))
    told.pop(besides, None)
    found = {
        status: _failing(api, operation, " ".join(texts)) for status, texts in sorted(told.items())
    }
    if _NOT_MODIFIED in found:
        del found[_NOT_MODIFIED]["content"]  # HTTP has none there
    return found


def _other_failures(api: Api, operation: Operation) -> Schema:
    """Whatever else fails, with what is documented and has no status."""
    others = [
        _named(each) for each in _documented(api, operation) if not _statuses(api, operation, each)
    ]
    return _failing(api, operation, " ".join(["A failure.", *others]))


def _named(error: ErrorCode) -> str:
    return f"`{error.name}`: {sentence(error.meaning)}"


def _statuses(api: Api, operation: Operation, error: ErrorCode) -> list[str]:
    """The HTTP statuses of an error, as far as OpenAPI has words for them."""
    told = () if error.match is None else error.match.statuses
    if not told or error.status != told[0].first:
        status, envelope = error.status, api.envelope_of(operation)
        if status is None and envelope.says_status and envelope.status >= _FIRST_FAILURE:
            status = None if error.is_family else envelope.status
        return [] if status is None else [str(status)]
    found = []
    for each in told:
        if each.last - each.first == _HUNDRED - 1 and each.first % _HUNDRED == 0:
            found.append(f"{each.first // _HUNDRED}XX")
        elif each.first == each.last:
            found.append(str(each.first))
    return found


def _failure(operation: Operation) -> Schema:
    return {"$ref": f"#/components/schemas/{failures.schema_name(operation.envelope)}"}


def _failing(api: Api, operation: Operation, description: str) -> Schema:
    envelope, reference = api.envelope_of(operation), {"schema": _failure(operation)}
    content = dict.fromkeys(failures.media_types(envelope), reference)
    found: Schema = {"description": description, "content": content}
    headers = failures.headers(envelope)
    return {**found, "headers": headers} if headers else found
