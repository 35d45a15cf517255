"""A list that is answered page by page, wherever its items come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..semantics.paths import reach
from .comparing import canonical
from .over_records import Source
from .records import Records
from .world import Scope, Search


class Listing:
    """Records of a search, which stay in the store until they are asked for, or items at hand."""

    def __init__(self, records: Records, source: Search | Source, scope: Scope) -> None:
        self._records = records
        self._scope = scope
        self._search: Search | None = None
        self._items: Sequence[object] = []
        if not isinstance(source, Search):
            self._items = source(scope, records)
        elif source.tests(scope, records):
            self._items = records.records(source, scope)
        else:
            self._search = source

    def total(self) -> int:
        if self._search is None:
            return len(self._items)
        return self._records.count(self._search, self._scope)

    def part(self, offset: int, limit: int) -> list[object]:
        if self._search is None:
            return list(self._items[offset : offset + limit])
        return list(self._records.page(self._search, self._scope, offset, limit))

    def place_of(self, path: str, value: str) -> int | None:
        """Where the first item stands that has a value at a path; None if there is none.

        The key of a record is looked up, and its place with it; anything else is sought.
        """
        records, search = self._records, self._search
        if search is not None and path == records.key_of(search.entity):
            return records.place_of(search, self._scope, value)
        return self.place(lambda item: canonical(reach(item, path)) == value)

    def place(self, is_it: Callable[[object], bool]) -> int | None:
        """Where the first such item stands; None if there is none."""
        items: Iterable[object] = self._items
        if self._search is not None:
            items = self._records.matching(self._search, self._scope)
        return next((place for place, item in enumerate(items) if is_it(item)), None)
