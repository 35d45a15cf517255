"""Bytes, themselves or as text."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .domain import Domain, ValueBreakage, value_breakage, wrong_types

_USUAL = 20
_MISSPELLED = ("a", "ab*d", "abcde", "ab=c", "====", "ab cd", "\u00e9bcd", "abcd\n", "a")


@dataclass(frozen=True, eq=False, kw_only=True)
class Bytes(Domain[bytes | str]):
    form: str
    max_bytes: int | None = None

    @cached_property
    def valid(self) -> SearchStrategy[bytes | str]:
        most = _USUAL if self.max_bytes is None else min(self.max_bytes, _USUAL)
        found = [st.binary(max_size=most)]
        if self.max_bytes is not None:
            found.append(st.just(b"\xff" * self.max_bytes))
        return st.one_of(*found, *(each.map(self._text) for each in found))

    def _text(self, value: bytes) -> str:
        return (urlsafe_b64encode if self.form == "base64url" else b64encode)(value).decode()

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(bytes, str)
        yield value_breakage("type", st.sampled_from(_MISSPELLED))
        if self.max_bytes is not None:
            many = st.integers(self.max_bytes + 1, self.max_bytes + _USUAL)
            yield value_breakage("max_bytes", many.map(bytes))

    @property
    def is_single(self) -> bool:
        return True
