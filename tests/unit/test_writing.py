"""Writing: what a directory holds afterwards."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from apiscribe import Written, write
from apiscribe.differences import compare
from apiscribe.manifest import NAME, manifest
from tests.unit.trees import NEW, OLD, Files, on_disk


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
    files: Files = {NAME: manifest("", {}, "", ""), "a": b"\xff\r\n", "b": "é\r\n", "py.typed": ""}
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


@pytest.mark.parametrize("name", ["link", "link/", "link/../out", "there/../out/.", "out//"])
def test_a_directory_is_found_as_the_system_finds_it(out: Path, name: str) -> None:
    """`link/..` is where the link leads, and not where the link stands."""
    parent = out.parent
    target = parent / "far" / "out"
    write(OLD, target)
    (parent / "link").symlink_to(target)
    (parent / "there").symlink_to(parent / "far" / "inner", target_is_directory=True)
    (parent / "far" / "inner").mkdir()
    meant, other = (out, target) if name == "out//" else (target, out)

    write(NEW, f"{parent}/{name}")

    assert (on_disk(meant), on_disk(other)) == (NEW, OLD)
    assert (parent / "link").is_symlink()
    assert not compare(NEW, f"{parent}/{name}")


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
