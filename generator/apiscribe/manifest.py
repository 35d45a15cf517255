"""MANIFEST.json: what was generated from what, by hash; and so whether anything changed.

Imports nothing heavy: the answer that nothing changed has to be quick.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAME = "MANIFEST.json"

_ABOUT = "What was generated from what, as SHA-256. Made by `apiscribe generate`."
_KEYS = {"about", "made", "generator", "inputs", "outputs"}
_OWN_SOURCES = Path(__file__).parent
_CACHES = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
"""What other tools leave in a directory; neither ours nor anybody's work."""

Files = Mapping[str, str | bytes]


def generator_digest() -> str:
    """One hash of all that decides what is made from a spec: code, templates, runtime."""
    digest = hashlib.sha256()
    for path in sorted(_OWN_SOURCES.rglob("*")):
        inner = path.relative_to(_OWN_SOURCES)
        if path.is_file() and not _CACHES & {*inner.parts}:
            name = inner.as_posix()
            # Lengths keep the end of one file from passing for the beginning of the next.
            content = path.read_bytes()
            digest.update(f"{len(name)} {name} {len(content)} ".encode())
            digest.update(content)
    return digest.hexdigest()


def manifest(inputs: Mapping[str, bytes], outputs: Files, digest: str, made: str) -> str:
    """The text of the manifest of some files; it does not list itself.

    `made` says in a line what there is, for a run that has nothing to do.
    """
    content = {
        "about": _ABOUT,
        "made": made,
        "generator": digest,
        "inputs": _hashes(inputs),
        "outputs": _hashes(outputs),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def is_ours(content: bytes) -> bool:
    """Whether a file of that name was written by us, and not by somebody else."""
    return _parsed(content) is not None


def unchanged(out_dir: str, inputs: Mapping[str, bytes], digest: str) -> str | None:
    """What there is, if a directory holds exactly what these inputs would be turned into."""
    root = Path(out_dir)
    try:
        noted = _parsed((root / NAME).read_bytes())
        if noted is None or noted["generator"] != digest or noted["inputs"] != _hashes(inputs):
            return None
        outputs = noted["outputs"]
        same = files_in(root) == {NAME, *outputs} and all(
            _hash((root / path).read_bytes()) == outputs[path] for path in outputs
        )
        return str(noted["made"]) if same else None
    except OSError:
        return None


def files_in(directory: Path) -> set[str]:
    """All files below a directory, by relative path; a link counts as a file of its own."""
    found: set[str] = set()
    for here, names, files in os.walk(directory):
        names[:] = [name for name in names if name not in _CACHES]
        links = [name for name in names if os.path.islink(os.path.join(here, name))]
        relative = Path(here).relative_to(directory)
        found.update((relative / name).as_posix() for name in (*files, *links))
    return found


def _parsed(content: bytes) -> dict[str, Any] | None:
    try:
        noted = json.loads(content)
    except (ValueError, RecursionError):
        return None
    whole = isinstance(noted, dict) and noted.keys() == _KEYS
    return noted if whole and isinstance(noted["outputs"], dict) else None


def _hashes(files: Files) -> dict[str, str]:
    return {path: _hash(files[path]) for path in sorted(files)}


def _hash(content: str | bytes) -> str:
    encoded = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(encoded).hexdigest()
