"""By which signatures a method may be called whose arguments choose fields."""

import pytest

from apiscribe.views.clients.overloads import Parameter, Returned, is_whole, signatures
from tests.unit.views.test_partials import finding

MORE = """true, doc: F.}
      more: {type: text, selects: true"""
TEXT = Parameter("fields", "str | UnsetType", "UNSET")
OTHER = Parameter("more", "str | UnsetType", "UNSET")


def returned(selects, *parameters):
    """What each signature has for its parameters, and returns."""
    operation = finding(selects).operation("extra.find_0")
    signed = signatures(operation, parameters, Returned("Whole", "Part"), "Whole | Part")
    return [([each.annotation for each in one.parameters], one.returns) for one in signed]


def test_each_argument_chooses_alone():
    given, left_out = "str", "UnsetType"
    either = "str | UnsetType"

    assert returned(MORE, TEXT, OTHER) == [
        ([left_out, left_out], "Whole"),
        ([given, either], "Part"),
        ([either, given], "Part"),
        ([either, either], "Whole | Part"),
    ]


@pytest.mark.parametrize(
    ("selects", "said"),
    [("true", "fields is UNSET"), (MORE, "fields is UNSET and more is UNSET")],
)
def test_a_call_is_whole_if_nothing_chooses(selects, said):
    assert is_whole(finding(selects).operation("extra.find_0")) == said


def test_what_always_chooses_returns_parts():
    assert returned("true, required: true", TEXT) == [(["str | UnsetType"], "Part")]
    assert returned(f"{MORE}, required: true", TEXT, OTHER)[0][1] == "Part"
