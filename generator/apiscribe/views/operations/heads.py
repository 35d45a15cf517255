"""What of the responses of an operation stands in headers, as data for the runtime."""

from __future__ import annotations

from apiscribe.model import Api, Field, ObjectType, Operation, head_field
from apiscribe.views.text import literal
from apiscribe.views.whole_responses import whole


def expression(api: Api, operation: Operation) -> str | None:
    """Status -> its head; None if nothing stands in headers."""
    found = [f"{status}: {_head(declared)}" for status, declared in whole(api, operation)]
    return f"{{{', '.join(found)}}}" if found else None


def _head(declared: ObjectType) -> str:
    fields = "".join(f"{_field(each)}, " for each in declared.header_fields)
    parts = [f"fields=({fields})"]
    if declared.body_field is not None:
        parts.append(f"body={literal(declared.body_field.wire_name)}")
    elif not declared.body_fields:
        parts.append("body=None")
    return f"Head({', '.join(parts)})"


def _field(field: Field) -> str:
    told = head_field(field)
    parts = [f"key={literal(told.key)}", f"header={literal(told.header)}"]
    if told.kind != "text":
        parts.append(f"kind={literal(told.kind)}")
    if told.is_prefix:
        parts.append("is_prefix=True")
    return f"HeadField({', '.join(parts)})"
