"""Which way of telling failures an operation has."""

import pytest

from tests.cases.casebook import BASE
from tests.unit.specs import OPERATION, compiled

MAIN = '{url: "https://api.aviary.example", doc: Ours., others: {uploads: "https://up.example"}}'
ONE = (BASE / "api.yaml").read_text()
API = ONE.replace("base_url: https://api.aviary.example", f"servers: {{main: {MAIN}}}")
WAYS = """
envelopes:
  plain: {servers: [uploads], message: text}
  grants: {code: error, message: error_description}
"""
OTHER = """
  pong: {path: /v2/extra/pong, effect: read, summary: Answer., envelope: grants}
  pang: {path: /v2/extra/pang, effect: read, summary: Answer., server: uploads}
"""


@pytest.mark.parametrize(
    ("keys", "places"),
    [
        ("", ("message",)),
        ("envelope: grants", ("error_description",)),
        ("server: uploads", ("text",)),
        ("server: uploads\n    envelope: grants", ("error_description",)),
        ("server: uploads\n    envelope: null", ("message",)),
    ],
)
def test_an_operation_says_its_own_before_its_server(keys, places):
    api = compiled(
        {"api.yaml": API + WAYS, "resources/extra.yaml": f"{OPERATION}    {keys}{OTHER}"}
    )
    assert api.envelope_of(api.operation("extra.ping")).places == places
