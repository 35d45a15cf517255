"""Any JSON, and what is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .domain import BrokenValue, Domain, ValueBreakage
from .judgement import INT64_MAX, INT64_MIN
from .text import ENCODABLE, TEXT

_NO_NUMBERS = (float("nan"), float("inf"), -float("inf"), INT64_MIN - 1, INT64_MAX + 1)
_NO_JSON: tuple[object, ...] = (*_NO_NUMBERS, b"", b"1", 1j, frozenset((1, 2)), object)
_NAIVE = datetime(2012, 11, 25, 12)


@dataclass(frozen=True, eq=False)
class Anything(Domain[object]):
    """Any JSON value."""

    @cached_property
    def valid(self) -> SearchStrategy[object]:
        texts = st.text(ENCODABLE, max_size=8)
        scalars = st.one_of(st.none(), st.booleans(), st.integers(INT64_MIN, INT64_MAX), texts)
        return st.recursive(
            scalars,
            lambda inner: st.one_of(
                st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)
            ),
            max_leaves=5,
        )

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield ValueBreakage("type", self._somewhere(st.sampled_from(_NO_JSON)))
        yield ValueBreakage("date", self._somewhere(st.just(_NAIVE)))
        for each in TEXT.breakages:
            if each.rule == "characters":
                yield ValueBreakage(each.rule, self._somewhere(each.values.map(_value)))

    def _somewhere(self, values: SearchStrategy[object]) -> SearchStrategy[BrokenValue]:
        """Such values alone, and inside of others."""
        beside = st.lists(self.valid, max_size=2)
        return st.one_of(
            values.map(BrokenValue),
            st.tuples(beside, values).map(_last),
            st.tuples(beside, values).map(_under_a_key),
        )


def _value(broken: BrokenValue) -> object:
    return broken.value


def _last(parts: tuple[list[object], object]) -> BrokenValue:
    items, value = parts
    return BrokenValue([*items, value], f"[{len(items)}]")


def _under_a_key(parts: tuple[list[object], object]) -> BrokenValue:
    items, path = _last(parts)
    return BrokenValue({"other": None, "key": items}, f".key{path}")


ANYTHING = Anything()
