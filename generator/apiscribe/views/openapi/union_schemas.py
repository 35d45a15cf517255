"""Unions as JSON Schema, with OpenAPI's discriminator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from apiscribe import naming
from apiscribe.model import Api, ObjectRef, UnionType, ValueType, arms
from apiscribe.runtime.semantics.members import Arm

Schema = dict[str, Any]


def of_union(
    api: Api,
    of: UnionType,
    side: Literal["request", "response"],
    schema: Callable[[ValueType], Schema],
) -> Schema:
    """Any of the members; an open union may in a response be something else."""
    told = arms(api.objects, of)
    objects = [
        (member.type, arm)
        for member, arm in zip(of.members, told.members, strict=True)
        if isinstance(member.type, ObjectRef)
    ]
    others = [schema(m.type) for m in of.members if not isinstance(m.type, ObjectRef)]
    is_open = side == "response" and not of.closed
    unknown = [{"description": "A member that is not documented."}] if is_open else []
    references = [{"$ref": _reference(each)} for each, _ in objects]
    if of.by is None and len(references) > 1 and told.excludes and not unknown:
        one = {"oneOf": references}
        return {"anyOf": [*others, one]} if others else one
    if of.by is None:
        return {"anyOf": [*others, *references, *unknown]}
    known = {"anyOf": references, "discriminator": _told_apart(of.by, objects)}
    return {"anyOf": [*others, known, *unknown]} if others or unknown else known


def _told_apart(by: str, objects: list[tuple[ObjectRef, Arm]]) -> Schema:
    mapping = {str(tag): _reference(each) for each, arm in objects for tag in arm.tags}
    return {"propertyName": by, "mapping": mapping}


def _reference(of: ObjectRef) -> str:
    return f"#/components/schemas/{naming.class_name(of.object)}"
