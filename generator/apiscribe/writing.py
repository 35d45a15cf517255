"""Files to a directory, all or nothing.

The new tree is built beside the old one, on the same file system, and takes its place by
two renames; then what is not ours moves over from the old tree, entry by entry. A file
that did not change is linked and not copied, so it keeps its time. Killed before the
renames, the old tree stands; between them, it waits under its other name until the next
run puts it back; after them, the new tree stands, and the next run moves what is left.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from apiscribe.differences import Written, compare, encoded
from apiscribe.manifest import NAME, Files, listed_in
from apiscribe.problems import Position, Problem, SpecError, quoted
from apiscribe.tree import foreign, left_over, parents_of, resolved
from apiscribe.views.text import SIGNATURE


def write(files: Files, out_dir: str | os.PathLike[str]) -> Written:
    """Make all files of ours in a directory these, and leave everything else in it alone.

    Args:
        files: What `render` returned.
        out_dir: A directory that is ours by its manifest, empty, or does not exist yet.

    Raises:
        SpecError: it is somebody else's or another package's, a file of somebody else is in
            the way, or the disk refuses.
    """
    shown = os.fspath(out_dir)
    root = resolved(shown)
    _refuse_paths(files)
    try:
        root.parent.mkdir(parents=True, exist_ok=True)
        with _only_one(root.parent):
            _recover(root)
            _refuse_foreign(root, shown)
            _refuse_other_package(root, files, shown)
            found = compare(files, shown)
            _refuse_obstacles(root, files, found.foreign, shown)
            if found or not root.is_dir():
                _replace(root, files, found)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refusal(error.filename or shown, f"cannot be written: {reason}") from error
    return found


def _refuse_paths(files: Files) -> None:
    """No path may lead out of the directory; that would be a mistake of ours."""
    for path in files:
        plain = {"", ".", ".."}.isdisjoint(path.split("/"))
        if not plain or "\\" in path or "\0" in path:
            raise ValueError(f"not a path below the output directory: {path!r}")


def _refuse_foreign(root: Path, shown: str) -> None:
    """A mistyped directory must not cost anybody their files."""
    if not root.exists():
        return
    if not root.is_dir():
        raise _refusal(shown, "is not a directory")
    if any(root.iterdir()) and listed_in(root) is None:
        message = f"is not empty and has no {quoted(NAME)} of ours, so nothing is written to it"
        raise _refusal(shown, message)


def _refuse_other_package(root: Path, files: Files, shown: str) -> None:
    """A spec that is not the one of a directory must not cost anybody a package."""
    there = _packages(listed_in(root) or ())
    gone = sorted(there - _packages(files))
    if gone:
        message = f"holds the package {quoted(gone[0])}, which would be removed; write to another"
        raise _refusal(shown, f"{message} directory, or remove this one first")


def _packages(paths: Iterable[str]) -> set[str]:
    """The packages that have a client among these files."""
    return {path.removesuffix("/client.py") for path in paths if path.endswith("/client.py")}


def _refuse_obstacles(root: Path, files: Files, others: tuple[str, ...], shown: str) -> None:
    """A file that we never wrote is not written over either."""
    before = listed_in(root) or frozenset()
    in_the_way = [p for p in sorted(files.keys() - before) if _is_obstacle(root / p, files[p])]
    parents = parents_of(files)
    in_the_way += [p for p in others if p in parents or p.removesuffix("/") in files]
    if in_the_way:
        message = "apiscribe has to write here, and did not write what is there; move it away"
        raise SpecError(
            Problem(Position(os.path.join(shown, path)), "output", message) for path in in_the_way
        )


def _is_obstacle(place: Path, content: str | bytes) -> bool:
    if place.is_symlink():
        return True
    if not place.is_file():
        return False
    has = place.read_bytes()
    return has != encoded(content) and not has.startswith(SIGNATURE.encode())


def _refusal(shown: str, message: str) -> SpecError:
    return SpecError([Problem(Position(shown), "output", f"the directory {message}")])


def _replace(root: Path, files: Files, difference: Written) -> None:
    staged, replaced = left_over(root)
    rewritten = {*difference.created, *difference.changed}
    try:
        _stage(staged, root, files, rewritten)
        if root.exists():
            shutil.copymode(root, staged)
            root.rename(replaced)
        staged.rename(root)
        _recover(root)
    except BaseException:  # an interruption, too, leaves one whole tree
        _recover(root)
        raise


def _stage(staged: Path, root: Path, files: Files, rewritten: set[str]) -> None:
    staged.mkdir()
    for directory in sorted(parents_of(files)):
        (staged / directory).mkdir(exist_ok=True)
    for path, content in files.items():
        target = staged / path
        if path in rewritten or not _link(root / path, target):
            target.write_bytes(encoded(content))


def _link(source: Path, target: Path) -> bool:
    """Give an unchanged file a second name, if the file system can."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        with suppress(OSError):
            shutil.copy2(source, target, follow_symlinks=False)
            return True
        return False
    return True


def _recover(root: Path) -> None:
    """Bring a replacement to its end, whichever step it had come to."""
    staged, replaced = left_over(root)
    if staged.is_dir() and not staged.is_symlink():
        shutil.rmtree(staged)
    if not replaced.is_dir() or replaced.is_symlink():
        return
    if not root.exists():
        replaced.rename(root)
        return
    _move_foreign(replaced, root)
    replaced.rename(staged)  # from here on, all of it may go
    shutil.rmtree(staged, ignore_errors=True)


def _move_foreign(replaced: Path, root: Path) -> None:
    """Take from the old tree to the new what neither of them lists."""
    ours = (listed_in(replaced) or frozenset()) | (listed_in(root) or frozenset())
    for path in foreign(replaced, ours):
        target = root / path
        if os.path.lexists(target):
            raise _refusal(
                str(replaced / path), f"is in the way of {quoted(target)}; move one away"
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        (replaced / path).rename(target)


@contextmanager
def _only_one(directory: Path) -> Iterator[None]:
    """Let runs that write below one directory wait for each other, where locks exist."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
