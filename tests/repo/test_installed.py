"""The compiler as its wheel brings it, alone in an environment: nothing else of ours is there."""

import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cases.casebook import BASE

ROOT = Path(__file__).parents[2]
PIP = [sys.executable, "-m", "pip", "-qq", "--disable-pip-version-check"]


def run(*command: str | Path, cwd: Path) -> str:
    ended = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False
    )
    assert (ended.stderr, ended.returncode) == ("", 0)
    return ended.stdout


def files_of(directory: Path) -> dict[str, bytes]:
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@dataclass
class Installed:
    """An environment with the wheel, and a workspace with nothing but a spec."""

    bin: Path
    workspace: Path

    def run(self, program: str, *arguments: str | Path) -> str:
        return run(self.bin / program, *arguments, cwd=self.workspace)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    dist, environment, workspace = map(tmp_path_factory.mktemp, ("dist", "environment", "work"))
    source = tmp_path_factory.mktemp("source") / "generator"
    shutil.copytree(ROOT / "generator", source, ignore=shutil.ignore_patterns("__pycache__"))
    built = ("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", dist, source)
    run(*PIP, *built, cwd=dist)
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=dist)
    (wheel,) = dist.glob("apiscribe-*.whl")
    run(*PIP, "--python", environment, "install", "--no-deps", "--no-index", wheel, cwd=dist)
    # What it depends on is taken from this environment; what is installed here in place is not.
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    shutil.copytree(ROOT / "spec", workspace / "far" / "spec")
    return Installed(environment / "bin", workspace)


def test_it_compiles_a_spec_elsewhere_to_the_same_bytes(installed: Installed) -> None:
    spec, out = ("--spec", "far/spec"), ("--out", "made/here")

    installed.run("apiscribe", "generate", *spec, *out)
    again = installed.run("python", "-m", "apiscribe", "generate", *spec, *out)

    assert files_of(installed.workspace / "made" / "here") == files_of(ROOT / "generated")
    assert again.endswith("made/here: unchanged\n")


def test_it_is_the_wheel_that_runs_and_it_is_typed(installed: Installed) -> None:
    script = "import apiscribe, pathlib; print(pathlib.Path(apiscribe.__file__).parent)"
    package = Path(installed.run("python", "-c", script).strip())

    assert package.is_relative_to(installed.bin.parent)
    assert (package / "py.typed").exists()
    (information,) = package.parent.glob("apiscribe-*.dist-info")
    licence = (information / "licenses" / "LICENSE").read_text()
    assert licence == (ROOT / "generator" / "LICENSE").read_text()


def test_its_readme_example_runs(installed: Installed) -> None:
    text = (ROOT / "generator" / "README.md").read_text()
    example = text.partition("```python\n")[2].partition("```")[0]
    shutil.copytree(BASE, installed.workspace / "spec")

    installed.run("python", "-c", example)

    assert (installed.workspace / "generated" / "aviary_v2" / "client.py").exists()
