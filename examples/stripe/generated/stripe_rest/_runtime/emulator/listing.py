"""A list that is answered page by page, wherever its items come from."""

from __future__ import annotations

from collections.abc import Callable

from ..program import Query, Value
from .records import Records
from .values import Scope, evaluate


class Listing:
    """Records of a query, which stay in the store until they are asked for, or items at hand."""

    def __init__(self, records: Records, source: Query | Value, scope: Scope) -> None:
        self._records = records
        self._scope = scope
        self._query: Query | None = None
        self._items: list[object] = []
        if not isinstance(source, Query):
            found = evaluate(source, scope, records)
            self._items = found if isinstance(found, list) else []
        elif source.filters:
            self._items = list(records.matching(source, scope))
        else:
            self._query = source

    def total(self) -> int:
        if self._query is None:
            return len(self._items)
        return self._records.count(self._query, self._scope)

    def part(self, offset: int, limit: int) -> list[object]:
        if self._query is None:
            return self._items[offset : offset + limit]
        return list(self._records.page(self._query, self._scope, offset, limit))

    def place(self, is_it: Callable[[object], bool]) -> int | None:
        """Where the first such item stands; None if there is none."""
        items = self._items
        if self._query is not None:
            items = self._records.matching(self._query, self._scope)  # type: ignore[assignment]  # items either way
        return next((place for place, item in enumerate(items) if is_it(item)), None)
