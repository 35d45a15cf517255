"""What a directory has otherwise than it should."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from apiscribe.manifest import Files, listed_in
from apiscribe.problems import Position, Problem, quoted
from apiscribe.tree import foreign, resolved


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did, or, of a comparison, would do; paths in order."""

    created: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    """What we did not write and leave alone; a directory ends in a slash."""

    def __bool__(self) -> bool:
        """Whether any file of ours is another than before."""
        return bool(self.created or self.changed or self.removed)


def compare(files: Files, directory: str) -> Written:
    """What a directory lacks, has otherwise, and has no more; links are not followed."""
    root = resolved(directory)
    before = listed_in(root) or frozenset()
    states = {path: _state(root / path, content) for path, content in sorted(files.items())}
    return Written(
        created=tuple(path for path, state in states.items() if state is None),
        changed=tuple(path for path, state in states.items() if state is False),
        removed=tuple(p for p in sorted(before - files.keys()) if _is_file(root / p)),
        foreign=foreign(root, before | files.keys()),
    )


def differences(files: Files, found: Written, out_dir: str) -> Iterator[Problem]:
    """A problem for each file that is not what it should be, or one if there is none at all."""
    if len(found.created) == len(files):
        yield Problem(Position(out_dir), "missing", "nothing is generated there yet")
        return
    for path in found.created:
        yield Problem(Position(os.path.join(out_dir, path)), "missing", "the file does not exist")
    for path in found.changed:
        yield _first_difference(Path(out_dir, path), files[path])
    for path in found.removed:
        yield Problem(Position(os.path.join(out_dir, path)), "stale", "nothing generates this file")


def encoded(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _state(place: Path, content: str | bytes) -> bool | None:
    """Whether a file is as it should be; None if there is none."""
    try:
        mode = place.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    return stat.S_ISREG(mode) and place.read_bytes() == encoded(content)


def _is_file(place: Path) -> bool:
    return place.is_symlink() or place.is_file()


def _first_difference(path: Path, content: str | bytes) -> Problem:
    """The first line that is not what it should be."""
    should = encoded(content)
    has = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    old, new = has.decode(errors="replace").split("\n"), should.decode(errors="replace").split("\n")
    pairs = zip((*old, ""), (*new, ""), strict=False)
    number = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), 1)
    found, meant = (lines[number - 1] if number <= len(lines) else "" for lines in (old, new))
    message = f"has {quoted(found.strip())} where it should have {quoted(meant.strip())}"
    return Problem(Position(str(path), number), "changed", message)
