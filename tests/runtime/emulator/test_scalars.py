"""Values that responses have otherwise than records hold them."""

from typing import Any

import msgspec
import pytest

from apiscribe.runtime.emulator.showing_values import Presenter
from apiscribe.runtime.program import Shape

NOON = "2012-11-25T12:00:00Z"


@pytest.mark.parametrize(
    ("shape", "held", "shown"),
    [
        ({"kind": "date", "formats": ("unix_seconds",)}, NOON, "1353844800"),
        ({"kind": "date", "formats": ("unix_seconds",), "in_text": True}, NOON, '"1353844800"'),
        ({"kind": "date", "formats": ("unix_milliseconds",)}, NOON, "1353844800000"),
        ({"kind": "date", "formats": ("rfc3339",)}, NOON, '"2012-11-25T12:00:00Z"'),
        ({"kind": "date", "formats": ("%d.%m.%Y",)}, NOON, '"25.11.2012"'),
        ({"kind": "date", "formats": ("%d %b %Y %H:%M",)}, NOON, '"25 Nov 2012 12:00"'),
        ({"kind": "duration", "formats": ("seconds",)}, 90, "90"),
        ({"kind": "duration", "formats": ("seconds",), "in_text": True}, 90, '"90"'),
        ({"kind": "duration", "formats": ("iso8601",)}, "PT90S", '"PT90S"'),
        ({"kind": "duration", "formats": ("iso8601",)}, 90, '"PT1M30S"'),
        ({"kind": "duration", "formats": ("clock",)}, 90, '"00:01:30"'),
        ({"kind": "decimal"}, "12345678901234567890.50", "12345678901234567890.50"),
        ({"kind": "text"}, "12.50", '"12.50"'),
        ({"kind": "boolean", "words": ("yes", "no")}, True, '"yes"'),
        ({"kind": "boolean", "words": (1, 0)}, False, "0"),
        ({"kind": "boolean"}, True, "true"),
        ({"kind": "csv", "separator": " "}, ["read", "write"], '"read write"'),
        ({"kind": "csv"}, ["a", "b"], '"a,b"'),
        (
            {
                "kind": "tuple",
                "parts": (Shape(kind="text"), Shape(kind="date", formats=("unix_seconds",))),
            },
            ["ann", NOON],
            '["ann",1353844800]',
        ),
    ],
)
def test_a_value_is_shown_as_its_type_says(shape: dict[str, Any], held: object, shown: str) -> None:
    presenter = Presenter({}, numbers=False)

    assert msgspec.json.encode(presenter.of(Shape(**shape))(held)).decode() == shown
