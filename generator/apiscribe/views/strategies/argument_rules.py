"""Rules between arguments, as strategies keep and break them: an expression over `rules`."""

from __future__ import annotations

from typing import assert_never

from apiscribe import naming
from apiscribe.model import (
    AppliesWhen,
    ArgumentRule,
    Clause,
    Exclusive,
    IgnoredWhen,
    MemberOfWhen,
    OneOfRequired,
    Ordered,
    RangeWhen,
    RequiredWhen,
)
from apiscribe.views.text import literal


def expression(rule: ArgumentRule) -> str:
    """The rule as an object of the runtime's class of the same name."""
    given = ", ".join(f"{name}={value}" for name, value in _facts(rule).items())
    severity = "" if rule.severity == "error" else f", severity={literal(rule.severity)}"
    return f"rules.{type(rule).__name__}({given}{severity})"


def _facts(rule: ArgumentRule) -> dict[str, str]:
    match rule:
        case OneOfRequired() | Exclusive():
            return {"arguments": literal(rule.arguments)}
        case RequiredWhen() | IgnoredWhen() | AppliesWhen():
            return {"argument": literal(rule.argument), "when": _when(rule.when)}
        case MemberOfWhen():
            ids = " ".join(f"*lists.{naming.constant(name)}," for name in rule.lists)
            facts = {"argument": literal(rule.argument), "ids": f"({ids})"}
            return facts | ({"when": _when(rule.when)} if rule.when else {})
        case RangeWhen():
            facts = {"argument": literal(rule.argument)}
            if rule.when:
                facts["when"] = _when(rule.when)
            if rule.minimum is not None:
                facts["minimum"] = literal(rule.minimum)
            if rule.maximum is not None:
                facts["maximum"] = literal(rule.maximum)
            return facts
        case Ordered():
            return {"first": literal(rule.first), "last": literal(rule.last)}
        case _:
            assert_never(rule)


def _when(clauses: tuple[Clause, ...]) -> str:
    return "(" + "".join(f"{_clause(clause)}, " for clause in clauses) + ")"


def _clause(clause: Clause) -> str:
    values = f", {literal(clause.values)}" if clause.values else ""
    return f"clauses.Clause({literal(clause.argument)}, {literal(clause.test)}{values})"
