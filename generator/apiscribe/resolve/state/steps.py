"""Reads what is done, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from apiscribe.document.state import (
    AtDoc,
    ChangeDoc,
    CreateDoc,
    DoDoc,
    EmitDoc,
    FailDoc,
    FindDoc,
    ForEachDoc,
    LetDoc,
    PageDoc,
    RemoveDoc,
    RepeatDoc,
    RequireDoc,
    RespondDoc,
    ResumeDoc,
    TransitionStepDoc,
    WhenDoc,
)
from apiscribe.load.source import Place
from apiscribe.model.stored import entities_of
from apiscribe.problems import did_you_mean, enumerated, quoted
from apiscribe.resolve.state.names import Known, Scope
from apiscribe.resolve.state.pages import Pages
from apiscribe.resolve.state.refusals import Refusals
from apiscribe.resolve.state.shared import Shared, passed
from apiscribe.resolve.state.values import Reader
from apiscribe.runtime.program import (
    At,
    Change,
    Create,
    Emit,
    Fail,
    Find,
    ForEach,
    Let,
    Move,
    Query,
    Remove,
    Repeat,
    Require,
    Respond,
    Step,
    Stored,
    When,
)

Transitions = dict[str, frozenset[str]]
"""Entity -> its transitions."""


class Steps:
    """Reads steps in order, as each may use what those before have bound."""

    def __init__(
        self,
        reader: Reader,
        refusals: Refusals,
        known: Known,
        transitions: Transitions,
        events: Mapping[str, tuple[str, ...]],
        shared: Shared,
    ) -> None:
        self._shared = shared
        self._reader = reader
        self._looking = reader.looking
        self._refusals = refusals
        self._known = known
        self._transitions = transitions
        self._events = events
        pages = Pages(reader, refusals)
        self._kinds: dict[type, Callable[[Any, Place, Scope], Step | None]] = {
            FindDoc: self._find,
            RequireDoc: self._require,
            CreateDoc: self._create,
            ChangeDoc: self._change,
            RemoveDoc: self._remove,
            TransitionStepDoc: self._move,
            ForEachDoc: self._for_each,
            RepeatDoc: self._repeat,
            AtDoc: self._at,
            WhenDoc: self._when,
            LetDoc: self._let,
            EmitDoc: self._emit,
            RespondDoc: self._respond,
            PageDoc: pages.page,
            ResumeDoc: pages.resume,
            FailDoc: self._fail,
        }

    def read(self, docs: Sequence[Any], place: Place, scope: Scope) -> tuple[Step, ...]:
        found: list[Step] = []
        for index, doc in enumerate(docs):
            if isinstance(doc, DoDoc):
                found += self._do(doc, place / index, scope)
            elif (step := self._kinds[type(doc)](doc, place / index, scope)) is not None:
                found.append(step)
        return tuple(found)

    def _do(self, doc: DoDoc, place: Place, scope: Scope) -> tuple[Step, ...]:
        """Steps by their name. They know what they are given; what they bind is known here."""
        scope.complete &= self._shared.has(doc.do)
        is_dropped = self._known.is_dropped("steps", "state", doc.do)
        found = None if is_dropped else self._shared.begin(doc, place)
        if found is None:
            return ()
        shared, origin = found
        for name, raw in doc.values.items():
            if isinstance(raw, str) and raw.startswith("$"):
                self._reader.reference(raw, place / "with" / name, scope)
        given = self._shared.given(doc, shared.takes, place, scope)
        names = passed(given)
        inner = Scope(
            doc.do,
            self._known,
            frozenset(),
            given=given,
            passed={name: scope.entity(name) for name in names},
            types={name: of for name, of in scope.types.items() if name in names},
        )
        steps = self.read(shared.steps, origin / "do", inner)
        self._shared.end()
        scope.complete &= inner.complete
        for name, entity in inner.bound.items():
            scope.bind(name, entity, place / "do")
        return steps

    def _find(self, doc: FindDoc, place: Place, scope: Scope) -> Step | None:
        query = self._looking.query(doc.find, doc.where, doc.order, place, place / "find", scope)
        refusal = self._refusals.read(doc.otherwise, place / "otherwise", scope)
        name = doc.bound or doc.find
        scope.bind(name, doc.find, place / "as")
        return None if query is None else Find(query=query, name=name, otherwise=refusal)

    def _require(self, doc: RequireDoc, place: Place, scope: Scope) -> Step | None:
        condition = self._looking.condition(doc.require, place / "require", scope)
        refusal = self._refusals.read(doc.otherwise, place / "otherwise", scope)
        return None if refusal is None else Require(condition=condition, otherwise=refusal)

    def _create(self, doc: CreateDoc, place: Place, scope: Scope) -> Step | None:
        is_known = self._known.entity(doc.create, place / "create")
        if not is_known:
            scope.bind_any()
        for name in doc.values:
            self._known.field(doc.create, name, place / "set" / name, key=True)
        values = self._reader.values(doc.values, place / "set", scope)
        name = doc.bound or doc.create
        scope.bind(name, doc.create, place / "as")
        given = self._given(doc.of, doc.create, place, scope)
        if not is_known:
            return None
        return Create(
            entity=doc.create,
            name=name,
            set=values,
            leave_out=tuple(doc.leave_out),
            arguments=doc.arguments and doc.of is None,
            given=given,
        )

    def _given(self, of: str | None, entity: str, place: Place, scope: Scope) -> Stored | None:
        """An object whose fields are stored in place of the arguments."""
        if of is None:
            return None
        value = self._reader.value(of, place / "of", scope)
        return Stored(value=value, names=self._known.written.get(entity, {}))

    def _change(self, doc: ChangeDoc, place: Place, scope: Scope) -> Step | None:
        record = scope.record(doc.change, place / "change")
        entity = scope.entity(record) if record else None
        if record is None or entity is None:
            return None
        for name in doc.values:
            self._known.field(entity, name, place / "set" / name, key=True)
        return Change(
            record=record,
            set=self._reader.values(doc.values, place / "set", scope),
            leave_out=tuple(doc.leave_out),
            arguments=doc.arguments and doc.of is None,
            given=self._given(doc.of, entity, place, scope),
        )

    def _remove(self, doc: RemoveDoc, place: Place, scope: Scope) -> Step | None:
        record = scope.record(doc.remove, place / "remove")
        return None if record is None else Remove(record=record)

    def _move(self, doc: TransitionStepDoc, place: Place, scope: Scope) -> Step | None:
        record = scope.record(doc.transition, place / "transition")
        entity = scope.entity(record) if record else None
        if record is None or entity is None:
            return None
        known = self._transitions.get(entity, frozenset())
        if doc.to not in known and entity in self._transitions:
            message = (
                f"{quoted(entity)} has no transition {quoted(doc.to)}{did_you_mean(doc.to, known)}"
            )
            self._known.problems.add((place / "do").position, "unknown-name", message)
        refusal = self._refusals.read(doc.otherwise, place / "otherwise", scope)
        return Move(record=record, transition=doc.to, otherwise=refusal)

    def _for_each(self, doc: ForEachDoc, place: Place, scope: Scope) -> Step | None:
        source = self._looking.source(
            doc.for_each, doc.where, doc.order, place, place / "for_each", scope
        )
        entity = source.entity if isinstance(source, Query) else None
        inner = scope.inner(doc.bound, entity)
        steps = self.read(doc.steps, place / "do", inner)
        return ForEach(source=source, name=doc.bound, steps=steps)

    def _repeat(self, doc: RepeatDoc, place: Place, scope: Scope) -> Step | None:
        count = self._reader.value(doc.repeat, place / "repeat", scope)
        steps = self.read(doc.steps, place / "do", scope.inner(doc.bound, None))
        return Repeat(count=count, name=doc.bound, steps=steps)

    def _at(self, doc: AtDoc, place: Place, scope: Scope) -> Step | None:
        moment = self._reader.value(doc.at, place / "at", scope)
        return At(moment=moment, steps=self.read(doc.steps, place / "do", scope))

    def _when(self, doc: WhenDoc, place: Place, scope: Scope) -> Step | None:
        condition = self._looking.condition(doc.when, place / "when", scope)
        then, otherwise = scope.branch(), scope.branch()
        steps = self.read(doc.then, place / "then", then)
        others = self.read(doc.otherwise, place / "else", otherwise)
        # What either branch binds may be used afterwards: it is absent if the other one was taken.
        scope.bound.update({**otherwise.bound, **then.bound})
        scope.complete &= then.complete and otherwise.complete
        return When(condition=condition, then=steps, otherwise=others)

    def _let(self, doc: LetDoc, place: Place, scope: Scope) -> Step | None:
        values = {}
        for name, raw in doc.let.items():
            value = values[name] = self._reader.value(raw, place / "let" / name, scope)
            entities = entities_of(value, {**scope.passed, **scope.bound})
            scope.bind(name, entities[0] if len(entities) == 1 else None, place / "let" / name)
            scope.computed[name] = tuple(each for each in entities if each is not None)
        return Let(values=values)

    def _emit(self, doc: EmitDoc, place: Place, scope: Scope) -> Step | None:
        is_dropped = self._known.is_dropped("events", "webhooks", doc.emit)
        if doc.emit not in self._events and not is_dropped:
            message = f"there is no event {quoted(doc.emit)}{did_you_mean(doc.emit, self._events)}"
            self._known.problems.add((place / "emit").position, "unknown-name", message)
        fields = self._reader.values(doc.values, place / "with", scope)
        if doc.of is not None:
            value = self._reader.value(doc.of, place / "of", scope)
            return Emit(event=doc.emit, fields=fields, value=value)
        lacking = [name for name in self._events.get(doc.emit, ()) if name not in fields]
        if lacking and not is_dropped:
            message = f"{quoted(doc.emit)} always has {enumerated(lacking, 'and')}, which `with`"
            message += " does not say; `of` is a record that has them"
            self._known.problems.add((place / "emit").position, "missing-key", message)
        return Emit(event=doc.emit, fields=fields)

    def _respond(self, doc: RespondDoc, place: Place, scope: Scope) -> Step | None:
        fields = self._reader.values(doc.values, place / "with", scope)
        value = self._reader.value(doc.respond, place / "respond", scope)
        head = None
        if "head" in doc.model_fields_set:
            head = self._reader.value(doc.head, place / "head", scope)
        numbers = doc.identifiers == "number"
        return Respond(value=value, fields=fields, status=doc.status, head=head, numbers=numbers)

    def _fail(self, doc: FailDoc, place: Place, scope: Scope) -> Step | None:
        refusal = self._refusals.read(doc.fail, place / "fail", scope)
        return None if refusal is None else Fail(refusal=refusal, keep=doc.keep)
