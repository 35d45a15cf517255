"""What a type checker says to programs that use the client, right ones and wrong ones."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from zoom_v1 import types

ROOT = Path(__file__).parents[2]

PREAMBLE = """\
from datetime import date, datetime
import zoom_v1
from zoom_v1 import ZoomClient
from zoom_v1.types import RecurrenceDict
client: ZoomClient
"""

WRONG = {
    "a client that the package has not": (
        "from zoom_v1 import ZoomClent",
        "attr-defined",
    ),
    "a name that the package has not": (
        "zoom_v1.Client",
        "attr-defined",
    ),
    "a model that there is not": (
        "zoom_v1.models.Meting",
        "attr-defined",
    ),
    "a type that there is not": (
        "from zoom_v1.types import MeetingKinds",
        "attr-defined",
    ),
    "a name that no argument has": (
        'client.user.get(id="u", nmae="x")',
        "call-arg",
    ),
    "a required argument left out": (
        'client.meeting.create(host_id="h", type=2)',
        "call-arg",
    ),
    "an argument by position": (
        'client.user.get("u")',
        "call-arg",
    ),
    "text for a number": (
        'client.meeting.create(host_id="h", type=2, topic="t", duration="45")',
        "arg-type",
    ),
    "a number for a boolean": (
        'client.meeting.create(host_id="h", type=2, topic="t", option_jbh=1)',
        "arg-type",
    ),
    "None for what may be left out": (
        'client.meeting.create(host_id="h", type=2, topic="t", password=None)',
        "arg-type",
    ),
    "a type of meeting that there is not": (
        'client.meeting.create(host_id="h", type=4, topic="t")',
        "arg-type",
    ),
    "a language that there is not": (
        'client.webinar.create(host_id="h", type=5, topic="t", language="de")',
        "arg-type",
    ),
    "a time zone that is not listed": (
        'client.meeting.create(host_id="h", type=2, topic="t", timezone="Mars/Olympus")',
        "arg-type",
    ),
    "a country by its name": (
        'client.meeting.register(id=1, email="e", first_name="f", last_name="l", country="France")',
        "arg-type",
    ),
    "a day where a moment is needed": (
        'client.meeting.create(host_id="h", type=2, topic="t", start_time=date(2018, 1, 9))',
        "arg-type",
    ),
    "a key that a nested dict has not": (
        'client.meeting.create(host_id="h", type=8, topic="t", recurrence={"type": 1, "end": 2})',
        "arg-type",
    ),
    "a nested dict without a required key": (
        'client.meeting.create(host_id="h", type=8, topic="t", recurrence={"end_times": 2})',
        "arg-type",
    ),
    "a wrong value in a nested dict": (
        'client.meeting.create(host_id="h", type=8, topic="t", recurrence={"type": 4})',
        "arg-type",
    ),
    "a key that a declared dict has not": (
        'daily: RecurrenceDict = {"type": 1, "end": 2}',
        "typeddict-unknown-key",
    ),
    "a declared dict without a required key": (
        'ended: RecurrenceDict = {"end_times": 2}',
        "typeddict-item",
    ),
    "a wrong value in a declared dict": (
        'yearly: RecurrenceDict = {"type": 4}',
        "typeddict-item",
    ),
    "a wrong key in a list of dicts": (
        'client.webinar.create(host_id="h", type=5, topic="t", panelists=[{"mail": "a"}])',
        "list-item",
    ),
    "a method that there is not": (
        "client.meeting.list_all()",
        "attr-defined",
    ),
    "a walk through what has no pages": (
        "client.group.iter_list()",
        "attr-defined",
    ),
    "a key that no answer has": (
        'client.user.get(id="u").mail',
        "attr-defined",
    ),
    "an answer's moment as text": (
        'client.user.get(id="u").created_at.upper()',
        "attr-defined",
    ),
    "an item of a walk as a page": (
        'next(iter(client.meeting.iter_list(host_id="h"))).meetings',
        "attr-defined",
    ),
    "a raw answer as the answer": (
        'client.with_raw_response.user.get(id="u").email',
        "attr-defined",
    ),
    "a wrong argument of a raw call": (
        "client.with_raw_response.user.get(id=1)",
        "arg-type",
    ),
    "credentials of another kind": (
        "ZoomClient(api_key=1)",
        "arg-type",
    ),
}
"""What is wrong -> a line, and the code of the error that it gets."""


def mypy(*arguments: str | Path) -> list[str]:
    """What mypy, strict as for this project, finds wrong."""
    ended = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", "--no-pretty", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.stderr == ""
    return [line for line in ended.stdout.splitlines() if ": note: " not in line]


@pytest.fixture(scope="module")
def codes(tmp_path_factory):
    """What is wrong -> the codes of the errors that mypy gives for it, from one run for all."""
    program = tmp_path_factory.mktemp("typing") / "wrong.py"
    program.write_text(PREAMBLE + "".join(f"{line}\n" for line, _ in WRONG.values()))
    first = PREAMBLE.count("\n") + 1
    found: dict[str, list[str]] = {what: [] for what in WRONG}
    for message in mypy(program):
        match = re.fullmatch(r".*?wrong\.py:(\d+): error: .* \[([\w-]+)\]", message)
        assert match, message
        line, code = match.groups()
        found[list(WRONG)[int(line) - first]].append(code)
    return found


def test_a_program_that_is_right_is_right_to_mypy():
    assert mypy("tests/typing/uses_the_client.py") == []


def test_that_program_is_among_what_make_types_checks():
    pyproject = (ROOT / "pyproject.toml").read_text()

    assert re.search(r'^files = \[.*"tests".*\]$', pyproject, flags=re.MULTILINE)


@pytest.mark.parametrize("what", WRONG)
def test_mypy_finds(codes, what):
    assert codes[what] == [WRONG[what][1]]


@pytest.mark.parametrize(
    ("alias", "count", "some"),
    [
        ("MeetingType", 4, {1, 2, 3, 8}),
        ("WebinarType", 3, {5, 6, 9}),
        ("Language", 8, {"en-US", "en", "zh-CN", "zh", "en-ES", "es", "fr-FR", "fr"}),
        ("Country", 255, {"US", "CA", "FR", "NO"}),
        ("Timezone", 135, {"America/Los_Angeles", "Europe/Oslo", "SST", "UTC"}),
        ("State", 75, {"AK", "ON", "CA"}),
    ],
)
def test_an_editor_can_complete_the_values_of_a_list(alias, count, some):
    values = getattr(types, alias)

    assert get_origin(values) is Literal
    assert len(get_args(values)) == count
    assert some <= set(get_args(values))


def test_the_package_says_that_it_is_typed():
    assert (ROOT / "generated" / "zoom_v1" / "py.typed").exists()
