"""The items of a list that comes in pages, requested one by one and only when one is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import UnsetType

from ..errors import ConfigurationError
from .cursors import NumberCursor, TokenCursor, open_cursor
from .page_arguments import goes_back
from .protocols import Caller

if TYPE_CHECKING:
    from ..operation import Operation
    from .raw_cursors import RawCursor
    from .request_options import RequestOptions

C = TypeVar("C")
P = TypeVar("P")
I = TypeVar("I")  # noqa: E741 - an item, beside a page

ItemsOf = Callable[[P], Iterable[I] | UnsetType | None]
"""Finds the items of a page."""


class Pages(Generic[C, P, I]):
    """What pagers that block and pagers that await have in common."""

    def __init__(
        self,
        caller: C,
        operation: Operation,
        arguments: dict[str, object],
        limit: int | None,
        page: type[P],
        items: ItemsOf[P, I],
        options: RequestOptions | None = None,
        continuing: Operation | None = None,
    ) -> None:
        if limit is not None and (type(limit) is not int or limit < 0):
            raise ConfigurationError(f"{limit!r} is no limit: a number of items from 0 on, or None")
        self._caller = caller
        self._limit = limit
        self._operation = operation
        self._arguments = arguments
        self._page = page
        self._items = items
        self._options = options
        self._continuing = continuing
        self._goes_back = goes_back(operation, arguments)

    def _cursor(self) -> NumberCursor | TokenCursor | RawCursor:
        return open_cursor(self._operation, self._arguments, self._continuing)

    def _held(self, page: P, so_far: int) -> Iterable[I]:
        """The items of `page` up to the limit, after `so_far` items of earlier pages."""
        # A list that is missing from the response has no items.
        items = self._listed(page)
        found = items if isinstance(items, list | tuple) else ()
        found = found[::-1] if self._goes_back else found
        return found if self._limit is None else found[: self._limit - so_far]

    def _listed(self, page: P) -> Iterable[I] | UnsetType | None:
        """The list of items, if what holds it came as documented."""
        try:
            return self._items(page)
        except AttributeError:
            return None

    def _is_full(self, so_far: int) -> bool:
        return self._limit is not None and so_far >= self._limit

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._operation.id}>"


class Pager(Pages[Caller, P, I]):
    """The items of a list, up to the limit; with `pages`, its pages. Each loop starts anew.

    for animal in client.animal.iter_list(zoo_id="x"): ...
    for page in client.animal.iter_list(zoo_id="x").pages(): ...
    """

    def __iter__(self) -> Iterator[I]:
        count = 0
        if self._is_full(count):
            return
        for page in self.pages():
            for item in self._held(page, count):
                yield item
                count += 1
            if self._is_full(count):
                return

    def pages(self) -> Iterator[P]:
        """The pages, beginning with the one that the arguments name, or with the first."""
        cursor = self._cursor()
        while not cursor.over:
            if isinstance(cursor, NumberCursor | TokenCursor):
                arguments = cursor.arguments()
                page = self._caller.call(self._operation, arguments, self._page, self._options)
                cursor.accept(page, self._listed(page))
            else:
                page, response = self._caller.call_page(
                    cursor.operation, cursor.arguments(), self._page, self._options, cursor.address
                )
                cursor.accept(response)
            yield page
            cursor.advance()
