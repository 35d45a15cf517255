"""What steps put where: into records, into answers, events and failures, and into texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from apiscribe.model.api import Api
from apiscribe.model.arguments import Argument
from apiscribe.model.sources import Column, Computed, Keys, Narrowed, Part, Placed
from apiscribe.model.state import State
from apiscribe.model.tracing_values import Names, Values
from apiscribe.model.values import Field, ObjectRef
from apiscribe.runtime.program import (
    At,
    Change,
    Chosen,
    Constant,
    Create,
    Emit,
    Fail,
    Find,
    FirstOf,
    ForEach,
    Let,
    Looked,
    Move,
    Page,
    Query,
    Reference,
    Refusal,
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
from apiscribe.runtime.semantics.paths import keys_of


class Told(Struct, frozen=True):
    """What a step tells the caller of an operation, or those who hear of an event."""

    operation: str
    """Empty where the service does the step by itself."""
    step: Respond | Page | Emit | Refusal
    said: Literal["respond", "head", "page", "with", "around", "last"]
    keys: Keys
    """Where in what is told."""
    placed: Placed


class Sources(Struct):
    """All that a field is set to anywhere."""

    arguments: list[Argument] = field(default_factory=list)
    whole: list[Placed] = field(default_factory=list)
    """Whatever it may be, and what stands inside of that."""
    constants: list[object] = field(default_factory=list)
    is_computed: bool = False


class Traced(Struct, frozen=True):
    """What all steps of an API put where."""

    stored: Mapping[Column, Sources]
    """Of each field of each entity, what it is set to."""
    told: Sequence[Told]
    in_texts: Sequence[Placed]
    gone_through: Sequence[Placed]
    """What steps take for lists."""


def traced(api: Api, state: State, *, populated: bool = False) -> Traced:
    """Follow all values.

    Args:
        populated: whether what makes up an account counts, too.
    """
    flow = _Flow(api, state, state.populate if populated else ())
    sources = {column: flow.sources(column) for column in flow.set_to}
    return Traced(sources, flow.told, flow.values.in_texts, flow.values.gone_through)


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

    def __init__(self, api: Api, state: State, populate: Sequence[Step]) -> None:
        self._objects = api.objects
        self._unique = {name: entity.unique for name, entity in state.entities.items()}
        self._operation = ""
        self.values = Values(api.objects)
        self.told: list[Told] = []
        self.set_to: dict[Column, list[Placed]] = {}
        for name, entity in state.entities.items():
            for each, value in entity.starts.items():
                self._set(Column(name, each), self.values.of(value, Names({}, {})))
            for transition in entity.transitions.values():
                self._steps(transition.steps, Names({}, {name: name}), ())
        self._steps(populate, Names({}, {}), ())
        for operation in api.operations:
            self._operation, given = operation.id, operation.arguments
            names = Names({each.name: [Placed(each)] for each in given}, {})
            self._steps(state.plans.get(operation.id, ()), names, given)

    def sources(self, column: Column) -> Sources:
        found = Sources()
        self._gather(column, (), found, set())
        return found

    def _gather(self, column: Column, keys: Keys, found: Sources, seen: set[Column]) -> None:
        if column in seen:
            return
        seen.add(column)
        for placed in self.set_to.get(column, [Placed(Computed())]):
            at = replace(placed, keys=(*keys, *placed.keys))
            source = placed.source
            match source.source if isinstance(source, Narrowed) else source:
                case Column() as other:
                    self._gather(other, at.keys, found, seen)
                    continue
                case Argument() as given if not at.keys:
                    found.arguments.append(given)
                case Constant(value=value) if not at.keys:
                    found.constants.append(value)
                case _:
                    found.is_computed = True
            found.whole.append(at)

    def _set(self, column: Column, sources: Iterable[Placed]) -> None:
        self.set_to.setdefault(column, []).extend(sources)

    def _steps(  # noqa: C901 -- one case a step
        self, steps: Iterable[Step], names: Names, arguments: tuple[Argument, ...]
    ) -> None:
        for step in steps:
            match step:
                case Find():
                    names.records[step.name] = step.query.entity
                    self._refuse(step.otherwise, names)
                case Create():
                    self._store(step.entity, step, names, arguments)
                    names.records[step.name] = step.entity
                case Change():
                    self._store(names.records.get(step.record, ""), step, names, arguments)
                case ForEach():
                    self._go_through(step, names, arguments)
                case Repeat() | At():
                    self._steps(step.steps, names, arguments)
                case When():
                    names.look_at(step.condition)
                    self._steps((*step.then, *step.otherwise), names, arguments)
                case Let():
                    self._let(step, names)
                case Require():
                    names.look_at(step.condition)
                    self._refuse(step.otherwise, names)
                case Respond():
                    self._respond(step, names)
                case Page():
                    self._page(step, names)
                case Emit():
                    self._emit(step, names)
                case Fail():
                    self._refuse(step.refusal, names)
                case Move() | Resume():
                    self._refuse(step.otherwise, names)
                case Remove():
                    pass
                case _:
                    assert_never(step)

    def _go_through(self, step: ForEach, names: Names, arguments: tuple[Argument, ...]) -> None:
        if isinstance(step.source, Query):
            names.records[step.name] = step.source.entity
        else:
            names.records.pop(step.name, None)
            names.values[step.name] = self.values.items(step.source, names)
        self._steps(step.steps, names, arguments)

    def _let(self, step: Let, names: Names) -> None:
        for name, value in step.values.items():
            names.values[name] = self.values.of(value, names)
            (entity, *others) = entities_of(value, names.records) or (None,)
            names.records.pop(name, None)
            if entity is not None and not others:
                names.records[name] = entity

    def _respond(self, step: Respond, names: Names) -> None:
        if step.value is not None:
            self._tell(step, "respond", (), self.values.of(step.value, names))
        if step.head is not None:
            self._tell(step, "head", (), self.values.of(step.head, names))
        self._tell_each(step, "with", step.fields, names)

    def _page(self, step: Page, names: Names) -> None:
        items = self.values.items(step.source, names)
        self._tell(step, "page", (), items)
        self._tell_each(step, "with", step.fields, names.binding(step.name, step.source, items))
        self._tell_page(step, "around", step.around, names)
        self._tell_page(step, "last", step.last, names)
        self._refuse(step.otherwise, names)

    def _tell_page(
        self, step: Page, said: Literal["around", "last"], values: Mapping[str, Value], names: Names
    ) -> None:
        for key, value in values.items():
            self._tell(step, said, tuple(keys_of(key)), self.values.of(value, names))

    def _emit(self, step: Emit, names: Names) -> None:
        self._tell_each(step, "with", step.fields, names)

    def _refuse(self, refusal: Refusal | None, names: Names) -> None:
        if refusal is not None:
            self.values.of(refusal.message, names)
            self._tell_each(refusal, "with", refusal.fields, names)

    def _tell_each(
        self,
        step: Respond | Page | Emit | Refusal,
        said: Literal["with"],
        values: Mapping[str, Value],
        names: Names,
    ) -> None:
        for key, value in values.items():
            self._tell(step, said, (key,), self.values.of(value, names))

    def _tell(
        self,
        step: Respond | Page | Emit | Refusal,
        said: Literal["respond", "head", "page", "with", "around", "last"],
        keys: Keys,
        placed: Iterable[Placed],
    ) -> None:
        for each in placed:
            found = Told(self._operation, step, said, (*keys, *each.keys), each)
            self.told.append(found)

    def _store(
        self, entity: str, step: Create | Change, names: Names, arguments: tuple[Argument, ...]
    ) -> None:
        for argument in arguments if step.arguments else ():
            if argument.name not in step.leave_out and argument.name not in step.set:
                given = self.values.of(Reference(path=(argument.name,)), names)
                self._set(
                    Column(entity, argument.name), [replace(each, said=None) for each in given]
                )
        for name, source in self._given(step.given, names):
            if name not in step.leave_out and name not in step.set:
                self._set(Column(entity, name), [Placed(source)])
        for each, value in step.set.items():
            self._set(Column(entity, each), self.values.of(value, names))
        for unique in self._unique.get(entity, ()):
            self._refuse(unique.otherwise, Names({}, {entity: entity}))

    def _given(self, given: Stored | None, names: Names) -> Iterator[tuple[str, Field]]:
        """The fields of an object that is stored in place of the arguments."""
        if given is None or not isinstance(given.value, Reference):
            return
        for placed in names.values.get(given.value.path[0], ()):
            source = placed.source
            if isinstance(source, Argument | Part) and isinstance(source.type, ObjectRef):
                known = self._objects.get(source.type.object)
                for each in () if known is None else known.fields:
                    yield given.names.get(each.wire_name, each.name), each
