"""Responses that are told again, to whoever sends the same idempotency key.

They lie beside a tenant's records, so that they go, are copied and are restored together with
these. No list and no count has them.
"""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import Struct

from .store import Entry, Store, Stored

KEPT = "kept responses"
"""Where an entity has its name, which has no blanks."""
_BY_AGE = "age"
_AT_ONCE = 2
"""How many that are too old go whenever one comes: more than come."""


class Kept(Struct, frozen=True):
    """A response, and what it was an answer to."""

    until: float | None
    """Seconds since 1970, by the emulator's clock; None for ever."""
    asked: bytes
    """A digest of the operation and its arguments."""
    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    code: int | str | None = None
    """Of the error that it is."""


_decode = msgspec.msgpack.Decoder(Kept).decode


class KeptResponses:
    """Those of one tenant. All calls are made within a store's `writing()`."""

    def __init__(self, store: Store, tenant: str) -> None:
        self._store = store
        self._tenant = tenant

    def find(self, key: str, now: float) -> Kept | None:
        """What a key was answered with, if that is known at this moment."""
        stored = self._stored(key)
        kept = None if stored is None else _decode(stored.content)
        return None if kept is None or _is_old(kept, now) else kept

    def keep(self, key: str, kept: Kept, now: float) -> None:
        """Keep a response from this moment on, and forget what is too old."""
        oldest = self._store.page(self._tenant, KEPT, _BY_AGE, "", limit=_AT_ONCE)
        gone = {each.seq: each for each in oldest if _is_old(_decode(each.content), now)}
        own = self._stored(key)
        if own is not None:
            gone[own.seq] = own
        for stored in gone.values():
            self._store.delete(self._tenant, KEPT, stored, kept_entries(stored.content))
        content = msgspec.msgpack.encode(kept)
        self._store.insert(self._tenant, KEPT, _name(key), content, kept_entries(content))

    def _stored(self, key: str) -> Stored | None:
        return self._store.get(self._tenant, KEPT, _name(key))


def kept_entries(content: bytes) -> tuple[Entry, ...]:
    """Where a kept response stands in an index: those that end, in order."""
    until = _decode(content).until
    return () if until is None else (Entry(_BY_AGE, "", f"{until:020.6f}"),)


def _is_old(kept: Kept, now: float) -> bool:
    return kept.until is not None and kept.until <= now


def _name(key: str) -> str:
    """A key as the store has it: short, and nothing to be read."""
    return hashlib.blake2s(key.encode(errors="replace"), digest_size=16).hexdigest()
