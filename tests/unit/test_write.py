"""Writing: all or nothing, and never over somebody else's files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from itertools import count, groupby
from pathlib import Path

import pytest

from apiscribe import write as writing
from apiscribe.manifest import NAME, manifest
from apiscribe.problems import SpecError
from apiscribe.write import Written, compare, write

Files = dict[str, str | bytes]


def tree(**files: str) -> Files:
    """Some files and their manifest; `__` stands for a slash and a dot for nothing."""
    made: Files = {name.replace("__", "/"): text for name, text in files.items()}
    return {NAME: manifest({}, made, "digest", ""), **made}


OLD = tree(same="1", pkg__same="2", pkg__changed="3", pkg__deep__gone="4", gone="5")
NEW = tree(same="1", pkg__same="2", pkg__changed="x", new="6", other__new="7")


def on_disk(root: Path) -> Files:
    return {
        path.relative_to(root).as_posix(): path.read_text()
        for path in root.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A directory that holds the old tree."""
    root = tmp_path / "out"
    write(OLD, str(root))
    return root


def test_a_new_directory_gets_all_files(tmp_path: Path) -> None:
    written = write(OLD, str(tmp_path / "deep" / "out"))

    assert on_disk(tmp_path / "deep" / "out") == OLD
    assert written == Written(created=tuple(sorted(OLD)), changed=(), removed=())


def test_a_tree_is_replaced_by_the_new_one(out: Path) -> None:
    written = write(NEW, str(out))

    assert on_disk(out) == NEW
    assert written == Written(
        created=("new", "other/new"),
        changed=(NAME, "pkg/changed"),
        removed=("gone", "pkg/deep/gone"),
    )
    assert not (out / "pkg" / "deep").exists()
    assert os.listdir(out.parent) == ["out"]


def test_what_did_not_change_is_not_touched(out: Path) -> None:
    for path in out.rglob("*"):
        os.utime(path, (1, 1))

    write(NEW, str(out))

    times = {path: (out / path).stat().st_mtime for path in ("same", "pkg/same", "pkg/changed")}
    assert times["same"] == times["pkg/same"] == 1
    assert times["pkg/changed"] > 1


def test_writing_the_same_again_touches_nothing(out: Path) -> None:
    before = out.stat()

    written = write(OLD, str(out))

    assert not written
    assert out.stat() == before


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    files: Files = {NAME: manifest({}, {}, "", ""), "a": b"\xff\r\n", "b": "é\r\n", "py.typed": ""}
    write(files, str(tmp_path / "out"))

    found = {name: (tmp_path / "out" / name).read_bytes() for name in ("a", "b", "py.typed")}
    assert found == {"a": b"\xff\r\n", "b": "é\r\n".encode(), "py.typed": b""}


def test_caches_of_other_tools_are_no_difference(out: Path) -> None:
    (out / "pkg" / "__pycache__").mkdir()
    (out / "pkg" / "__pycache__" / "same.pyc").write_bytes(b"")

    assert not compare(OLD, str(out))


def test_a_comparison_names_what_is_missing_changed_and_stale(out: Path) -> None:
    before = on_disk(out)

    difference = compare(NEW, str(out))

    assert difference.created == ("new", "other/new")
    assert difference.changed == (NAME, "pkg/changed")
    assert difference.removed == ("gone", "pkg/deep/gone")
    assert on_disk(out) == before


def test_everything_is_missing_where_there_is_no_directory(tmp_path: Path) -> None:
    assert compare(OLD, str(tmp_path / "nowhere")).created == tuple(sorted(OLD))


@pytest.mark.parametrize("content", ["", "{}", "[]", "not JSON", '{"name": "some web app"}'])
def test_files_of_somebody_else_are_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_text(content)
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(SpecError, match=r"is not empty and has no `MANIFEST\.json` of ours"):
        write(NEW, str(tmp_path))

    assert on_disk(tmp_path) == {NAME: content, "thesis.txt": "years of work"}


def test_a_file_in_place_of_the_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(SpecError, match="out:1:1: output: the directory is not a directory"):
        write(OLD, str(tmp_path / "out"))


def test_a_link_in_place_of_the_directory_is_refused(out: Path) -> None:
    link = out.parent / "link"
    link.symlink_to(out)

    with pytest.raises(SpecError, match="is a link"):
        write(NEW, str(link))

    assert on_disk(out) == OLD


def test_links_inside_are_replaced_and_not_followed(out: Path) -> None:
    outside = out.parent / "outside"
    (outside / "deep").mkdir(parents=True)
    (outside / "deep" / "gone").write_text("precious")
    (outside / "precious").write_text("3")
    (out / "pkg" / "changed").unlink()
    (out / "pkg" / "changed").symlink_to(outside / "precious")
    (out / "linked").symlink_to(outside, target_is_directory=True)

    assert compare(OLD, str(out)).changed == ("pkg/changed",)
    assert compare(OLD, str(out)).removed == ("linked",)
    write(OLD, str(out))

    assert on_disk(out) == OLD
    assert not (out / "pkg" / "changed").is_symlink()
    assert (outside / "precious").read_text() == "3"
    assert (outside / "deep" / "gone").read_text() == "precious"


@pytest.mark.parametrize("path", ["../a", "/a", "a/../../b", "a//b", "./a", "", ".", "a\\b", "a\0"])
def test_a_path_that_leads_elsewhere_is_a_mistake_of_ours(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path below"):
        write({path: "x"}, str(tmp_path / "out"))

    assert os.listdir(tmp_path) == []


def test_the_directory_keeps_its_permissions(out: Path) -> None:
    out.chmod(0o750)

    write(NEW, str(out))

    assert out.stat().st_mode & 0o777 == 0o750


def test_a_file_system_without_links_is_written_too(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    os.utime(out / "same", (1, 1))

    write(NEW, str(out))

    assert on_disk(out) == NEW
    assert (out / "same").stat().st_mtime == 1


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
def test_killed_at_any_step_the_old_or_the_new_tree_stands_or_is_repaired(tmp_path: Path) -> None:
    outcomes = []
    for step in count(1):
        out = tmp_path / str(step) / "out"
        write(OLD, str(out))

        status = _in_child(partial(write, NEW, str(out)), step, lambda: os._exit(KILLED))

        found = on_disk(out) if out.exists() else None
        outcomes.append(_name(found))
        write(NEW, str(out))
        assert on_disk(out) == NEW
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

        status = _in_child(partial(write, NEW, str(out)), step, fail)

        assert on_disk(out) == (OLD if status == FAILED else NEW)
        outcomes.append(status)
        write(NEW, str(out))
        assert os.listdir(out.parent) == ["out"]
        if status == NEVER_CAME:
            break

    assert outcomes.count(FAILED) > 5


def _name(found: Files | None) -> str:
    assert found in (OLD, NEW, None)
    return "gone" if found is None else "old" if found == OLD else "new"


def test_what_a_killed_run_left_is_tidied_up(out: Path) -> None:
    out.rename(out.parent / ".out.generator-old")
    (out.parent / ".out.generator-new").mkdir()
    (out.parent / ".out.generator-new" / "half").write_text("")

    written = write(OLD, str(out))

    assert not written
    assert on_disk(out) == OLD
    assert os.listdir(out.parent) == ["out"]
