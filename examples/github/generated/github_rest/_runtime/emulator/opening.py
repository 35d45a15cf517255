"""The place for records that a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .places import MEMORY, is_postgres
from .store import Store, StoreProblem

if TYPE_CHECKING:
    from .sql_store import SqlStore


def open_store(place: str, api: str) -> Store:
    """Open the place where records of an API are kept, or make it.

    Args:
        place: A file, `postgresql://user@host/database`, or `:memory:`.
        api: What the API is called. A place is for one API.

    Raises:
        StoreProblem: the place cannot be used, or what is needed is not installed; with what to do.
    """
    if place == MEMORY:
        from .memory_store import MemoryStore

        return MemoryStore()
    if is_postgres(place):
        from .postgres_connection import shown
        from .postgres_store import PostgresStore

        postgres = PostgresStore(place)
        return _kept_for(postgres, api, shown(place))
    if "://" in place:
        scheme = place.partition("://")[0]
        raise StoreProblem(
            f"records cannot be kept at {scheme}://...; name a file or postgresql://HOST/DATABASE"
        )
    if not place:
        raise StoreProblem("the file for the records has no name")
    from .sqlite_store import SqliteStore

    return _kept_for(SqliteStore(place), api, place)


def _kept_for(store: SqlStore, api: str, place: str) -> Store:
    try:
        store.belong_to(api, place)
    except BaseException:
        store.close()
        raise
    return store
