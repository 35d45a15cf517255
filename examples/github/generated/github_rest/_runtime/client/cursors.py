"""Which page comes next, and when the last page has been read. No I/O."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import UNSET, Struct

from ..clock import monotonic
from ..operation import NumberPages, Operation, TokenPages
from .page_items import Items, kind_of, page_error, whole

if TYPE_CHECKING:
    from .raw_cursors import RawCursor


def open_cursor(
    operation: Operation, arguments: dict[str, object], continuing: Operation | None = None
) -> NumberCursor | TokenCursor | RawCursor:
    """A cursor at the page that `arguments` name, or at the first.

    `continuing` hands out the pages behind that one, where another operation does.

    Until it is `over`: request a page with its `arguments`, `accept` it, yield it, `advance`.
    """
    paging = operation.pages
    if operation.selects:
        from .selecting import check_leads_on

        check_leads_on(operation, arguments)
    if isinstance(paging, NumberPages):
        return NumberCursor(operation, paging, arguments)
    assert paging is not None, f"{operation.id} has no pages"
    if isinstance(paging, TokenPages):
        return TokenCursor(operation, paging, arguments)
    from .raw_cursors import RawCursor

    return RawCursor(operation, paging, arguments, continuing=continuing)


class NumberCursor:
    """Goes from page number to page number, up to the count of pages that each response has."""

    def __init__(
        self, operation: Operation, paging: NumberPages, arguments: dict[str, object]
    ) -> None:
        self.over = False
        self._operation = operation
        self._paging = paging
        self._arguments = arguments
        number = arguments.get(paging.page, 1)
        counted = whole(number)
        self._number = number if counted is None else counted
        self._count: int | None = None
        self._told: object = None
        self._seen: set[int] = set()
        self._items = Items(operation)

    def arguments(self) -> dict[str, object]:
        return {**self._arguments, self._paging.page: self._number}

    def accept(self, page: object, items: object) -> None:
        here = f"page {self._number}"
        answered = whole(_field(page, self._paging.page))
        if answered in self._seen:
            raise page_error(
                self._operation, f"page {answered} came again where {here} was asked for"
            )
        if answered is not None:
            self._seen.add(answered)
        told = _field(page, self._paging.count)
        count = whole(told)
        grown = None not in (count, self._count) and count != self._count
        self._items.accept(items, here, may_repeat=not grown)
        self._count = count
        self._told = told

    def advance(self) -> None:
        assert isinstance(self._number, int), "the call refuses anything else"
        if self._count is None:
            raise page_error(
                self._operation,
                f"page {self._number} does not say in `{self._paging.count}` how many follow: "
                f"there is {kind_of(self._told)}",
            )
        self.over = self._number >= self._count
        self._number += 1


class TokenCursor:
    """Goes by the token that each response has for the next page, until one has none."""

    def __init__(
        self,
        operation: Operation,
        paging: TokenPages,
        arguments: dict[str, object],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.over = False
        self._operation = operation
        self._paging = paging
        self._arguments = arguments
        self._clock = clock
        self._token = arguments.get(paging.token, "")
        self._given_at = clock()
        self._next: object = None
        self._seen = {self._token}
        self._items = Items(operation)

    def arguments(self) -> dict[str, object]:
        if not self._token:
            return dict(self._arguments)
        lifetime = self._paging.lifetime
        if lifetime is not None and self._clock() - self._given_at > lifetime:
            raise page_error(
                self._operation,
                f"the last page was read so slowly that its `{self._paging.token}` has expired: it "
                f"lives {lifetime} s. Collect a page before working on it, or walk anew",
            )
        return {**self._arguments, self._paging.token: self._token}

    def accept(self, page: object, items: object) -> None:
        self._given_at = self._clock()
        self._items.accept(items, "the page")
        self._next = _field(page, self._paging.token)

    def advance(self) -> None:
        token = self._next
        if isinstance(token, int) and not isinstance(token, bool):
            token = str(token)
        if token is not None and token is not UNSET and not isinstance(token, str):
            raise page_error(
                self._operation, f"`{self._paging.token}` is {kind_of(token)}, not text"
            )
        self.over = not isinstance(token, str) or not token.strip()
        if not self.over and token in self._seen:
            raise page_error(
                self._operation,
                f"`{self._paging.token}` leads back to a page that was there before",
            )
        self._token = token
        self._seen.add(token)


def _field(page: object, key: str) -> object:
    """What a page has under `key` of its JSON; None if nothing."""
    assert isinstance(page, Struct)
    names = dict(zip(page.__struct_encode_fields__, page.__struct_fields__, strict=True))
    return getattr(page, names[key]) if key in names else None
