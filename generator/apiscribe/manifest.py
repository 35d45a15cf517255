"""MANIFEST.json: what was generated from what, by hash; and so whether anything changed.

Imports nothing heavy: the answer that nothing changed has to be quick.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from apiscribe.tree import files_below, foreign, left_over, resolved

NAME = "MANIFEST.json"

_SIGNATURE = "Made by `apiscribe generate`."
_ABOUT = f"What was generated from what, as SHA-256. {_SIGNATURE}"
_KEYS = {"about", "made", "generator", "inputs", "outputs"}
_OUTPUT = re.compile(r'^ +("(?:[^"\\]|\\.)+"): "[0-9a-f]{64}",?\r?$', re.MULTILINE)
_OWN_SOURCES = Path(__file__).parent

Files = Mapping[str, str | bytes]
"""Path -> content; paths have slashes and are relative to an output directory."""


class Unchanged(NamedTuple):
    """There is nothing to do."""

    made: str
    """What there is, in a line."""
    foreign: tuple[str, ...]
    """What in the directory is somebody else's."""


@cache
def generator_digest() -> str:
    """One hash of all that decides what is made from a spec: code, templates, runtime."""
    return _digest((path, (_OWN_SOURCES / path).read_bytes()) for path in files_below(_OWN_SOURCES))


def inputs_digest(spec_name: str, contents: Mapping[str, bytes]) -> str:
    """One hash of a spec: what its directory is called, and the bytes of its files."""
    return _digest([("", spec_name.encode(errors="surrogateescape")), *sorted(contents.items())])


def wanted_digest(inputs: str, *, project: bool) -> str:
    """What is made of a spec depends on what is asked for as well."""
    return f"{inputs}+project" if project else inputs


def manifest(inputs: str, outputs: Files, generator: str, made: str) -> str:
    """The text of the manifest of some files; it does not list itself.

    `made` says in a line what there is, for a run that has nothing to do.
    """
    content = {
        "about": _ABOUT,
        "made": made,
        "generator": generator,
        "inputs": inputs,
        "outputs": {path: _hash(outputs[path]) for path in sorted(outputs)},
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def listed(content: bytes) -> frozenset[str] | None:
    """The files that a manifest says are ours; None if we did not write it.

    One that git could not merge, or that lost its end, still tells line by line: what either
    side of a conflict lists is ours.
    """
    text = content.decode(errors="replace")
    if _SIGNATURE not in text:
        return None
    noted = _parsed(content)
    if noted is not None:
        return frozenset({NAME, *noted["outputs"]})
    return frozenset({NAME, *(json.loads(path) for path in _OUTPUT.findall(text))})


def listed_in(root: Path) -> frozenset[str] | None:
    """The files that are ours in a directory; None if it has no manifest of ours."""
    noted = root / NAME
    if noted.is_symlink() or not noted.is_file():
        return None
    return listed(noted.read_bytes())


def unchanged(out_dir: str, inputs: str, generator: str) -> Unchanged | None:
    """Whether a directory holds exactly what these inputs would be turned into."""
    root = resolved(out_dir)
    try:
        noted = _parsed((root / NAME).read_bytes())
        if noted is None or (noted["generator"], noted["inputs"]) != (generator, inputs):
            return None
        outputs = noted["outputs"]
        same = all(_is_plain_file(root / p, digest) for p, digest in outputs.items())
        if not same or any(path.exists() for path in left_over(root)):
            return None
        return Unchanged(str(noted["made"]), foreign(root, {NAME, *outputs}))
    except OSError:
        return None


def _is_plain_file(path: Path, digest: str) -> bool:
    return not path.is_symlink() and path.is_file() and _hash(path.read_bytes()) == digest


def _parsed(content: bytes) -> dict[str, Any] | None:
    try:
        noted = json.loads(content, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError):
        return None
    whole = isinstance(noted, dict) and noted.keys() == _KEYS
    return noted if whole and isinstance(noted["outputs"], dict) else None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A line twice is what a merge leaves of two versions."""
    if len(found := dict(pairs)) != len(pairs):
        raise ValueError("a key twice")
    return found


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, content in files:
        # Lengths keep the end of one file from passing for the beginning of the next.
        digest.update(f"{len(name)} {name} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()


def _hash(content: str | bytes) -> str:
    encoded = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(encoded).hexdigest()
