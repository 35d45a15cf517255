"""Quick looks at the arguments of an operation that has rules between them.

What is required and what the rules check at is taken in by one straight function, without a call
for each argument: the conditions are those of the checks and of the rules, and only the reports
are left out. Where one holds, the checks themselves say what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api, Operation
from apiscribe.views import rule_names
from apiscribe.views.text import literal
from apiscribe.views.validators import rule_checks
from apiscribe.views.validators.check_parts import CheckFunction, CheckKey
from apiscribe.views.validators.rule_checks import Group

Conditions = Callable[[CheckKey], str | None]
"""When something is wrong with a value; None where a condition alone cannot tell."""


class FastCheck(Struct, frozen=True):
    """A check at one argument: something is wrong with it where `wrong` holds."""

    name: str
    wrong: str


class FastPath(Struct, frozen=True):
    name: str
    operation: str
    absent: str
    """That a required argument is; empty where none is required."""
    required: tuple[FastCheck, ...]
    optional: tuple[FastCheck, ...]
    broken: tuple[str, ...]
    """One condition a rule between arguments, or for those that share one."""
    names: str
    """The arguments that were looked at, as a literal."""


def fast_path(api: Api, operation: Operation, conditions: Conditions) -> FastPath | None:
    if not operation.rules:
        return None
    required = [a.name for a in operation.arguments if a.required and not a.conditional]
    wanted = {*required, *(name for rule in operation.rules for name in rule_names.named(rule))}
    looks = {
        a.name: FastCheck(literal(a.name), wrong)
        for a in operation.arguments
        if a.name in wanted and (wrong := conditions(CheckKey(a.type, a.sensitive))) is not None
    }
    groups = rule_checks.groups(api, operation, sure=frozenset(required))
    return FastPath(
        name=f"_{naming.constant(operation.name).lower()}_fast_path",
        operation=operation.id,
        absent=" or ".join(f"{literal(name)} not in given" for name in required),
        required=tuple(check for name, check in looks.items() if name in required),
        optional=tuple(check for name, check in looks.items() if name not in required),
        broken=tuple(map(_condition, groups)),
        names=literal(frozenset(looks)),
    )


def condition(function: CheckFunction) -> str | None:
    """When `function` finds something wrong with `value`, if it calls nothing that reports."""
    if function.calls or function.bind is not None:
        return None
    guard = [function.guard] if function.guard is not None else []
    wrong = " or ".join(_grouped(test.condition) for test in (*guard, *function.tests))
    return f"value is not None and ({wrong})" if function.nullable else wrong


def _condition(group: Group) -> str:
    any_of = " or ".join(_grouped(test.condition) for test in group.tests)
    return any_of if group.condition is None else f"{group.condition} and ({any_of})"


def _grouped(condition: str) -> str:
    return f"({condition})" if " and " in condition else condition
