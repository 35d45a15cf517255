"""Many values in one: JSON arrays, text with commas, objects without known keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .domain import BrokenValue, Domain, ValueBreakage, value_breakage, wrong_types
from .identifiers import Identifier
from .text import ENCODABLE, Text

_USUAL = 4
_MANY = 20
"""How many items there mostly are, and at most, if there may be as many as one likes."""

Items = list[object]


@dataclass(frozen=True, eq=False, kw_only=True)
class _Several(Domain[object]):
    item: Domain[object]
    min_items: int = 0
    max_items: int | None = None
    unique: bool = False
    by: str | None = None
    """The field that tells items apart, where they are objects."""

    @property
    def is_recursive(self) -> bool:
        return self.item.is_recursive

    @property
    def _item(self) -> Domain[object]:
        """The domain of an item where it stands."""
        return self.item

    @cached_property
    def _lists(self) -> SearchStrategy[Items]:
        return self._sized(self.min_items, self.max_items)

    def _sized(self, least: int, most: int | None) -> SearchStrategy[Items]:
        """The fewest items, mostly some, sometimes any number up to the most, and just those."""
        limit = max(least, _MANY) if most is None else most
        usual = min(limit, max(least, _USUAL))
        found = [self._of(least, least), self._of(least, usual)]
        if least <= 1 < usual:
            found.append(self._of(least, 1))
        if usual < limit:
            found.append(st.integers(usual, limit).flatmap(self._about))
            found.append(self._about(limit))
        return st.one_of(found)

    def _about(self, size: int) -> SearchStrategy[Items]:
        """Lists of that size, or smaller ones: there may not be so many different items."""
        if not self.unique:
            return self._of(size, size)
        every = st.lists(self._item.valid, min_size=size, max_size=size)
        unique = every.map(lambda items: list({self._key(item): item for item in items}.values()))
        return unique.filter(lambda items: len(items) >= self.min_items)

    def _of(self, least: int, most: int) -> SearchStrategy[Items]:
        if self.unique:
            return st.lists(self._item.valid, min_size=least, max_size=most, unique_by=self._key)
        return st.lists(self._item.valid, min_size=least, max_size=most)

    def _key(self, item: object) -> object:
        if self.by is not None and isinstance(item, Mapping):
            # An item without the field is like no other.
            item = item.get(self.by, object())
        try:
            hash(item)
        except TypeError:
            return repr(item)
        return item

    def _flaws_of_items(self) -> Iterator[ValueBreakage]:
        """What is wrong with a list; a `Csv` may write some of them as text."""
        for each in self._item.breakages:
            yield ValueBreakage(each.rule, self._with_a_flaw(each), each.severity)
        if self.min_items:
            yield value_breakage("min_items", self._sized(0, self.min_items - 1))
        if self.max_items is not None:
            many = self.max_items + 1
            yield value_breakage(
                "max_items", st.one_of(self._of(many, many), self._of(many, many + _USUAL))
            )
        if self.unique and self.max_items != 1:
            yield ValueBreakage("unique", self._with_one_twice())

    def _with_a_flaw(self, each: ValueBreakage) -> SearchStrategy[BrokenValue]:
        @st.composite
        def drawn(draw: st.DrawFn) -> BrokenValue:
            items = draw(self._lists)
            value, path = draw(each.values)
            if not items:
                return BrokenValue([value], f"[0]{path}")
            index = draw(st.integers(0, len(items) - 1))
            items[index] = value
            return BrokenValue(items, f"[{index}]{path}")

        return drawn()

    def _with_one_twice(self) -> SearchStrategy[BrokenValue]:
        @st.composite
        def drawn(draw: st.DrawFn) -> BrokenValue:
            items = draw(self._sized(max(1, self.min_items - 1), self.max_items))
            if len(items) == self.max_items:
                items = items[:-1]
            keyed = [i for i, item in enumerate(items) if self._is_comparable(item)]
            assume(keyed)
            again = items[keyed[draw(st.integers(0, len(keyed) - 1))]]
            return BrokenValue([*items, again], f"[{len(items)}]")

        return drawn()

    def _is_comparable(self, item: object) -> bool:
        return self.by is None or (isinstance(item, Mapping) and self.by in item)


@dataclass(frozen=True, eq=False, kw_only=True)
class List(_Several):
    """A JSON array."""

    single: bool = False
    """An item alone stands for an array of one."""

    @cached_property
    def valid(self) -> SearchStrategy[object]:
        may_be_one = self.min_items <= 1 and (self.max_items is None or self.max_items >= 1)
        if self.single and may_be_one and self.item.is_single:
            alone = self.item.valid
            return st.one_of(alone, self._lists) if self.min_items else self._lists | alone
        return self._lists

    def _breakages(self) -> Iterator[ValueBreakage]:
        if not self.single:
            yield from wrong_types(list)
        for each in self.item.breakages if self.single else ():
            # None is no item that stands alone, and what is wrong with one is said of the list.
            yield replace(each, values=each.values.filter(_is_no_list))
        yield from self._flaws_of_items()


def _is_no_list(broken: BrokenValue) -> bool:
    return bool(broken.path) or not isinstance(broken.value, list)


@dataclass(frozen=True, eq=False, kw_only=True)
class Csv(_Several):
    """Values in one text, separated by commas or another sign; a list of them does as well."""

    separator: str = ","

    @property
    def _item(self) -> Domain[object]:
        return self._separable

    @cached_property
    def _separable(self) -> Domain[object]:
        item = self.item
        if isinstance(item, Text) and self._needs_length:
            item = replace(item, min_length=1)
        return item.without(self.separator) if isinstance(item, Text | Identifier) else item

    @property
    def _needs_length(self) -> bool:
        """Whether an item has a character because blanks would not show it otherwise."""
        return self.separator == " " and isinstance(self.item, Text) and not self.item.min_length

    @cached_property
    def valid(self) -> SearchStrategy[object]:
        may_be_blank = self.min_items <= 1 and isinstance(self._item, Text)
        lists = self._lists.filter(_is_told_from_none) if may_be_blank else self._lists
        return st.one_of(lists, lists.map(self._joined))

    def _key(self, item: object) -> object:
        # 1 and "1" are the same text.
        return _text(item) if isinstance(item, str | int) else super()._key(item)

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(list, str, set)
        for each in self._flaws_of_items():
            if each.rule == "min_length" and self._needs_length:
                each = replace(each, rule="separated")
            yield each
            if each.rule in ("min_items", "max_items", "unique"):
                values = each.values.map(self._joined_flawed)
                yield ValueBreakage(each.rule, values, each.severity)
        rule, sign = "csv" if self.separator == "," else "separated", self.separator
        two = st.sampled_from((sign, f"a{sign}b", f"a{sign}", f"{sign}b"))
        yield ValueBreakage(rule, self._with_a_flaw(value_breakage(rule, two)))

    def _joined(self, items: Items) -> object:
        """The text of items, or they themselves where they have none or it means something else."""
        if not _is_told_from_none(items) or not all(isinstance(item, str | int) for item in items):
            return items
        return self.separator.join(map(_text, items))

    def _joined_flawed(self, broken: BrokenValue) -> BrokenValue:
        items, path = broken
        assert isinstance(items, list)
        return BrokenValue(self._joined(items), path)


def _is_told_from_none(items: Items) -> bool:
    """Whether text between separators shows that there are items."""
    return items != [""]


def _text(item: object) -> str:
    return str(item).lower() if isinstance(item, bool) else str(item)


@dataclass(frozen=True, eq=False, kw_only=True)
class Map(Domain[dict[str, object]]):
    """A JSON object whose keys are not known beforehand."""

    item: Domain[object]
    key: Domain[str] | None = None
    min_keys: int = 0
    max_keys: int | None = None

    @cached_property
    def valid(self) -> SearchStrategy[dict[str, object]]:
        keys = st.text(ENCODABLE, max_size=8) if self.key is None else self.key.valid
        usual = max(self.min_keys, _USUAL)
        most = usual if self.max_keys is None else min(usual, self.max_keys)
        return st.dictionaries(keys, self.item.valid, min_size=self.min_keys, max_size=most)

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(dict)
        if self.min_keys:
            yield value_breakage("min_keys", self._of_size(self.min_keys - 1))
        if self.max_keys is not None:
            yield value_breakage("max_keys", self._of_size(self.max_keys + 1))
        for each in () if self.key is None else self.key.breakages:
            if each.rule != "type":
                keyed = st.tuples(self.valid, each.values, self.item.valid).map(_keyed)
                yield ValueBreakage(each.rule, keyed, each.severity)
        for each in self.item.breakages:
            yield ValueBreakage(each.rule, self._with_a_flaw(each), each.severity)

    @property
    def is_recursive(self) -> bool:
        return self.item.is_recursive

    def _of_size(self, size: int) -> SearchStrategy[object]:
        return self.item.valid.map(lambda value: {f"k{n}": value for n in range(size)})

    def _with_a_flaw(self, each: ValueBreakage) -> SearchStrategy[BrokenValue]:
        keys = st.sampled_from(("key", "other"))
        return st.tuples(self.valid, keys, each.values).map(_put)


def _put(parts: tuple[dict[str, object], str, BrokenValue]) -> BrokenValue:
    fields, key, (value, path) = parts
    return BrokenValue({**fields, key: value}, f".{key}{path}")


def _keyed(parts: tuple[dict[str, object], BrokenValue, object]) -> BrokenValue:
    fields, (key, _), value = parts
    return BrokenValue({**fields, str(key): value}, f".{key}")


@dataclass(frozen=True, eq=False)
class Tuple(Domain[object]):
    """A JSON array of which each place has a domain of its own."""

    parts: tuple[Domain[object], ...]

    @cached_property
    def valid(self) -> SearchStrategy[object]:
        made = st.tuples(*(part.valid for part in self.parts))
        return st.one_of(made, made.map(list))

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(list)
        made = st.tuples(*(part.valid for part in self.parts)).map(list)
        yield value_breakage("type", made.map(lambda items: items[:-1]))
        yield value_breakage("type", made.map(lambda items: [*items, items[0]]))
        for at, part in enumerate(self.parts):
            for each in part.breakages:
                placed = st.tuples(made, st.just(at), each.values).map(_placed)
                yield ValueBreakage(each.rule, placed, each.severity)


def _placed(parts: tuple[list[object], int, BrokenValue]) -> BrokenValue:
    items, at, (value, path) = parts
    return BrokenValue([*items[:at], value, *items[at + 1 :]], f"[{at}]{path}")
