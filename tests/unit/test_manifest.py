"""The manifest: the same for the same, and another for anything else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from apiscribe.manifest import NAME, generator_digest, is_ours, manifest, unchanged
from apiscribe.write import write

INPUTS = {"api.yaml": b"title: A\n", "types/a.yaml": b"values: {}\n"}
OUTPUTS: dict[str, str | bytes] = {"a.py": "x = 1\n", "b.json": b"{}"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    root = tmp_path / "out"
    write({NAME: manifest(INPUTS, OUTPUTS, "digest", "what was made"), **OUTPUTS}, str(root))
    return root


def test_it_holds_hashes_and_nothing_of_the_day_or_the_machine() -> None:
    text = manifest(INPUTS, OUTPUTS, "digest", "what was made")

    noted = json.loads(text)
    assert list(noted) == ["about", "made", "generator", "inputs", "outputs"]
    assert noted["generator"] == "digest"
    assert noted["outputs"] == {
        "a.py": "9e26bf369911c45c243c684147b23fc9e1dcfcf257d299a1c632016a6fcd33f4",
        "b.json": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    }
    assert text.endswith("}\n")


def test_the_order_of_files_makes_no_difference() -> None:
    backwards = dict(reversed(INPUTS.items()))

    assert manifest(backwards, OUTPUTS, "digest", "what was made") == manifest(
        INPUTS, OUTPUTS, "digest", "what was made"
    )


def test_ours_is_told_from_others() -> None:
    assert is_ours(manifest(INPUTS, OUTPUTS, "digest", "what was made").encode())
    for other in (b"", b"{}", b"[]", b"\xff", b'{"name": "app"}', b"[" * 100_000):
        assert not is_ours(other)


def test_nothing_changed(out: Path) -> None:
    assert unchanged(str(out), INPUTS, "digest") == "what was made"


def test_another_generator_is_a_change(out: Path) -> None:
    assert not unchanged(str(out), INPUTS, "another")


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"api.yaml": b"title: A\n"},
        {**INPUTS, "api.yaml": b"title: B\n"},
        {**INPUTS, "types/b.yaml": b""},
    ],
)
def test_other_inputs_are_a_change(out: Path, inputs: dict[str, bytes]) -> None:
    assert not unchanged(str(out), inputs, "digest")


def test_a_file_that_was_edited_lost_or_added_is_a_change(out: Path) -> None:
    (out / "a.py").write_text("x = 2\n")
    assert not unchanged(str(out), INPUTS, "digest")

    (out / "a.py").unlink()
    assert not unchanged(str(out), INPUTS, "digest")

    (out / "a.py").write_text("x = 1\n")
    assert unchanged(str(out), INPUTS, "digest")

    (out / "c.py").write_text("")
    assert not unchanged(str(out), INPUTS, "digest")


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"outputs": 1}'])
def test_a_broken_manifest_is_a_change(out: Path, content: bytes) -> None:
    (out / NAME).write_bytes(content)

    assert not unchanged(str(out), INPUTS, "digest")


def test_no_directory_is_a_change(tmp_path: Path) -> None:
    assert not unchanged(str(tmp_path / "nowhere"), INPUTS, "digest")


def test_the_digest_is_the_same_in_every_process() -> None:
    script = "from apiscribe.manifest import generator_digest as d; print(d())"
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert other.stdout.strip() == generator_digest()
