"""Arguments together: which are given, rules that need each other, what is wrong with them."""

import pytest
from hypothesis import find

from apiscribe.runtime.strategies.breakage import Breakage
from apiscribe.runtime.strategies.calls import InvalidCall, invalid_arguments, valid_arguments
from apiscribe.runtime.strategies.clauses import Clause
from apiscribe.runtime.strategies.collections import List
from apiscribe.runtime.strategies.domain import Deferred, Domain, Nullable
from apiscribe.runtime.strategies.members import Members, Object
from apiscribe.runtime.strategies.numbers import Integer
from apiscribe.runtime.strategies.rules import (
    AppliesWhen,
    Exclusive,
    IgnoredWhen,
    MemberOfWhen,
    OneOfRequired,
    Ordered,
    RangeWhen,
    RequiredWhen,
)
from apiscribe.runtime.strategies.text import TEXT, Text
from tests.runtime.strategies.draws import drawn
from tests.runtime.strategies.zoo import FIELDS, PLAN, members


def test_both_sides_of_a_condition_are_drawn() -> None:
    rule = AppliesWhen(argument="a", when=(Clause("domain", "in", (2,)),))
    values = drawn(members(rule).valid)

    # What an absent argument would have to be, nobody knows.
    assert any("a" in given and "domain" not in given for given in values)
    values = drawn(members(rule, required=("domain",)).valid)
    assert {(1, False), (2, False), (2, True)} <= {(g["domain"], "a" in g) for g in values}


def test_either_of_what_excludes_the_other_is_drawn() -> None:
    values = drawn(members(Exclusive(arguments=("a", "b"))).valid)

    assert {(True, False), (False, True), (False, False)} == {("a" in g, "b" in g) for g in values}


def test_equal_days_are_in_order() -> None:
    values = drawn(members(Ordered(first="from", last="to"), required=("from", "to")).valid, 300)

    equal = {str(given["from"]) for given in values if given["from"] == given["to"]}
    assert equal - {"0001-01-01", "9999-12-31"}


def test_few_or_many_arguments_are_drawn_in_the_pages_order() -> None:
    values = drawn(members(required=("count",)).valid)

    assert {1, len(FIELDS)} < {len(given) for given in values}
    assert all([name for name in FIELDS if name in given] == list(given) for given in values)


def test_what_a_mend_adds_has_its_place_as_well() -> None:
    rule = RequiredWhen(argument="domain", when=(Clause("to", "given"),))
    values = drawn(members(rule, required=("to",)).valid)

    assert all(next(iter(given)) == "domain" for given in values)


def test_arguments_shrink_to_what_is_required() -> None:
    arguments = members(required=("count",)).valid

    assert find(arguments, lambda given: int(str(given["count"])) > 4) == {"count": 5}
    assert find(arguments, lambda given: "domain" in given) == {"domain": 1, "count": 1}


def test_warnings_are_only_kept_out_by_default() -> None:
    rule = IgnoredWhen(argument="a", when=(Clause("b", "given"),), severity="warning")
    arguments = members(rule)

    assert not any({"a", "b"} <= g.keys() for g in drawn(valid_arguments(arguments, False)))
    assert any({"a", "b"} <= g.keys() for g in drawn(valid_arguments(arguments, True)))


CONTRARY = members(
    Exclusive(arguments=("a", "b")),
    RequiredWhen(argument="b", when=(Clause("c", "given"),)),
    RequiredWhen(argument="a", when=(Clause("c", "given"),)),
    AppliesWhen(argument="c", when=(Clause("flag", "in", (True,)),)),
)
"""`c` asks for both of what excludes each other: it can never be given."""


def test_rules_that_ask_for_contrary_things_are_all_kept() -> None:
    values = drawn(CONTRARY.valid)

    assert not any("c" in given for given in values)
    assert any("a" in given for given in values)


def test_what_cannot_be_broken_alone_is_broken_all_the_same() -> None:
    (broken,) = (each for each in CONTRARY.breakages if each.rule == "applies_when")

    assert all("c" in given and given["flag"] is False for given, _ in drawn(broken.cases))


