"""`union`: its members can be told apart, by a tag or by their shape.

{type: union, members: [identifier, Customer]}
{type: union, members: [Card, Account], by: object}
{type: union, members: [identifier, text]}     # refused: text may be either
{type: union, members: [Cat, Dog]}             # refused, unless each needs a key the other lacks
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from apiscribe.checks.subject import Subject
from apiscribe.model import (
    BooleanType,
    IntegerType,
    ObjectRef,
    UnionType,
    UnknownType,
    ValueType,
    arms,
)
from apiscribe.model.unions import kinds
from apiscribe.naming import union as name_of
from apiscribe.problems import Problem, did_you_mean, quoted
from apiscribe.runtime.semantics.members import Arm

RULE = "union"


def check(subject: Subject) -> Iterator[Problem]:
    named: dict[str, UnionType] = {}
    for type_ in subject.types:
        if not isinstance(type_, UnionType):
            continue
        for message in (*_members(subject, type_), *_apart(subject, type_)):
            yield Problem(subject.origins.at(type_, "members"), RULE, message)
        other = named.setdefault(name_of(type_), type_)
        if (other.members, other.by, other.closed) != (type_.members, type_.by, type_.closed):
            message = f"{quoted(name_of(type_))} is the name of another union of such members"
            message += "; give each a name of its own under `values`"
            yield Problem(subject.origins.at(type_, "members"), RULE, message)


def _members(subject: Subject, of: UnionType) -> Iterator[str]:
    if len(of.members) < 2:
        yield "a union has two members or more"
    for member in of.members:
        said = _said(member.type)
        if not kinds(member.type) and not isinstance(member.type, UnknownType):
            said += _otherwise(member.type)
            yield f"{said} cannot be a member: text, numbers, booleans, lists, objects, files can"
        if member.type.nullable:
            yield f"the member {said} is `nullable`; the union itself can be"
        if isinstance(member.type, ObjectRef):
            short = subject.api.objects[member.type.object].shorthand
            if short is not None:
                yield f"{said} has a shorthand; make its {quoted(short)} a member of its own"


def _apart(subject: Subject, of: UnionType) -> Iterator[str]:
    found = arms(subject.api.objects, of).members
    pairs = list(zip(of.members, found, strict=True))
    for (one, arm), (other, second) in combinations(pairs, 2):
        common = [kind for kind in arm.kinds if kind in second.kinds]
        are_objects = isinstance(one.type, ObjectRef) and isinstance(other.type, ObjectRef)
        if common and not (are_objects and (of.by is not None or _differ(arm, second))):
            names = f"{_said(one.type)} and {_said(other.type)}"
            remedy = "; `by` names a field that does" if are_objects else ""
            yield f"nothing tells {names} apart, which are both {_NOUNS[common[0]]} in JSON{remedy}"
    objects = [(m.type, arm) for m, arm in pairs if isinstance(m.type, ObjectRef)]
    if of.by is not None:
        yield from _tags(subject, of, of.by, objects)
    elif any(member.tags for member in of.members):
        yield "`members` lists tags; `by` names the field that has them"


_NOUNS = {
    "text": "text",
    "number": "numbers",
    "boolean": "booleans",
    "list": "lists",
    "object": "objects",
    "file": "files",
}


def _differ(one: Arm, other: Arm) -> bool:
    """Whether an object that is one of them lacks something of the other."""
    return not {*one.required} <= {*other.known} or not {*other.required} <= {*one.known}


def _tags(
    subject: Subject, union: UnionType, by: str, objects: list[tuple[ObjectRef, Arm]]
) -> Iterator[str]:
    unknown = any(isinstance(member.type, UnknownType) for member in union.members)
    if len(objects) < 2 and not unknown:
        yield "`by` tells objects apart; here are less than two"
    for of, arm in objects:
        if subject.is_complete(subject.api.objects[of.object]):
            yield from _tag(subject, by, of, arm)
    for tag, count in Counter(tag for _, arm in objects for tag in arm.tags).items():
        if count > 1:
            yield f"{quoted(tag)} means {count} members"


def _tag(subject: Subject, by: str, of: ObjectRef, arm: Arm) -> Iterator[str]:
    fields = subject.api.objects[of.object].fields
    field = next((field for field in fields if field.wire_name == by), None)
    if field is None:
        yield f"`{of.object}` has no field {quoted(by)}{did_you_mean(by, arm.known)}"
    elif not field.required:
        yield f"{quoted(by)} of `{of.object}` tells it from the others; it cannot be `optional`"
    elif isinstance(field.type, UnknownType):
        return
    elif not arm.tags:
        yield (
            f"no value of {quoted(by)} means `{of.object}`; give that field `choices`, "
            "or write `members` as a mapping from its values"
        )
    elif field.type.choices and not {*arm.tags} <= {*field.type.choices}:
        yield f"the tags of `{of.object}` are not among the `choices` of its {quoted(by)}"


def _otherwise(of: ValueType) -> str:
    """What keeps a member from being one, where others of its kind are."""
    if isinstance(of, IntegerType) and of.in_text:
        return " with `json: text`"
    return " with `words`" if isinstance(of, BooleanType) and of.words is not None else ""


def _said(of: ValueType) -> str:
    if isinstance(of, ObjectRef):
        return f"`{of.object}`"
    return quoted(of.name or type(of).__name__.removesuffix("Type").lower())
