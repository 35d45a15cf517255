"""`unused`: whatever a spec declares is used, or it was forgotten where it belongs.

objects: {Pet: {...}}     # refused if no argument, answer, event or object holds a `Pet`
values: {colour: {...}}   # refused if nothing is of `type: colour`
groups: {paging: {...}}   # refused if no operation takes it

Lists may be there for callers alone, and so may a value that stands for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import MemberOf
from apiscribe.problems import Problem, quoted

RULE = "unused"


def check(subject: Subject) -> Iterator[Problem]:
    used = subject.resolved.used
    used |= {
        ("values", name)
        for name, type_ in subject.api.values.items()
        if any(isinstance(rule, MemberOf) for rule in type_.rules)
    }
    used |= {("objects", each.name) for each in subject.api.objects.values() if each.used_in}
    for types in subject.resolved.documents.types:
        declared = (("values", types.doc.values), ("groups", types.doc.groups))
        for kind, names in (*declared, ("objects", types.doc.objects)):
            for name in names:
                if (kind, name) not in used:
                    position = (types.place / kind / name).key_position
                    yield Problem(position, RULE, f"nothing uses {quoted(name)}")
