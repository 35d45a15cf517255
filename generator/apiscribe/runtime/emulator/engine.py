"""Does what a program says. What each step needs is looked at once, and what each value needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

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
    Refusal,
    Remove,
    Repeat,
    Require,
    Respond,
    Resume,
    Step,
    Transition,
    When,
)
from . import answering, doing
from .cursors import Walk
from .expanding import Expanding, paths_of
from .kinds import Kinds
from .records import Found, Records
from .running import NOW, Do, NotInState, Outcome, Run
from .values import Refuse

_TURN = "turn"
_NOTHING = Plan(steps=())
_WRITING = (Create, Change, Remove, Move, Resume)


class Engine:
    """Does what a program says. Each of its parts is made ready when it is first asked for.

    Args:
        kinds: the program's entities.
    """

    def __init__(self, kinds: Kinds) -> None:
        self.program = kinds.program
        self.kinds = kinds
        self.presenters = kinds.presenters
        self._writing = {id: writes(plan.steps) for id, plan in self.program.plans.items()}
        self._plans: dict[str, Do] = {}
        self._transitions: dict[tuple[str, str], doing.Moves] = {}

    def writes(self, operation: str) -> bool:
        """Whether an operation may change anything."""
        return self._writing[operation]

    def operate(self, records: Records, operation: str, given: Mapping[str, object]) -> Outcome:
        """Do what an operation does.

        Raises:
            Refused: the API's error.
            Unexpandable: what is to be expanded is no id, and there is no error for that.
            KeyTaken: something new has the key of another, and there is no error for that.
        """
        return self._operated(records, Walk(operation, given))

    def move(
        self,
        records: Records,
        record: Found,
        name: str,
        given: Mapping[str, object],
        moment: str | None = None,
    ) -> Outcome:
        """Do a transition from outside, now or as of another moment.

        Raises:
            NotInState: it does not lead from where the record is.
        """
        run = Run(records, given, seen={} if moment is None else {NOW: moment})
        self.moved(run, record, name)
        return run.outcome

    def populate(self, records: Records, times: int) -> None:
        """Make up an account of so many parts.

        Raises:
            Refused: something has to be unique and is not.
        """
        do = _Steps(self).of(self.program.populate)
        for turn in range(1, times + 1):
            do(Run(records, {}, seen={_TURN: turn}))

    def moved(self, run: Run, record: Found, name: str) -> None:
        """Do a transition within a run."""
        key = record.entity, name
        moves = self._transitions.get(key)
        if moves is None:
            moves = self._transitions[key] = self._moves(*key)
        moves(run, record)

    def resumed(self, run: Run, walk: Walk) -> None:
        """Go on with another operation's walk, as what a run does."""
        outcome = self._operated(run.records, walk)
        outcome.events[:0] = run.outcome.events
        run.outcome = outcome

    def _operated(self, records: Records, walk: Walk) -> Outcome:
        plan = self.program.plans[walk.operation]
        do = self._plans.get(walk.operation)
        if do is None:
            do = _Steps(self, walk.operation, plan).of(plan.steps)
            self._plans[walk.operation] = do
        seen = plan.defaults if plan.stored_defaults else {}
        run = Run(records, walk.given, defaults=plan.defaults, seen=seen, resumed=walk.place)
        paths = None if plan.expands is None else paths_of(plan, walk.given)
        if not paths or plan.returns is None:
            do(run)
            return run.outcome
        expanding = Expanding(records, self.presenters[False])
        expanding.check(plan, paths)
        do(run)
        expanding.expand(run.outcome.body, plan.returns, paths)
        return run.outcome

    def shown(self, value: object) -> object:
        """A value as responses have it: a record as its entity's shape."""
        return self.kinds.shown(value.entity, value) if isinstance(value, Found) else value

    def _moves(self, entity: str, name: str) -> doing.Moves:
        of, values = self.program.entities[entity], self.kinds.values
        transition: Transition = of.transitions[name]
        called = {value: key for key, value in of.states.items()}
        sources = tuple(str(called.get(each, each)) for each in transition.sources)
        arguments = {
            name: None if value is None else values.of(value)
            for name, value in transition.arguments.items()
        }
        do = _Steps(self).of(transition.steps)

        def moves(run: Run, record: Found) -> None:
            state = record.get(of.state)
            if sources and state not in transition.sources:
                raise NotInState(name, str(called.get(state, state)), sources)
            if transition.target is not None:
                run.records.change(record, {of.state: transition.target})
            outer = run.scope
            scope = run.scope = {**outer, entity: record}
            for argument, value in arguments.items():
                if scope.get(argument) is None:
                    scope[argument] = None if value is None else value(scope, run.records)
            do(run)
            run.scope = outer

        return moves


