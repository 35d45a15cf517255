"""What is not ready yet, as OpenAPI and the stub have it."""

import pytest

from apiscribe.runtime.operation import Operation
from apiscribe.runtime.stub.responses import not_ready
from apiscribe.views.openapi import pending
from tests.unit.specs import extra

WAITS = [
    ("{header: X-In, as: milliseconds}", "X-In", "After how many milliseconds."),
    ("{header: X-In}", "X-In", "After how many seconds."),
]


@pytest.mark.parametrize(("wait", "header", "said"), WAITS)
def test_a_header_of_the_api_s_own(wait, header, said):
    found = pending.response(extra(f"pending: {{status: 202, wait: {wait}}}"))

    assert found["headers"] == {header: {"schema": {"type": "string"}, "description": said}}


def test_without_one_it_is_retry_after():
    assert [*pending.response(extra("pending: 202"))["headers"]] == ["Retry-After"]


@pytest.mark.parametrize(
    ("told", "header", "body"),
    [
        (("", "x-in", 1000), (b"x-in", b"2000"), b""),
        (None, (b"retry-after", b"2"), b""),
        (("a.b", "", 1000), None, b'{"a":{"b":2000}}'),
    ],
)
def test_the_stub_says_when(told, header, body):
    operation = Operation(
        id="a.b",
        method="GET",
        path="/a",
        effect="read",
        section="A",
        arguments={},
        pending=(202, 2),
        pending_told=told,
    )

    response = not_ready(operation)

    assert (response.start["status"], response.body["body"]) == (202, body)
    assert header is None or header in response.start["headers"]
