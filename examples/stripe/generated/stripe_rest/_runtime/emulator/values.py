"""Functions that compute the values of a program. What each needs is looked at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import assert_never

from ..program import (
    Appended,
    Arithmetic,
    Between,
    Chosen,
    Clause,
    Constant,
    Counted,
    Drawn,
    Entity,
    Entries,
    Epoch,
    Filter,
    FirstOf,
    Former,
    Grouped,
    InARow,
    Index,
    Joined,
    Listed,
    Looked,
    Made,
    Mapped,
    Moment,
    ObjectOf,
    OverRecords,
    PartOf,
    Picked,
    Plausible,
    Present,
    Query,
    Recurring,
    Reference,
    Refusal,
    Size,
    Split,
    Summed,
    Template,
    Tested,
    Value,
)
from ..semantics.paths import reach_keys
from . import computing, over_records, over_time
from .binding import Binding, Once
from .comparing import canonical, is_given
from .over_records import Source
from .refusing import Refused
from .world import Compute, Holds, Scope, Search, Tests, World

Refuse = Callable[[Scope, World], Refused]


class Values:
    """Makes functions of the values, conditions and queries of a program.

    Args:
        entities: those that queries are about.
    """

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        self._binding = Binding(self.of)

    def of(self, value: Value) -> Compute:
        """What computes a value."""
        of = self.of
        match value:
            case Constant():
                return computing.constant(value.value)
            case Reference():
                return computing.reference(*value.path)
            case Template():
                return computing.template(
                    [
                        canonical(part.value) if isinstance(part, Constant) else of(part)
                        for part in value.parts
                    ]
                )
            case Made():
                return lambda scope, world: world.maker.make(value)
            case Drawn():
                return computing.drawn(of(value.low), of(value.high))
            case Picked():
                return computing.picked(self._all(value.values))
            case Plausible():
                return lambda scope, world: world.maker.word(value.kind)
            case Chosen():
                cases = {name: of(each) for name, each in value.cases.items()}
                return computing.chosen(of(value.on), cases, self.maybe(value.otherwise))
            case FirstOf():
                return computing.first_of(self._all(value.values))
            case Counted() | Summed() | Listed() | Grouped() | Mapped() | Looked():
                return self._over_records(value)
            case Appended():
                return computing.appended(of(value.value), of(value.item))
            case Moment() | Between() | Recurring() | Epoch():
                return over_time.computing(value, of, self.maybe)
            case Arithmetic():
                return computing.arithmetic(value.operator, self._all(value.values))
            case Entries():
                return computing.entries(of(value.value))
            case Size():
                return computing.size(of(value.value))
            case PartOf():
                return computing.part(
                    of(value.value), self.maybe(value.skip), self.maybe(value.most)
                )
            case Former():
                record = of(value.record)
                return lambda scope, world: world.former(record(scope, world))
            case InARow():
                return computing.row(of(value.value), value)
            case Split():
                return computing.split(of(value.value), value.separator)
            case Joined():
                return computing.joined(of(value.value), value.separator)
            case Tested():
                return self.condition(value.condition)
            case ObjectOf():
                return computing.object_of(self.each(value.fields))
        assert_never(value)

    def maybe(self, value: Value | None) -> Compute:
        """The same for one that may not be there: it is None then."""
        return computing.constant(None) if value is None else self.of(value)

    def each(self, values: Mapping[str, Value]) -> dict[str, Compute]:
        return {name: self.of(value) for name, value in values.items()}

    def condition(self, clauses: Iterable[Clause]) -> Holds:
        """What says whether all clauses hold."""
        parts = [self._clause(clause) for clause in clauses]
        if len(parts) == 1:
            return parts[0]

        def holds(scope: Scope, world: World) -> bool:
            for part in parts:  # noqa: SIM110 - a generator would cost as much as the parts
                if not part(scope, world):
                    return False
            return True

        return holds

    def _clause(self, clause: Clause) -> Holds:
        if isinstance(clause.test, Present):
            return _is_there(clause.value, present=clause.test.present)
        value, bind = self.of(clause.value), self._binding.test(clause.test)
        if not isinstance(bind, Once):
            return lambda scope, world: bind(scope, world)(value(scope, world))
        passes, of = bind.passes, clause.value
        if isinstance(of, Reference) and len(of.path) == 1:
            (name,) = of.path
            return lambda scope, world: passes(scope.get(name))  # nearly every one
        return lambda scope, world: passes(value(scope, world))

    def search(self, query: Query) -> Search:
        """What is asked of a store, and of what it finds."""
        entity = self._entities[query.entity]
        index = entity.indexes[query.index]
        keys = map(self.of, query.keys)
        written = (writes(entity, field) for field in index.fields)
        return Search(
            entity=query.entity,
            index=query.index,
            keys=tuple(zip(keys, written, strict=True)),
            by_key=is_of_key(entity, index),
            tests=self.tests(entity, query.filters),
            descending=query.descending,
        )

    def source(self, source: Query | Value) -> Source:
        """What finds records, or items at hand."""
        if isinstance(source, Query):
            return over_records.found(self.search(source))
        return over_records.items(self.of(source))

    def tests(self, entity: Entity, filters: Iterable[Filter]) -> Callable[[Scope, World], Tests]:
        """What records of an entity have to pass; what is not given does not filter."""
        binding = self._binding
        parts = [
            (each.field, binding.of_field(entity, each), binding.wanted(each)) for each in filters
        ]
        if not parts:
            return lambda scope, world: ()

        def tests(scope: Scope, world: World) -> Tests:
            return [
                (field, bind(scope, world))
                for field, bind, wanted in parts
                if wanted is None or is_given(wanted(scope, world))
            ]

        return tests

    def refusal(self, refusal: Refusal) -> Refuse:
        code, message, fields = refusal.code, self.of(refusal.message), self.each(refusal.fields)

        def refuse(scope: Scope, world: World) -> Refused:
            told = {name: value(scope, world) for name, value in fields.items()}
            return Refused(code, canonical(message(scope, world)), told)

        return refuse

    def _all(self, values: Iterable[Value]) -> tuple[Compute, ...]:
        return tuple(map(self.of, values))

    def _over_records(self, value: OverRecords) -> Compute:
        match value:
            case Counted():
                return over_records.counted(self.search(value.query))
            case Looked():
                search = self.search(value.query)
                return over_records.looked(search, value.name, self.of(value.value))
            case Summed():
                return over_records.summed(
                    self.source(value.query), value.name, self.of(value.value)
                )
            case Grouped():
                return over_records.grouped(
                    self.source(value.query), value.name, self.of(value.value)
                )
            case Listed():
                return over_records.listed(
                    self.source(value.source), value.name, self.of(value.value)
                )
            case Mapped():
                key, each = self.of(value.key), self.of(value.value)
                return over_records.mapped(self.source(value.source), value.name, key, each)
        assert_never(value)


def _is_there(value: Value, *, present: bool) -> Holds:
    assert isinstance(value, Reference), "nothing else is there or not"
    *above, last = value.path

    def holds(scope: Scope, world: World) -> bool:
        holder = reach_keys(scope, above)
        return (isinstance(holder, dict) and last in holder) is present

    return holds


def is_of_key(entity: Entity, index: Index) -> bool:
    """Whether an index finds records by their key."""
    return index.fields == (entity.key,) and not index.filters


def writes(entity: Entity, field: str) -> Callable[[object], str]:
    """What writes a field's values as indexes have them."""
    return _folded if field in entity.ignore_case else canonical


def _folded(value: object) -> str:
    return canonical(value).casefold()
