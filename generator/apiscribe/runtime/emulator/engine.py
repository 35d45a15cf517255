"""Does what a program says that an operation does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct

from ..pages import AnyPages
from ..program import (
    At,
    Change,
    Create,
    Emit,
    Fail,
    Find,
    ForEach,
    Let,
    Move,
    Page,
    Plan,
    Query,
    Remove,
    Repeat,
    Require,
    Respond,
    Resume,
    Step,
    Transition,
    Value,
    When,
)
from ..semantics.paths import put
from .comparing import canonical
from .listing import Listing
from .pages import StalePage, Turned, Turning, Walk, resumed
from .records import Found, Records
from .showing_values import Presenter
from .values import Record, evaluate, holds

__all__ = ["Event", "NotInState", "Outcome", "Run", "writes"]

NOW, TENANT, TURN = "now", "tenant", "turn"
_WRITING = (Create, Change, Remove, Move, Resume)


class Event(Struct, frozen=True):
    """Something that the service tells its webhooks."""

    name: str
    fields: Mapping[str, object]
    example: str = ""
    """Which documented example it is, if it is one."""


class NotInState(Exception):
    """A transition that does not lead from where a record is."""

    def __init__(self, transition: str, state: str, sources: tuple[str, ...]) -> None:
        listed = " or ".join(sources)
        super().__init__(f"`{transition}` leads from {listed}, and the state is {state}")


class Outcome(Struct):
    """What came of an operation."""

    body: object = None
    events: list[Event] = []
    beside: Mapping[str, object] = {}
    """What the whole response says of its page: dotted key -> value."""
    links: Mapping[str, Mapping[str, object]] = {}
    """Other pages, such as `next` -> the arguments that ask for them."""
    scheme: AnyPages | None = None
    """How its page was asked for."""
    headers: Mapping[str, object] = {}
    """What headers say of its page."""


class Run:
    """One run of steps over the records of a tenant."""

    def __init__(self, records: Records, operation: str, given: Mapping[str, object]) -> None:
        self._records = records
        self._operation = operation
        self._given = given
        self._scope: dict[str, object] = {}
        self._outcome = Outcome(events=[])
        self._answered = False
        self._plan: Plan | None = None
        self._presenters: Mapping[bool, Presenter] = {}
        self._resumed: int | None = None

    def operate(self, plan: Plan, presenters: Mapping[bool, Presenter]) -> Outcome:
        """Do what an operation does; `presenters` show ids as text (`False`) or as numbers.

        Raises:
            Refused: the API's error.
        """
        self._plan = plan
        self._presenters = presenters
        defaults = plan.defaults if plan.stored_defaults else {}
        self._scope = {**self._always(), **defaults, **self._given}
        self._do(plan.steps)
        return self._outcome

    def move(self, record: Found, transition: str) -> Outcome:
        """Do a transition from outside.

        Raises:
            NotInState: it does not lead from where the record is.
        """
        self._scope = {**self._always(), **self._given}
        self._move(record, transition)
        return self._outcome

    def populate(self, steps: tuple[Step, ...], times: int) -> None:
        """Make up an account of so many parts.

        Raises:
            Refused: something has to be unique and is not.
        """
        for turn in range(1, times + 1):
            self._scope = {**self._always(), TURN: turn}
            self._do(steps)

    def _repeat(self, step: Repeat) -> None:
        times = evaluate(step.count, self._scope, self._records)
        for time in range(1, times + 1 if isinstance(times, int) else 1):
            self._scope[step.name] = time
            self._do(step.steps)

    def _at(self, step: At) -> None:
        now = self._scope[NOW]
        self._scope[NOW] = evaluate(step.moment, self._scope, self._records) or now
        self._do(step.steps)
        self._scope[NOW] = now

    def _always(self) -> dict[str, object]:
        return {NOW: self._records.clock.text(), TENANT: self._records.account}

    def _do(self, steps: tuple[Step, ...]) -> None:
        for step in steps:
            if self._answered:
                return
            self._step(step)

    def _step(self, step: Step) -> None:
        records, scope = self._records, self._scope
        match step:
            case Find():
                self._find(step)
            case Require():
                if not holds(step.condition, scope, records):
                    raise records.refused(step.otherwise, scope)
            case Create():
                self._create(step)
            case Change():
                self._change(step)
            case Remove():
                records.remove(self._record(step.record))
            case Move():
                self._move_if(step)
            case When():
                met = holds(step.condition, scope, records)
                self._do(step.then if met else step.otherwise)
            case ForEach():
                for item in self._source(step.source):
                    scope[step.name] = item
                    self._do(step.steps)
            case Repeat():
                self._repeat(step)
            case At():
                self._at(step)
            case Let():
                for name, value in step.values.items():
                    scope[name] = evaluate(value, scope, records)
            case Emit():
                fields = {k: evaluate(v, scope, records) for k, v in step.fields.items()}
                self._outcome.events.append(Event(step.event, fields))
            case Respond():
                self._respond(step)
            case Page():
                self._page(step)
            case Resume():
                self._resume(step)
            case Fail():
                raise records.refused(step.refusal, scope)
            case _:
                assert_never(step)

    def _create(self, step: Create) -> None:
        fields: dict[str, object] = {}
        if step.arguments:
            defaults = self._plan.defaults if self._plan is not None else {}
            fields = self._fields(step, {**defaults, **self._given})
        for name, value in step.set.items():
            fields[name] = evaluate(value, self._scope, self._records)
        kept = {name: value for name, value in fields.items() if value is not None}
        self._scope[step.name] = self._records.create(step.entity, kept, self._scope)

    def _find(self, step: Find) -> None:
        found = self._records.first(step.query, self._scope)
        if found is None and step.otherwise is not None:
            raise self._records.refused(step.otherwise, self._scope)
        self._scope[step.name] = found

    def _change(self, step: Change) -> None:
        record = self._record(step.record)
        fields = self._fields(step, self._given) if step.arguments else {}
        for name, value in step.set.items():
            fields[name] = evaluate(value, self._scope, self._records)
        self._records.change(record, fields)

    def _fields(self, step: Create | Change, given: Mapping[str, object]) -> dict[str, object]:
        return {name: value for name, value in given.items() if name not in step.leave_out}

    def _record(self, name: str) -> Found:
        record = self._scope[name]
        assert isinstance(record, Found)
        return record

    def _source(self, source: Query | Value) -> list[object]:
        if isinstance(source, Query):
            return list(self._records.records(source, self._scope))
        found = evaluate(source, self._scope, self._records)
        return found if isinstance(found, list) else []

    def _move_if(self, step: Move) -> None:
        try:
            self._move(self._record(step.record), step.transition)
        except NotInState:
            if step.otherwise is not None:
                raise self._records.refused(step.otherwise, self._scope) from None

    def _move(self, record: Found, name: str) -> None:
        entity = self._records.program.entities[record.entity]
        transition = entity.transitions[name]
        state = record.get(entity.state)
        if transition.sources and state not in transition.sources:
            called = {value: key for key, value in entity.states.items()}
            sources = tuple(str(called.get(s, s)) for s in transition.sources)
            raise NotInState(name, str(called.get(state, state)), sources)
        if transition.target is not None:
            self._records.change(record, {entity.state: transition.target})
        self._with_arguments(transition, record)

    def _with_arguments(self, transition: Transition, record: Found) -> None:
        outer = self._scope
        self._scope = {**outer, record.entity: record}
        for name, value in transition.arguments.items():
            if self._scope.get(name) is None:
                default = None if value is None else evaluate(value, self._scope, self._records)
                self._scope[name] = default
        self._do(transition.steps)
        self._scope = outer

    def _respond(self, step: Respond) -> None:
        assert self._plan is not None
        scope, records = self._scope, self._records
        value = None if step.value is None else evaluate(step.value, scope, records)
        if step.fields:
            fields = {k: evaluate(v, scope, records) for k, v in step.fields.items()}
            value = {**(value if isinstance(value, dict) else {}), **fields}
        if self._plan.returns is not None:
            show = self._presenters[step.numbers].of(self._plan.returns)
            self._outcome.body = show(value)
        self._answered = True

    def _page(self, step: Page) -> None:
        plan, records = self._plan, self._records
        assert plan is not None
        turning = Turning(
            Listing(records, step.source, self._scope),
            self._scope,
            records.clock.seconds(),
            Walk(self._operation, self._given, self._resumed),
        )
        try:
            turned = turning.page(plan.pages)
        except StalePage:
            if step.otherwise is not None:
                raise records.refused(step.otherwise, self._scope) from None
            turned = Turned([], 0)
        self._show_page(step, plan, turned)

    def _resume(self, step: Resume) -> None:
        records = self._records
        cursor = canonical(evaluate(step.cursor, self._scope, records))
        program = records.program
        try:
            walk = resumed(cursor, self._operation, program.plans, records.clock.seconds())
        except StalePage:
            raise records.refused(step.otherwise, self._scope) from None
        self._operation, self._given, self._resumed = walk.operation, walk.given, walk.place
        self.operate(program.plans[walk.operation], self._presenters)

    def _show_page(self, step: Page, plan: Plan, turned: Turned) -> None:
        assert plan.returns is not None
        outcome, show = self._outcome, self._presenters[step.numbers].of(plan.returns)
        items = [self._item(step, each) for each in turned.items]
        outcome.beside, outcome.links = turned.said, turned.links
        outcome.headers = turned.headers
        outcome.scheme = None if plan.pages is None else plan.pages.scheme
        self._answered = True
        if plan.returns.kind == "list":
            outcome.body = show(items)
            return
        page: Record = {}
        for key, value in {**turned.echoed, **turned.said}.items():
            put(page, key, value)
        put(page, step.items if plan.pages is None else plan.pages.scheme.items, items)
        scope = {**self._scope, "total": turned.total}
        for name, value in step.around.items():
            page[name] = evaluate(value, scope, self._records)
        outcome.body = show(page)

    def _item(self, step: Page, item: object) -> object:
        if not step.fields:
            return item
        scope = {**self._scope, step.name: item}
        fields = {k: evaluate(v, scope, self._records) for k, v in step.fields.items()}
        return {**(item if isinstance(item, dict) else {}), **fields}


def writes(steps: tuple[Step, ...]) -> bool:
    """Whether steps may change anything."""
    for step in steps:
        if isinstance(step, _WRITING):
            return True
        if isinstance(step, When) and (writes(step.then) or writes(step.otherwise)):
            return True
        if isinstance(step, ForEach | Repeat | At) and writes(step.steps):
            return True
    return False
