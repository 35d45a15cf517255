"""Ids that are text in one place and a number in the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .domain import Domain, ValueBreakage, wrong_types
from .judgement import INT64_MAX, INT64_MIN
from .text import Text


@dataclass(frozen=True, eq=False, kw_only=True)
class Identifier(Domain[str | int]):
    """Text that is not empty, or a whole number."""

    excluded: str = ""

    @cached_property
    def valid(self) -> SearchStrategy[str | int]:
        numbers = st.sampled_from((0, 1, 10**8, 10**9 - 1, 10**10, INT64_MIN, INT64_MAX))
        return st.one_of(self._text.valid, numbers, st.integers(INT64_MIN, INT64_MAX))

    def without(self, excluded: str) -> Identifier:
        return replace(self, excluded=self.excluded + excluded)

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(str, int)
        for each in self._text.breakages:
            if each.rule != "type":
                yield each

    @property
    def is_single(self) -> bool:
        return True

    @cached_property
    def _text(self) -> Text:
        return Text(min_length=1, excluded=self.excluded)


IDENTIFIER = Identifier()
