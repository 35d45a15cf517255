"""What one operation calls JSON: it is said of a body or an answer that is some."""

import pytest

from apiscribe import SpecError
from tests.unit.specs import extra

BODY = "arguments:\n  name: {type: text, doc: A.}\n"


@pytest.mark.parametrize(
    ("keys", "sent"),
    [
        (f"json: application/x+json\nencoding: json\n{BODY}", "application/x+json"),
        (f"json: {{sends: application/y+json}}\nencoding: json\n{BODY}", "application/y+json"),
        (f"encoding: json\n{BODY}", "application/json"),
    ],
    ids=["both", "sent", "neither"],
)
def test_a_body_is_called_so(keys, sent):
    assert extra(keys).json_sent == sent


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("application/x+json", "neither the body nor what is returned is JSON"),
        ("{sends: application/x+json}", "the body is no JSON, so that `sends` says nothing"),
    ],
)
def test_what_is_no_json_is_called_nothing(written, wrong):
    with pytest.raises(SpecError, match=wrong):
        extra(f"json: {written}\nencoding: form\n{BODY}")
