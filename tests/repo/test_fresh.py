"""generated/ follows from spec/, and an edit of the one shows in the other, and nowhere else."""

import difflib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

EDITED = Path("resources", "report.yaml")
BEFORE = "type: {type: audio_report_type, default: 1, "
AFTER = "type: {type: audio_report_type, default: 2, "
FOLLOWS = {
    "MANIFEST.json",
    "openapi.json",
    "zoom_v1/async_resources/report.py",
    "zoom_v1/resources/report.py",
    "zoom_v1/stub/openapi.json",
    "zoom_v1/stub/state.json",
}
"""What tells of a default of report.get_audio."""


def generator(command: str, workspace: Path) -> subprocess.CompletedProcess[str]:
    spec, out = workspace / "spec", workspace / "generated"
    return subprocess.run(
        [sys.executable, "-m", "apiscribe", command, "--spec", spec, "--out", out],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def files_of(directory: Path) -> dict[str, bytes]:
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def named_in(text: str, directory: Path) -> set[str]:
    """The files, relative to `directory`, that lines of problems are about."""
    lines = [line for line in text.splitlines() if line.startswith(f"{directory}/")]
    return {line.partition(":")[0].removeprefix(f"{directory}/") for line in lines}


@pytest.fixture(scope="module")
def generated(tmp_path_factory) -> Path:
    """A workspace of its own, with the spec as it is and what is generated from it."""
    workspace: Path = tmp_path_factory.mktemp("fresh")
    shutil.copytree(ROOT / "spec", workspace / "spec")
    ended = generator("generate", workspace)
    assert (ended.stderr, ended.returncode) == ("", 0)
    return workspace


@pytest.fixture(scope="module")
def edited(generated, tmp_path_factory) -> Path:
    """The same with one default changed, and what was generated before."""
    workspace: Path = tmp_path_factory.mktemp("edited")
    shutil.copytree(generated, workspace, dirs_exist_ok=True)
    source = workspace / "spec" / EDITED
    text = source.read_text()
    assert text.count(BEFORE) == 1
    source.write_text(text.replace(BEFORE, AFTER))
    return workspace


def test_the_committed_output_follows_from_the_spec(generated):
    fresh, committed = files_of(generated / "generated"), files_of(ROOT / "generated")

    assert fresh.keys() == committed.keys()
    assert [path for path in fresh if fresh[path] != committed[path]] == []


def test_generating_again_has_nothing_to_do(generated):
    ended = generator("generate", generated)

    assert (ended.stderr, ended.returncode) == ("", 0)
    assert "unchanged" in ended.stdout


def test_an_edit_of_the_spec_is_checked_and_generated(edited):
    out = edited / "generated"
    before = files_of(out)

    stale = generator("check", edited)
    assert stale.returncode == 1
    assert named_in(stale.stderr, out) == FOLLOWS
    assert files_of(out) == before

    made = generator("generate", edited)
    after = files_of(out)
    assert (made.stderr, made.returncode) == ("", 0)
    assert "96 operations in 11 resources, 612 arguments of which 162 required" in made.stdout
    assert {path for path in after if before.get(path) != after[path]} == FOLLOWS
    assert before.keys() == after.keys()
    for path in FOLLOWS - {"MANIFEST.json"}:
        assert len(changed_lines(before[path], after[path])) == 2


def changed_lines(before: bytes, after: bytes) -> list[str]:
    old, new = before.decode().splitlines(), after.decode().splitlines()
    diff = difflib.unified_diff(old, new, n=0, lineterm="")
    return [line for line in list(diff)[2:] if not line.startswith("@@")]
