"""Faults that tests ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from ...operation import Operation
from ..fault_rules import Delay, FaultRules, LogNormal, Rule, Uniform
from .fields import BadInput, Field, Problem, closest, some_of
from .patterns import of_pattern
from .routing import OBJECT, TEXT, WHOLE, Call, Link, Missing, Route, list_of, object_of

_MOST_SECONDS = 3600
_MOST_WAIT = 366 * 24 * 3600
_WHAT = ("status", "error", "delay", "connection")
_SECONDS = {"type": "number", "minimum": 0, "maximum": _MOST_SECONDS}
_DELAY = (
    _SECONDS,
    object_of(type={"const": "uniform"}, lower=_SECONDS, upper=_SECONDS),
    object_of(type={"const": "lognormal"}, median=_SECONDS, sigma=_SECONDS),
)


def _fields(codes: Mapping[str, int | str]) -> tuple[Field, ...]:
    known = sorted({*codes, *codes.values()}, key=lambda code: (str(code), isinstance(code, str)))
    return (
        Field(
            name="operation",
            kind="text",
            doc="Which operations: an id such as `user.create`, or a pattern such as `user.*`; all"
            " without it.",
            says={"minLength": 1},
        ),
        Field(name="tenant", kind="text", doc="Whose requests; everybody's without it."),
        Field(name="times", kind="integer", doc="To how many requests it happens.", least=1),
        Field(name="after", kind="integer", doc="How many pass before.", least=0),
        Field(name="probability", kind="number", doc="To which part it happens.", least=0, most=1),
        Field(name="status", kind="integer", doc="The HTTP status.", least=200, most=599),
        Field(
            name="error",
            kind="integer",
            others=("text",),
            doc="The code or the name of the API's error.",
            says={"enum": known},
        ),
        Field(
            name="delay",
            kind="number",
            others=("object",),
            doc="Seconds, or how they are distributed: `{type: uniform, lower, upper}` or"
            " `{type: lognormal, median, sigma}`.",
            least=0,
            most=_MOST_SECONDS,
            says={"anyOf": list(_DELAY)},
        ),
        Field(
            name="connection",
            kind="text",
            doc="What becomes of the connection.",
            choices=("reset", "truncate", "stall", "garbage", "slow"),
        ),
        Field(
            name="retry_after",
            kind="number",
            doc="The header Retry-After, in seconds; of a status or an error.",
            least=0,
            most=_MOST_WAIT,
        ),
    )


class FaultControl:
    """Rules that are added, seen and removed."""

    def __init__(
        self,
        rules: FaultRules,
        operations: Sequence[Operation],
        codes: Mapping[str, int | str],
    ) -> None:
        self._rules = rules
        self._ids = [each.id for each in operations]
        self._codes = codes
        self.fields = _fields(codes)

    def routes(self) -> tuple[Route, ...]:
        return (
            Route(
                method="POST",
                path="faults",
                doc="Add a rule. The first that matches a request counts; what fails is not done.",
                do=self._add,
                body=self.fields,
                looks=lambda given, _: self.problems(given),
                says=some_of(_WHAT),
                answer=object_of(id=WHOLE, operation=TEXT, matched=WHOLE, done=WHOLE),
                links=(Link("delete_faults_id", "id", "/id"),),
            ),
            Route(
                method="GET",
                path="faults",
                doc="The rules, and how often they have met a request.",
                do=self._all,
                answer=object_of(faults=list_of(OBJECT)),
            ),
            Route(
                method="DELETE",
                path="faults",
                doc="Take all rules away.",
                do=lambda call: {"removed": self._rules.remove(namespace=call.namespace)},
                answer=object_of(removed=WHOLE),
            ),
            Route(
                method="DELETE",
                path="faults/{id}",
                doc="Take a rule away.",
                do=self._remove,
                answer=object_of(removed=WHOLE),
            ),
        )

    def add(self, given: Mapping[str, Any], namespace: str = "") -> Rule:
        """Add a rule.

        Raises:
            BadInput: with every problem.
        """
        if problems := self.problems(given):
            raise BadInput(problems)
        delay, _ = _delay(given.get("delay"))
        error = given.get("error")
        parts = {**given, "delay": delay, "error": None if error is None else self._code(error)}
        return self._rules.add(Rule(id=0, namespace=namespace, **parts))

    def _add(self, call: Call) -> object:
        return _shown(self.add(call.body, call.namespace))

    def _all(self, call: Call) -> object:
        rules = self._rules.rules
        shown = [r for r in rules if not call.namespace or r.namespace == call.namespace]
        return {"faults": [_shown(rule) for rule in shown]}

    def _remove(self, call: Call) -> object:
        text = call.path["id"]
        removed = self._rules.remove(int(text)) if text.isdecimal() and len(text) < 20 else 0
        if not removed:
            raise Missing("there is no rule of that id")
        return {"removed": removed}

    def problems(self, given: Mapping[str, Any]) -> list[Problem]:
        """What is wrong with a rule whose parts are of the right kinds, or None."""
        _, found = _delay(given.get("delay"))
        found += of_pattern(given.get("operation"), self._ids)
        error = given.get("error")
        if error is not None and str(error) not in self._codes:
            problem = f"is no error of the API{closest(str(error), self._codes)}"
            found.append(Problem("error", problem))
        if not any(name in given for name in _WHAT):
            found.append(Problem("body", f"says nothing that happens: {', '.join(_WHAT)}"))
        fails = "status" in given or "error" in given
        if "retry_after" in given and not fails:
            found.append(Problem("retry_after", "needs a status or an error"))
        if fails and given.get("connection") not in (None, "slow"):
            found.append(Problem("connection", "leaves no response that could have an error"))
        return found

    def _code(self, error: int | str) -> int | str:
        return self._codes[str(error)]


def _delay(given: Any) -> tuple[Delay | None, list[Problem]]:
    if not isinstance(given, dict):
        return given, []
    try:
        found = msgspec.convert(given, Uniform | LogNormal)
    except msgspec.ValidationError:
        says = "is neither {type: uniform, lower, upper} nor {type: lognormal, median, sigma}"
        return None, [Problem("delay", says)]
    numbers = [getattr(found, name) for name in found.__struct_fields__]
    if not all(0 <= number <= _MOST_SECONDS for number in numbers):
        return None, [Problem("delay", f"has a number below 0 or above {_MOST_SECONDS}")]
    if isinstance(found, Uniform) and found.lower > found.upper:
        return None, [Problem("delay", "has a `lower` above its `upper`")]
    return found, []


def _shown(rule: Rule) -> object:
    return msgspec.to_builtins(rule) | {
        "operation": rule.operation,
        "matched": rule.matched,
        "done": rule.done,
    }
