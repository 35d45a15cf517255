"""Where what a record holds comes from: arguments, and values that the spec itself has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, assert_never

from msgspec import Struct, field

from apiscribe.model.api import Api
from apiscribe.model.arguments import Argument
from apiscribe.model.state import State
from apiscribe.model.values import Field, ObjectRef
from apiscribe.runtime.program import (
    At,
    Change,
    Chosen,
    Clause,
    Constant,
    Create,
    Emit,
    Fail,
    Find,
    FirstOf,
    ForEach,
    Given,
    Let,
    Looked,
    Move,
    Page,
    Query,
    Reference,
    Remove,
    Repeat,
    Require,
    Respond,
    Resume,
    Step,
    Stored,
    Value,
    When,
)


class Column(Struct, frozen=True):
    """A field of an entity's records."""

    entity: str
    field: str


class Told(Struct, frozen=True):
    """A key of what an operation answers, which a step says."""

    operation: str
    step: Respond | Page
    said: Literal["with", "around"]
    key: str


class Computed(Struct, frozen=True):
    """Whatever is computed: it may be anything of its type."""


class Narrowed(Struct, frozen=True):
    """An argument where steps have looked at what it is: it need not be all that it may be."""

    argument: Argument


Source = Argument | Narrowed | Field | Constant | Column | Computed


class Sources(Struct):
    """All that a field is set to anywhere."""

    arguments: list[Argument] = field(default_factory=list)
    whole: list[Argument | Field] = field(default_factory=list)
    """Arguments, and fields of arguments that are objects, whatever they are."""
    constants: list[object] = field(default_factory=list)
    is_computed: bool = False


def stored(api: Api, state: State) -> dict[Column, Sources]:
    """Of each field of each entity, what it is set to.

    What is populated does not count: a spec makes that up as its operations would have it.
    """
    flow = _Flow(api, state)
    return {column: flow.sources(column) for column in flow.set_to}


def told(api: Api, state: State) -> Sequence[tuple[Told, Argument]]:
    """The arguments that operations answer as they came, and where."""
    return _Flow(api, state).told


def entities_of(value: Value, records: Mapping[str, str | None]) -> tuple[str | None, ...]:
    """The entities of which a value is a record; with None, if it may be something else.

    Args:
        records: what names are records of.
    """
    found: tuple[str | None, ...] = (None,)
    match value:
        case Reference(path=("nothing",)) | Constant(value=None):
            found = ()
        case Reference(path=(name,)):
            found = (records.get(name),)
        case Looked(value=Reference(path=(name,))) if name == value.name:
            found = (value.query.entity,)
        case FirstOf():
            found = tuple(each for inner in value.values for each in entities_of(inner, records))
        case Chosen():
            cases = (*value.cases.values(), *((value.otherwise,) if value.otherwise else ()))
            found = tuple(each for inner in cases for each in entities_of(inner, records))
    return tuple(dict.fromkeys(found))


