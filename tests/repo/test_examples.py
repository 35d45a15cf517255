"""Each of examples/ is whole: what is generated follows from its spec, and every check knows it."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]

examples = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)


def files_of(directory: Path) -> dict[str, bytes]:
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def package_of(example: Path) -> str:
    written = yaml.safe_load((example / "spec" / "api.yaml").read_text())["package"]
    assert isinstance(written, str)
    return written


@examples
def test_the_committed_output_follows_from_its_spec(example, tmp_path):
    shutil.copytree(example / "spec", tmp_path / "spec")
    command = ("generate", "--spec", "spec", "--out", "generated")
    ended = subprocess.run(
        [sys.executable, "-m", "apiscribe", *command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.stderr, ended.returncode) == ("", 0)

    fresh, committed = files_of(tmp_path / "generated"), files_of(example / "generated")
    assert fresh.keys() == committed.keys()
    assert [path for path in fresh if fresh[path] != committed[path]] == []


@examples
def test_tests_and_type_checkers_find_its_package(example):
    generated = f"{example.relative_to(ROOT).as_posix()}/generated"

    assert generated in PROJECT["pytest"]["pythonpath"]
    assert generated in PROJECT["mypy"]["mypy_path"].split(":")
    assert (example / "generated" / package_of(example) / "py.typed").exists()


@examples
def test_it_has_a_tutorial_and_tests(example):
    assert (example / "README.md").read_text().startswith("# ")
    assert list((ROOT / "tests" / "examples" / example.name).glob("test_*.py"))


@examples
def test_its_openapi_is_one(example):
    document = json.loads((example / "generated" / "openapi.json").read_text())

    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []


@examples
def test_git_takes_what_is_generated_for_that(example):
    attributes = (example / "generated" / ".gitattributes").read_text()

    assert "* merge=union linguist-generated" in attributes.splitlines()


def test_make_generates_and_checks_all_of_them():
    planned = subprocess.run(
        ["make", "-n", "examples", "fresh"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout

    for example in EXAMPLES:
        assert planned.count(f"examples/{example.name}/") == 2
