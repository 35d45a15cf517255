"""`path`: no two operations answer at the same method and path, aliases included.

They may if each needs a constant of one name and place, with another value, or one that the
others do not know; or if one of two takes a file as it is, and the other one a form.

Operations of different methods share a path only if they spell it alike, as OpenAPI asks.

list:   {path: /v1/user/list}
search: {path: /v1/user/list}     # refused
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import Operation, UnknownType, other_methods
from apiscribe.model.told_apart import are_told_by_bodies, telling
from apiscribe.problems import Position, Problem, quoted

RULE = "path"


def check(subject: Subject) -> Iterator[Problem]:
    taken: dict[tuple[str, str], list[Operation]] = {}
    spelled: dict[str, str] = {}
    for operation in subject.api.operations:
        for path, position in _paths(subject, operation):
            named = re.findall(r"\{([^{}]*)\}", path)
            for twice in sorted({each for each in named if named.count(each) > 1}):
                message = f"{quoted(path)} names {quoted(twice)} twice; call one of them otherwise"
                yield Problem(position, RULE, message)
            # Whatever the placeholders are called, a request cannot tell them apart.
            shape = re.sub(r"\{[^{}]*\}", "{}", path)
            sent = {(e.method, shape): e for e in (operation, *other_methods.of(operation))}
            known = [key for key in sent if key in taken and subject.knows_api]
            wrong = [(key, said) for key in known if (said := _alike(sent[key], taken[key]))]
            for key, said in wrong:
                yield Problem(position, RULE, f"{key[0]} {quoted(path)} {said}")
            if not wrong and spelled.get(shape, path) != path:
                message = f"{quoted(path)} and {quoted(spelled[shape])} are one path"
                yield Problem(position, RULE, f"{message}; call its arguments alike")
            for key, each in sent.items():
                if key not in dict(wrong):
                    taken.setdefault(key, []).append(each)
            spelled.setdefault(shape, path)


def _alike(operation: Operation, others: list[Operation]) -> str:
    """What is wrong with one more operation of a method at a path; nothing if it is told apart."""
    if not others:
        return ""
    if operation in others:
        return f"is that of {quoted(operation.id)} already"
    if are_told_by_bodies([*others, operation]) or any(
        map(_has_unknown_body, [*others, operation])
    ):
        return ""
    constants = telling([*others, operation])
    if constants is None:
        first = next((e for e in others if telling([e, operation]) is None), others[0])
        if (operation.encoding == "raw") != (first.encoding == "raw"):
            return (
                f"is that of {quoted(first.id)}, which has another kind of body; a file as it is"
                " can be told from nothing but one form of several parts (`encoding: multipart`)"
            )
        return (
            f"is that of {quoted(first.id)}; operations at one path each need a `constant` of"
            " one name and place, with another value, or one that the others do not know"
        )
    in_body = [each.wire_name for told in constants for each in told if each.location == "body"]
    if in_body and _kind(operation) != _kind(others[0]):
        return (
            f"is that of {quoted(others[0].id)}, whose body is encoded otherwise, so that nobody"
            f" can read {quoted(in_body[0])}; write one `encoding` at both"
        )
    return ""


def _has_unknown_body(operation: Operation) -> bool:
    """Whether nobody knows if it has a file, as the type of what may be one is wrong itself."""
    inside = (each for each in operation.arguments if each.location == "body")
    return any(isinstance(each.single, UnknownType) for each in inside)


def _kind(operation: Operation) -> set[str]:
    """How its body may be encoded; a form is read with files and without."""
    kinds: set[str] = {"form" if each == "multipart" else each for each in operation.encodings}
    return kinds if operation.json_part is None else {*kinds, f"part {operation.json_part}"}


def _paths(subject: Subject, operation: Operation) -> Iterator[tuple[str, Position]]:
    yield operation.path, subject.origins.at(operation, "path")
    for index, alias in enumerate(operation.aliases):
        yield alias, subject.origins.at(operation, "aliases", index)
