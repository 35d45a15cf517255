"""Models made by a process of its own are those that are made here; and it never outlives us."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from apiscribe import making_models
from apiscribe.making_models import Begin, Wanted, here, made_ahead

_SCHEMA = json.dumps(
    {
        "$defs": {
            "zoo.Animal": {"type": "object", "properties": {"born": {"type": "string"}}},
            "zoo.Cage": {"type": "object", "properties": {"for": {"$ref": "#/$defs/zoo.Animal"}}},
        }
    }
)
_ALIASES = {"zoo.Cage.for": "for_"}


def _made(begin: Begin) -> dict[str, str]:
    return begin(Wanted(schema=_SCHEMA, base_class="base.Base", aliases=_ALIASES))()


def test_another_process_makes_the_same():
    with made_ahead() as begin:
        there = _made(begin)
        again = _made(begin)  # the process answers once, and this is made here
    assert there == again == _made(here)
    assert "class Animal(Base" in there["zoo"]


def test_nobody_has_to_ask():
    with made_ahead() as begin:
        process = begin.__self__._process  # type: ignore[attr-defined]  # a method of what waits
    assert process.returncode is not None


def test_a_process_that_fails_is_no_empty_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    failing = tmp_path / "failing.py"
    failing.write_text("raise SystemExit(3)")
    monkeypatch.setattr(making_models, "_PROGRAM", failing)
    with (
        made_ahead() as begin,
        pytest.raises(RuntimeError, match=r"failing\.py has failed"),
    ):
        _made(begin)
