"""A response that says that nothing is ready yet, as OpenAPI has it."""

from __future__ import annotations

from apiscribe.model import Operation
from apiscribe.runtime.semantics.paths import keys_of
from apiscribe.views.openapi.schema import Schema

_NOT_READY = "It is not ready yet: the same request is to be sent again."


def response(operation: Operation) -> Schema:
    """What an operation answers that is `pending`."""
    by = operation.pending
    key, header, units = (by and by.told) or ("", "Retry-After", 1)
    when = f"After how many {'milliseconds' if units > 1 else 'seconds'}."
    if header:
        told: Schema = {"schema": {"type": "string"}, "description": when}
        return {"description": _NOT_READY, "headers": {header: told}}
    described: Schema = {"type": "number", "description": when}
    for each in reversed(keys_of(key)):
        described = {"type": "object", "properties": {each: described}}
    content = {operation.json_answered: {"schema": described}}
    return {"description": _NOT_READY, "content": content}
