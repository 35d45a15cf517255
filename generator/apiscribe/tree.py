"""What lies in an output directory: files that we list, and files of somebody else.

Only what a manifest lists is ever ours to remove; a link counts as a file and is not followed.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

_CACHES = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
"""What other tools leave in a directory; neither ours nor anybody's work."""


def resolved(directory: str) -> Path:
    """The one reading of a directory's name: links are followed, as the system itself does."""
    return Path(os.path.realpath(directory))


def files_below(root: Path) -> list[str]:
    """All files but those in caches, by their relative paths, in order."""
    found: list[str] = []
    for directory, names, files in os.walk(root):
        names[:] = [name for name in names if name not in _CACHES]
        prefix = Path(directory).relative_to(root).as_posix()
        found += files if prefix == "." else [f"{prefix}/{name}" for name in files]
    return sorted(found)


def foreign(root: Path, ours: Collection[str]) -> tuple[str, ...]:
    """What is none of ours, by relative path; a directory without a file of ours is one entry."""
    if not root.is_dir():
        return ()
    return tuple(sorted(_foreign(root, "", ours, parents_of(ours))))


def parents_of(paths: Iterable[str]) -> set[str]:
    """The directories that relative paths lead through."""
    innermost = {path.rpartition("/")[0] for path in paths}
    return {str(parent) for each in innermost for parent in PurePosixPath(each, "any").parents}


def _foreign(
    directory: Path, prefix: str, ours: Collection[str], parents: Collection[str]
) -> Iterator[str]:
    with os.scandir(directory) as entries:
        found = list(entries)
    for entry in found:
        path = f"{prefix}{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            if path not in ours:
                yield path
        elif path in parents:
            yield from _foreign(Path(entry), f"{path}/", ours, parents)
        elif entry.name not in _CACHES:
            yield f"{path}/"


def left_over(root: Path) -> tuple[Path, Path]:
    """Where a new tree is staged, and where the old one waits while they change places."""
    return (
        root.with_name(f".{root.name}.apiscribe-new"),
        root.with_name(f".{root.name}.apiscribe-old"),
    )
