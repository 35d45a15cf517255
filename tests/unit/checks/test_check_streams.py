"""What is said of streams whose last item says that it is."""

import json

import pytest

from apiscribe.views.openapi.streams import stream
from tests.unit.specs import OPERATION, compiled, problems

EVENT = """
objects:
  Word:
    doc: A word.
    fields:
      event: {type: text, choices: [word], doc: Its kind.}
      data: {type: any, doc: What it says.}
"""
LINES = "{stream: {type: any}, as: lines, until: {key: done, is: true}}"
EVENTS = "{stream: Word, as: events, whole: true, until: {key: done, is: true}}"


def streaming(returns: str, items: list[dict[str, object]]) -> dict[str, str]:
    files = {
        "resources/extra.yaml": f"{OPERATION}    returns: {returns}\n",
        "examples/extra/ping.response.json": json.dumps(items),
    }
    return files | ({"types/extra.yaml": EVENT} if "Word" in returns else {})


@pytest.mark.parametrize(
    ("marks", "is_right"),
    [
        ([False, True], True),
        ([True, True], False),
        ([True, False], False),
        ([False, False], False),
    ],
)
def test_one_item_says_that_it_is_the_last(marks: list[bool], is_right: bool) -> None:
    items: list[dict[str, object]] = [{"done": each} for each in marks]
    whole: list[dict[str, object]] = [{"event": "word", "data": each} for each in items]
    for files in (streaming(LINES, items), streaming(EVENTS, whole)):
        found = problems(files)
        assert all("the last item, and no other" in line for line in found)
        assert bool(found) is not is_right


@pytest.mark.parametrize(
    ("said", "last", "told"),
    [
        ("", 0, {}),
        (", is: false", False, {"is": [False]}),
        (", is: [all, none]", "none", {"is": ["all", "none"]}),
    ],
)
def test_what_an_item_says(said: str, last: object, told: dict[str, object]) -> None:
    returns = f"{{stream: {{type: any}}, as: lines, until: {{key: done{said}}}}}"
    api = compiled(streaming(returns, [{}, {"done": last}]))
    operation = next(each for each in api.operations if each.id == "extra.ping")
    assert stream(operation) == {"as": "lines", "until": {"key": "done", **told}}
