"""Responses of an operation, as OpenAPI says them."""

from __future__ import annotations

from apiscribe.model import Api, Operation
from apiscribe.model.failures import TEXT
from apiscribe.views.openapi import schema
from apiscribe.views.openapi.schema import Schema
from apiscribe.views.text import sentence


def responses(api: Api, operation: Operation) -> Schema:
    if operation.truths:
        return _by_status(api, operation)
    answer: Schema = {"description": "The documented answer."}
    if operation.returns is not None:
        returned = schema.of_type(api, operation.returns, "response")
        media: Schema = {"schema": schema.wrapped(returned, operation.unwrap)}
        example = operation.example("response")
        if example is not None:
            media["example"] = example.value
        answer["content"] = {"application/json": media}
    status = str(api.envelope.status)
    if status == "200" and operation.returns is not None:
        content = answer["content"]["application/json"]
        content["schema"] = {
            "anyOf": [content["schema"], {"$ref": "#/components/schemas/_Failure"}]
        }
        answer["description"] = "The documented answer, or a failure."
        return {"200": answer}
    return {
        "200" if operation.returns is not None else "204": answer,
        **_documented_errors(api, operation),
        "default": _failing(api, "A failure."),
    }


def _by_status(api: Api, operation: Operation) -> Schema:
    """Responses whose status says it all."""
    meant = {
        str(status): {"description": "Yes." if truth else "No."}
        for status, truth in operation.truths.items()
    }
    return {**meant, "default": _failing(api, "A failure.")}


def _documented_errors(api: Api, operation: Operation) -> Schema:
    """Those of an operation that have an HTTP status of their own, by status."""
    told: dict[str, list[str]] = {}
    for error in api.errors:
        if error.name in operation.errors and error.status is not None:
            text = f"`{error.name}`: {sentence(error.meaning)}"
            told.setdefault(str(error.status), []).append(text)
    return {status: _failing(api, " ".join(texts)) for status, texts in sorted(told.items())}


def _failing(api: Api, description: str) -> Schema:
    media = "text/plain" if TEXT in api.envelope.messages[:1] else "application/json"
    reference = {"schema": {"$ref": "#/components/schemas/_Failure"}}
    return {"description": description, "content": {media: reference}}
