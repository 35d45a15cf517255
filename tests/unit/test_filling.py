"""What templates compile to is kept as long as it holds, and nobody has to know."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from apiscribe import filling


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of templates as they are compiled; `a.jinja` is one."""
    (tmp_path / "a.jinja").write_text("{{ x }}\n")
    monkeypatch.setattr(filling, "_TEMPLATES", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    names: list[str] = []
    plain = Environment.compile

    def compile(self, source, name=None, *args, **kwargs):
        names.append(name)
        return plain(self, source, name, *args, **kwargs)

    monkeypatch.setattr(Environment, "compile", compile)
    return names


def fill(template: str = "a", **values: object) -> str:
    """As a process does that has just begun."""
    filling._environment.cache_clear()
    try:
        return filling.filled(template, **values)
    finally:
        filling._environment.cache_clear()


def test_a_template_is_compiled_once(compiled: list[str], tmp_path: Path):
    assert [fill(x=1), fill(x=2)] == ["1\n", "2\n"]
    assert compiled == ["a.jinja"]
    assert {path.name for path in tmp_path.iterdir()} == {"a.jinja", "__pycache__"}


def test_a_changed_template_is_compiled_anew(compiled: list[str], tmp_path: Path):
    template = tmp_path / "a.jinja"
    fill(x=1)
    before = template.stat()
    template.write_text("{{ x}}!\n")
    os.utime(template, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert fill(x=1) == "1!\n"
    assert len(compiled) == 2


def test_another_compiler_compiles_anew(
    compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    fill(x=1)
    other = tmp_path / "compiler.py"
    other.write_text("")
    monkeypatch.setattr("jinja2.compiler.__file__", str(other))

    assert fill(x=1) == "1\n"
    assert len(compiled) == 2


def test_nothing_is_kept_where_python_keeps_nothing(
    compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert [fill(x=1), fill(x=1)] == ["1\n", "1\n"]
    assert len(compiled) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.jinja"]


def test_a_place_that_cannot_be_written_to_is_no_failure(compiled: list[str], tmp_path: Path):
    (tmp_path / "__pycache__").write_text("a file")

    assert [fill(x=1), fill(x=1)] == ["1\n", "1\n"]
    assert len(compiled) == 2
