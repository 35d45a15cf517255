"""Entities and plans, all of them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apiscribe.document import Documents
from apiscribe.document.state import (
    ChangeDoc,
    CreateDoc,
    EntityDoc,
    TransitionDoc,
)
from apiscribe.load.source import Place
from apiscribe.model import (
    ErrorCode,
    ObjectType,
    Operation,
    State,
    ValueList,
)
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.state.fitting import is_list, misfits, single_fields, written_fields
from apiscribe.resolve.state.indexes import Indexes
from apiscribe.resolve.state.names import Known, Scope
from apiscribe.resolve.state.refusals import Refusals
from apiscribe.resolve.state.shared import Shared
from apiscribe.resolve.state.steps import Steps
from apiscribe.resolve.state.values import Reader
from apiscribe.runtime.program import (
    Constant,
    Dependant,
    Entity,
    Filter,
    Given,
    Index,
    Link,
    Name,
    OneOf,
    Step,
    Transition,
    Unique,
    Value,
)

_DOING = ("operations", "entities", "steps", "populate")
"""Where shared steps are done: what was refused of these may do them."""


def state(
    documents: Documents,
    operations: Sequence[Operation],
    objects: Mapping[str, ObjectType],
    lists: Mapping[str, ValueList],
    errors: Sequence[ErrorCode],
    events: Mapping[str, tuple[str, ...]],
    problems: Problems,
) -> State | None:
    """What the spec says of state; None if it says nothing."""
    if not documents.state:
        return None
    return _Builder(documents, operations, objects, lists, errors, events, problems).build()


class _Builder:
    def __init__(
        self,
        documents: Documents,
        operations: Sequence[Operation],
        objects: Mapping[str, ObjectType],
        lists: Mapping[str, ValueList],
        errors: Sequence[ErrorCode],
        events: Mapping[str, tuple[str, ...]],
        problems: Problems,
    ) -> None:
        self._problems = problems
        self._objects = objects
        self._operations = {operation.id: operation for operation in operations}
        self._entities: dict[str, tuple[EntityDoc, Place]] = {}
        self._plans: dict[str, tuple[list[Any], Place]] = {}
        self._dropped = documents.dropped
        self._populate: list[tuple[list[Any], Place]] = []
        self._shared = Shared(problems)
        for located in documents.state:
            place = located.place
            for name, doc in located.doc.entities.items():
                self._once(name, self._entities, place / "entities" / name)
                self._entities[name] = doc, place / "entities" / name
            for id, steps in located.doc.operations.items():
                self._once(id, self._plans, place / "operations" / id)
                self._plans[id] = steps, place / "operations" / id
            for name, group in located.doc.steps.items():
                self._shared.add(name, group, place / "steps" / name)
            if located.doc.populate:
                self._populate.append((located.doc.populate, place / "populate"))
        ids = {name: tuple(each.values) for name, each in lists.items()}
        shapes = {n: self._objects.get(d.shape or "") for n, (d, _) in self._entities.items()}
        known = Known(
            dict(self._known_fields()),
            ids,
            problems,
            single={name: single_fields(shape) for name, shape in shapes.items()},
            written={name: written_fields(shape) for name, shape in shapes.items()},
        )
        self._known = known
        self._indexes = Indexes()
        self._reader = Reader(known, self._indexes)
        api = documents.api.doc.envelope
        fields = None if ("api",) in documents.dropped else api.fields
        self._refusals = Refusals(errors, fields, self._reader, problems)
        transitions = {n: frozenset(d.transitions) for n, (d, _) in self._entities.items()}
        self._steps = Steps(self._reader, self._refusals, known, transitions, events, self._shared)

    def build(self) -> State:
        plans = dict(self._read_plans())
        populate = self._read_populate()
        starts = {name: self._starts(name) for name in self._entities}
        transitions = {name: self._transitions(name) for name in self._entities}
        unique = {name: self._unique(name) for name in self._entities}
        known_by = {name: self._known_by(name) for name in self._entities}
        dependants = self._dependants()
        if not any(path[0] in _DOING for path in self._dropped):
            self._shared.check_used()
        entities = {
            name: Entity(
                doc=doc.doc,
                key=doc.key,
                known_by=known_by[name],
                starts=starts[name],
                ignore_case=tuple(doc.ignore_case),
                unique=unique[name],
                dependants=tuple(dependants.get(name, ())),
                state="" if doc.states is None else doc.states.field,
                states={} if doc.states is None else doc.states.values,
                transitions=transitions[name],
                sensitive=tuple(doc.sensitive),
                indexes=self._indexes.of(name),
                known=tuple(sorted(self._known.fields[name] or ())),
                shape=doc.shape or "",
                links={
                    field: Link(entity=link.entity, many=link.many)
                    for field, link in doc.belongs_to.items()
                },
            )
            for name, (doc, _) in self._entities.items()
        }
        return State(entities=entities, plans=plans, populate=populate)

    def _once(self, name: str, known: Mapping[str, object], place: Place) -> None:
        if name in known:
            message = f"{quoted(name)} is described in another file too"
            self._problems.add(place.key_position, "duplicate-name", message)

    def _known_fields(self) -> Iterator[tuple[str, frozenset[str]]]:
        stored: dict[str, set[str]] = {}
        for id, (steps, _) in self._plans.items():
            operation = self._operations.get(id)
            if operation is None:
                continue
            names = {argument.name for argument in operation.arguments}
            storing = [
                d
                for d in self._shared.within(steps)
                if isinstance(d, CreateDoc | ChangeDoc) and d.arguments and d.of is None
            ]
            created = {d.create for d in storing if isinstance(d, CreateDoc)}
            changed = any(isinstance(d, ChangeDoc) for d in storing)
            for entity in self._entities if changed else created:
                stored.setdefault(entity, set()).update(names)
        for name, (doc, _) in self._entities.items():
            fields = {doc.key, *doc.fields, *doc.belongs_to, *stored.get(name, ())}
            if doc.states is not None:
                fields.add(doc.states.field)
            shape = self._objects.get(doc.shape or "")
            if shape is not None:
                fields.update(field.name for field in shape.fields)
                fields.update(field.wire_name for field in shape.fields)
            yield name, frozenset(fields)

    def _read_plans(self) -> Iterator[tuple[str, tuple[Step, ...]]]:
        for id, (steps, place) in self._plans.items():
            operation = self._operations.get(id)
            if operation is None:
                message = f"there is no operation {quoted(id)}{did_you_mean(id, self._operations)}"
                self._problems.add(place.key_position, "unknown-name", message)
                continue
            within = tuple(self._shared.within(steps))
            for rule, message in misfits(operation, within, self._operations):
                self._problems.add(place.key_position, rule, message)
            arguments = frozenset(argument.name for argument in operation.arguments)
            lists = frozenset(a.name for a in operation.arguments if is_list(a.type))
            scope = Scope(id, self._known, arguments, lists=lists)
            yield id, self._steps.read(steps, place, scope)
        known = {*self._plans, *(path[-1] for path in self._dropped if path[0] == "operations")}
        missing = [id for id in self._operations if id not in known]
        if missing and self._plans:
            _, place = next(iter(self._plans.values()))
            listed = ", ".join(map(quoted, missing[:5]))
            more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
            message = f"what these operations do to state is not said: {listed}{more}"
            self._problems.add(place.key_position, "missing-state", message)

    def _read_populate(self) -> tuple[Step, ...]:
        """What makes up a part of an account, file after file."""
        scope = Scope("populate", self._known, frozenset(), {"turn": None})
        read = [self._steps.read(steps, place, scope) for steps, place in self._populate]
        return tuple(step for steps in read for step in steps)

    def _starts(self, name: str) -> dict[str, Value]:
        doc, place = self._entities[name]
        if doc.shape is not None and doc.shape not in self._objects:
            message = (
                f"there is no object {quoted(doc.shape)}{did_you_mean(doc.shape, self._objects)}"
            )
            self._problems.add((place / "shape").position, "unknown-name", message)
        fields = self._known.fields[name] or frozenset()
        # What a record starts with may be made of what it has already.
        scope = Scope(name, self._known, frozenset(), {**dict.fromkeys(fields), name: name})
        return {
            field: self._reader.value(raw, place / "fields" / field, scope)
            for field, raw in doc.fields.items()
        }

    def _unique(self, name: str) -> tuple[Unique, ...]:
        doc, place = self._entities[name]
        found = []
        for text, entry in doc.unique.items():
            fields = tuple(part.strip() for part in text.split(","))
            for field in fields:
                self._known.field(name, field, place / "unique" / text, key=True)
            scope = Scope(name, self._known, frozenset(), {name: name})
            refusal = self._refusals.read(entry, place / "unique" / text, scope)
            if refusal is not None:
                index = self._indexes.place(name, Index(fields=fields))
                found.append(Unique(index=index, fields=fields, otherwise=refusal))
        return tuple(found)

    def _known_by(self, name: str) -> tuple[Name, ...]:
        doc, place = self._entities[name]
        found = []
        for number, field in enumerate(doc.known_by):
            self._known.field(name, field, place / "known_by" / number)
            if field == doc.key:
                message = f"{quoted(field)} is the key, which is looked at first"
                self._problems.add((place / "known_by" / number).position, "bad-value", message)
            index = self._indexes.place(name, Index(fields=(field,)))
            found.append(Name(field=field, index=index))
        return tuple(found)

    def _dependants(self) -> dict[str, list[Dependant]]:
        found: dict[str, list[Dependant]] = {}
        for name, (doc, place) in self._entities.items():
            for field, link in doc.belongs_to.items():
                inner = place / "belongs_to" / field
                if not self._known.entity(link.entity, inner / "entity"):
                    continue
                scope = Scope(name, self._known, frozenset(), {link.entity: link.entity})
                refusal = self._refusals.read(link.otherwise, inner / "otherwise", scope)
                if link.removed == "refuse" and refusal is None:
                    message = "`otherwise` is missing: the error of whoever removes it"
                    self._problems.add(inner.key_position, "missing-key", message)
                    continue
                if link.removed == "keep":
                    continue
                index = Index() if link.many else Index(fields=(field,))
                found.setdefault(link.entity, []).append(
                    Dependant(
                        entity=name,
                        field=field,
                        index=self._indexes.place(name, index),
                        then=link.removed,
                        many=link.many,
                        otherwise=refusal,
                    )
                )
        return found

    def _transitions(self, name: str) -> dict[str, Transition]:
        doc, place = self._entities[name]
        return {
            key: self._transition(name, doc, each, place / "transitions" / key)
            for key, each in doc.transitions.items()
        }

    def _transition(
        self, name: str, doc: EntityDoc, given: TransitionDoc, place: Place
    ) -> Transition:
        states = {} if doc.states is None else doc.states.values
        for key, names in (("from", given.sources), ("to", [given.target])):
            for state_ in names:
                if state_ is not None and state_ not in states:
                    hint = did_you_mean(state_, states)
                    message = f"{quoted(name)} has no state {quoted(state_)}{hint}"
                    self._problems.add((place / key).position, "unknown-name", message)
        scope = Scope(f"{name}.{place.path[-1]}", self._known, frozenset(), {name: name})
        arguments: dict[str, Value | None] = {}
        for argument, raw in given.arguments.items():
            inner = place / "arguments" / argument
            value = self._reader.value(raw, inner, scope)
            arguments[argument] = value
            scope.bound[argument] = None
        sources = tuple(states[each] for each in given.sources if each in states)
        due_index = -1
        if given.due is not None:
            self._known.field(name, given.due, place / "due")
            # What is never due would stand before all that is.
            filters: tuple[Filter, ...] = (Filter(field=given.due, test=Given(given=True)),)
            if sources and doc.states is not None:
                wanted = tuple(Constant(value=each) for each in sources)
                filters += (Filter(field=doc.states.field, test=OneOf(values=wanted)),)
            due_index = self._indexes.place(name, Index(filters=filters, order=given.due))
        return Transition(
            doc=given.doc,
            sources=sources,
            target=None if given.target is None else states.get(given.target),
            steps=self._steps.read(given.steps, place / "do", scope),
            arguments=arguments,
            due=given.due or "",
            due_index=due_index,
        )
