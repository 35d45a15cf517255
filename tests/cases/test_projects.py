"""`generate --project`: what is generated is a distribution, and its README keeps its word."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from apiscribe import check, compile_spec, naming, render, write
from apiscribe.cli import main
from tests.cases.casebook import good_cases

ROOT = Path(__file__).parents[2]
SPECS = {case.folder.name: case.folder / "spec" for case in good_cases()}
PIP = [sys.executable, "-m", "pip", "-qq", "--disable-pip-version-check"]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    ended = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.stderr, ended.returncode) == ("", 0)
    return ended.stdout


def installed(spec: Path, tmp_path: Path) -> tuple[Path, str]:
    """Where the wheel of a spec was installed, and its README."""
    out, dist, site = (tmp_path / name for name in ("out", "dist", "site"))
    write(render(compile_spec(spec), project=True), out)
    run(*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", dist, out, cwd=tmp_path)
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        assert any(name.endswith("/py.typed") for name in packed.namelist())
    run(*PIP, "install", "--no-deps", "--no-index", "--target", site, wheel, cwd=tmp_path)
    return site, (out / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("till", "Balance(cents=0)"), ("library", "9780000000019"), ("parcels", "<Parcels ")],
)
def test_the_example_of_its_readme_runs(name, shown, tmp_path):
    site, readme = installed(SPECS[name], tmp_path)
    (example,) = re.findall(r"^```python\n(.*?)^```$", readme, flags=re.DOTALL | re.MULTILINE)

    printed = run(sys.executable, "-W", "error", "-c", example, cwd=tmp_path, PYTHONPATH=str(site))

    assert shown in printed


def test_its_fixtures_are_found_where_it_is_installed(tmp_path):
    site, readme = installed(SPECS["till"], tmp_path)
    suite = "def test_it(till_client, till_stub):\n    assert till_stub.requests == []\n"
    (tmp_path / "test_it.py").write_text(suite)
    plain = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:schemathesis", "test_it.py")

    printed = run(sys.executable, "-W", "error", *plain, cwd=tmp_path, PYTHONPATH=str(site))

    assert "1 passed" in printed
    assert "`till_stub`, `till_client`" in readme


@pytest.mark.parametrize("name", sorted(SPECS))
def test_its_project_file_says_what_the_spec_does(name):
    spec = compile_spec(SPECS[name])
    made = render(spec, project=True)
    project = tomllib.loads(str(made["pyproject.toml"]))["project"]

    assert (project["name"], project["version"]) == (spec.api.distribution, spec.api.release)
    assert project["description"]
    assert made.keys() - render(spec).keys() == {"pyproject.toml", "README.md"}


@pytest.mark.parametrize("name", sorted(SPECS))
def test_its_readme_speaks_of_what_there_is(name):
    spec = compile_spec(SPECS[name])
    readme = str(render(spec, project=True)["README.md"])

    assert ("webhooks" in readme) is (spec.api.webhooks is not None)
    credentials = [naming.variable(each.name) for each in spec.api.authentication.credentials]
    assert [each for each in credentials if f'{each}="' not in readme] == []


def test_it_needs_what_our_own_distribution_needs():
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    made = render(compile_spec(SPECS["till"]), project=True)
    project = tomllib.loads(str(made["pyproject.toml"]))["project"]

    assert project["dependencies"] == ours["dependencies"]
    assert project["optional-dependencies"] == ours["optional-dependencies"]


def test_the_command_knows_which_of_both_was_asked_for(tmp_path, capsys):
    asked = ["--spec", str(SPECS["till"]), "--out", str(tmp_path / "out")]

    assert main(["generate", *asked, "--project"]) == 0
    assert main(["generate", *asked, "--project"]) == 0
    assert capsys.readouterr().out.endswith("out: unchanged\n")
    assert main(["check", *asked, "--project"]) == 0
    assert check(SPECS["till"], tmp_path / "out", project=True).problems == ()
    assert main(["check", *asked]) == 1
    assert main(["generate", *asked]) == 0
    assert not (tmp_path / "out" / "pyproject.toml").exists()
