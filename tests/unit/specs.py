"""Small specs for tests: the base of the cases, with files put in or replaced."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

from apiscribe import SpecError
from apiscribe.load.files import read_files
from apiscribe.load.sources import parse
from apiscribe.model import Api, Operation
from apiscribe.pipeline import compile_loaded
from tests.cases.casebook import BASE

OPERATION = """
resource: extra
section: Extra
summary: Extra.
operations:
  ping:
    path: /v2/extra/ping
    effect: read
    summary: Answer.
"""
"""The beginning of a resource file; keys of its operation may follow."""


def using(*types: str) -> dict[str, str]:
    """A resource with an argument of each of these types, as what nothing uses is a problem."""
    arguments = "".join(f"      of_{t.lower()}: {{type: {t}, doc: One.}}\n" for t in types)
    operation = OPERATION.replace("extra", "uses") + "    arguments:\n" + arguments
    return {"resources/uses.yaml": operation}


def compiled(files: Mapping[str, str] | None = None) -> Api:
    """The model of the base spec with these files; raises `SpecError`."""
    contents, _ = read_files(str(BASE))
    contents |= {path: dedent(text).encode() for path, text in (files or {}).items()}
    return compile_loaded(parse("spec", contents, [])).api


def extra(
    keys: str,
    types: str = "",
    *,
    path: str = "/v2/extra/ping",
    uses: Mapping[str, str] | None = None,
) -> Operation:
    """One more operation with these keys."""
    operation = OPERATION.replace("/v2/extra/ping", path)
    files = {"resources/extra.yaml": operation + _indented(keys), **(uses or {})}
    if types:
        files["types/extra.yaml"] = types
    return next(o for o in compiled(files).operations if o.id == "extra.ping")


def problems(files: Mapping[str, str]) -> list[str]:
    """The lines that the base spec with these files is answered with."""
    try:
        compiled(files)
    except SpecError as error:
        return str(error).split("\n")
    return []


def _indented(keys: str) -> str:
    return "".join(f"    {line}\n" for line in dedent(keys).strip("\n").split("\n"))
