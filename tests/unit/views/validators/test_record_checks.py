"""What the fields of records may hold: what answers show, where records hold the same."""

import pytest

from apiscribe.views.validators.check_plan import CheckPlan
from apiscribe.views.validators.record_checks import rows
from tests.unit.specs import OPERATION, compiled

STATE = """
entities:
  row: {doc: A row., shape: Row, key: id, fields: {id: {make: uuid}, held: HELD}}
operations:
  extra.ping:
    - {create: row, arguments: false}
  bird.add:
    - {fail: KeyRefused}
  bird.list:
    - {fail: KeyRefused}
  bird.release:
    - {fail: KeyRefused}
"""


BEGINS = {
    "list": ("[]", ", also=([],)"),
    "map": ("$nothing", ""),
    "text": ("1", ", also=(1,)"),
}
"""The kind of a field -> what it begins with, and what that adds to what it may hold."""


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("type: list, of: text, max_items: 2", "list_of_text_up_to_2"),
        ("type: list, of: {type: list, of: text}, max_items: 2", "list_of_list_of_text_up_to_2"),
        ("type: map, of: text, max_keys: 2", "map_of_text_keys"),
        ("type: text, max_length: 2", "text_up_to_2"),
        ("type: list, of: {type: tuple, parts: [text, number]}, max_items: 2", None),
        ("type: list, of: {type: union, members: [text, number]}, max_items: 2", None),
        ("type: list, of: Nest, max_items: 2", None),
        ("type: map, of: Nest, max_keys: 2", None),
        ("type: list, of: {type: bytes, formats: base64}, max_items: 2", None),
        ("type: list, of: day, max_items: 2", None),
        ("type: text", None),
    ],
)
def test_a_rule_of_an_answer_is_one_of_the_record(of, expected):
    types = "objects:\n  Row:\n    doc: A row.\n    fields:\n      id: {type: text, doc: Its id.}\n"
    types += f"      held: {{{of}, doc: What it holds.}}\n"
    resource = OPERATION + "    arguments:\n      given: {type: Row, doc: A row.}\n"
    begins, also = BEGINS[of.removeprefix("type: ").partition(",")[0]]
    state = STATE.replace("HELD", begins)
    api = compiled(
        {"types/rows.yaml": types, "resources/extra.yaml": resource, "state/rows.yaml": state}
    )
    assert api.state is not None

    fields = dict(pair for row in rows(api, api.state, CheckPlan(api)) for pair in row.fields)

    allowed = None if expected is None else f"Allowed(({expected},){also})"
    assert fields.get("'held'") == allowed
