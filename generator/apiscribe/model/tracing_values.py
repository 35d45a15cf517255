"""What a value of the steps may be, and where in it whatever came from elsewhere stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from apiscribe.model.arguments import Argument
from apiscribe.model.objects import ObjectType
from apiscribe.model.sources import Column, Computed, Key, Narrowed, Placed, Sort, under, within
from apiscribe.runtime.program import (
    Appended,
    Arithmetic,
    Between,
    Chosen,
    Clause,
    Constant,
    Counted,
    Drawn,
    Entries,
    Epoch,
    FirstOf,
    Former,
    Given,
    Grouped,
    InARow,
    Joined,
    Listed,
    Looked,
    Made,
    Mapped,
    Moment,
    ObjectOf,
    PartOf,
    Picked,
    Plausible,
    Present,
    Query,
    Recurring,
    Reference,
    Size,
    Split,
    Summed,
    Template,
    Tested,
    Value,
)

_EMPTY = Constant(value=[])


class Names(Struct):
    """What names stand for where steps are done."""

    values: dict[str, list[Placed]]
    records: dict[str, str]
    """Name -> its entity."""
    looked_at: frozenset[tuple[str, ...]] = frozenset()
    """The references of which steps know that they need not be all that they may be."""

    def look_at(self, condition: Iterable[Clause]) -> None:
        for clause in condition:
            if not isinstance(clause.test, Given | Present):
                self.looked_at = self.knowing(clause.value).looked_at

    def knowing(self, value: Value) -> Names:
        match value:
            case Reference(path=path):
                return replace(self, looked_at=self.looked_at | {path})
            case _:
                return self

    def binding(self, name: str, source: Query | Value, items: list[Placed]) -> Names:
        """These names, and one for each of what is gone through."""
        values = {known: each for known, each in self.values.items() if known != name}
        records = {known: each for known, each in self.records.items() if known != name}
        if isinstance(source, Query):
            records[name] = source.entity
        else:
            values[name] = items
        return Names(values, records, self.looked_at)


class Values(Struct):
    """Follows values to where they come from."""

    objects: Mapping[str, ObjectType]
    in_texts: list[Placed] = field(default_factory=list)
    """What stands inside of texts."""
    gone_through: list[Placed] = field(default_factory=list)
    """What steps take for lists."""

    def of(self, value: Value, names: Names) -> list[Placed]:
        """All that a value may be, and what stands in it, each where a step says it."""
        return [
            each if each.said is not None else replace(each, said=value)
            for each in self._of(value, names)
        ]

    def items(self, source: Query | Value, names: Names) -> list[Placed]:
        """What each item of a list may be; nothing of records, which have names of their own."""
        if isinstance(source, Query):
            return []
        found = self.of(source, names)
        self.gone_through += found
        return self._inside(found, None)

    def _inside(self, placed: list[Placed], key: Key) -> list[Placed]:
        found = (within(each, key, self.objects) for each in placed)
        return [each for each in found if each is not None]

    def _of(self, value: Value, names: Names) -> list[Placed]:  # noqa: C901 -- one case a value
        match value:
            case Constant():
                return [] if value.value in (None, "") else [Placed(value)]
            case Reference():
                return self._meant(value.path, names)
            case FirstOf():
                return self._first_of(value, names)
            case Picked():
                return [each for inner in value.values for each in self.of(inner, names)]
            case Chosen():
                names = names.knowing(value.on)
                inner = (*value.cases.values(), *((value.otherwise,) if value.otherwise else ()))
                return [each for one in inner for each in self.of(one, names)]
            case ObjectOf() | Mapped() | Listed() | Grouped() | Appended() | Entries() | Split():
                return self._put_together(value, names)
            case Template():
                for part in value.parts:
                    self.in_texts += self.of(part, names)
                return _sort("text")
            case Joined():
                self.in_texts += self.items(value.value, names)
                return _sort("text")
            case Looked():
                return self.of(value.value, names.binding(value.name, value.query, []))
            case PartOf():
                return self.of(value.value, names)
            case Counted() | Summed() | Arithmetic() | Size() | Epoch() | InARow() | Drawn():
                return _sort("number")
            case Between():
                return _sort("text" if value.unit == "clock" else "number")
            case Made():
                return _sort("number" if value.shape == "number" else "text")
            case Plausible():
                return _sort("text")
            case Tested():
                return _sort("boolean")
            case Moment():
                return _sort("moment")
            case Recurring():
                return [*_sort("list"), *under(None, _sort("moment"))]
            case Former():
                return _sort("object")
        assert_never(value)

    def _first_of(self, value: FirstOf, names: Names) -> list[Placed]:
        """One after the other; what comes behind a part of it is something without that part."""
        found: list[Placed] = []
        for each in value.values:
            found += self.of(each, names)
            match each:
                case Reference(path=(first, _, *_)):
                    names = replace(names, looked_at=names.looked_at | {(first,)})
        return found

    def _put_together(
        self,
        value: ObjectOf | Mapped | Listed | Grouped | Appended | Entries | Split,
        names: Names,
    ) -> list[Placed]:
        match value:
            case ObjectOf():
                parts = [under(key, self.of(each, names)) for key, each in value.fields.items()]
                return [*_sort("object"), *(each for part in parts for each in part)]
            case Mapped():
                inner = names.binding(value.name, value.source, self.items(value.source, names))
                self.in_texts += self.of(value.key, inner)
                return [*_sort("object"), *under(None, self.of(value.value, inner))]
            case Listed():
                inner = names.binding(value.name, value.source, self.items(value.source, names))
                return [*_sort("list"), *under(None, self._of(value.value, inner))]
            case Grouped():
                inner = names.binding(value.name, value.query, [])
                return [*_sort("list"), *under(None, self.of(value.value, inner))]
            case Appended():
                item = under(None, self.of(value.item, names))
                given = (each for each in self._of(value.value, names) if each.source != _EMPTY)
                return [*given, *_sort("list"), *item]
            case Entries():
                return [*_sort("list"), *under(None, _sort("object"))]
            case Split():
                return [*_sort("list"), *under(None, _sort("text"))]
        assert_never(value)

    def _meant(self, path: tuple[str, ...], names: Names) -> list[Placed]:
        first, *rest = path
        if path == ("nothing",):
            return []
        if path == ("now",):
            return _sort("moment")
        if path == ("tenant",):
            return _sort("text")
        if first in names.records:
            return self._of_record(names.records[first], rest, path in names.looked_at)
        if first not in names.values:
            return [Placed(Computed())]
        found = [replace(each, said=None) for each in names.values[first]]
        for key in rest:
            found = self._inside(found, key)
        return [_narrowed(each) for each in found] if path in names.looked_at else found

    def _of_record(self, entity: str, rest: list[str], is_known: bool) -> list[Placed]:
        if not rest:
            return _sort("object")
        if len(rest) > 1:
            return [Placed(Computed())]
        column = Column(entity, rest[0])
        return [Placed(Narrowed(column) if is_known else column)]


def _sort(sort: Sort) -> list[Placed]:
    return [Placed(Computed(sort))]


def _narrowed(placed: Placed) -> Placed:
    """The same where it is known what it is."""
    match placed.source:
        case Argument() | Column() if not placed.keys:
            return replace(placed, source=Narrowed(placed.source))
        case Constant() | Narrowed():
            return placed
        case _:
            return replace(placed, source=Computed())
