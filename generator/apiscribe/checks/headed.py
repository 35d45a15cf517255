"""Objects that are told by the body and the headers of a response, put together again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from apiscribe.checks.shape import Mismatch, mismatches
from apiscribe.checks.subject import Subject
from apiscribe.model import ObjectRef, ObjectType, ValueType, head_field
from apiscribe.problems import quoted
from apiscribe.runtime.semantics.head_fields import told

JsonPath = tuple[str | int, ...]


def whole(subject: Subject, of: ValueType | None) -> ObjectType | None:
    """The object that a response stands for, headers and body, if it is one of these."""
    declared = subject.api.objects[of.object] if isinstance(of, ObjectRef) else None
    return declared if declared is not None and declared.is_whole else None


def has_body(subject: Subject, of: ValueType | None) -> bool:
    declared = whole(subject, of)
    return declared is None or bool(declared.body_fields)


def mismatches_of_whole(
    value: object,
    declared: ObjectType,
    headers: Mapping[str, str],
    subject: Subject,
    above: JsonPath,
) -> Iterator[Mismatch]:
    """Where body or headers are not of the type that is returned."""
    body = declared.body_field
    shown = {} if not declared.body_fields else {body.wire_name: value} if body else value
    of = ObjectRef(object=declared.name)
    if not isinstance(shown, dict):
        yield from mismatches(shown, of, subject, above)
        return
    for field in declared.header_fields:
        if field.wire_name in shown:
            yield (*above, field.wire_name), f"it stands in the header `{field.header}`"
            return
    found = {**shown, **_of_headers(declared, headers)}
    lacking = [f for f in declared.header_fields if f.required and f.wire_name not in found]
    for field in lacking:
        yield above, f"the header `{field.header}` is missing, in which {quoted(field.name)} stands"
    if not lacking:
        # A body that is one field has no key for it.
        for path, fault in mismatches(found, of, subject):
            steps = path[1:] if body and path[:1] == (body.wire_name,) else path
            yield (*above, *steps), fault


def _of_headers(declared: ObjectType, headers: Mapping[str, str]) -> dict[str, object]:
    texts = {name.lower(): text for name, text in headers.items()}
    said = told([head_field(each) for each in declared.header_fields], texts)
    return {key: json.loads(text) for key, text in said.items()}
