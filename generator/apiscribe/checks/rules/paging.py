"""`paging`: an operation in pages has the arguments and the response that paging needs.

returns: BookList
paging: {by: number, items: books}     # `books` is a list in `BookList`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from apiscribe.checks.subject import Subject, type_at
from apiscribe.model import (
    AnyType,
    ListType,
    MapType,
    NumberPaging,
    ObjectRef,
    ObjectType,
    Operation,
    Paging,
    TextType,
    TokenPaging,
    UnionType,
    UnknownType,
    ValueType,
)
from apiscribe.model.paging import (
    AnyPages,
    CountedPages,
    CursorPages,
    LastItemPages,
    Linked,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from apiscribe.model.reaching import argument_at
from apiscribe.problems import Problem, did_you_mean, enumerated, quoted
from apiscribe.runtime.semantics.linked import path_to
from apiscribe.runtime.semantics.paths import has, path_of

RULE = "paging"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        paging = operation.paging
        if paging is None or isinstance(operation.returns, AnyType):
            continue
        if subject.is_complete(operation):
            yield from _arguments(subject, operation, paging)
        if isinstance(paging, NumberPaging | TokenPaging):
            yield from _plain_answer(subject, operation, paging)
        else:
            yield from _walk(subject, operation, paging)


def _arguments(subject: Subject, operation: Operation, paging: Paging) -> Iterator[Problem]:
    if paging.continue_with:
        yield from _continued(subject, operation, paging)
        return
    objects = subject.api.objects
    short = isinstance(paging, NumberPaging | TokenPaging)
    own = {each.name for each in operation.arguments}
    for name in _needed(paging):
        if not short and "." in name and name in own:
            message = f"a point in {quoted(name)} leads into an object here; call the argument"
            message += f" otherwise, with `wire_name: {name}`"
            yield Problem(subject.origins.at(operation, "paging", "by"), RULE, message)
        if argument_at(name, operation.arguments, lambda each: objects[each].fields):
            continue
        taken = [argument.name for argument in operation.arguments]
        hint = did_you_mean(name, taken)
        if not hint and isinstance(paging, CursorPages):
            hint = "; `continue_with` names the operation that takes it, if that is another"
        message = f"{quoted(operation.id)} has no argument {quoted(name)}"
        yield Problem(subject.origins.at(operation, "paging", "by"), RULE, message + hint)


def _continued(subject: Subject, operation: Operation, paging: Paging) -> Iterator[Problem]:
    """Whether another operation can hand out the pages behind the first."""
    position = subject.origins.at(operation, "paging", "continue_with")
    others = {each.id: each for each in subject.api.operations}
    other = others.get(paging.continue_with)
    if other is None and subject.resolved.documents.lacks_operation(paging.continue_with):
        return
    if other is None:
        message = f"there is no operation {quoted(paging.continue_with)}"
        yield Problem(position, RULE, message + did_you_mean(paging.continue_with, others))
        return
    if not subject.is_complete(other):
        return
    told = _needed(paging) or tuple(filter(None, (getattr(paging, "cursor", ""),)))
    taken = {each.name: each for each in other.arguments}
    for name in told:
        if name not in taken:
            message = f"{quoted(other.id)} has no argument {quoted(name)}"
            yield Problem(position, RULE, message + did_you_mean(name, taken))
    is_known = not isinstance(other.returns, UnknownType)
    if (is_known and other.returns != operation.returns) or other.unwrap != operation.unwrap:
        message = f"{quoted(other.id)} does not return what {quoted(operation.id)} does"
        yield Problem(position, RULE, message)
    for argument in operation.arguments:
        same = taken.get(argument.name)
        if same is not None and argument.name not in told and same.type != argument.type:
            message = (
                f"{quoted(argument.name)} goes along to {quoted(other.id)}, where it is"
                " of another type"
            )
            yield Problem(position, RULE, message)
    given = {each.name: each for each in operation.arguments if each.always_required}
    lacking = [name for name in other.always_required if name not in (*given, *told)]
    if lacking and isinstance(paging, CursorPages) and taken.keys() >= {*told}:
        message = (
            f"{quoted(other.id)} takes {enumerated(lacking, 'and')} as well, which calls of"
            f" {quoted(operation.id)} need not have"
        )
        yield Problem(position, RULE, message)


def _needed(paging: Paging) -> tuple[str, ...]:
    match paging:
        case NumberPaging():
            return (paging.page, paging.size)
        case TokenPaging():
            return (paging.token,)
        case CountedPages():
            return (paging.page,)
        case OffsetPages():
            return (paging.offset,)
        case CursorPages():
            return (paging.cursor, *(paging.along or ()), *(paging.along_headers or ()))
        case LastItemPages():
            return (paging.cursor,)
        case LinkPages() | UrlPages():
            return ()
    assert_never(paging)


def _plain_answer(
    subject: Subject, operation: Operation, paging: NumberPaging | TokenPaging
) -> Iterator[Problem]:
    if not isinstance(operation.returns, ObjectRef):
        message = "only an object can be a page"
        yield Problem(subject.origins.at(operation, "paging"), RULE, message)
        return
    page = subject.api.objects[operation.returns.object]
    if subject.is_complete(page):
        yield from _fields(subject, operation, paging, page)


def _fields(
    subject: Subject,
    operation: Operation,
    paging: NumberPaging | TokenPaging,
    page: ObjectType,
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


def _walk(subject: Subject, operation: Operation, paging: AnyPages) -> Iterator[Problem]:
    """Whether the documented response could be walked: what is looked for is there."""
    where = subject.origins.at(operation, "paging", "items")
    if operation.returns is None:
        yield Problem(where, RULE, "an operation that returns nothing has no pages")
        return
    found = type_at(subject, operation.returns, paging.items)
    if found is None or not isinstance(found, (ListType, AnyType)):
        what = f"{quoted(paging.items)} in what it returns" if paging.items else "what it returns"
        hint = "" if paging.items else "; `items` says where the list is"
        if isinstance(found, MapType):
            hint = ", but a map; without `paging`, each page is a call"
        yield Problem(where, RULE, f"{what} is not a list{hint}")
        return
    by = subject.origins.at(operation, "paging", "by")
    example = operation.example("response")
    for key in _keys(paging):
        described = _told_at(subject, operation, key) is not None
        shown = example is not None and has(example.value, key)
        if not described and not shown:
            message = (
                f"neither what {quoted(operation.id)} returns nor its example has {quoted(key)},"
                " by which its pages go"
            )
            if isinstance(paging, UrlPages) and "[" in key:
                message += "; a link of a list is `{list: links, where: {rel: next}, key: href}`"
            yield Problem(by, RULE, message)
    yield from _leads_on(subject, operation, paging)
    if (
        isinstance(paging, LastItemPages | LinkPages)
        and paging.item
        and isinstance(found, ListType)
        and type_at(subject, found.item, paging.item) is None
    ):
        message = f"the items of {quoted(operation.id)} have no {quoted(paging.item)}"
        if isinstance(found.item, UnionType):
            message = f"not all items of {quoted(operation.id)} have {quoted(paging.item)}"
        yield Problem(by, RULE, message + _by_wire_name(subject, found.item, paging.item))


def _by_wire_name(subject: Subject, item: ValueType, name: str) -> str:
    """The name that was meant, if one of an object's is like it: as JSON has it."""
    if not isinstance(item, ObjectRef):
        return ""
    named = {each.name: each.wire_name for each in subject.api.objects[item.object].body_fields}
    return did_you_mean(named.get(name, name), named.values())


