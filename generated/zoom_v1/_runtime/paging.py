"""Walks over the pages of a list, one request at a time and only when one is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct, UnsetType

from .errors import PagingError
from .operation import NumberPages, Operation, TokenPages

if TYPE_CHECKING:
    from .client import Caller

P = TypeVar("P")
I = TypeVar("I")  # noqa: E741 - an item, beside a page


class Pager(Generic[P, I]):
    """All items of a list, or with `pages`, its pages. Each walk starts anew.

    for meeting in client.meeting.iter_list(host_id="x"): ...
    for page in client.meeting.iter_list(host_id="x").pages(): ...
    """

    def __init__(
        self,
        caller: Caller,
        operation: Operation,
        arguments: dict[str, object],
        page: type[P],
        items: Callable[[P], Iterable[I] | UnsetType | None],
    ) -> None:
        self._caller = caller
        self._operation = operation
        self._arguments = arguments
        self._page = page
        self._items = items

    def __iter__(self) -> Iterator[I]:
        for page in self.pages():
            # A list that the answer lacks, or that is no list, has no items.
            items = self._items(page)
            yield from items if isinstance(items, list | tuple) else ()

    def pages(self) -> Iterator[P]:
        """The pages, from the one that the arguments ask for, or the first."""
        paging = self._operation.pages
        if isinstance(paging, NumberPages):
            return self._by_number(paging)
        assert paging is not None, f"{self._operation.id} has no pages"
        return self._by_token(paging)

    def _by_number(self, paging: NumberPages) -> Iterator[P]:
        number = self._arguments.get(paging.page, 1)
        if isinstance(number, str) and number.isdecimal():
            number = int(number)
        seen: set[object] = set()
        while True:
            page = self._fetch(paging.page, number)
            assert isinstance(number, int), "the call refuses anything else"
            answered = _field(page, paging.page)
            if answered in seen:
                raise self._error(f"page {answered} came again where page {number} was asked for")
            if isinstance(answered, int):
                seen.add(answered)
            yield page
            count = _field(page, paging.count)
            if not isinstance(count, int):
                raise self._error(f"page {number} does not say in `{paging.count}` how many follow")
            if number >= count:
                return
            number += 1

    def _by_token(self, paging: TokenPages) -> Iterator[P]:
        token = self._arguments.get(paging.token, "")
        seen = {token}
        while True:
            page = self._fetch(paging.token, token) if token else self._fetch(None, None)
            yield page
            token = _field(page, paging.token)
            if not isinstance(token, str) or not token.strip():
                return
            if token in seen:
                raise self._error(f"`{paging.token}` leads back to a page that was there before")
            seen.add(token)

    def _fetch(self, cursor: str | None, position: object) -> P:
        arguments = dict(self._arguments)
        if cursor is not None:
            arguments[cursor] = position
        return self._caller.call(self._operation, arguments, self._page)

    def _error(self, message: str) -> PagingError:
        return PagingError(message, operation=self._operation.id, section=self._operation.section)

    def __repr__(self) -> str:
        return f"<Pager {self._operation.id}>"


def _field(page: object, key: str) -> object:
    """What the answer has under `key`; None if nothing."""
    assert isinstance(page, Struct)
    names = dict(zip(page.__struct_encode_fields__, page.__struct_fields__, strict=True))
    return getattr(page, names[key]) if key in names else None
