"""Rules between the arguments of an operation: what each is only for, and what is stated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from msgspec.structs import replace

from apiscribe.document.rules import RuleDoc
from apiscribe.load.source import Place
from apiscribe.model import (
    AppliesWhen,
    Argument,
    ArgumentRule,
    Clause,
    Ground,
    OneOfRequired,
    RequiredWhen,
)
from apiscribe.resolve.arguments import Declaration
from apiscribe.resolve.binding import Scope
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.rules import Rules


class _About(TypedDict):
    argument: str
    when: tuple[Clause, ...]
    ground: Ground


def argument_rules(
    stated: Sequence[RuleDoc],
    declared: Sequence[Declaration],
    scope: Scope,
    place: Place,
    origins: Origins,
) -> tuple[ArgumentRule, ...]:
    """What arguments are only for, and what is stated about several of them."""
    rules = Rules(scope, origins)
    found: list[ArgumentRule] = []
    for each in declared:
        if "only_for" in each.attributes:
            found += _only_for(each, rules, origins)
    return (*found, *rules.resolve(stated, place / "rules"))


def with_conditions(
    arguments: Sequence[Argument], rules: Sequence[ArgumentRule], origins: Origins
) -> tuple[Argument, ...]:
    """The arguments; a required one knows if a rule says when it is needed."""
    return tuple(_conditional(each, rules, origins) for each in arguments)


def _only_for(declared: Declaration, rules: Rules, origins: Origins) -> list[ArgumentRule]:
    condition = declared.attributes["only_for"]
    when = rules.condition(condition.value, condition.place)
    if when is None:
        return []
    about: _About = {"argument": declared.name, "when": when, "ground": condition.ground}
    found: list[ArgumentRule] = [AppliesWhen(severity="warning", **about)]
    if declared.attributes.value("required"):
        found.append(RequiredWhen(**about))
    keys = {"erratum": condition.erratum_place}
    return [origins.note(rule, condition.place, keys) for rule in found]


def _conditional(argument: Argument, rules: Sequence[ArgumentRule], origins: Origins) -> Argument:
    named = any(
        (isinstance(rule, RequiredWhen) and rule.argument == argument.name)
        or (isinstance(rule, OneOfRequired) and argument.name in rule.arguments)
        for rule in rules
    )
    if not (argument.required and named):
        return argument
    return origins.same(replace(argument, conditional=True), argument)
