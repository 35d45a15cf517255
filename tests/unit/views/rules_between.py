"""Rules between arguments, and what keeps and breaks each: for each back end that says them."""

from textwrap import indent

from apiscribe.model import Api, Operation
from tests.unit.specs import OPERATION, compiled

TYPES = """
objects:
  Cage:
    doc: A cage.
    shorthand: size
    fields:
      size: {type: text, optional: true, doc: How large.}
      bars: {type: integer, optional: true, doc: How many bars.}
      nest: {type: Nest, optional: true, doc: In it.}
"""
ARGUMENTS = """
arguments:
  kind: {type: integer, doc: A.}
  tame: {type: boolean, words: {Y: true, N: false}, doc: B.}
  habitat: {type: text, doc: C.}
  also: {type: any, doc: D.}
  height: {type: integer, doc: E.}
  cage: {type: Cage, doc: F.}
  since: {type: day, doc: G.}
  until: {type: day, doc: H.}
rules:
"""
WHEN = "when: {kind: [1, 2]}"
RULES = [
    (
        "rule: one_of_required, arguments: [kind, cage.bars]",
        [{"kind": 1}, {"cage": {"bars": 1}}],
        [{}, {"cage": {}}, {"cage": "wide"}],
    ),
    (
        "rule: one_of_required, arguments: [kind, cage.size]",
        [{"cage": {"size": "wide"}}, {"cage": "wide"}],
        [{"cage": {"bars": 1}}],
    ),
    (
        "rule: exclusive, arguments: [kind, tame, also]",
        [{}, {"kind": 1}, {"also": 1}],
        [{"kind": 1, "tame": "Y"}, {"kind": 1, "also": 1}, {"tame": "Y", "also": 1}],
    ),
    ("rule: exclusive, arguments: [kind, tame]", [{"tame": "Y"}], [{"kind": 1, "tame": "Y"}]),
    (
        f"rule: required_when, argument: tame, {WHEN}",
        [{}, {"kind": 3}, {"kind": 1, "tame": "N"}],
        [{"kind": 1}, {"kind": 2}],
    ),
    (
        "rule: required_when, argument: kind, when: {tame: true, habitat: {given: false}}",
        [{"tame": "N"}, {"tame": "Y", "habitat": "FO"}, {"tame": "Y", "kind": 1}],
        [{"tame": "Y"}],
    ),
    (
        "rule: required_when, argument: kind, when: {cage.size: {not: [small]}}",
        [{"cage": "small"}, {"cage": {"size": "small"}}, {"cage": "wide", "kind": 1}],
        [{"cage": "wide"}, {"cage": {"size": "wide"}}, {"cage": {}}, {}],
    ),
    (
        "rule: ignored_when, argument: tame, when: {habitat: {given: true}}",
        [{"tame": "Y"}, {"habitat": "FO"}],
        [{"tame": "Y", "habitat": "FO"}],
    ),
    (
        f"rule: applies_when, argument: tame, {WHEN}",
        [{"tame": "Y", "kind": 1}, {"kind": 3}, {"tame": "Y"}],
        [{"tame": "Y", "kind": 3}],
    ),
    (
        "rule: applies_when, argument: tame, when: {habitat: {given: true}, kind: {not: [3]}}",
        [{"tame": "Y", "habitat": "FO"}, {"tame": "Y", "habitat": "FO", "kind": 1}],
        [{"tame": "Y"}, {"tame": "Y", "habitat": "FO", "kind": 3}],
    ),
    (
        f"rule: member_of_when, argument: habitat, list: habitats, {WHEN}",
        [{"kind": 1, "habitat": "FO"}, {"habitat": "XX"}, {"kind": 1}],
        [{"kind": 1, "habitat": "XX"}],
    ),
    (
        "rule: member_of_when, argument: also, lists: [habitats, habitats]",
        [{"also": "FO"}, {"also": 1}, {}],
        [{"also": "XX"}],
    ),
    (
        "rule: member_of_when, argument: cage.size, list: habitats",
        [{"cage": {"size": "FO"}}, {"cage": "FO"}, {"cage": {}}],
        [{"cage": {"size": "XX"}}, {"cage": "XX"}],
    ),
    (
        "rule: range_when, argument: cage.nest.height, minimum: 2, maximum: 4",
        [{"cage": {"nest": {"height": 2}}}, {"cage": {"nest": {"height": 4}}}, {"cage": {}}],
        [{"cage": {"nest": {"height": 1}}}, {"cage": {"nest": {"height": 5}}}],
    ),
    (
        f"rule: range_when, argument: height, minimum: 2, {WHEN}",
        [{"height": 1}, {"kind": 1, "height": 2}],
        [{"kind": 1, "height": 1}],
    ),
]
"""The rule, arguments that keep it, and arguments that break it."""


def with_rule(rule: str) -> tuple[Api, Operation]:
    resource = OPERATION + indent(f"{ARGUMENTS}  - {{{rule}}}\n", "    ")
    api = compiled({"types/extra.yaml": TYPES, "resources/extra.yaml": resource})
    return api, next(each for each in api.operations if each.id == "extra.ping")
