"""Each folder under `good/` is a spec and, byte for byte, everything that is made of it."""

import json
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

import apiscribe
from tests.cases.casebook import GoodCase, good_cases
from tests.cases.refresh import refresh_output

CASES = good_cases()
RUNTIME = Path(apiscribe.__file__).parent / "runtime"
REMEDY = "if this is meant: make goldens, and read the diff"


def name(case: GoodCase) -> str:
    return case.folder.name


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_output_is_the_golden_one(case: GoodCase, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--refresh-goldens"):
        refresh_output(case)

    found = list(differences(case.expected(), case.generated()))

    assert found == [], "\n".join([*found, REMEDY])


@pytest.mark.parametrize("case", CASES, ids=name)
def test_copies_are_the_same_bytes(case: GoodCase) -> None:
    made = case.everything()
    package = next(path.partition("/")[0] for path in made if path.endswith("/client.py"))
    files = (path for path in RUNTIME.rglob("*") if path.is_file() and path.suffix != ".pyc")
    runtime = {path.relative_to(RUNTIME).as_posix(): path for path in files}

    copied = f"{package}/_runtime/"
    assert {path for path in made if path.startswith(copied)} == {copied + name for name in runtime}
    for name, path in runtime.items():
        assert made[copied + name] == path.read_bytes()


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_document_of_the_stub_names_the_stub_first(case: GoodCase) -> None:
    made = case.everything()
    package = next(path.partition("/")[0] for path in made if path.endswith("/client.py"))
    own, vendors = (json.loads(made[f"{path}openapi.json"]) for path in (f"{package}/stub/", ""))

    for ours, theirs in zip(_with_servers(own), _with_servers(vendors), strict=True):
        assert ours.pop("servers") == [{"url": "/"}, *theirs.pop("servers")]
    assert own == vendors


def _with_servers(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The document, and the operations that are sent elsewhere."""
    operations = [each for path in document["paths"].values() for each in path.values()]
    return [document, *(each for each in operations if "servers" in each)]


def test_a_missing_a_surplus_and_a_changed_file_are_named() -> None:
    expected = {"same.py": b"1\n", "gone.py": b"", "changed.py": b"old\n"}
    made = {"same.py": b"1\n", "new.py": b"", "changed.py": b"new\n"}

    found = list(differences(expected, made))

    assert found == [
        "gone.py is no longer made",
        "--- golden changed.py\n+++ made changed.py\n@@ -1 +1 @@\n-old\n+new",
        "new.py is not among the golden files",
    ]


def differences(expected: dict[str, bytes], made: dict[str, bytes]) -> Iterator[str]:
    """A line for each file that should not be, and the diff of each that is another."""
    yield from (f"{path} is no longer made" for path in sorted(expected.keys() - made.keys()))
    for path in sorted(made):
        if path not in expected:
            yield f"{path} is not among the golden files"
        elif made[path] != expected[path]:
            golden, new = expected[path].decode().splitlines(), made[path].decode().splitlines()
            names = (f"golden {path}", f"made {path}")
            lines = list(unified_diff(golden, new, *names, n=1, lineterm=""))
            yield "\n".join(lines or [f"{path} differs in how its lines end"])
