"""Methods that walk over the pages of a list."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api, NumberPaging, ObjectRef, Operation, Paging, TokenPaging, ValueType
from apiscribe.model.paging import (
    CountedPages,
    CursorPages,
    FirstItemPages,
    LastItemPages,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from apiscribe.runtime.semantics.paths import keys_of
from apiscribe.views.clients.flavors import ClientFlavor
from apiscribe.views.clients.method_docs import INDENT, Sections
from apiscribe.views.clients.overloads import (
    Overload,
    Parameter,
    Returned,
    always_in_part,
    returned_by,
    signatures,
)
from apiscribe.views.python_types.annotations import Imports
from apiscribe.views.python_types.returns import item_annotation
from apiscribe.views.text import block, literal, paragraph, section_of


class PagerMethod(Struct, frozen=True):
    """A method that walks over the pages of another, whose arguments it takes."""

    name: str
    returns: str
    items: Returned
    """The field of a page that holds its items."""
    limit: str
    """The name of the parameter that limits how many."""
    summary: str
    sections: Sections
    continuing: str
    """The operation of the pages behind the first, as an expression; empty if it is the same."""
    overloads: tuple[Overload, ...] = ()


def pager(
    api: Api,
    operation: Operation,
    method: str,
    parameters: tuple[Parameter, ...],
    flavor: ClientFlavor,
    imports: Imports,
) -> PagerMethod | None:
    """The method that walks where `method` reads one page, if there are several."""
    paging = operation.paging
    if paging is None:
        return None
    signed, places = _walked(api, operation, paging, parameters, flavor, imports)
    limit = naming.item_limit([naming.argument(each.name) for each in operation.arguments])
    summary = f"Walk through all pages of `{method}`, {_HOW[type(paging)]}, and yield what they"
    of_any = f"{imports.named_type(api, flavor.named('Pager'))}[Any, Any]"
    return PagerMethod(
        name=naming.pager(method),
        returns=of_any if len(signed) > 1 else signed[-1].returns,
        overloads=signed if len(signed) > 1 else (),
        items=places,
        limit=limit,
        summary=paragraph(f"{summary} hold.", INDENT + 3),
        sections=(
            tuple(block(_notes(method, paging, limit))),
            tuple(_raises(api, paging, method)),
        ),
        continuing=_continuing(api, paging, imports),
    )


def _walked(
    api: Api,
    operation: Operation,
    paging: Paging,
    parameters: tuple[Parameter, ...],
    flavor: ClientFlavor,
    imports: Imports,
) -> tuple[tuple[Overload, ...], Returned]:
    """How a walk is asked for, and where a page has its items."""
    called = imports.named_type(api, flavor.named("Pager"))
    pages = returned_by(api, operation, imports)
    place, held = _held(api, operation, paging.items)
    items, places = Returned(item_annotation(api, held, imports)), Returned(place)
    if operation.selecting:
        place, held = _held(api, operation.in_part, paging.items)
        items = Returned(items.whole, item_annotation(api, held, imports))
        places = Returned(place) if always_in_part(operation) else Returned(places.whole, place)
    walks = Returned(
        f"{called}[{pages.whole}, {items.whole}]", f"{called}[{pages.part}, {items.part}]"
    )
    either = f"{called}[{pages.either}, {items.either}]"
    return signatures(operation, parameters, walks, either), places


def _continuing(api: Api, paging: Paging, imports: Imports) -> str:
    if not paging.continue_with:
        return ""
    # No argument of a method begins with a line, which would hide it.
    imports.needed.add((f"{api.package}.operations", "find as _find"))
    return f"_find({literal(paging.continue_with)})"


_HOW: dict[type[Paging], str] = {
    NumberPaging: "by number",
    TokenPaging: "by token",
    CountedPages: "by number",
    OffsetPages: "by offset",
    CursorPages: "by cursor",
    LastItemPages: "by the last item of each",
    FirstItemPages: "back, by the first item of each",
    LinkPages: "by the links between them",
    UrlPages: "by the address of the next",
}


def _held(api: Api, operation: Operation, items: str) -> tuple[str, ValueType]:
    """Where a page has its items, as an expression, and what that is."""
    assert operation.returns is not None, "what has pages returns them"
    place, found = "page", operation.returns
    unsure: list[str] = []
    keys = list(filter(None, keys_of(items)))
    for number, key in enumerate(keys, 1):
        assert isinstance(found, ObjectRef), "the checks have found the list"
        field = next(f for f in api.objects[found.object].fields if f.wire_name == key)
        place, found = f"{place}.{naming.field(field.name)}", field.type
        if number < len(keys) and (not field.required or found.nullable):
            unsure.append(place)
    return f"{place} if {' and '.join(unsure)} else None" if unsure else place, found


def _notes(method: str, paging: Paging, limit: str) -> str:
    notes = (
        f"Takes what `{method}` takes, and in `{limit}` how many are "
        "wanted. Each page is asked for when it is needed, and each walk starts anew; `.pages()` "
        "has them whole."
    )
    if isinstance(paging, TokenPaging | CursorPages) and paging.lifetime:
        notes += f" A token lives for {_span(paging.lifetime)}."
    else:
        notes += " Records that are added or removed meanwhile may be missed or seen twice."
    if paging.continue_with:
        notes += f" The pages behind the first are those of `{paging.continue_with}`."
    return notes


def _span(seconds: int) -> str:
    return f"{seconds} seconds" if seconds % 60 or seconds == 60 else f"{seconds // 60} minutes"


def _raises(api: Api, paging: Paging, method: str) -> list[str]:
    if isinstance(paging, LinkPages | UrlPages):
        why = "the next page is on another host, or was there before"
    elif isinstance(paging, OffsetPages | CountedPages):
        why = "a page is no list, or many in a row are empty"
    elif isinstance(paging, CursorPages | LastItemPages):
        why = "a cursor leads back to a page that was there before"
    elif isinstance(paging, TokenPaging):
        why = "a token leads back to a page that was there before"
        why += ", or has expired" if paging.lifetime else ""
    else:
        why = "a page comes twice, or does not say how many follow"
    lines = [
        "ConfigurationError: the limit is no number of items.",
        f"PagingError: {why}.",
        f"{naming.class_name(api.error_base)}: what `{method}` raises, page by page.",
    ]
    return section_of("Raises:", lines)
