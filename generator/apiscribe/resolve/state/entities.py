"""Entities: what their records start with, how they depend on each other, what befalls them."""

from __future__ import annotations

from collections.abc import Mapping

from apiscribe.document.state import EntityDoc, TransitionDoc
from apiscribe.document.webhooks import WebhooksDoc
from apiscribe.load.source import Place
from apiscribe.problems import did_you_mean, quoted
from apiscribe.resolve.state.indexes import Indexes
from apiscribe.resolve.state.names import Known, Scope
from apiscribe.resolve.state.refusals import Refusals
from apiscribe.resolve.state.steps import Steps
from apiscribe.resolve.state.subscribing import subscribes, undelivered
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
    Subscribes,
    Transition,
    Unique,
    Value,
)


class Entities:
    """Reads the entities of all files.

    Args:
        entities: what each is described as, and where.
        webhooks: the events that records may be told of.
        known: their fields.
        indexes: those that queries have asked for so far; what an entity needs is added.
        reader: reads values,
        refusals: errors,
        steps: what transitions do.
    """

    def __init__(
        self,
        entities: Mapping[str, tuple[EntityDoc, Place]],
        webhooks: WebhooksDoc | None,
        known: Known,
        indexes: Indexes,
        reader: Reader,
        refusals: Refusals,
        steps: Steps,
    ) -> None:
        self._entities = entities
        self._webhooks = webhooks
        self._known = known
        self._indexes = indexes
        self._reader = reader
        self._refusals = refusals
        self._steps = steps
        self._problems = known.problems

    def read(self) -> dict[str, Entity]:
        starts = {name: self._starts(name) for name in self._entities}
        transitions = {name: self._transitions(name) for name in self._entities}
        unique = {name: self._unique(name) for name in self._entities}
        known_by = {name: self._known_by(name) for name in self._entities}
        dependants = self._dependants()
        subscribing = {name: self._subscribes(name) for name in self._entities}
        return {
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
                subscribes=subscribing[name],
                undelivered=undelivered(
                    name, doc.undelivered, place / "undelivered", self._webhooks, self._known
                ),
            )
            for name, (doc, place) in self._entities.items()
        }

    def _subscribes(self, name: str) -> Subscribes | None:
        doc, place = self._entities[name]
        return subscribes(name, doc.subscribes, place, self._webhooks, self._known, self._reader)

    def _starts(self, name: str) -> dict[str, Value]:
        doc, place = self._entities[name]
        fields = self._known.fields[name]
        # What a record starts with may be made of what it has already.
        bound = {**dict.fromkeys(fields or ()), name: name}
        scope = Scope(name, self._known, frozenset(), bound, complete=fields is not None)
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
