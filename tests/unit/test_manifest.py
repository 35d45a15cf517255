"""The manifest: the same for the same, and another for anything else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from apiscribe import write
from apiscribe.manifest import (
    NAME,
    Unchanged,
    generator_digest,
    inputs_digest,
    listed,
    manifest,
    unchanged,
)

OUTPUTS: dict[str, str | bytes] = {"a.py": "x = 1\n", "b.json": b"{}"}
TEXT = manifest("inputs", OUTPUTS, "digest", "what was made")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    root = tmp_path / "out"
    write({NAME: TEXT, **OUTPUTS}, root)
    return root


def test_it_holds_hashes_and_nothing_of_the_day_or_the_machine() -> None:
    noted = json.loads(TEXT)
    assert list(noted) == ["about", "made", "generator", "inputs", "outputs"]
    assert (noted["generator"], noted["inputs"]) == ("digest", "inputs")
    assert noted["outputs"] == {
        "a.py": "9e26bf369911c45c243c684147b23fc9e1dcfcf257d299a1c632016a6fcd33f4",
        "b.json": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    }
    assert TEXT.endswith("}\n")


def test_the_order_of_files_makes_no_difference() -> None:
    backwards = dict(reversed(OUTPUTS.items()))

    assert manifest("inputs", backwards, "digest", "what was made") == TEXT


def test_what_it_lists_is_ours_and_so_is_itself() -> None:
    assert listed(TEXT.encode()) == frozenset({NAME, "a.py", "b.json"})


@pytest.mark.parametrize("other", [b"", b"{}", b"[]", b"\xff", b'{"name": "app"}', b"[" * 100_000])
def test_another_file_of_its_name_is_not_ours(other: bytes) -> None:
    assert listed(other) is None


def test_an_unmerged_manifest_lists_both_sides() -> None:
    theirs = manifest("others", {"a.py": "x = 2\n", 'c "1".py': ""}, "digest", "more was made")
    begin, end = TEXT.splitlines()[:3], TEXT.splitlines()[3:]
    merged = [*begin, "<<<<<<< HEAD", *end, "=======", *theirs.splitlines()[3:], ">>>>>>> branch"]

    assert listed("\n".join(merged).encode()) == frozenset({NAME, "a.py", "b.json", 'c "1".py'})


def test_one_that_lost_its_end_lists_what_is_left() -> None:
    assert listed(TEXT[: TEXT.index('"b.json"')].encode()) == frozenset({NAME, "a.py"})


def test_nothing_changed(out: Path) -> None:
    (out / "notes.txt").write_text("")

    assert unchanged(str(out), "inputs", "digest") == Unchanged("what was made", ("notes.txt",))


@pytest.mark.parametrize(
    ("inputs", "generator"), [("inputs", "another"), ("others", "digest"), ("digest", "inputs")]
)
def test_another_spec_or_generator_is_a_change(out: Path, inputs: str, generator: str) -> None:
    assert not unchanged(str(out), inputs, generator)


def test_the_digest_of_a_spec_is_of_its_name_and_all_its_files() -> None:
    files = {"api.yaml": b"title: A\n", "types/a.yaml": b"values: {}\n"}
    others = [
        ("other", files),
        ("spec", {}),
        ("spec", {"api.yaml": b"title: A\n"}),
        ("spec", {**files, "api.yaml": b"title: B\n"}),
        ("spec", {**files, "types/b.yaml": b""}),
        ("spec", {"api.yaml": b"title: A\ntypes/a.yaml", "b.yaml": b"values: {}\n"}),
    ]

    digest = inputs_digest("spec", files)

    assert inputs_digest("spec", dict(reversed(files.items()))) == digest
    assert len({digest, *(inputs_digest(*other) for other in others)}) == 1 + len(others)


def test_a_file_that_was_edited_lost_or_linked_is_a_change(out: Path) -> None:
    (out / "a.py").write_text("x = 2\n")
    assert not unchanged(str(out), "inputs", "digest")

    (out / "a.py").unlink()
    assert not unchanged(str(out), "inputs", "digest")

    (out.parent / "elsewhere.py").write_text("x = 1\n")
    (out / "a.py").symlink_to(out.parent / "elsewhere.py")
    assert not unchanged(str(out), "inputs", "digest")

    (out / "a.py").unlink()
    (out / "a.py").write_text("x = 1\n")
    assert unchanged(str(out), "inputs", "digest")


@pytest.mark.parametrize("left", [".out.apiscribe-new", ".out.apiscribe-old"])
def test_what_a_killed_run_left_is_a_change(out: Path, left: str) -> None:
    (out.parent / left).mkdir()

    assert not unchanged(str(out), "inputs", "digest")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff",
        b'{"outputs": 1}',
        TEXT.replace('  "made"', '  "made": "another",\n  "made"').encode(),
    ],
)
def test_a_broken_manifest_is_a_change(out: Path, content: bytes) -> None:
    (out / NAME).write_bytes(content)

    assert not unchanged(str(out), "inputs", "digest")


def test_no_directory_is_a_change(tmp_path: Path) -> None:
    assert not unchanged(str(tmp_path / "nowhere"), "inputs", "digest")


def test_the_digest_is_the_same_in_every_process() -> None:
    script = "from apiscribe.manifest import generator_digest as d; print(d())"
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert other.stdout.strip() == generator_digest()
