"""What every connection to PostgreSQL has in common: how it is made, and how text is kept.

Text is kept as bytes: PostgreSQL's own text sorts by its locale, and has no NUL.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from ..extras import install
from .store import StoreProblem

try:
    import psycopg as psycopg  # others take it from here, where it is said what is to be installed
except ModuleNotFoundError as missing:
    remedy = f"{install(missing, 'psycopg[binary]')} (or the extra `postgres`)"
    raise StoreProblem(remedy) from None

_SECONDS = 10
"""To wait for the server."""


def connected(url: str, settings: bytes) -> psycopg.Connection[Any]:
    connection = psycopg.connect(
        url, autocommit=True, connect_timeout=_SECONDS, prepare_threshold=1
    )
    connection.execute(settings)
    return connection


@contextmanager
def transaction(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """The rest of a transaction that has begun."""
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if not connection.broken:
            connection.execute("ROLLBACK")
        raise


def shown(url: str) -> str:
    """A URL without what is secret about it."""
    try:
        parts = urlsplit(url)
        user = f"{parts.username}@" if parts.username else ""
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{user}{parts.hostname or ''}{port}{parts.path}"
    except ValueError:
        return "the database"


def reason(error: psycopg.Error) -> str:
    """What a server says of an error, on one line."""
    return " ".join(str(error).split())


@cache
def placed(statement: str) -> bytes:
    """A statement as the driver takes it, with `?` where its values go."""
    return statement.replace("?", "%s").encode()


def kept(value: Any) -> Any:
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value


def text(found: Any) -> str:
    return bytes(found).decode("utf-8", "surrogatepass")
