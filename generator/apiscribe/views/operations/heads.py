"""What of the responses of an operation stands in headers, as data for the runtime."""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.model import Api, Field, ObjectRef, ObjectType, Operation, header_kind
from apiscribe.views.text import literal


def expression(api: Api, operation: Operation) -> str | None:
    """Status -> its head; None if nothing stands in headers."""
    found = [f"{status}: {_head(declared)}" for status, declared in whole(api, operation)]
    return f"{{{', '.join(found)}}}" if found else None


def whole(api: Api, operation: Operation) -> Iterator[tuple[int, ObjectType]]:
    """Statuses, or 0 for any, with the objects that stand for whole responses."""
    for status, of in (operation.statuses or {0: operation.returns}).items():
        if isinstance(of, ObjectRef) and api.objects[of.object].is_whole:
            yield status, api.objects[of.object]


def _head(declared: ObjectType) -> str:
    fields = "".join(f"{_field(each)}, " for each in declared.header_fields)
    parts = [f"fields=({fields})"]
    if declared.body_field is not None:
        parts.append(f"body={literal(declared.body_field.wire_name)}")
    elif not declared.body_fields:
        parts.append("body=None")
    return f"Head({', '.join(parts)})"


def _field(field: Field) -> str:
    assert field.header is not None
    parts = [f"key={literal(field.wire_name)}", f"header={literal(field.header.lower())}"]
    if (of := header_kind(field.type)) != "text":
        parts.append(f"kind={literal(of)}")
    return f"HeadField({', '.join(parts)})"


def in_body(api: Api, operation: Operation, path: str) -> str:
    """A dotted key of what is returned, as it stands in the body."""
    for _, declared in whole(api, operation):
        body = declared.body_field
        key, _, rest = path.partition(".")
        if body is not None and key == body.wire_name:
            return rest
    return path
