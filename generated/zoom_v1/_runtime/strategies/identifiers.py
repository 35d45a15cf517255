"""Ids that are text in one place and a number in the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..validation.messages import LEAST, MOST
from .domain import Flaw, Kind, wrong_types
from .text import Text


@dataclass(frozen=True, eq=False, kw_only=True)
class Identifier(Kind[str | int]):
    """Text that is not empty, or a whole number."""

    excluded: str = ""

    @cached_property
    def valid(self) -> SearchStrategy[str | int]:
        numbers = st.sampled_from((0, 1, 10**8, 10**9 - 1, 10**10, LEAST, MOST))
        return st.one_of(self._text.valid, numbers, st.integers(LEAST, MOST))

    def without(self, excluded: str) -> Identifier:
        return replace(self, excluded=self.excluded + excluded)

    def _flaws(self) -> Iterator[Flaw]:
        yield from wrong_types(str, int)
        for each in self._text.flaws:
            if each.rule != "type":
                yield each

    @property
    def is_single(self) -> bool:
        return True

    @cached_property
    def _text(self) -> Text:
        return Text(min_length=1, excluded=self.excluded)


IDENTIFIER = Identifier()
