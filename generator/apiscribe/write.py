"""Files to a directory, all or nothing.

The new tree is built beside the old one, on the same file system, and takes its place by
two renames. A file that did not change is linked and not copied, so it keeps its time.
Killed before the renames, the old tree stands; between them, it waits under its other
name until the next run puts it back; after them, the new tree stands.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from apiscribe.manifest import NAME, files_in, is_ours
from apiscribe.problems import Position, Problem, SpecError, quoted

Files = Mapping[str, str | bytes]


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did, or, of a comparison, would do; paths in order."""

    created: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.created or self.changed or self.removed)


def compare(files: Files, directory: str) -> Written:
    """What a directory lacks, has otherwise, and has too much; links are not followed."""
    root = Path(directory)
    present = files_in(root)
    return Written(
        created=tuple(sorted(files.keys() - present)),
        changed=tuple(p for p in sorted(files.keys() & present) if not _is_same(root, p, files)),
        removed=tuple(sorted(present - files.keys())),
    )


def write(files: Files, directory: str) -> Written:
    """Make a directory hold these files and nothing else; raises `SpecError` if it may not."""
    root = Path(os.path.abspath(directory))
    _refuse_paths(files)
    try:
        root.parent.mkdir(parents=True, exist_ok=True)
        with _only_one(root.parent):
            _recover(root)
            _refuse_foreign(root, directory)
            difference = compare(files, str(root))
            if difference or not root.is_dir():
                _replace(root, files, difference)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refusal(error.filename or directory, f"cannot be written: {reason}") from error
    return difference


def _is_same(root: Path, path: str, files: Files) -> bool:
    place = root / path
    if place.is_symlink() or not place.is_file():
        return False
    return place.read_bytes() == _encoded(files[path])


def _encoded(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _refuse_paths(files: Files) -> None:
    """No path may lead out of the directory; that would be a mistake of ours."""
    for path in files:
        pure = PurePosixPath(path)
        plain = path == pure.as_posix() and not pure.is_absolute() and ".." not in pure.parts
        if not plain or "\\" in path or "\0" in path or path in ("", "."):
            raise ValueError(f"not a path below the output directory: {path!r}")


def _refuse_foreign(root: Path, shown: str) -> None:
    """A mistyped directory must not cost anybody their files."""
    if root.is_symlink():
        raise _refusal(shown, "is a link; give the directory itself")
    if not root.exists():
        return
    if not root.is_dir():
        raise _refusal(shown, "is not a directory")
    if any(root.iterdir()):
        noted = root / NAME
        if noted.is_symlink() or not noted.is_file() or not is_ours(noted.read_bytes()):
            message = f"is not empty and has no {quoted(NAME)} of ours, so nothing is written to it"
            raise _refusal(shown, message)


def _refusal(shown: str, message: str) -> SpecError:
    return SpecError([Problem(Position(shown), "output", f"the directory {message}")])


def _replace(root: Path, files: Files, difference: Written) -> None:
    staged, replaced = _beside(root, "new"), _beside(root, "old")
    rewritten = {*difference.created, *difference.changed}
    try:
        _stage(staged, root, files, rewritten)
        if root.exists():
            shutil.copymode(root, staged)
            root.rename(replaced)
        staged.rename(root)
    except BaseException:  # an interruption, too, leaves the old tree
        _recover(root)
        raise
    shutil.rmtree(replaced, ignore_errors=True)


def _stage(staged: Path, root: Path, files: Files, rewritten: set[str]) -> None:
    staged.mkdir()
    for path, content in files.items():
        target = staged / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path in rewritten or not _link(root / path, target):
            target.write_bytes(_encoded(content))


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
    """Tidy up after a run that was cut short, whichever step it had come to."""
    staged, replaced = _beside(root, "new"), _beside(root, "old")
    if replaced.exists() and not root.exists():
        replaced.rename(root)
    for left_over in (staged, replaced):
        if left_over.is_dir() and not left_over.is_symlink():
            shutil.rmtree(left_over)


def _beside(root: Path, which: str) -> Path:
    return root.parent / f".{root.name}.generator-{which}"


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
