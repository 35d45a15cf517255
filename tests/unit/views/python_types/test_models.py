"""Fields of models as JSON Schema: what stands in text with separators is of its type, too."""

import pytest

from apiscribe.views.python_types.models import models
from tests.unit.specs import OPERATION, compiled


@pytest.mark.parametrize(
    ("item", "sensitive", "expected"),
    [
        ("day", "", {"type": "string", "x-python-type": "aviary_v2._runtime.model.CalendarDay"}),
        ("integer", "", {"type": "integer"}),
        ("text", "", {"type": "string"}),
        (
            "text",
            "sensitive: true, ",
            {"type": "string", "x-python-type": "aviary_v2._runtime.model.SensitiveText"},
        ),
    ],
)
def test_items_of_a_csv_have_their_type(item, sensitive, expected):
    types = "objects:\n  Row:\n    doc: A row.\n    fields:\n"
    types += f"      held: {{type: csv, of: {item}, {sensitive}doc: What it holds.}}\n"
    resource = OPERATION + "    returns: Row\n"
    example = {"examples/extra/ping.response.json": '{"held": "x"}'}
    api = compiled({"types/rows.yaml": types, "resources/extra.yaml": resource, **example})

    held = models(api).schema["$defs"]["rows.Row"]["properties"]["held"]

    assert held["anyOf"] == [{"type": "array", "items": expected}, {"type": "string"}]
