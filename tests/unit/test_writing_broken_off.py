"""Writing that fails or is killed at any step: the old tree stands, or the new one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from itertools import count, groupby
from pathlib import Path

import pytest

from apiscribe import SpecError, write, writing
from tests.unit.trees import NEW, OLD, OWN, Files, on_disk, own_files


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A directory that holds the old tree."""
    root = tmp_path / "out"
    write(OLD, str(root))
    return root


def test_a_failure_of_the_disk_is_a_problem(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_stage", full)

    with pytest.raises(SpecError, match="cannot be written: No space left on device"):
        write(NEW, str(out))

    assert on_disk(out) == OLD


KILLED, FAILED, NEVER_CAME = 9, 1, 3


def _in_child(act: Callable[[], object], step: int, happens: Callable[[], None]) -> int:
    """Run in a child process, where something happens at one change of the file system."""
    child = os.fork()
    if child == 0:
        seen = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & 3
            if writes or event in ("os.rename", "os.mkdir", "os.link", "os.remove", "os.rmdir"):
                seen += 1
                if seen == step:
                    happens()

        sys.addaudithook(watch)
        status = FAILED
        try:
            act()
            status = 0 if seen >= step else NEVER_CAME
        finally:  # never back into pytest
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@needs_fork
def test_a_killed_run_leaves_a_tree_that_can_be_repaired(tmp_path: Path) -> None:
    outcomes = []
    for step in count(1):
        out = tmp_path / str(step) / "out"
        write(OLD, str(out))
        own_files(out)

        status = _in_child(partial(write, NEW, str(out)), step, lambda: os._exit(KILLED))

        found = on_disk(out) if out.exists() else None
        outcomes.append(_name(found))
        write(NEW, str(out))
        assert on_disk(out) == {**NEW, **OWN}
        assert os.listdir(out.parent) == ["out"]
        if status == NEVER_CAME:
            break

    # Steps that stage, the one between both renames, steps that clear away.
    assert [name for name, _ in groupby(outcomes)] == ["old", "gone", "new"]


@needs_fork
def test_failing_at_any_step_the_old_or_the_new_tree_stands(tmp_path: Path) -> None:
    def fail() -> None:
        raise OSError(5, "Input/output error")

    outcomes = []
    for step in count(1):
        out = tmp_path / str(step) / "out"
        write(OLD, str(out))
        own_files(out)

        status = _in_child(partial(write, NEW, str(out)), step, fail)

        expected = (OLD, NEW) if status == FAILED else (NEW,)
        assert on_disk(out) in [{**each, **OWN} for each in expected]
        outcomes.append(status)
        write(NEW, str(out))
        assert os.listdir(out.parent) == ["out"]
        if status == NEVER_CAME:
            break

    assert outcomes.count(FAILED) > 5


def _name(found: Files | None) -> str:
    if found is None:
        return "gone"
    ours = {path: text for path, text in found.items() if path not in OWN}
    assert ours in (OLD, NEW)
    return "old" if ours == OLD else "new"


def test_what_a_killed_run_left_is_tidied_up(out: Path) -> None:
    out.rename(out.parent / ".out.apiscribe-old")
    (out.parent / ".out.apiscribe-new").mkdir()
    (out.parent / ".out.apiscribe-new" / "half").write_text("")

    written = write(OLD, str(out))

    assert not written
    assert on_disk(out) == OLD
    assert os.listdir(out.parent) == ["out"]
