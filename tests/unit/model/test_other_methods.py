"""An operation with several methods is that many of them, each with its arguments where they go."""

import pytest

from apiscribe.model.other_methods import of
from tests.unit.specs import extra

ARGUMENTS = """
arguments:
  name: {type: text, doc: A.}
  trace: {type: text, in: header, doc: B.}
  kind: {constant: all}
  other: {constant: all, in: header}
"""


@pytest.mark.parametrize(
    ("method", "encoding", "expected"),
    [
        ("[POST, GET]", "form", [("GET", "query", "query")]),
        ("[POST, PUT]", "form", [("PUT", "form", "body")]),
        ("[GET, POST]", "query", [("POST", "form", "body")]),
        ("[GET, DELETE]", "query", [("DELETE", "query", "query")]),
    ],
)
def test_arguments_and_constants_go_where_a_method_has_them(method, encoding, expected):
    operation = extra(f"method: {method}\nencoding: {encoding}\n{ARGUMENTS}")

    found = [*of(operation)]

    assert [(o.method, o.encoding, o.arguments[0].location) for o in found] == expected
    for other, (_, _, where) in zip(found, expected, strict=True):
        assert [each.location for each in other.arguments] == [where, "header"]
        assert [each.location for each in other.constants] == [where, "header"]
