"""`name-clash`: no two things would be called the same in what is generated.

What a thing is called is decided in `apiscribe.naming`, which also finds the clashes.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from apiscribe.checks.subject import Subject
from apiscribe.model.partials import partial_objects
from apiscribe.naming.clashes import clashes
from apiscribe.problems import Problem

RULE = "name-clash"


def check(subject: Subject) -> Iterator[Problem]:
    declared = subject.api.objects
    parts = partial_objects(subject.api)
    api = replace(subject.api, objects={**parts, **declared})
    written: dict[int, object] = {id(api): subject.api}
    written |= {id(part): declared[part.part_of] for part in parts.values()}
    inside = {id(field) for part in parts.values() for field in part.fields}
    for clash in clashes(api):
        if id(clash.part) not in inside:
            part = written.get(id(clash.part), clash.part)
            yield Problem(subject.origins.key_at(part), RULE, clash.message)
    for name in parts.keys() & declared.keys():
        message = f"`{name}` is what {parts[name].part_of} is called where callers say which fields"
        message += " they want; call it otherwise"
        yield Problem(subject.origins.key_at(declared[name]), RULE, message)
