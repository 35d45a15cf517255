"""Checks of rules between arguments: a condition that breaks the rule, and what it says."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import (
    Api,
    AppliesWhen,
    ArgumentRule,
    Clause,
    DateType,
    Exclusive,
    IgnoredWhen,
    MemberOfWhen,
    ObjectType,
    OneOfRequired,
    Operation,
    Ordered,
    RangeWhen,
    RequiredWhen,
)
from apiscribe.views import rule_names, rule_sentences, sentences
from apiscribe.views.rule_names import Members
from apiscribe.views.text import literal
from apiscribe.views.validators.check_parts import Test, resting_on

Values = tuple[str | int | bool, ...]


class _Names(Struct, frozen=True):
    """How generated code looks at what a rule names."""

    api: Api
    owner: Operation | ObjectType
    sure: frozenset[str] = frozenset()
    """What is known to be given."""

    @property
    def members(self) -> Members:
        return rule_names.members(self.owner)

    def condition(self, clauses: tuple[Clause, ...]) -> str:
        return literal(rule_sentences.condition(self.members, clauses))

    def value(self, name: str) -> str:
        if self._is_inside(name):
            return self._reached(name)
        if name in self.sure:
            return f"given[{literal(name)}]"
        return f"given.get({literal(name)})"

    def given(self, name: str) -> str:
        if self._is_inside(name):
            return f"{self._reached(name)} is not UNSET"
        return f"{literal(name)} in given"

    def absent(self, name: str) -> str:
        if self._is_inside(name):
            return f"{self._reached(name)} is UNSET"
        return f"{literal(name)} not in given"

    def null(self, name: str, *, wanted: bool) -> str:
        """That a value is null or not given, or that it is neither."""
        if self._is_inside(name):
            return f"{self._reached(name)} {'in' if wanted else 'not in'} (None, UNSET)"
        return f"{self.value(name)} {'is' if wanted else 'is not'} None"

    def known_to_differ(self, name: str, values: Values) -> str:
        """That a value is given and is none of `values`."""
        if self._is_inside(name):
            return f"{self._reached(name)} not in ({', '.join(map(literal, values))}, UNSET)"
        differs = _not_among(f"given[{literal(name)}]", values)
        return differs if name in self.sure else f"{self.given(name)} and {differs}"

    def is_secret(self, name: str) -> bool:
        if isinstance(self.owner, Operation):
            return any(a.sensitive for a in self.owner.arguments if a.name == name)
        return any(f.sensitive for f in self.owner.fields if f.wire_name == name)

    def _is_inside(self, name: str) -> bool:
        return name not in self.members and "." in name

    def _reached(self, name: str) -> str:
        path = rule_names.path(self.members, name)
        short = ", short=True" if rule_names.is_short(self.api, self.members, path) else ""
        return f"readers.reach(given, {literal(path)}{short})"


class Group(Struct, frozen=True):
    """Tests that are made only if `condition` holds; without one, always."""

    condition: str | None
    tests: tuple[Test, ...]


def groups(
    api: Api, owner: Operation | ObjectType, sure: frozenset[str] = frozenset()
) -> list[Group]:
    """What breaks the rules of `owner`; those that share a condition look at it once."""
    names = _Names(api, owner, sure)
    together: dict[object, list[AppliesWhen]] = {}
    found: list[Group | tuple[Clause, ...]] = []
    for rule in owner.rules:
        if isinstance(rule, AppliesWhen):
            if rule.when not in together:
                found.append(rule.when)
            together.setdefault(rule.when, []).append(rule)
        else:
            found.append(Group(None, tuple(_tests(names, rule))))
    return [each if isinstance(each, Group) else _applying(names, together[each]) for each in found]


def _applying(names: _Names, rules: list[AppliesWhen]) -> Group:
    if len(rules) == 1:
        return Group(None, tuple(_tests(names, rules[0])))
    made = (
        resting_on(
            rule.ground,
            Test(
                names.given(rule.argument),
                _conditional("not_applicable", names, rule, _how(rule)),
            ),
        )
        for rule in rules
    )
    return Group(_none_applies(names, rules[0]), tuple(made))


def _none_applies(names: _Names, rule: AppliesWhen) -> str:
    fails = [_fails(names, clause) for clause in rule.when]
    if len(fails) == 1:
        return fails[0]
    return f"({' or '.join(f'({each})' if ' and ' in each else each for each in fails)})"


def _tests(names: _Names, rule: ArgumentRule) -> list[Test]:
    return [resting_on(rule.ground, test) for test in _broken(names, rule)]


def _broken(names: _Names, rule: ArgumentRule) -> list[Test]:
    how = _how(rule)
    match rule:
        case OneOfRequired():
            absent = " and ".join(names.absent(name) for name in rule.arguments)
            return [Test(absent, f"messages.none_given({literal(rule.arguments)}, found{how})")]
        case RequiredWhen():
            broken = f"{_holds(names, rule.when)} and {names.absent(rule.argument)}"
            return [Test(broken, _conditional("missing", names, rule, how))]
        case IgnoredWhen():
            broken = f"{names.given(rule.argument)} and {_holds(names, rule.when)}"
            return [Test(broken, _conditional("ignored", names, rule, how))]
        case AppliesWhen():
            broken = f"{names.given(rule.argument)} and {_none_applies(names, rule)}"
            return [Test(broken, _conditional("not_applicable", names, rule, how))]
        case MemberOfWhen():
            return [_member(names, rule, how)]
        case RangeWhen():
            return _range(names, rule, how)
        case Exclusive():
            return [_exclusive(names, rule, how)]
        case Ordered():
            values = f"{names.value(rule.first)}, {names.value(rule.last)}"
            broken = f"predicates.is_later({values}{_formats(names, rule)})"
            both = f"{literal(rule.first)}, {literal(rule.last)}"
            return [Test(broken, f"messages.out_of_order({both}, found{how})")]
        case _:
            assert_never(rule)


_READ_BY_SHAPE = {"date", "date_unpadded", "utc", "utc_unpadded", "us_minutes"}
"""Formats of which every text tells by itself what it means."""


def _formats(names: _Names, rule: Ordered) -> str:
    """The formats of both, where they have to be known to read them."""
    paths = [rule_names.path(names.members, name) for name in (rule.first, rule.last)]
    found = [rule_names.type_at(names.api, names.members, path) for path in paths]
    formats = [each.formats for each in found if isinstance(each, DateType)]
    if _READ_BY_SHAPE.issuperset(form for each in formats for form in each):
        return ""
    return "".join(f", {literal(each)}" for each in formats)


def _how(rule: ArgumentRule) -> str:
    severity = "" if rule.severity == "error" else f", severity={literal(rule.severity)}"
    return severity + (f", source={literal(rule.section)}" if rule.section else "")


def _conditional(
    report: str, names: _Names, rule: RequiredWhen | IgnoredWhen | AppliesWhen, how: str
) -> str:
    because = names.condition(rule.when)
    return f"messages.{report}({literal(rule.argument)}, found, {because}{how})"


def _member(names: _Names, rule: MemberOfWhen, how: str) -> Test:
    value, name = names.value(rule.argument), literal(rule.argument)
    absent = " and ".join(
        f"{value} not in package.lists.{naming.constant(name)}" for name in rule.lists
    )
    tables = ", ".join(
        f"{literal(sentences.list_title(names.api, name))}: package.lists.{naming.constant(name)}"
        for name in rule.lists
    )
    because = names.condition(rule.when) + how + _secret(names, rule)
    return Test(
        _when(names, rule, f"isinstance({value}, str) and {absent}"),
        f"messages.not_listed({value}, {name}, found, {{{tables}}}, {because})",
    )


def _range(names: _Names, rule: RangeWhen, how: str) -> list[Test]:
    value, name = names.value(rule.argument), literal(rule.argument)
    because = names.condition(rule.when) + how + _secret(names, rule)
    found = []
    if rule.minimum is not None:
        broken = _when(names, rule, f"predicates.is_under({value}, {rule.minimum})")
        report = f"messages.too_small({value}, {name}, found, {rule.minimum}, {because})"
        found.append(Test(broken, report))
    if rule.maximum is not None:
        broken = _when(names, rule, f"predicates.is_over({value}, {rule.maximum})")
        report = f"messages.too_large({value}, {name}, found, {rule.maximum}, {because})"
        found.append(Test(broken, report))
    return found


def _exclusive(names: _Names, rule: Exclusive, how: str) -> Test:
    report = f"messages.several_given({literal(rule.arguments)}, found{how}"
    given = [names.given(name) for name in rule.arguments]
    if len(given) == 2:
        return Test(" and ".join(given), f"{report})")
    which = f"({', '.join(given)})"
    return Test(f"sum({which}) > 1", f"{report}, given={which})")


def _secret(names: _Names, rule: MemberOfWhen | RangeWhen) -> str:
    return ", secret=True" if names.is_secret(rule.argument) else ""


def _when(names: _Names, rule: MemberOfWhen | RangeWhen, broken: str) -> str:
    """Without a condition, a rule always holds."""
    return f"{_holds(names, rule.when)} and {broken}" if rule.when else broken


def _holds(names: _Names, clauses: tuple[Clause, ...]) -> str:
    return " and ".join(_clause(names, clause) for clause in clauses)


def _clause(names: _Names, clause: Clause) -> str:
    match clause.test:
        case "given":
            return names.given(clause.argument)
        case "absent":
            return names.absent(clause.argument)
        case "something" | "nothing":
            return names.null(clause.argument, wanted=clause.test == "nothing")
        case "in":
            return _among(names.value(clause.argument), clause.values)
        case "not_in":
            return _not_among(names.value(clause.argument), clause.values)


def _fails(names: _Names, clause: Clause) -> str:
    """That a clause is known not to hold: an absent argument settles nothing."""
    match clause.test:
        case "given":
            return names.absent(clause.argument)
        case "absent":
            return names.given(clause.argument)
        case "something" | "nothing":
            return names.null(clause.argument, wanted=clause.test == "something")
        case "in":
            return names.known_to_differ(clause.argument, clause.values)
        case "not_in":
            return _among(names.value(clause.argument), clause.values)


def _among(value: str, values: Values) -> str:
    if len(values) > 1:
        return f"{value} in {literal(values)}"
    return f"{value} {'is' if isinstance(values[0], bool) else '=='} {literal(values[0])}"


def _not_among(value: str, values: Values) -> str:
    if len(values) > 1:
        return f"{value} not in {literal(values)}"
    return f"{value} {'is not' if isinstance(values[0], bool) else '!='} {literal(values[0])}"
