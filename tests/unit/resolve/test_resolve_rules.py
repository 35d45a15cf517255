"""Resolving arguments and rules: groups expanded, conditions turned into rules, names bound."""

from apiscribe.model import (
    AppliesWhen,
    Clause,
    Exclusive,
    Ground,
    IntegerType,
    MemberOfWhen,
    OneOfRequired,
    Range,
    RangeWhen,
    RequiredWhen,
)
from tests.unit.specs import compiled, extra, using


def test_a_group_is_put_where_it_is_used() -> None:
    names = extra(
        """
        arguments:
          first: {type: text, doc: A.}
          paging: group
          last: {type: text, doc: B.}
        """
    ).arguments

    assert [argument.name for argument in names] == ["first", "page", "size", "last"]


def test_a_group_can_be_used_in_part_and_changed() -> None:
    operation = extra(
        """
        arguments:
          paging:
            group: true
            except: [page]
            override:
              size: {maximum: 5, minimum: null, default: null, required: true, doc: Few.}
        """
    )

    (size,) = operation.arguments
    assert size.type == IntegerType(rules=(Range(maximum=5),))
    assert size.default is None
    assert size.required
    assert size.doc == "Few."


def test_an_argument_only_for_a_case_is_ignored_in_others() -> None:
    operation = extra(
        """
        arguments:
          kind: {type: species, doc: A.}
          a: {type: text, only_for: {kind: [1, 2]}, doc: B.}
          b: {type: text, required: true, only_for: {kind: 2}, doc: C.}
          c: {type: text, required: true, doc: D.}
        """
    )

    two = (Clause(argument="kind", test="in", values=(2,)),)
    assert operation.rules == (
        AppliesWhen(
            argument="a",
            when=(Clause(argument="kind", test="in", values=(1, 2)),),
            severity="warning",
        ),
        AppliesWhen(argument="b", when=two, severity="warning"),
        RequiredWhen(argument="b", when=two),
    )
    conditional = {a.name: (a.required, a.conditional) for a in operation.arguments}
    assert conditional == {
        "kind": (False, False),
        "a": (False, False),
        "b": (True, True),
        "c": (True, False),
    }


def test_a_required_argument_is_conditional_if_a_rule_says_when() -> None:
    operation = extra(
        """
        arguments:
          a: {type: text, required: true, doc: A.}
          b: {type: text, required: true, doc: B.}
          c: {type: text, required: true, doc: C.}
        rules:
          - {rule: one_of_required, arguments: [a, b]}
        """
    )

    assert [a.name for a in operation.arguments if a.conditional] == ["a", "b"]


RULES = """
arguments:
  a: {type: text, doc: A.}
  n: {type: integer, doc: B.}
  nest: {type: Nest, doc: C.}
rules:
  - rule: one_of_required
    arguments: [a, n]
    severity: warning
    section: S
    basis: observed
    doc: D
  - {rule: exclusive, arguments: [a, nest.tree]}
  - {rule: range_when, argument: n, maximum: 3, when: {a: x, nest.height: {not: [1, 2]}}}
  - rule: member_of_when
    argument: a
    list: habitats
    when: {n: {given: true}, nest: {given: false}}
  - {rule: member_of_when, argument: nest.tree, lists: [habitats]}
"""


def test_rules_are_read_with_all_that_they_say() -> None:
    operation = extra(RULES)

    given = Clause(argument="n", test="given")
    absent = Clause(argument="nest", test="absent")
    assert operation.rules == (
        OneOfRequired(
            arguments=("a", "n"),
            severity="warning",
            section="S",
            ground=Ground("observed"),
            doc="D",
        ),
        Exclusive(arguments=("a", "nest.tree")),
        RangeWhen(
            argument="n",
            maximum=3,
            when=(
                Clause(argument="a", test="in", values=("x",)),
                Clause(argument="nest.height", test="not_in", values=(1, 2)),
            ),
        ),
        MemberOfWhen(argument="a", lists=("habitats",), when=(given, absent)),
        MemberOfWhen(argument="nest.tree", lists=("habitats",), when=()),
    )


def test_rules_of_an_object_go_by_its_wire_names() -> None:
    api = compiled(
        {
            "types/extra.yaml": """
                objects:
                  Egg:
                    doc: An egg.
                    fields:
                      colour: {type: text, optional: true, wire_name: "colour ", doc: A.}
                      size: {type: integer, optional: true, doc: B.}
                    rules:
                      - {rule: exclusive, arguments: [colour, size]}
                """,
            **using("Egg"),
        }
    )

    assert api.objects["Egg"].rules == (Exclusive(arguments=("colour ", "size")),)
