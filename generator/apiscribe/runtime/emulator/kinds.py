"""The entities of a program, ready for their records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, cast

from msgspec import Struct

from ..program import Constant, Dependant, Entity, Index, Made, Program, Query, Reference
from .comparing import canonical
from .showing_values import Presenter
from .store import Entry
from .values import Refuse, Values, is_of_key, writes
from .world import Record, Search, Tests, World, passing

_WIDTH = 20
_NOWHERE = cast(World, None)
"""What restricts an index compares with constants alone."""


class Place(Struct, frozen=True):
    """An index of an entity, ready for records."""

    name: str
    fields: tuple[tuple[str, Callable[[object], str]], ...]
    """What records stand under, and how that is written."""
    tests: Tests
    """What records have to pass to stand there."""
    order: str
    keyed: Literal["", "at first", "always"]
    """Whether a record stands there under its key: then it is kept under that already."""
    named: frozenset[str]
    """The fields that say where a record stands in it."""
    always: Entry | None
    """Where each record stands in it that does, if that is one place for all."""

    def value(self, record: Mapping[str, object]) -> str:
        fields = self.fields
        if len(fields) == 1:
            ((field, written),) = fields
            return written(record.get(field))
        return "\0".join([written(record.get(field)) for field, written in fields])

    def entry(self, record: Mapping[str, object]) -> Entry:
        """Where a record stands."""
        if self.order:
            return Entry(self.name, self.value(record), sortable(record.get(self.order)))
        return Entry(self.name, self.value(record), "", by_age=True)


class Single(Struct, frozen=True):
    """What no two records have the same."""

    index: int
    fields: tuple[str, ...]
    made: tuple[str, ...]
    """Those of the fields that are made up where they are not given."""
    refuse: Refuse


class Dependence(Struct, frozen=True):
    """What becomes of records that name a removed one."""

    what: Dependant
    search: Search
    """Those that may; `key` is the key of what is removed."""
    refuse: Refuse | None


class Kind:
    """An entity: what its records start with, where they stand, and what depends on them."""

    def __init__(self, entity: Entity, values: Values) -> None:
        self.entity = entity
        starts = entity.starts.items()
        self.constants = {
            field: value.value for field, value in starts if isinstance(value, Constant)
        }
        """What fields begin with that is always the same."""
        self.computed = tuple(
            (field, values.of(value)) for field, value in starts if not isinstance(value, Constant)
        )
        """What computes what others begin with, in order."""
        self.places = _places(entity, values)
        self._indexed = [place for place in self.places if place.keyed != "always"]
        self._told_by: dict[frozenset[str], list[Place]] = {}
        self.unique = tuple(
            Single(
                each.index,
                each.fields,
                tuple(f for f in each.fields if isinstance(entity.starts.get(f), Made)),
                values.refusal(each.otherwise),
            )
            for each in entity.unique
        )
        self.makes_keys = isinstance(entity.starts.get(entity.key), Made)
        """Whether a key that is taken can be another one."""
        self.dependences = tuple(_dependence(each, values) for each in entity.dependants)
        self._written = writes(entity, entity.key)

    def key(self, record: Mapping[str, object]) -> str:
        """What a record is kept by."""
        return self._written(record.get(self.entity.key))

    def told_by(self, fields: frozenset[str]) -> list[Place]:
        """The indexes in which one of these fields says where a record stands."""
        found = self._told_by.get(fields)
        if found is None:
            told = [each for each in self._indexed if not fields.isdisjoint(each.named)]
            found = self._told_by[fields] = told
        return found

    def entries(self, record: Record, places: Iterable[Place] | None = None) -> list[Entry]:
        """What a store is told of where a record stands, in all indexes or in some."""
        return [
            place.always or place.entry(record)
            for place in (self._indexed if places is None else places)
            if not (place.tests and not passing(record, place.tests))
            and not (place.keyed and place.value(record) == self.key(record))
        ]


class Kinds:
    """The entities of a program. Each is made ready when it is first asked for."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.values = Values(program.entities)
        self.presenters = {each: Presenter(program.objects, numbers=each) for each in (False, True)}
        """They show ids as text (`False`) or as numbers."""
        self._known: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        kind = self._known.get(name)
        if kind is None:
            kind = self._known[name] = Kind(self.program.entities[name], self.values)
        return kind

    def shown(self, entity: str, record: Record) -> Record:
        """A record as its entity's shape has it; as it is kept if it has none."""
        shape = self.program.entities[entity].shape
        return self.presenters[False].show_object(record, shape) if shape else record


def index_name(number: int) -> str:
    return str(number)


def sortable(value: object) -> str:
    """Text that sorts as values do: numbers among numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value + 10 ** (_WIDTH - 1):0{_WIDTH}}"
    return canonical(value)


def _places(entity: Entity, values: Values) -> tuple[Place, ...]:
    return tuple(
        Place(
            index_name(number),
            tuple((field, writes(entity, field)) for field in index.fields),
            values.tests(entity, index.filters)({}, _NOWHERE),
            index.order,
            _keyed(entity, index),
            frozenset((*index.fields, index.order, *(each.field for each in index.filters))),
            None if index.fields or index.order else Entry(index_name(number), "", "", by_age=True),
        )
        for number, index in enumerate(entity.indexes)
    )


def _keyed(entity: Entity, index: Index) -> Literal["", "at first", "always"]:
    if is_of_key(entity, index):
        return "always"
    if index.filters or index.order or len(index.fields) != 1:
        return ""
    begins_as = entity.starts.get(*index.fields)
    return "at first" if begins_as == Reference(path=(entity.key,)) else ""


def _dependence(what: Dependant, values: Values) -> Dependence:
    keys = () if what.many else (Reference(path=("key",)),)
    search = values.search(Query(entity=what.entity, index=what.index, keys=keys))
    return Dependence(
        what, search, None if what.otherwise is None else values.refusal(what.otherwise)
    )
