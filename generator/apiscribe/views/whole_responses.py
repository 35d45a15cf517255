"""Objects that stand for whole responses, with headers and body."""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.model import Api, ObjectRef, ObjectType, Operation
from apiscribe.runtime.semantics.paths import head_of


def whole(api: Api, operation: Operation) -> Iterator[tuple[int, ObjectType]]:
    """Statuses, or 0 for any, with the objects that stand for whole responses."""
    alone = {0: operation.head or operation.returns}
    for status, of in (alone if operation.head else operation.statuses or alone).items():
        declared = api.objects.get(of.object) if isinstance(of, ObjectRef) else None
        if declared is not None and declared.is_whole:
            yield status, declared


def in_body(api: Api, operation: Operation, path: str) -> str:
    """A dotted key of what is returned, as it stands in the body."""
    for _, declared in whole(api, operation):
        body = declared.body_field
        key, rest = head_of(path)
        if body is not None and key == body.wire_name:
            return rest
    return path