def _leads_on(subject: Subject, operation: Operation, paging: AnyPages) -> Iterator[Problem]:
    """Whether what asks for the next page can be sent."""
    if not isinstance(paging, CursorPages | UrlPages) or not paging.next:
        return
    if isinstance(paging, UrlPages):
        for place in (paging.next, paging.previous):
            if isinstance(place, Linked):
                yield from _link(subject, operation, place)
    if isinstance(paging.next, Linked):
        return
    told = _told_at(subject, operation, paging.next)
    if not isinstance(told, ObjectRef | ListType | MapType):
        return
    position = subject.origins.at(operation, "paging", "by")
    what = f"{quoted(paging.next)} is {'a list' if isinstance(told, ListType) else 'an object'}"
    if isinstance(paging, UrlPages):
        yield Problem(position, RULE, f"{what}, and no address; name the key inside of it")
        return
    others = {each.id: each for each in subject.api.operations}
    asked = others.get(paging.continue_with, operation)
    objects = subject.api.objects
    found = argument_at(paging.cursor, asked.arguments, lambda each: objects[each].fields)
    if found and not isinstance(found[-1].type, ObjectRef | ListType | MapType | AnyType):
        message = f"{what}, which {quoted(paging.cursor)} of {quoted(asked.id)} does not take"
        yield Problem(position, RULE, message)


def _link(subject: Subject, operation: Operation, place: Linked) -> Iterator[Problem]:
    """Whether what stands in a list are links that say what they are."""
    links = _told_at(subject, operation, place.list)
    if links is None or isinstance(links, AnyType):
        return
    position = subject.origins.at(operation, "paging", "by")
    if not isinstance(links, ListType):
        yield Problem(position, RULE, f"{quoted(place.list)} is not a list of links")
        return
    for key in (*(path_of((name,)) for name in place.where), place.key):
        told = type_at(subject, links.item, key)
        if told is None:
            message = f"the links in {quoted(place.list)} of {quoted(operation.id)} have no"
            hint = _by_wire_name(subject, links.item, key)
            yield Problem(position, RULE, f"{message} {quoted(key)}{hint}")
        elif not isinstance(told, TextType | AnyType):
            message = f"{quoted(key)} of the links in {quoted(place.list)} is no text"
            yield Problem(position, RULE, message)


def _keys(paging: AnyPages) -> tuple[str, ...]:
    found: tuple[str, ...]
    match paging:
        case CountedPages():
            found = (paging.next, paging.pages, paging.more, paging.total)
        case OffsetPages():
            found = (paging.more, paging.total, "")
        case CursorPages():
            found = (paging.next, paging.more, *(paging.along or {}).values())
        case LastItemPages():
            found = (paging.more, "", "")
        case LinkPages():
            found = ("", "", "")
        case UrlPages():
            found = (*map(path_to, (paging.next, paging.previous)), paging.total)
        case _:
            assert_never(paging)
    return tuple(filter(None, (*found, paging.end)))


def _told_at(subject: Subject, operation: Operation, path: str) -> ValueType | None:
    """The type of what a response has at a path, be it beside what is unwrapped."""
    told = (operation.returns, operation.beside)
    found = (type_at(subject, each, path) for each in told if each is not None)
    return next((each for each in found if each is not None), None)