class _Flow:
    """Follows values through steps."""

    def __init__(self, api: Api, state: State) -> None:
        self._objects = api.objects
        self._operation = ""
        self.told: list[tuple[Told, Argument]] = []
        self.set_to: dict[Column, list[Source]] = {}
        for name, entity in state.entities.items():
            for each, value in entity.starts.items():
                self._set(Column(name, each), self._of(value, _Names({}, {})))
            for transition in entity.transitions.values():
                self._steps(transition.steps, _Names({}, {name: name}), ())
        for operation in api.operations:
            self._operation, given = operation.id, operation.arguments
            names = _Names({each.name: [each] for each in given}, {})
            self._steps(state.plans.get(operation.id, ()), names, given)

    def sources(self, column: Column) -> Sources:
        found = Sources()
        self._gather(column, found, set())
        return found

    def _gather(self, column: Column, found: Sources, seen: set[Column]) -> None:
        if column in seen:
            return
        seen.add(column)
        for source in self.set_to.get(column, [Computed()]):
            match source:
                case Argument():
                    found.arguments.append(source)
                    found.whole.append(source)
                case Narrowed():
                    found.arguments.append(source.argument)
                case Field():
                    found.whole.append(source)
                    found.is_computed = True
                case Constant():
                    found.constants.append(source.value)
                case Column():
                    self._gather(source, found, seen)
                case Computed():
                    found.is_computed = True

    def _set(self, column: Column, sources: Iterable[Source]) -> None:
        self.set_to.setdefault(column, []).extend(sources)

    def _steps(  # noqa: C901 -- one case a step
        self, steps: Iterable[Step], names: _Names, arguments: tuple[Argument, ...]
    ) -> None:
        for step in steps:
            match step:
                case Find():
                    names.records[step.name] = step.query.entity
                case Create():
                    self._store(step.entity, step, names, arguments)
                    names.records[step.name] = step.entity
                case Change():
                    self._store(names.records.get(step.record, ""), step, names, arguments)
                case ForEach():
                    if isinstance(step.source, Query):
                        names.records[step.name] = step.source.entity
                    self._steps(step.steps, names, arguments)
                case Repeat() | At():
                    self._steps(step.steps, names, arguments)
                case When():
                    names.look_at(step.condition)
                    self._steps((*step.then, *step.otherwise), names, arguments)
                case Let():
                    for name, value in step.values.items():
                        names.values[name] = self._of(value, names)
                        (entity, *others) = entities_of(value, names.records) or (None,)
                        if entity is not None and not others:
                            names.records[name] = entity
                case Require():
                    names.look_at(step.condition)
                case Respond():
                    self._tell(step, "with", step.fields, names)
                case Page():
                    self._tell(step, "with", step.fields, names)
                    self._tell(step, "around", step.around, names)
                case Remove() | Move() | Emit() | Resume() | Fail():
                    pass
                case _:
                    assert_never(step)

    def _tell(
        self,
        step: Respond | Page,
        said: Literal["with", "around"],
        values: Mapping[str, Value],
        names: _Names,
    ) -> None:
        for key, value in values.items():
            for source in self._of(value, names):
                if isinstance(source, Argument):
                    self.told.append((Told(self._operation, step, said, key), source))

    def _store(
        self, entity: str, step: Create | Change, names: _Names, arguments: tuple[Argument, ...]
    ) -> None:
        for argument in arguments if step.arguments else ():
            if argument.name not in step.leave_out and argument.name not in step.set:
                self._set(Column(entity, argument.name), names.values[argument.name])
        for name, source in self._given(step.given, names):
            if name not in step.leave_out and name not in step.set:
                self._set(Column(entity, name), [source])
        for each, value in step.set.items():
            self._set(Column(entity, each), self._of(value, names))

    def _given(self, given: Stored | None, names: _Names) -> Iterator[tuple[str, Field]]:
        """The fields of an object that is stored in place of the arguments."""
        if given is None or not isinstance(given.value, Reference):
            return
        for source in names.values.get(given.value.path[0], ()):
            if isinstance(source, Argument) and isinstance(source.type, ObjectRef):
                for each in self._objects[source.type.object].fields:
                    yield given.names.get(each.wire_name, each.name), each

    def _of(self, value: Value, names: _Names) -> list[Source]:
        match value:
            case Constant():
                return [] if value.value in (None, "") else [value]
            case FirstOf():
                return [each for inner in value.values for each in self._of(inner, names)]
            case Chosen():
                names = names.knowing(value.on)
                inner = (*value.cases.values(), *((value.otherwise,) if value.otherwise else ()))
                return [each for one in inner for each in self._of(one, names)]
            case Reference(path=("nothing",)):
                return []
            case Reference(path=(name,)) if name in names.values:
                return names.values[name]
            case Reference(path=(name, inner_field)) if name in names.records:
                return [Column(names.records[name], inner_field)]
            case _:
                return [Computed()]


class _Names(Struct):
    """What names stand for where steps are done."""

    values: dict[str, list[Source]]
    records: dict[str, str]
    """Name -> its entity."""

    def look_at(self, condition: Iterable[Clause]) -> None:
        """Know of what a condition looks at that it is not whatever it may be."""
        for clause in condition:
            if not isinstance(clause.test, Given):
                self.values = self.knowing(clause.value).values

    def knowing(self, value: Value) -> _Names:
        match value:
            case Reference(path=(name,)) if name in self.values:
                sources: list[Source] = [
                    Narrowed(each) if isinstance(each, Argument) else each
                    for each in self.values[name]
                ]
                return _Names({**self.values, name: sources}, self.records)
            case _:
                return self
