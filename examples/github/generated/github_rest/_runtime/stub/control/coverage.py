"""What of an API was exercised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from ...program import At, Fail, ForEach, Plan, Program, Refusal, Repeat, Step, When
from ..api import StubApi
from ..exchange import Exchange
from .routing import TRUE_OR_FALSE, WHOLE, Route, object_of

_OF_ALL = ("credentials_missing", "credentials_refused", "arguments_refused")


class Seen(Struct):
    """What was seen of an operation."""

    requests: int
    errors: dict[str, bool]
    arguments: dict[str, bool]
    unseen: set[str]
    """Arguments that nobody has given yet: soon there are none to look for."""


class Coverage:
    """Operations, the errors that each may answer, and its arguments: exercised or not."""

    def __init__(self, api: StubApi, program: Program | None) -> None:
        self._seen: dict[str, Seen] = {}
        for operation in api.operations:
            plan = program.plans.get(operation.id) if program else None
            faults = api.envelope_of(operation).faults
            shared = [said.code for name, said in faults.items() if name in _OF_ALL]
            own = [*_codes(plan, program)] if plan and program else []
            codes = dict.fromkeys(str(code) for code in (*shared, *own) if code is not None)
            errors, arguments = (
                dict.fromkeys(codes, False),
                dict.fromkeys(operation.arguments, False),
            )
            self._seen[operation.id] = Seen(0, errors, arguments, set(arguments))

    def note(self, exchange: Exchange) -> None:
        if exchange.operation is None:
            return
        seen = self._seen[exchange.operation.id]
        seen.requests += 1
        if exchange.code is not None:
            seen.errors[str(exchange.code)] = True
        if not seen.unseen.isdisjoint(exchange.given):
            now = seen.unseen.intersection(exchange.given)
            seen.arguments.update(dict.fromkeys(now, True))
            seen.unseen -= now

    def shown(self) -> dict[str, Any]:
        operations = {
            id: {
                "exercised": seen.requests > 0,
                "requests": seen.requests,
                "errors": seen.errors,
                "arguments": seen.arguments,
            }
            for id, seen in self._seen.items()
        }
        every = self._seen.values()
        return {
            "operations": operations,
            "summary": {
                "operations": _part(each.requests > 0 for each in every),
                "errors": _part(was for each in every for was in each.errors.values()),
                "arguments": _part(was for each in every for was in each.arguments.values()),
            },
        }

    def routes(self) -> tuple[Route, ...]:
        of = {"type": "object", "additionalProperties": TRUE_OR_FALSE}
        operation = object_of(exercised=TRUE_OR_FALSE, requests=WHOLE, errors=of, arguments=of)
        part = object_of(exercised=WHOLE, all=WHOLE)
        return (
            Route(
                method="GET",
                path="coverage",
                doc="Which operations, errors and arguments were exercised so far.",
                do=lambda _: self.shown(),
                answer=object_of(
                    operations={"type": "object", "additionalProperties": operation},
                    summary=object_of(operations=part, errors=part, arguments=part),
                ),
            ),
        )


def _part(were: Iterable[bool]) -> dict[str, int]:
    found = list(were)
    return {"exercised": sum(found), "all": len(found)}


def _codes(plan: Plan, program: Program) -> Iterator[int | str]:
    """The errors that an operation's steps may end with."""
    for step in _every(plan.steps):
        entity = program.entities.get(getattr(step, "entity", ""))
        refusal = step.refusal if isinstance(step, Fail) else getattr(step, "otherwise", None)
        if isinstance(refusal, Refusal):
            yield refusal.code
        if entity is not None:
            yield from (unique.otherwise.code for unique in entity.unique)


def _every(steps: Iterable[Step]) -> Iterator[Step]:
    for step in steps:
        yield step
        if isinstance(step, When):
            yield from _every((*step.then, *step.otherwise))
        elif isinstance(step, ForEach | Repeat | At):
            yield from _every(step.steps)
