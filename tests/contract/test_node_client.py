"""The vendor's own Node client, unchanged, calls the stub: each method with the page's example."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.contract.page import KEY, OPERATIONS, SECRET, example, has_example

PROGRAM = Path(__file__).parents[1] / "node" / "every_method.cjs"

RENAMED = {"user.pending": "user.list_pending", "user.uploadPicture": "user.upload_picture"}
"""Methods that the page calls otherwise, or not at all."""
LACKING = {"user.listPending", "webinar.end"}
"""Methods that the page shows and the package lacks."""

METHODS = {
    each.node: each.id for each in OPERATIONS if each.node != "-" and each.node not in LACKING
} | RENAMED
"""Method of the package -> operation."""

BROKEN = {
    "account.create": "email",
    "account.planSubscribe": "address",
    "webinar.create": "type",
    "webinar.cancelRegistration": "registrant_ids",
    "webinar.approveRegistration": "registrant_ids",
    # The package sends no files: what the page's curl example names, it sends as text.
    "user.uploadPicture": "pic_file",
}
"""Methods whose example is refused, and the argument that is wrong or missing."""

MISDIRECTED = {
    "device.create": "im_group.create",
    "device.list": "im_group.list",
    "device.update": "im_group.update",
    "device.delete": "im_group.delete",
}
"""Methods that the package sends to another operation's path by mistake."""

PANELISTS = [{"name": "Ada", "email": "ada@example.com"}, {"name": "Bob", "email": "b@example.com"}]
NESTED: dict[str, dict[str, object]] = {
    "account.planSubscribe": {"address": "1234 Some Street"},
    "webinar.create": {"type": 5, "panelists": PANELISTS},
    "meeting.create": {"type": 8, "recurrence": {"type": 2, "weekly_days": [1, 7], "end_times": 2}},
    "group.memberAdd": {"member_ids": ["unique_id", "unique_id"]},
}
"""What turns an example into a sound one that has objects or lists in it."""


def arguments(method: str) -> dict[str, object]:
    operation = METHODS[method]
    return example(operation, "node" if has_example(operation, "node") else "curl")


@pytest.fixture(scope="module")
def node(needs, stub):
    """Runs the program with calls, and returns what it prints."""

    def run(calls: list[tuple[str, dict[str, object]]]) -> Any:
        given = {"port": stub.port, "key": KEY, "secret": SECRET, "calls": calls}
        ended = subprocess.run(
            [needs("node"), PROGRAM],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.stderr == ""
        return json.loads(ended.stdout)

    return run


@pytest.fixture(scope="module")
def printed(node) -> Any:
    return node([(method, arguments(method)) for method in METHODS])


@pytest.fixture(scope="module")
def answers(printed) -> dict[str, dict[str, object]]:
    return dict(zip(METHODS, printed["answers"], strict=True))


def test_every_method_of_the_package_is_called(printed):
    assert len(printed["methods"]) == 92
    assert set(printed["methods"]) == set(METHODS)


@pytest.mark.parametrize(
    "method", [each for each in METHODS if each not in {**BROKEN, **MISDIRECTED}]
)
def test_a_method_is_answered_as_documented(answers, method):
    assert answers[method] == example(METHODS[method], "response")


@pytest.mark.parametrize("method", BROKEN)
def test_a_broken_example_is_refused_for_what_is_wrong_with_it(answers, method):
    assert answers[method].keys() == {"error"}
    error = answers[method]["error"]
    assert error["code"] == 300
    assert error["message"].startswith(f"{BROKEN[method]}: ")


@pytest.mark.parametrize("method", MISDIRECTED)
def test_a_method_for_devices_is_answered_as_what_it_asks_for(answers, method):
    assert answers[method] == example(MISDIRECTED[method], "response")


def test_objects_and_lists_in_the_packages_brackets_are_taken(node):
    calls = [(method, arguments(method) | changes) for method, changes in NESTED.items()]
    answers = node(calls)["answers"]

    assert answers == [example(METHODS[method], "response") for method in NESTED]
