"""Models made by a process of its own are those that are made here; and it never outlives us."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from apiscribe import making_models
from apiscribe.making_models import begin, made_ahead

_SCHEMA = json.dumps(
    {
        "$defs": {
            "zoo.Animal": {"type": "object", "properties": {"born": {"type": "string"}}},
            "zoo.Cage": {"type": "object", "properties": {"for": {"$ref": "#/$defs/zoo.Animal"}}},
        }
    }
)
_ALIASES = {"zoo.Cage.for": "for_"}


def _made() -> dict[str, str]:
    return begin(schema=_SCHEMA, base_class="base.Base", aliases=_ALIASES)()


def test_another_process_makes_the_same():
    here = _made()
    with made_ahead():
        there = _made()
        again = _made()  # the process answers once, and this is made here
    assert there == again == here
    assert "class Animal(Base" in there["zoo"]


def test_nobody_has_to_ask():
    with made_ahead():
        [process] = making_models._ready
    assert not making_models._ready
    assert process.returncode is not None


def test_a_process_that_fails_is_no_empty_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    failing = tmp_path / "failing.py"
    failing.write_text("raise SystemExit(3)")
    monkeypatch.setattr(making_models, "_PROGRAM", failing)
    with made_ahead(), pytest.raises(RuntimeError, match=r"failing\.py has failed"):
        _made()
