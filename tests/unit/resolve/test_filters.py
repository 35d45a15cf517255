"""What records are looked for: what is known beforehand, keys of an index, and all else."""

import pytest

from tests.unit.specs import OPERATION, compiled

STATE = """
entities:
  row: {{doc: A row., key: id, fields: {{id: {{make: uuid}}, held: 1}}}}
operations:
  extra.ping:
    - {{find: row, where: {{held: {test}}}, otherwise: KeyRefused}}
  bird.add: [{{fail: KeyRefused}}]
  bird.list: [{{fail: KeyRefused}}]
  bird.release: [{{fail: KeyRefused}}]
"""


@pytest.mark.parametrize(
    ("test", "keys", "filters"),
    [
        ("$kind", 1, []),
        ("1", 0, []),
        ("[$kind, 2]", 0, [("OneOf", False)]),
        ("{not: $kind}", 0, [("NoneOf", False)]),
        ("{not: [1, 2]}", 0, []),
        ("{if_given: $kind}", 0, [("OneOf", True)]),
        ("{at_least: $kind}", 0, [("AtLeast", True)]),
        ("{at_least: 1}", 0, []),
        ("{given: true}", 0, []),
        ("{in_list: habitats}", 0, []),
        ("{more_than: $kind, less_than: $kind}", 0, [("MoreThan", True), ("LessThan", True)]),
    ],
)
def test_a_test_is_of_a_key_or_of_what_is_left(test, keys, filters):
    resource = OPERATION + "    arguments:\n      kind: {type: integer, doc: A.}\n"
    state = STATE.format(test=test)
    api = compiled({"resources/extra.yaml": resource, "state/rows.yaml": state})
    assert api.state is not None

    (step,) = api.state.plans["extra.ping"]

    query = step.query  # type: ignore[union-attr]  # it finds
    assert len(query.keys) == keys
    assert [(type(each.test).__name__, each.optional) for each in query.filters] == filters
