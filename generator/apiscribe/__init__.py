"""Compile a written specification of an HTTP API into everything that is needed to live with it.

    from apiscribe import check, compile_spec, render, write

    spec = compile_spec("spec")        # raises SpecError with every problem of the spec
    files = render(spec)               # {path: text or bytes}, and nothing is written
    written = write(files, "generated")
    assert not check("spec", "generated").problems

`compile_spec` reads, `render` computes, `write` writes and `check` compares; the command
line is made of these four. Importing this loads nothing heavy: each step loads its own.
"""

from apiscribe.differences import Written
from apiscribe.manifest import Files
from apiscribe.pipeline import Checked, CompiledSpec, check, compile_spec, render
from apiscribe.problems import Position, Problem, SpecError
from apiscribe.writing import write

__all__ = [
    "compile_spec",
    "render",
    "write",
    "check",
    "CompiledSpec",
    "Files",
    "Written",
    "Checked",
    "SpecError",
    "Problem",
    "Position",
]
