"""Which page comes next, and when the last page has been read. No I/O."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Protocol

from msgspec import Struct

from ..errors import PagingError
from ..operation import NumberPages, Operation, TokenPages


class PageCursor(Protocol):
    """Which page a pager is at.

    Until it is `over`: request a page with `arguments`, `accept` it, yield it, `advance`.
    """

    over: bool

    def arguments(self) -> dict[str, object]: ...

    def accept(self, page: object) -> None: ...

    def advance(self) -> None: ...


def open_cursor(operation: Operation, arguments: dict[str, object]) -> PageCursor:
    """A cursor at the page that `arguments` name, or at the first."""
    paging = operation.pages
    if isinstance(paging, NumberPages):
        return NumberCursor(operation, paging, arguments)
    assert paging is not None, f"{operation.id} has no pages"
    return TokenCursor(operation, paging, arguments)


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
        self._number = int(number) if isinstance(number, str) and number.isdecimal() else number
        self._count: object = None
        self._seen: set[object] = set()

    def arguments(self) -> dict[str, object]:
        return {**self._arguments, self._paging.page: self._number}

    def accept(self, page: object) -> None:
        number = _field(page, self._paging.page)
        if number in self._seen:
            raise _error(
                self._operation,
                f"page {number} came again where page {self._number} was asked for",
            )
        if isinstance(number, int):
            self._seen.add(number)
        self._count = _field(page, self._paging.count)

    def advance(self) -> None:
        assert isinstance(self._number, int), "the call refuses anything else"
        if not isinstance(self._count, int):
            raise _error(
                self._operation,
                f"page {self._number} does not say in `{self._paging.count}` how many follow",
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

    def arguments(self) -> dict[str, object]:
        if not self._token:
            return dict(self._arguments)
        lifetime = self._paging.lifetime
        if lifetime is not None and self._clock() - self._given_at > lifetime:
            raise _error(
                self._operation,
                f"the last page was read so slowly that its `{self._paging.token}` has expired: it "
                f"lives {lifetime} s. Collect a page before working on it, or walk anew",
            )
        return {**self._arguments, self._paging.token: self._token}

    def accept(self, page: object) -> None:
        self._given_at = self._clock()
        self._next = _field(page, self._paging.token)

    def advance(self) -> None:
        token = self._next
        self.over = not isinstance(token, str) or not token.strip()
        if not self.over and token in self._seen:
            raise _error(
                self._operation,
                f"`{self._paging.token}` leads back to a page that was there before",
            )
        self._token = token
        self._seen.add(token)


def _error(operation: Operation, message: str) -> PagingError:
    return PagingError(message, operation=operation.id, section=operation.section)


def _field(page: object, key: str) -> object:
    """What a page has under `key` of its JSON; None if nothing."""
    assert isinstance(page, Struct)
    names = dict(zip(page.__struct_encode_fields__, page.__struct_fields__, strict=True))
    return getattr(page, names[key]) if key in names else None
