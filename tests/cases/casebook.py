"""The folders of cases: how a case becomes a spec, and what it is compared with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from apiscribe import SpecError, compile_spec, render
from apiscribe.manifest import NAME as MANIFEST

CASES = Path(__file__).parent
BASE = CASES / "base" / "spec"


@dataclass(frozen=True)
class GoodCase:
    """A whole spec, and the golden output."""

    folder: Path

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def everything(self) -> dict[str, bytes]:
        """All files that are made of it."""
        return made_from(self.folder / "spec")

    def generated(self) -> dict[str, bytes]:
        """Those that follow from the spec alone, once each."""
        return {path: text for path, text in self.everything().items() if not _is_copy(path)}

    def expected(self) -> dict[str, bytes]:
        paths = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in paths}


@dataclass(frozen=True)
class BadCase:
    """What is different from the base, and the problems that come of it."""

    folder: Path

    @property
    def problems_file(self) -> Path:
        return self.folder / "problems.txt"

    @contextmanager
    def spec(self) -> Iterator[Path]:
        """The base's files with the case's own laid over them, and some taken away."""
        removed = self.folder / "removed.txt"
        with TemporaryDirectory() as scratch:
            spec = Path(scratch, "spec")
            shutil.copytree(BASE, spec)
            if (own := self.folder / "spec").exists():
                shutil.copytree(own, spec, dirs_exist_ok=True)
            for path in removed.read_text().split() if removed.exists() else ():
                (spec / path).unlink()
            yield spec

    def problems(self) -> str:
        """The lines that the compiler prints, with paths as if run in the case's folder."""
        with self.spec() as spec:
            try:
                compile_spec(spec)
            except SpecError as error:
                return str(error).replace(str(spec), "spec") + "\n"
        return ""


@cache
def made_from(spec: Path) -> dict[str, bytes]:
    made = render(compile_spec(spec))
    return {path: text.encode() if isinstance(text, str) else text for path, text in made.items()}


def _is_copy(path: str) -> bool:
    """What is there a second time or for all specs alike, and the manifest, which knows it all."""
    _, _, inner = path.partition("/")
    return (
        path in (MANIFEST, ".gitattributes")
        or inner.startswith("_runtime/")
        or inner == "stub/openapi.json"
    )


def good_cases() -> list[GoodCase]:
    return [GoodCase(folder) for folder in _folders("good")]


def bad_cases() -> list[BadCase]:
    return [BadCase(folder) for folder in _folders("bad")]


def _folders(kind: str) -> list[Path]:
    return sorted(folder for folder in (CASES / kind).glob("*") if folder.is_dir())
