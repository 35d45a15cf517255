"""Locks have hashes, and what users install has lower bounds that the locks keep."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements/dev.txt", "bench/requirements.txt"]
ENTRY = re.compile(r"^([\w.-]+)==(\S+)(.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)*)", re.MULTILINE)


def locked(path: str) -> dict[str, str]:
    return {canonicalize_name(name): version for name, version, _ in ENTRY.findall(read(path))}


def read(path: str) -> str:
    return (ROOT / path).read_text()


def declared() -> list[Requirement]:
    """What the two distributions and their extras need."""
    found: list[str] = []
    for path in ("pyproject.toml", "generator/pyproject.toml"):
        project = tomllib.loads(read(path))["project"]
        found += project["dependencies"]
        for extra in project.get("optional-dependencies", {}).values():
            found += extra
    return [Requirement(each) for each in found]


@pytest.mark.parametrize("path", LOCKS)
def test_every_locked_version_has_hashes(path: str) -> None:
    without = [name for name, _, rest in ENTRY.findall(read(path)) if "--hash=" not in rest]

    assert len(locked(path)) > 20
    assert without == []


def test_every_dependency_has_a_lower_bound() -> None:
    bounds = {each.name: [spec.operator for spec in each.specifier] for each in declared()}

    assert {name for name, operators in bounds.items() if ">=" not in operators} == set()


def test_the_lock_keeps_the_bounds() -> None:
    versions = locked("requirements/dev.txt")

    broken = [str(e) for e in declared() if versions[canonicalize_name(e.name)] not in e.specifier]
    assert broken == []
