"""What the stub calls a part of an argument that it refuses."""

import pytest

from apiscribe.runtime.encoding.bindings import Bindings, Style
from apiscribe.runtime.encoding.wire import JSON
from apiscribe.runtime.operation import Operation
from apiscribe.runtime.stub.checking import _in_style

IN_BRACKETS = Style(objects="brackets")
OPERATION = Operation(
    id="till.pay",
    method="POST",
    path="/pay",
    effect="create",
    section="Tills",
    arguments={"amount": JSON, "filter": JSON},
    encoding="json",
    also=("form",),
    in_query=("filter",),
    bindings=Bindings(styles={"amount": IN_BRACKETS, "filter": IN_BRACKETS}),
)


@pytest.mark.parametrize(
    ("part", "in_json", "named"),
    [
        ("amount.value", True, "amount.value"),
        ("amount.value", False, "amount[value]"),
        ("filter.value", True, "filter[value]"),
    ],
)
def test_a_part_is_named_as_it_was_sent(part, in_json, named):
    assert _in_style(OPERATION, part, part, in_json=in_json) == named
