"""The command line: what it prints, what it returns, and what it leaves alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from apiscribe.cli import main
from tests.cases.casebook import BASE


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with the base spec in it, which is the current one."""
    shutil.copytree(BASE, tmp_path / "spec")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def times(root: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in root.rglob("*")}


SUMMARY = "3 operations in 1 resource, 8 arguments of which 3 required, 4 objects, 1 list, 2 errors"


def test_generate_says_what_it_made(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0

    summary, outcome = capsys.readouterr().out.splitlines()
    assert summary == SUMMARY
    made = sum(path.is_file() for path in (here / "generated").rglob("*"))
    assert outcome == f"generated: {made} files, {made} created, 0 changed, 0 removed"


def test_generate_again_leaves_everything(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["generate"])
    before = times(here / "generated")
    capsys.readouterr()

    assert main(["generate"]) == 0

    assert capsys.readouterr().out == f"{SUMMARY}\ngenerated: unchanged\n"
    assert times(here / "generated") == before


def test_generate_changes_only_what_has_to(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["generate"])
    resource = here / "spec" / "resources" / "bird.yaml"
    resource.write_text(resource.read_text().replace("Let a bird go.", "Set a bird free."))
    before = times(here / "generated")

    assert main(["generate"]) == 0

    touched = {p.name for p, at in times(here / "generated").items() if before.get(p) != at}
    assert "bird.py" in touched
    assert "errors.py" not in touched


@pytest.mark.parametrize("edit", [" ", "# A comment.\n"])
def test_what_is_not_generated_is_left_alone_and_named(
    here: Path, capsys: pytest.CaptureFixture[str], edit: str
) -> None:
    main(["generate"])
    own = ["notes.txt", "aviary_v2/mine.py", ".git/objects/ab", "aviary_v2/drafts/a/b.py"]
    for path in own:
        (here / "generated" / path).parent.mkdir(parents=True, exist_ok=True)
        (here / "generated" / path).write_text(path)
    named = "generated: not generated and left alone: " + (
        "`.git/`, `aviary_v2/drafts/`, `aviary_v2/mine.py` and `notes.txt`"
    )
    for command in ("generate", "check", "generate"):
        capsys.readouterr()
        assert main([command]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == named
        with (here / "spec" / "resources" / "bird.yaml").open("a") as file:
            file.write("" if command == "generate" else edit)

    assert [(here / "generated" / path).read_text() for path in own] == own


def test_check_is_silent_about_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["generate"])
    capsys.readouterr()

    assert main(["check"]) == 0
    assert "files are what spec says" in capsys.readouterr().out


def test_check_names_what_is_missing_changed_and_stale(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["generate"])
    package = here / "generated" / "aviary_v2"
    errors = (package / "errors.py").read_text().splitlines()
    errors[3] = "# edited by hand"
    (package / "errors.py").write_text("\n".join(errors) + "\n")
    (package / "client.py").unlink()
    (package / "gone.py").write_text("")
    manifest = here / "generated" / "MANIFEST.json"
    manifest.write_text(manifest.read_text().replace("aviary_v2/events.py", "aviary_v2/gone.py"))
    before = times(here / "generated")
    capsys.readouterr()

    assert main(["check"]) == 1

    *lines, remedy = capsys.readouterr().err.splitlines()
    assert remedy == "Run `apiscribe generate --spec spec --out generated`."
    assert lines[0].startswith("generated/MANIFEST.json:")
    assert lines[1] == "generated/aviary_v2/client.py:1:1: missing: the file does not exist"
    assert lines[2].startswith(
        "generated/aviary_v2/errors.py:4:1: changed: has `# edited by hand` where it should have `"
    )
    assert lines[3] == "generated/aviary_v2/gone.py:1:1: stale: nothing generates this file"
    assert len(lines) == 4
    assert times(here / "generated") == before


def test_heads_and_remedies_name_the_given_directories(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "deep").mkdir()
    (here / "spec").rename(here / "deep" / "other api")
    directories = ["--spec", "deep/other api/", "--out", "made"]
    main(["generate", *directories])
    head, _, _ = (here / "made" / "aviary_v2" / "resources" / "bird.py").read_text().partition("\n")
    (here / "made" / "aviary_v2" / "client.py").unlink()
    capsys.readouterr()

    assert main(["check", *directories], program="python -m apiscribe") == 1

    assert head == "# Generated by apiscribe from other api/resources/bird.yaml. Do not edit."
    *_, remedy = capsys.readouterr().err.splitlines()
    assert remedy == "Run `python -m apiscribe generate --spec 'deep/other api/' --out made`."


def test_a_directory_of_any_name_is_one_line_of_a_comment(here: Path) -> None:
    odd = here / "two\nlines\udcff"
    (here / "spec").rename(odd)

    assert main(["generate", "--spec", str(odd)]) == 0

    head, doc, *_ = (here / "generated" / "aviary_v2" / "errors.py").read_text().split("\n")
    assert head == r"# Generated by apiscribe from two\nlines\udcff/errors.yaml. Do not edit."
    assert doc.startswith('"""')


@pytest.mark.parametrize("command", ["generate", "check"])
def test_problems_go_to_standard_error_and_nothing_is_written(
    here: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    main(["generate"])
    before = times(here / "generated")
    (here / "spec" / "types" / "extra.yaml").write_text(
        "values: {a: {}, b: {type: txt, doc: B.}}\n"
    )
    capsys.readouterr()

    assert main([command, "--spec", "./spec"]) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "./spec/types/extra.yaml:1:10: missing-key: `doc` is missing",
        "./spec/types/extra.yaml:1:10: missing-key: `type` is missing",
        "./spec/types/extra.yaml:1:27: unknown-name: there is no type `txt`; did you mean `text`?",
    ]
    assert times(here / "generated") == before


@pytest.mark.parametrize("out", ["spec", "spec/out", ".", ".."])
def test_the_spec_is_never_written_over(
    here: Path, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    before = times(here)

    assert main(["generate", "--out", out]) == 1

    assert "neither may be inside of the other" in capsys.readouterr().err
    assert times(here) == before


def test_files_of_somebody_else_are_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "home").mkdir()
    (here / "home" / "thesis.txt").write_text("years of work")

    assert main(["generate", "--out", "home"]) == 1

    assert capsys.readouterr().err == (
        "home:1:1: output: the directory is not empty and has no `MANIFEST.json` of ours, "
        "so nothing is written to it\n"
    )


def test_a_missing_spec_is_a_problem(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "--spec", "spce"]) == 1

    assert "spce:1:1: unreadable: the spec directory does not exist" in capsys.readouterr().err


