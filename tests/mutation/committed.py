"""For mutmut: all specs of the project give what is committed, byte for byte.

`tests/repo/test_fresh.py` says the same of the command, in a process that no mutant reaches.
"""

from pathlib import Path

import pytest

from tests.cases import casebook

ROOT = Path(__file__).parents[2]
PROJECTS = [ROOT, *sorted((ROOT / "examples").iterdir())]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_a_spec_gives_what_is_committed(project):
    casebook.made_from.cache_clear()
    made = casebook.made_from(project / "spec")

    generated = project / "generated"
    assert [path for path, text in made.items() if _is_other(generated / path, text)] == []


def _is_other(path: Path, text: bytes) -> bool:
    # The manifest has hashes of the compiler, and the runtime is copied: mutmut changes both.
    is_as_the_compiler = path.name == "MANIFEST.json" or "_runtime" in path.parts
    return not is_as_the_compiler and path.read_bytes() != text