def test_a_required_argument_is_left_out() -> None:
    about = [b for b in members(required=("count",)).breakages if b.argument == "count"]
    (broken,) = (each for each in about if each.rule == "required")

    assert not any("count" in given for given, _ in drawn(broken.cases))


def test_a_rule_that_cannot_be_broken_alone_is_not_tried() -> None:
    rules = members(OneOfRequired(arguments=("a", "count")), required=("count",)).breakages

    assert [each for each in rules if each.rule == "one_of_required"] == []


def test_a_flaw_inside_of_an_object_is_named_by_its_path() -> None:
    inner = Members(fields={"days": List(item=Integer(minimum=1))}, required=("days",))
    outer = Members(fields={"plan": Object(inner)})
    found = {(each.rule, path) for each in outer.breakages for _, path in drawn(each.cases, 5)}

    assert {
        ("required", "plan.days"),
        ("minimum", "plan.days[0]"),
        ("type", "plan"),
        ("unknown_argument", "plan.days_"),
        ("unknown_argument", "plan_"),
    } <= found


def test_rules_reach_into_objects_and_their_shorthand() -> None:
    rule = MemberOfWhen(argument="plan.type", ids=("monthly", "yearly"))
    plans = [given["plan"] for given in drawn(members(rule, required=("plan",)).valid)]

    assert {"monthly", "yearly"} <= {plan for plan in plans if isinstance(plan, str)}
    assert {"monthly", "yearly"} <= {plan["type"] for plan in plans if isinstance(plan, dict)}


def test_rules_reach_into_objects_that_may_be_null() -> None:
    rule = RangeWhen(argument="plan.hosts", maximum=9)
    fields: dict[str, Domain[object]] = {"plan": Nullable(PLAN)}
    plans = [given["plan"] for given in drawn(Members(fields=fields, rules=(rule,)).valid) if given]

    assert None in plans
    assert all(int(plan.get("hosts", 0)) <= 9 for plan in plans if isinstance(plan, dict))


def test_an_object_may_be_part_of_itself() -> None:
    fields: dict[str, Domain[object]] = {"parent": Deferred(lambda: folder), "name": TEXT}
    folder = Object(Members(fields=fields, required=("name",)))
    values = [value for value in drawn(folder.valid) if isinstance(value, dict)]

    assert any("parent" in value for value in values)
    assert {"type", "required", "characters"} < {
        value_breakage.rule for value_breakage in folder.breakages
    }


def test_wrong_calls_can_be_narrowed_to_a_rule_and_an_argument() -> None:
    arguments = members(required=("count",))
    calls = drawn(invalid_arguments(arguments, "count", "minimum"))

    assert calls[0] == InvalidCall(
        arguments=calls[0].arguments, argument="count", rule="minimum", severity="error"
    )
    assert all(type(call.arguments["count"]) is int for call in calls)
    with pytest.raises(ValueError, match="there is no rule maximum of `count` to break"):
        invalid_arguments(arguments, "count", "maximum")


def test_one_thing_is_wrong_at_a_time() -> None:
    arguments = Members(fields={"a": Text(max_length=3), "b": Text(max_length=3)})

    def wrong(each: Breakage) -> set[str]:
        found = {
            name for given, _ in drawn(each.cases) for name, v in given.items() if len(str(v)) > 3
        }
        return found - {"a_"}

    (about_a,) = (b for b in arguments.breakages if (b.argument, b.rule) == ("a", "max_length"))
    assert wrong(about_a) == {"a"}


def test_a_part_of_a_path_is_more_than_dots() -> None:
    texts = Text(choices=(".", "..", "a", "", "a/./b", "a//b", "a/b", "..."))
    fields = {"id": texts, "name": texts}
    found = drawn(Members(fields=fields, required=("id", "name"), in_path=("id",)).valid, 200)

    assert {each["id"] for each in found} == {"a", "", "a/b", "..."}
    assert {each["name"] for each in found} >= {".", "..", "a//b"}