def test_that_nothing_changed_is_known_without_the_heavy_parts(here: Path) -> None:
    main(["generate"])
    script = (
        "import sys; from apiscribe.cli import main; main(['generate']);"
        "print(sorted(m for m in ('pydantic', 'jinja2', 'yaml', 'datamodel_code_generator')"
        " if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2] / "generator")},
    )

    assert done.stdout == f"{SUMMARY}\ngenerated: unchanged\n[]\n"


def test_check_says_once_that_nothing_was_generated(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 1

    missing, remedy = capsys.readouterr().err.splitlines()
    assert missing == "generated:1:1: missing: nothing is generated there yet"
    assert remedy == "Run `apiscribe generate --spec spec --out generated`."


def test_a_spec_is_checked_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--spec-only"]) == 0
    assert capsys.readouterr().out == f"{SUMMARY}\n"

    (here / "spec/resources/bird.yaml").write_text("resource: bird\n")

    assert main(["check", "--spec-only"]) == 1
    assert "missing-key" in capsys.readouterr().err


def test_another_package_is_not_removed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["generate"])
    api = here / "spec/api.yaml"
    (package,) = re.findall("^package: (.+)$", api.read_text(), flags=re.MULTILINE)
    api.write_text(api.read_text().replace(f"package: {package}\n", "package: other_v1\n"))
    before = times(here / "generated")

    assert main(["generate"]) == 1

    problem = f"generated:1:1: output: the directory holds the package `{package}`, which would be"
    assert capsys.readouterr().err.startswith(problem)
    assert times(here / "generated") == before
