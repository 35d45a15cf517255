"""Whether what operations do to state fits what is documented of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from apiscribe.document.state import FailDoc, PageDoc, RespondDoc, ResumeDoc
from apiscribe.model import (
    AnyType,
    CsvType,
    ListType,
    MapType,
    ObjectRef,
    ObjectType,
    Operation,
    TupleType,
    UnionType,
    ValueType,
)
from apiscribe.model.paging import LinkPages, UrlPages
from apiscribe.problems import quoted
from apiscribe.resolve.paging_names import goes_on

_WITH_PARTS = ListType | MapType | ObjectRef | TupleType | UnionType | AnyType | CsvType


def is_list(type: ValueType) -> bool:
    """Whether steps know a value of the type as a list."""
    return isinstance(type, ListType) or (isinstance(type, CsvType) and type.is_list)


def is_single(type: ValueType) -> bool:
    """Whether it is one value, and surely no list."""
    return not isinstance(type, _WITH_PARTS)


def types_of_fields(shape: ObjectType | None) -> dict[str, ValueType]:
    return {each.name: each.type for each in shape.fields} if shape else {}


def written_fields(shape: ObjectType | None) -> dict[str, str]:
    """Key in JSON -> name, where they differ."""
    fields = shape.fields if shape else ()
    return {each.wire_name: each.name for each in fields if each.wire_name != each.name}


def misfits(
    operation: Operation,
    steps: Sequence[object],
    operations: Mapping[str, Operation],
    objects: Mapping[str, ObjectType],
) -> Iterator[tuple[str, str]]:
    """What of its steps does not fit an operation: a rule and a message each."""
    if any(isinstance(each, PageDoc) for each in steps):
        yield from _without_addresses(operation)
    if any(isinstance(each, ResumeDoc) for each in steps):
        yield from _without_list(operation, operations)
    nothing = None in operation.statuses.values() or operation.truths
    if operation.returns is not None and not nothing and not any(map(_is_an_end, steps)):
        message = f"{quoted(operation.id)} returns something, and none of its steps says what; one"
        yield "state", f"{message} of `respond`, `page`, `resume` and `fail` does"
    responding = [each for each in steps if isinstance(each, RespondDoc)]
    if operation.pending is not None:
        waiting = [each for each in responding if each.status == operation.pending.status]
        responding = [each for each in responding if each not in waiting]
        if any(each.respond != "$nothing" for each in waiting):
            message = f"what says that nothing is ready yet has no body: {quoted(operation.id)}"
            yield "state", f"{message} responds with `$nothing` under {operation.pending.status}"
    for each in responding:
        yield from _without_head(operation, each, objects)
    paging = (each for each in steps if isinstance(each, PageDoc))
    told = (*(each.status for each in responding), *(each.part for each in paging))
    for status in dict.fromkeys(each for each in told if each is not None):
        if status not in operation.statuses:
            known = ", ".join(map(str, operation.statuses)) or "no statuses"
            message = f"{quoted(operation.id)} does not respond with {status}: its `returns` has"
            yield "unknown-name", f"{message} {known}"


def _is_an_end(step: object) -> bool:
    return isinstance(step, RespondDoc | PageDoc | ResumeDoc | FailDoc)


def _without_addresses(operation: Operation) -> Iterator[tuple[str, str]]:
    """Pages that go by addresses need an argument that tells these apart."""
    paging = operation.paging
    if isinstance(paging, LinkPages | UrlPages) and not (
        paging.page or paging.offset or paging.cursor
    ):
        message = f"which argument of {quoted(operation.id)} is in the addresses of its pages"
        message += " is not said: `page`, `offset` or `cursor` of its scheme in `api.yaml`"
        yield "paging", message


def _without_list(
    operation: Operation, operations: Mapping[str, Operation]
) -> Iterator[tuple[str, str]]:
    """Only what another list goes on with resumes it."""
    lists = {goes_on(each) for each in operations.values()} - {""}
    if operation.id not in lists and lists <= operations.keys():
        message = f"no list goes on with {quoted(operation.id)}: `continue_with` in the `paging` of"
        yield "paging", f"{message} an operation says that one does"


def _without_head(
    operation: Operation, respond: RespondDoc, objects: Mapping[str, ObjectType]
) -> Iterator[tuple[str, str]]:
    """What headers say beside a file or a text is said wherever one is answered."""
    given = "head" in respond.model_fields_set
    declared = None if operation.head is None else objects.get(operation.head.object)
    if given and operation.head is None:
        yield "state", f"{quoted(operation.id)} has no `head` that `respond` could fill"
    if not given and declared is not None and declared.needs_headers:
        message = f"`respond` of {quoted(operation.id)} needs `head`: what stands in headers"
        yield "state", message
