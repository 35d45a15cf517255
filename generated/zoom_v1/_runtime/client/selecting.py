"""Walks over pages of which callers say which fields they have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..operation import NumberPages, Operation, TokenPages
from ..pages import CountedPages, CursorPages, Linked, UrlPages
from ..semantics.paths import keys_of
from .page_arguments import argument
from .page_items import page_error


def check_leads_on(operation: Operation, arguments: Mapping[str, object]) -> None:
    """Refuse a walk that would end behind its first page, as nothing asks for the next one.

    Raises:
        PagingError: an argument leaves out what leads there.
    """
    for name, place, always in operation.selects:
        given = argument(arguments, name)
        around = [key for key in keys_of(place) if key]
        for path in _leading_on(operation) if given is not None else ():
            keys = keys_of(path)
            if keys[: len(around)] == around and not _is_named(given, keys[len(around) :], always):
                message = f"`{name}` leaves out `{path}`, which leads to the next page: name it too"
                raise page_error(operation, message)


def _leading_on(operation: Operation) -> Iterator[str]:
    """Keys of a response without which a walk is over."""
    match operation.pages:
        case TokenPages(token=token):
            yield token
        case CursorPages() as pages:
            yield from filter(None, (pages.next, *(pages.along or {}).values()))
        case CountedPages(next=following) if following:
            yield following
        case UrlPages(next=Linked(list=links, key=address)):
            yield f"{links}.{address}"
        case UrlPages(next=str(following)):
            yield following
        case NumberPages() | _:
            return


def _is_named(given: object, keys: list[str], always: tuple[str, ...]) -> bool:
    """Whether what is given may name a key or one around it, in whatever way it is written."""
    text = str(given)
    return keys[0] in always or "*" in text or any(key in text for key in keys)
