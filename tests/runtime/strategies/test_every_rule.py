"""Every rule between arguments: draws keep it, and a breakage breaks it."""

from collections.abc import Callable, Mapping

import pytest

from apiscribe.runtime.strategies.clauses import Clause
from apiscribe.runtime.strategies.rules import (
    AppliesWhen,
    Exclusive,
    IgnoredWhen,
    MemberOfWhen,
    OneOfRequired,
    Ordered,
    RangeWhen,
    RequiredWhen,
    Rule,
)
from tests.runtime.strategies.draws import drawn
from tests.runtime.strategies.zoo import members

Given = Mapping[str, object]
Keeps = Callable[[Given], bool]


def code(given: Given) -> object:
    plan = given.get("plan")
    return plan.get("type") if isinstance(plan, dict) else plan


def days(given: Given) -> tuple[str, str] | None:
    """Both days as text, where both are written without a time."""
    first, last = str(given.get("from", "")), str(given.get("to", ""))
    return (first, last) if len(first) == len(last) == 10 else None


BETWEEN: list[tuple[Rule, Keeps, str, str]] = [
    (OneOfRequired(arguments=("a", "b")), lambda g: "a" in g or "b" in g, "a", "one_of_required"),
    (
        RequiredWhen(argument="a", when=(Clause("domain", "in", (2, 3)),)),
        lambda g: "a" in g or g.get("domain") not in (2, 3),
        "a",
        "required",
    ),
    (
        RequiredWhen(argument="a", when=(Clause("b", "given"), Clause("c", "absent"))),
        lambda g: "a" in g or "b" not in g or "c" in g,
        "a",
        "required",
    ),
    (
        RequiredWhen(argument="a", when=(Clause("until", "something"),)),
        lambda g: "a" in g or g.get("until") is None,
        "a",
        "required",
    ),
    (
        RequiredWhen(argument="a", when=(Clause("until", "nothing"),)),
        lambda g: "a" in g or g.get("until") is not None,
        "a",
        "required",
    ),
    (
        AppliesWhen(argument="a", when=(Clause("until", "something"),)),
        lambda g: "a" not in g or g.get("until") is not None,
        "a",
        "applies_when",
    ),
    (
        AppliesWhen(argument="a", when=(Clause("until", "nothing"),)),
        lambda g: "a" not in g or g.get("until") is None,
        "a",
        "applies_when",
    ),
    (
        IgnoredWhen(argument="a", when=(Clause("b", "given"),)),
        lambda g: not ("a" in g and "b" in g),
        "a",
        "ignored_when",
    ),
    (
        IgnoredWhen(
            argument="count",
            when=(Clause("flag", "not_in", (True,)), Clause("count", "not_in", (1,))),
        ),
        lambda g: g.get("count", 1) == 1 or g.get("flag") is True,
        "count",
        "ignored_when",
    ),
    (
        AppliesWhen(argument="a", when=(Clause("domain", "in", (2,)),)),
        lambda g: "a" not in g or g.get("domain", 2) == 2,
        "a",
        "applies_when",
    ),
    (
        AppliesWhen(argument="a", when=(Clause("domain", "not_in", (2,)), Clause("b", "given"))),
        lambda g: "a" not in g or ("b" in g and g.get("domain") != 2),
        "a",
        "applies_when",
    ),
    (
        MemberOfWhen(argument="a", ids=("AK", "AL"), when=(Clause("domain", "in", (1,)),)),
        lambda g: g.get("domain") != 1 or g.get("a", "AK") in ("AK", "AL"),
        "a",
        "list",
    ),
    (
        MemberOfWhen(argument="plan.type", ids=("monthly", "yearly")),
        lambda g: "plan" not in g or code(g) in ("monthly", "yearly"),
        "plan.type",
        "list",
    ),
    (
        RangeWhen(argument="count", maximum=12, when=(Clause("domain", "in", (2,)),)),
        lambda g: g.get("domain") != 2 or int(str(g.get("count", 1))) <= 12,
        "count",
        "maximum",
    ),
    (
        RangeWhen(argument="count", minimum=5),
        lambda g: int(str(g.get("count", 5))) >= 5,
        "count",
        "minimum",
    ),
    (
        Exclusive(arguments=("a", "b", "c")),
        lambda g: len({"a", "b", "c"} & g.keys()) <= 1,
        "b",
        "exclusive",
    ),
    (
        Ordered(first="from", last="to"),
        lambda g: (both := days(g)) is None or both[0] <= both[1],
        "to",
        "ordered",
    ),
    (
        Ordered(first="low", last="high"),
        lambda g: int(str(g.get("low", 0))) <= int(str(g.get("high", 9))),
        "high",
        "ordered",
    ),
]
"""A rule, ours that says the same, and where and as what it is broken."""


@pytest.mark.parametrize(("rule", "keeps", "argument", "name"), BETWEEN)
def test_draws_keep_the_rule(rule: Rule, keeps: Keeps, argument: str, name: str) -> None:
    assert [given for given in drawn(members(rule).valid) if not keeps(given)] == []


@pytest.mark.parametrize(("rule", "keeps", "argument", "name"), BETWEEN)
def test_a_break_breaks_the_rule(rule: Rule, keeps: Keeps, argument: str, name: str) -> None:
    about = [b for b in members(rule).breakages if (b.argument, b.rule) == (argument, name)][-1:]

    assert len(about) == 1
    for given, path in drawn(about[0].cases):
        # Days are compared as text above, so only where both are written that way.
        assert not keeps(given) or ("from" in given and days(given) is None)
        assert path == argument
