"""Indexes as a program has them, also in a store that another program has filled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from ..program import Program
from .kept import KEPT, kept_entries
from .records import Records
from .store import INDEXES, Entry

_FORM = "3"
"""How indexes are kept; another one, if that changes."""


def keep_indexes(records: Records) -> None:
    """Make the indexes of all tenants anew if those of the store are of another program."""
    program, store = records.program, records.store
    digest = _digest(program)
    with store.reading():
        if store.read_note(INDEXES) == digest:
            return

    def entries(entity: str, content: bytes) -> Iterable[Entry]:
        if entity == KEPT:
            return kept_entries(content)
        if entity not in program.entities:
            return ()
        return records.kinds[entity].entries(msgspec.json.decode(content))

    with store.writing():
        if store.read_note(INDEXES) != digest:
            store.reindex(entries)
            store.write_note(INDEXES, digest)


def _digest(program: Program) -> bytes:
    told = [
        (name, entity.indexes, sorted(entity.ignore_case))
        for name, entity in sorted(program.entities.items())
    ]
    content = msgspec.json.encode([_FORM, told], order="deterministic")
    return hashlib.blake2s(content, digest_size=16).hexdigest().encode()
