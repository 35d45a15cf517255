"""Whether schemes of paging name what the operations that are paged by them have."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from apiscribe.document import Documents
from apiscribe.document.paging import (
    ByLinkDoc,
    ByUrlDoc,
    NumberPagingDoc,
    PagingUseDoc,
    SchemeEntry,
)
from apiscribe.load.source import Place
from apiscribe.model import Argument, Field, Operation
from apiscribe.model.reaching import argument_at
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve import servers

_ADDRESSED = ("page", "offset", "cursor")
"""Keys that name arguments which only some schemes need."""


def check_names(
    documents: Documents,
    operations: Sequence[Operation],
    fields: Mapping[str, Sequence[Field]],
    incomplete: Collection[str],
    problems: Problems,
) -> None:
    """Each argument that a scheme may do without is one of an operation that is paged by it."""
    place = documents.api.place / "paging"
    for name, scheme in documents.api.doc.paging.items():
        at = place / name
        for index, server in enumerate(getattr(scheme, "servers", ())):
            servers.for_operation(server, documents, at / "servers" / index, problems)
        _check_way_back(scheme, at, problems)
        paged = [each for each in operations if _scheme_of(each, documents) == name]
        if not paged or any(each.id in incomplete for each in paged):
            continue
        further = {goes_on(each) for each in paged}
        asked = (*paged, *(each for each in operations if each.id in further))
        arguments = {a.name: a for each in asked for a in each.arguments}
        for key, named in _named(scheme):
            if not argument_at(named, arguments.values(), lambda each: fields.get(each, ())):
                message = (
                    f"no operation that is paged by {quoted(name)} has an argument {quoted(named)}"
                )
                hint = _hint(named, arguments)
                problems.add((at / key).position, "paging", message + hint)


def goes_on(operation: Operation) -> str:
    """Which other operation hands out the pages behind the first; empty if none does."""
    by = operation.paging
    return "" if by is None else by.continue_with


def _check_way_back(scheme: SchemeEntry, at: Place, problems: Problems) -> None:
    for key in ("before", "item"):
        if isinstance(scheme, ByLinkDoc) and not scheme.cursor and getattr(scheme, key):
            message = f"{quoted(key)} goes with `cursor`: the argument in addresses of next pages"
            problems.add((at / key).position, "paging", message)


def _named(scheme: SchemeEntry) -> list[tuple[str, str]]:
    """The keys of a scheme that name arguments which operations may lack, and these."""
    sized = () if isinstance(scheme, NumberPagingDoc) else ("size",)
    addressed = _ADDRESSED if isinstance(scheme, ByLinkDoc | ByUrlDoc) else ()
    told = ((key, getattr(scheme, key, None)) for key in (*sized, "before", *addressed))
    begins = (("begins", named) for named in getattr(scheme, "begins", ()))
    return [(key, named) for key, named in (*told, *begins) if isinstance(named, str)]


def _hint(named: str, arguments: Mapping[str, Argument]) -> str:
    written = {each.wire_name: each.name for each in arguments.values()}
    if named in written:
        return f"; on the wire that is {quoted(written[named])}, which is meant here"
    return did_you_mean(named, arguments)


def _scheme_of(operation: Operation, documents: Documents) -> str | None:
    for located in documents.resources:
        if located.doc.resource == operation.resource:
            use = located.doc.operations[operation.name].paging
            return use.by if isinstance(use, PagingUseDoc) else use
    return None
