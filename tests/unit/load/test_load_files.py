"""Loading a directory: which files are read, and which are refused."""

from pathlib import Path

import pytest

from apiscribe.load.files import read_files
from apiscribe.load.sources import load
from apiscribe.problems import Position


def test_a_missing_directory_is_a_problem() -> None:
    contents, problems = read_files("no/such/spec")

    assert contents == {}
    assert [str(p) for p in problems] == [
        "no/such/spec:1:1: unreadable: the spec directory does not exist"
    ]


def test_a_file_as_directory_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "spec").write_text("")
    _, problems = read_files(str(tmp_path / "spec"))

    assert [p.message for p in problems] == ["the spec directory is not a directory"]


def test_only_files_of_the_language_are_read(tmp_path: Path) -> None:
    for path in ("api.yaml", "types/a.yaml", "examples/a/b.response.json", "lists/a_b.yaml"):
        _touch(tmp_path / path)
    for path in ("README.md", ".git/config.yaml", "types/.a.yaml.swp", "types/a.yaml~"):
        _touch(tmp_path / path)
    for path in ("lists/notes.txt", "#api.yaml#", "types/__pycache__/a.pyc", "own/notes.md"):
        _touch(tmp_path / path)

    contents, problems = read_files(str(tmp_path))

    assert list(contents) == [
        "api.yaml",
        "examples/a/b.response.json",
        "lists/a_b.yaml",
        "types/a.yaml",
    ]
    assert problems == []


@pytest.mark.parametrize(
    "path",
    [
        "apis.yaml",
        "type/a.yaml",
        "types/a.yml",
        "types/a.json",
        "types/deep/a.yaml",
        "types/two words.yaml",
        "types/A.yaml",
        "examples/a.yaml",
        "examples/a\nb.json",
        "a.json",
        "webhooks.yamll",
        "webhooks.yaml.bak",
        "errors.yaml.txt",
        "examples/a/b.response.json.md",
        "examples/a/b.response",
        "logo.png",
        "own/x",
    ],
)
def test_a_file_that_would_be_passed_over_is_a_problem(tmp_path: Path, path: str) -> None:
    _touch(tmp_path / path)

    contents, problems = read_files(str(tmp_path))

    assert contents == {}
    assert [(p.rule, p.position) for p in problems] == [
        ("unknown-file", Position(f"{tmp_path}/{path}"))
    ]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("webhooks.yamll", "no file of the spec has this name; did you mean `webhooks.yaml`?"),
        ("logo.png", "no file of the spec has this name; notes end in `.md` or `.txt`"),
        ("type/a.yaml", "no file of the spec is in `type`; did you mean `types`?"),
        ("types/a.yml", "a file of the spec ends in `.yaml`; notes end in `.md` or `.txt`"),
        ("examples/a/b.jsn", "an example ends in `.json`; notes end in `.md` or `.txt`"),
    ],
)
def test_what_was_probably_meant_is_said(tmp_path: Path, path: str, message: str) -> None:
    _touch(tmp_path / path)

    _, problems = read_files(str(tmp_path))

    assert [problem.message for problem in problems] == [message]


def test_a_link_to_a_directory_is_a_problem(tmp_path: Path) -> None:
    _touch(tmp_path / "elsewhere" / "a.yaml")
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "types").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    contents, problems = read_files(str(tmp_path / "spec"))

    assert contents == {}
    assert [(p.rule, p.position.file) for p in problems] == [
        ("unreadable", f"{tmp_path}/spec/types")
    ]


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    _touch(tmp_path / "elsewhere.yaml")
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "api.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    assert read_files(str(tmp_path / "spec")) == ({"api.yaml": b""}, [])


def test_a_broken_link_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").symlink_to(tmp_path / "nowhere")

    _, problems = read_files(str(tmp_path))

    assert [p.rule for p in problems] == ["unreadable"]


def test_the_directory_is_shown_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _touch(tmp_path / "spec" / "types" / "a.yaml")
    monkeypatch.chdir(tmp_path)

    spec = load("./spec")

    assert [str(p.position) for p in spec.problems] == ["./spec/types/a.yaml:1:1"]


def _touch(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
