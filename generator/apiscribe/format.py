"""A compile of each file of generated Python, then Ruff over all of them at once.

A file that does not parse is a bug of the generator's, never something to hand on.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ruff import find_ruff_bin

from apiscribe.making_models import Made

_COMMON = ("--isolated", "--no-cache", "--quiet", "--target-version=py311", "--line-length=100")
_FIXES = "D212,F401,I,UP037,RUF022"
"""Where docstrings begin, unused imports, order of imports, needless quotes, order of `__all__`."""


class FormatError(Exception):
    """Generated Python that is no Python."""


def format_python(files: Mapping[str, str], more: Made) -> dict[str, str]:
    """The same files, formatted; `more` are waited for when there is nothing else to do.

    Raises:
        FormatError: one of them does not parse.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _lay_out(root, files)
        made = more()
        _lay_out(root, made)
        names = [*files, *made]
        packages = sorted({name.partition("/")[0] for name in names})
        known = f"lint.isort.known-first-party={packages!r}".replace("'", '"')
        _ruff(root, "check", "--fix-only", f"--select={_FIXES}", "--config", known)
        _ruff(root, "format")
        return {name: (root / name).read_bytes().decode() for name in names}


def _lay_out(root: Path, files: Mapping[str, str]) -> None:
    """Write files for Ruff, if they are what Python takes."""
    for name, text in files.items():
        try:
            compile(text, name, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise FormatError(f"{name} does not parse: {error}") from error
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


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
