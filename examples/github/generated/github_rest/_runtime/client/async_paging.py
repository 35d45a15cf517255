"""The items of a list that comes in pages, for clients that await."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TypeVar

from .cursors import NumberCursor, TokenCursor
from .paging import Pages
from .protocols import AsyncCaller

P = TypeVar("P")
I = TypeVar("I")  # noqa: E741 - an item, beside a page


class AsyncPager(Pages[AsyncCaller, P, I]):
    """The items of a list, up to the limit; with `pages`, its pages. Each loop starts anew.

    async for animal in client.animal.iter_list(zoo_id="x"): ...
    async for page in client.animal.iter_list(zoo_id="x").pages(): ...
    """

    async def __aiter__(self) -> AsyncIterator[I]:
        count = 0
        if self._is_full(count):
            return
        async for page in self.pages():
            for item in self._held(page, count):
                yield item
                count += 1
            if self._is_full(count):
                return

    async def pages(self) -> AsyncIterator[P]:
        """The pages, beginning with the one that the arguments name, or with the first."""
        cursor = self._cursor()
        while not cursor.over:
            if isinstance(cursor, NumberCursor | TokenCursor):
                page = await self._caller.call(
                    self._operation, cursor.arguments(), self._page, self._options
                )
                cursor.accept(page, self._listed(page))
            else:
                page, response = await self._caller.call_page(
                    cursor.operation, cursor.arguments(), self._page, self._options, cursor.address
                )
                cursor.accept(response)
            yield page
            cursor.advance()
