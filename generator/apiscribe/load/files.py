"""Which files make a spec, and their bytes.

Imports nothing heavy: whether anything changed is answered from these bytes alone.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from apiscribe.problems import Position, Problem, did_you_mean, quoted

SINGLE_FILES = ("api.yaml", "errors.yaml", "rate_limits.yaml", "webhooks.yaml", "errata.yaml")
YAML_DIRECTORIES = ("types", "lists", "resources", "state")
EXAMPLES = "examples"

# What may stand beside the spec: notes for people, and what editors leave behind.
_NOTES = (".md", ".txt")
_DATA_SUFFIXES = (".yaml", ".json")
_EDITORS = re.compile(r"\..*|.*~|#.*#")
_CACHE = "__pycache__"

_SNAKE_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def read_files(spec_dir: str) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of each file of the spec, by its path relative to `spec_dir`, in order."""
    root = Path(spec_dir)
    if not root.is_dir():
        reason = "is not a directory" if root.exists() else "does not exist"
        return {}, [_problem(spec_dir, "unreadable", f"the spec directory {reason}")]
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _walk(spec_dir, problems):
        shown = os.path.join(spec_dir, path)
        if (complaint := _misplaced(path)) is not None:
            problems.append(_problem(shown, "unknown-file", complaint))
            continue
        try:
            contents[path] = _read(root / path)
        except OSError as error:
            problems.append(_problem(shown, "unreadable", error.strerror or "cannot be read"))
    return contents, problems


def _walk(spec_dir: str, problems: list[Problem]) -> list[str]:
    """Paths of all files that are no notes, with slashes whatever the platform."""

    def unreadable(error: OSError) -> None:
        name = error.filename or spec_dir
        problems.append(_problem(name, "unreadable", error.strerror or "cannot be read"))

    found: list[str] = []
    for directory, names, files in os.walk(spec_dir, onerror=unreadable):
        names[:] = [name for name in names if not name.startswith(".") and name != _CACHE]
        for name in names:
            if os.path.islink(inner := os.path.join(directory, name)):
                message = "a link to a directory is not followed; put the directory itself here"
                problems.append(_problem(inner, "unreadable", message))
        found += [
            Path(directory, name).relative_to(spec_dir).as_posix()
            for name in files
            if not _EDITORS.fullmatch(name) and not _is_note(name)
        ]
    return sorted(found)


def _is_note(name: str) -> bool:
    stem, suffix = os.path.splitext(name)
    return suffix in _NOTES and not stem.endswith(_DATA_SUFFIXES)


def _read(path: Path) -> bytes:
    # A pipe or a device of that name would make us wait for ever.
    if not path.is_file():
        raise OSError(0, "is not a regular file")
    return path.read_bytes()


def _misplaced(path: str) -> str | None:
    """Why a file is none of the spec's, if it is not; a file is never passed over in silence."""
    directory, _, name = path.rpartition("/")
    top = path.partition("/")[0]
    if path in SINGLE_FILES:
        return None
    if top == EXAMPLES and directory and path.isprintable():
        return None if name.endswith(".json") else f"an example ends in `.json`{_NOTE}"
    if directory in YAML_DIRECTORIES:
        if not name.endswith(".yaml"):
            return f"a file of the spec ends in `.yaml`{_NOTE}"
        snake = _SNAKE_NAME.fullmatch(name.removesuffix(".yaml"))
        return None if snake else "the name of a file is in snake case, as a module's is"
    if not directory:
        return f"no file of the spec has this name{did_you_mean(name, SINGLE_FILES) or _NOTE}"
    hint = did_you_mean(top, (*YAML_DIRECTORIES, EXAMPLES)) or _NOTE
    return f"no file of the spec is in {quoted(directory)}{hint}"


_NOTE = "; notes end in `.md` or `.txt`"


def _problem(shown: str, rule: str, message: str) -> Problem:
    return Problem(Position(shown), rule, message)
