"""`paging`: an operation in pages has the arguments and the answer that paging needs.

returns: MeetingList
paging: {by: number, items: meetings}     # `meetings` is a list in `MeetingList`
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import (
    AnyType,
    ListType,
    NumberPaging,
    ObjectRef,
    ObjectType,
    Operation,
    Paging,
)
from apiscribe.problems import Problem, did_you_mean, quoted

RULE = "paging"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        if operation.paging is None or isinstance(operation.returns, AnyType):
            continue
        if not isinstance(operation.returns, ObjectRef):
            message = "only an object can be a page"
            yield Problem(subject.origins.at(operation, "paging"), RULE, message)
            continue
        if subject.is_complete(operation):
            yield from _arguments(subject, operation, operation.paging)
        page = subject.api.objects[operation.returns.object]
        if subject.is_complete(page):
            yield from _answer(subject, operation, operation.paging, page)


def _arguments(subject: Subject, operation: Operation, paging: Paging) -> Iterator[Problem]:
    needed = (paging.page, paging.size) if isinstance(paging, NumberPaging) else (paging.token,)
    taken = [argument.name for argument in operation.arguments]
    for name in needed:
        if name not in taken:
            message = f"{quoted(operation.id)} has no argument {quoted(name)}"
            position = subject.origins.at(operation, "paging", "by")
            yield Problem(position, RULE, message + did_you_mean(name, taken))


def _answer(
    subject: Subject, operation: Operation, paging: Paging, page: ObjectType
) -> Iterator[Problem]:
    fields = {field.wire_name: field for field in page.fields}
    needed = paging.count if isinstance(paging, NumberPaging) else paging.token
    if needed not in fields:
        message = f"{quoted(page.name)} has no field {quoted(needed)}"
        position = subject.origins.at(operation, "paging", "by")
        yield Problem(position, RULE, message + did_you_mean(needed, fields))
    position = subject.origins.at(operation, "paging", "items")
    if paging.items not in fields:
        message = f"{quoted(page.name)} has no field {quoted(paging.items)}"
        yield Problem(position, RULE, message + did_you_mean(paging.items, fields))
    elif not isinstance(fields[paging.items].type, (ListType, AnyType)):
        message = f"{quoted(paging.items)} of {quoted(page.name)} is not a list"
        yield Problem(position, RULE, message)
