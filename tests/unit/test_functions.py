"""The four functions, for programs."""

import subprocess
import sys
from pathlib import Path

import pytest

import apiscribe
from apiscribe import Position, SpecError, check, compile_spec, render, write
from tests.cases.casebook import BASE


def test_they_do_what_the_commands_do(tmp_path: Path) -> None:
    files = render(compile_spec(BASE))
    written = write(files, tmp_path / "out")

    assert set(written.created) == files.keys()
    checked = check(BASE, tmp_path / "out")
    assert (checked.files, checked.problems, checked.foreign) == (len(files), (), ())
    assert not write(files, tmp_path / "out")


def test_a_file_that_is_another_is_a_problem_with_its_place(tmp_path: Path) -> None:
    write(render(compile_spec(BASE)), tmp_path)
    (tmp_path / "aviary_v2" / "client.py").write_text("")

    (problem,) = check(BASE, tmp_path).problems

    assert problem.position == Position(str(tmp_path / "aviary_v2" / "client.py"), 1)
    assert problem.rule == "changed"


def test_a_spec_with_problems_is_an_exception_that_holds_them(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        check(tmp_path / "none", tmp_path)

    assert {problem.rule for problem in caught.value.problems} == {"unreadable", "missing-file"}


def test_they_stay_functions_once_every_module_is_imported() -> None:
    """A submodule takes its name in the package when it is imported."""
    script = f"""
from pkgutil import walk_packages
import apiscribe, importlib
for each in walk_packages(apiscribe.__path__, "apiscribe."):
    if ".runtime." not in each.name and not each.name.endswith("__main__"):
        importlib.import_module(each.name)
print([name for name in {apiscribe.__all__} if type(getattr(apiscribe, name)).__name__ == "module"])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
