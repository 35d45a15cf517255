"""Merging what was generated is no person's work: git keeps both sides, the next run settles it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from apiscribe.cli import main
from tests.cases.casebook import BASE

EDITS = {
    "summaries": ("resources/bird.yaml", "Let a bird go.", "Set a bird free."),
    "meanings": ("errors.yaml", "meaning: ", "meaning: As before; "),
    "words": ("resources/bird.yaml", "Let a bird go.", "Open the cage."),
}


class Repository:
    def __init__(self, git: Path, root: Path) -> None:
        self._git, self.root = git, root
        self.run("init", "--quiet", "--initial-branch=main")

    def run(self, *arguments: str) -> tuple[int, str]:
        identity = ("-c", "user.name=T", "-c", "user.email=t@example.com")
        command = [str(self._git), *identity, "-C", str(self.root), *arguments]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        return ended.returncode, ended.stdout

    def commit(self, message: str) -> None:
        self.run("add", "--all")
        assert self.run("commit", "--quiet", "-m", message)[0] == 0

    def branch(self, name: str) -> None:
        """One that changes the spec, with what follows from it."""
        self.run("checkout", "--quiet", "-b", name, "main")
        file, before, after = EDITS[name]
        path = self.root / "spec" / file
        path.write_text(path.read_text().replace(before, after))
        assert main(["generate"]) == 0
        self.commit(name)

    def merge(self, *names: str) -> list[str]:
        """Merge two branches; the files that git leaves to a person."""
        self.run("checkout", "--quiet", names[0])
        self.run("merge", "--quiet", "--no-edit", names[1])
        return self.run("diff", "--name-only", "--diff-filter=U")[1].split()


@pytest.fixture
def repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, needs: Callable[[str], Path]
) -> Repository:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    shutil.copytree(BASE, tmp_path / "spec")
    main(["generate"])
    return Repository(needs("git"), tmp_path)


def test_two_edits_of_a_spec_merge_without_a_conflict(repository: Repository) -> None:
    repository.commit("begin")
    repository.branch("summaries")
    repository.branch("meanings")

    assert repository.merge("summaries", "meanings") == []

    assert main(["check"]) == 1
    assert main(["generate"]) == 0
    assert main(["check"]) == 0


def test_files_full_of_conflict_markers_are_written_anew(repository: Repository) -> None:
    """As where what was generated is kept in a repository without our attributes."""
    with (repository.root / ".git" / "info" / "attributes").open("w") as attributes:
        attributes.write("generated/** merge\n")
    repository.commit("begin")
    repository.branch("summaries")
    repository.branch("meanings")

    conflicts = repository.merge("summaries", "meanings")
    assert "generated/MANIFEST.json" in conflicts

    assert main(["check"]) == 1
    assert main(["generate"]) == 0
    assert main(["check"]) == 0


def test_a_conflict_in_the_spec_is_for_a_person(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.commit("begin")
    repository.branch("summaries")
    repository.branch("words")

    assert repository.merge("summaries", "words") == ["spec/resources/bird.yaml"]

    capsys.readouterr()
    assert main(["generate"]) == 1
    assert "conflict" in capsys.readouterr().err
