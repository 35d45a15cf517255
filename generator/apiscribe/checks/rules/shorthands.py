"""`shorthand`: a bare scalar can only stand for an object that needs no other field.

shorthand: type      # with `type` a single value, and all other fields optional
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import FileType, ListType, MapType, ObjectRef, UnionType
from apiscribe.problems import Problem, quoted

RULE = "shorthand"


def check(subject: Subject) -> Iterator[Problem]:
    for object_type in subject.api.objects.values():
        for field in object_type.fields:
            if object_type.shorthand is None:
                break
            is_it = field.name == object_type.shorthand
            if is_it and isinstance(
                field.type, (ListType, MapType, ObjectRef, UnionType, FileType)
            ):
                message = f"{quoted(field.name)} is no single value"
            elif not is_it and field.required:
                message = f"{quoted(field.name)} is needed too; it is not `optional`"
            else:
                continue
            yield Problem(subject.origins.at(object_type, "shorthand"), RULE, message)