class _Steps:
    """Makes functions of steps.

    Args:
        engine: what does transitions, and shows.
        operation: whose steps they are, and
        plan: what it answers with.
    """

    def __init__(self, engine: Engine, operation: str = "", plan: Plan = _NOTHING) -> None:
        self._engine = engine
        self._values = engine.kinds.values
        self._operation = operation
        self._plan = plan

    def of(self, steps: Iterable[Step]) -> Do:
        return doing.in_order([self._step(step) for step in steps])

    def _step(self, step: Step) -> Do:
        values, of, or_none = self._values, self.of, self._or_none
        match step:
            case Find():
                return doing.find(values.search(step.query), step.name, or_none(step.otherwise))
            case Require():
                return doing.require(
                    values.condition(step.condition), values.refusal(step.otherwise)
                )
            case Create():
                stored, fields = self._storing(step), values.each(step.set)
                return doing.create(step.entity, step.name, stored, fields)
            case Change():
                return doing.change(step.record, self._storing(step), values.each(step.set))
            case Remove():
                return doing.remove(step.record)
            case Move():
                return self._move(step)
            case When():
                condition = values.condition(step.condition)
                return doing.when(condition, of(step.then), of(step.otherwise))
            case ForEach():
                return doing.for_each(values.source(step.source), step.name, of(step.steps))
            case Repeat():
                return doing.repeat(values.of(step.count), step.name, of(step.steps))
            case At():
                return doing.at(values.of(step.moment), of(step.steps))
            case Let():
                return doing.let(values.each(step.values))
            case Emit():
                return doing.emit(step.event, values.maybe(step.value), values.each(step.fields))
            case Respond():
                return self._respond(step)
            case Page():
                return self._page(step)
            case Resume():
                cursor, otherwise = values.of(step.cursor), values.refusal(step.otherwise)
                plans, go_on = self._engine.program.plans, self._engine.resumed
                return answering.resume(cursor, otherwise, self._operation, plans, go_on)
            case Fail():
                return doing.fail(values.refusal(step.refusal), keep=step.keep)
        assert_never(step)

    def _storing(self, step: Create | Change) -> doing.Storing:
        if step.given is not None:
            value = self._values.of(step.given.value)
            return doing.of_object(value, step.given.names, step.leave_out)
        return doing.arguments(step.leave_out) if step.arguments else doing.nothing

    def _move(self, step: Move) -> Do:
        def moves(run: Run, record: Found) -> None:
            self._engine.moved(run, record, step.transition)

        return doing.move(step.record, moves, self._or_none(step.otherwise))

    def _respond(self, step: Respond) -> Do:
        value, plan = self._values.maybe(step.value), self._plan
        presenter = self._engine.presenters[step.numbers]
        shape = plan.returns if step.status is None else plan.statuses.get(step.status)
        show = None if shape is None else presenter.of(shape)
        head = None
        if step.head is not None and plan.head is not None:
            head = self._values.of(step.head), presenter.of(plan.head)
        status = next((each for each, of in plan.statuses.items() if of is None), None)
        nothing = None if step.status is not None or (shape and shape.nullable) else status
        fields = self._values.each(step.fields)
        return answering.respond(
            value, fields, show, head=head, status=step.status, of_nothing=nothing
        )

    def _page(self, step: Page) -> Do:
        values, plan, source = self._values, self._plan, step.source
        assert plan.returns is not None
        return answering.PageAnswer(
            step,
            values.search(source) if isinstance(source, Query) else values.source(source),
            values.each(step.fields),
            values.each(step.around),
            values.each(step.last),
            self._or_none(step.otherwise),
            self._operation,
            plan,
            self._engine.program.objects,
            self._engine.presenters[step.numbers].of(plan.returns),
        )

    def _or_none(self, refusal: Refusal | None) -> Refuse | None:
        return None if refusal is None else self._values.refusal(refusal)


def writes(steps: Iterable[Step]) -> bool:
    """Whether steps may change anything."""
    for step in steps:
        if isinstance(step, _WRITING):
            return True
        if isinstance(step, When) and (writes(step.then) or writes(step.otherwise)):
            return True
        if isinstance(step, ForEach | Repeat | At) and writes(step.steps):
            return True
    return False
