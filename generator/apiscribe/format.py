"""Ruff over all generated Python at once, then a compile of each file.

A file that does not parse is a bug of the generator's, never something to hand on.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ruff import find_ruff_bin

_COMMON = ("--isolated", "--no-cache", "--quiet", "--target-version=py311", "--line-length=100")
_FIXES = "D212,F401,I,UP037,RUF022"
"""Where docstrings begin, unused imports, order of imports, needless quotes, order of `__all__`."""


class FormatError(Exception):
    """Generated Python that is no Python."""


def format_python(files: Mapping[str, str]) -> dict[str, str]:
    """The same files, formatted.

    Raises:
        FormatError: one of them does not parse.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        packages = sorted({name.partition("/")[0] for name in files})
        known = f"lint.isort.known-first-party={packages!r}".replace("'", '"')
        _ruff(root, "check", "--fix-only", f"--select={_FIXES}", "--config", known)
        _ruff(root, "format")
        formatted = {name: (root / name).read_bytes().decode() for name in files}
    for name, text in formatted.items():
        try:
            compile(text, name, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise FormatError(f"{name} does not parse: {error}") from error
    return formatted


def _ruff(root: Path, command: str, *options: str) -> None:
    result = subprocess.run(
        [find_ruff_bin(), command, *_COMMON, *options, "."],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode != 0:
        raise FormatError(f"ruff {command}: {(result.stderr or result.stdout).strip()}")
