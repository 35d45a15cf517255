"""Whatever is wrong with a spec, the answer is a list of problems and never a crash.

Values of a sound spec are taken out, replaced and moved about; Hypothesis chooses.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from copy import deepcopy
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from apiscribe import SpecError
from apiscribe.load.files import read_files
from apiscribe.load.json_text import read_json
from apiscribe.load.sources import parse
from apiscribe.load.yaml_text import read_yaml
from apiscribe.pipeline import compile_loaded
from tests.cases.casebook import BASE

CONTENTS, _ = read_files(str(BASE))
VALUES: dict[str, Any] = {
    path: (read_json if path.endswith(".json") else read_yaml)(content).value
    for path, content in CONTENTS.items()
}
WORDS = (
    "type doc of rules default choices list unique only_for in group not given extends shorthand"
)
ODD: list[Any] = [
    None,
    True,
    0,
    -1,
    1.5,
    10**30,
    "",
    "x",
    "*",
    "/",
    "{id}",
    "a.b",
    "if",
    '\u2028"\\',
    [],
    {},
]
REPLACEMENTS = [*ODD, *WORDS.split(), "Bird", "species", {"given": True}, ["id", "id"], "paging"]


def _paths(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    inner: Iterable[tuple[object, object]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    return [path, *(found for key, each in inner for found in _paths(each, (*path, key)))]


PLACES = [(file, path) for file, value in VALUES.items() for path in _paths(value)[1:]]


def _get(value: Any, path: tuple[object, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def _mutated(draw: st.DrawFn) -> dict[str, Any]:
    files = deepcopy(VALUES)
    for _ in range(draw(st.integers(1, 4))):
        file, path = draw(st.sampled_from(PLACES))
        other = _get(VALUES[(place := draw(st.sampled_from(PLACES)))[0]], place[1])
        value = draw(st.sampled_from([*REPLACEMENTS, other]))
        key = draw(st.sampled_from([path[-1], *WORDS.split()]))
        try:
            parent = _get(files[file], path[:-1])
            if draw(st.booleans()):
                parent.pop(path[-1])
            if draw(st.booleans()) or isinstance(parent, list):
                parent[key] = deepcopy(value)
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # an earlier change took the place away
    return files


@settings(max_examples=100)
@given(st.composite(_mutated)())
def test_every_spec_is_compiled_or_answered_with_problems(files: dict[str, Any]) -> None:
    contents = {
        path: (
            json.dumps(value)
            if path.endswith(".json")
            else yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
        ).encode()
        for path, value in files.items()
    }

    with suppress(SpecError):
        compile_loaded(parse("spec", contents, []))
