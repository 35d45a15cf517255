"""The command line: `generate` writes what follows from a spec, `check` only compares.

Exit status 0, or 1 with one line for each problem on standard error.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import shlex
import sys
from collections.abc import Sequence

from apiscribe.differences import Written
from apiscribe.load.files import read_files
from apiscribe.making_models import made_ahead
from apiscribe.manifest import generator_digest, inputs_digest, unchanged, wanted_digest
from apiscribe.pipeline import check, compile_loaded, compile_spec, rendered, summary
from apiscribe.problems import Position, Problem, SpecError, enumerated, quoted
from apiscribe.tree import resolved
from apiscribe.writing import write

_MOST_NAMED = 10


def run(program: str = "apiscribe") -> int:
    """Do what a process was started for, and collect no garbage, not even at its end.

    It needs nearly all that it makes until then, and looking for the rest takes a tenth of the
    time.
    """
    gc.disable()
    atexit.register(gc.freeze)
    # No plug-in that somebody has installed takes part, and none is looked for.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    return main(program=program)


def main(arguments: Sequence[str] | None = None, program: str = "apiscribe") -> int:
    """One command; `program` is how it was called, for messages that say what to run."""
    options = _parser(program).parse_args(arguments)
    try:
        _refuse_overlap(options.spec, options.out)
        if options.command == "generate":
            return _generate(options.spec, options.out, project=options.project)
        if options.spec_only:
            print(summary(compile_spec(options.spec).api))
            return 0
        return _check(options.spec, options.out, program, project=options.project)
    except SpecError as error:
        print(error, file=sys.stderr)
        return 1


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=program, description="Compile a written API specification."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, summary_of in (
        ("generate", "write everything that is made from a spec"),
        ("check", "say whether what was written is what the spec says now"),
    ):
        command = commands.add_parser(name, help=summary_of, description=summary_of)
        command.add_argument("--spec", default="spec", metavar="DIR", help="default: spec")
        command.add_argument("--out", default="generated", metavar="DIR", help="default: generated")
        about = "with pyproject.toml and README.md, so that it is a distribution"
        command.add_argument("--project", action="store_true", help=about)
    about = "look for problems of the spec, and at nothing that was written"
    commands.choices["check"].add_argument("--spec-only", action="store_true", help=about)
    return parser


def _refuse_overlap(spec_dir: str, out_dir: str) -> None:
    """A spec is nothing to write over, and what is generated is no part of it."""
    spec, out = resolved(spec_dir), resolved(out_dir)
    if spec.is_relative_to(out) or out.is_relative_to(spec):
        message = f"neither may be inside of the other: {quoted(spec_dir)}, {quoted(out_dir)}"
        raise SpecError([Problem(Position(out_dir), "output", message)])


def _generate(spec_dir: str, out_dir: str, *, project: bool) -> int:
    contents, problems = read_files(spec_dir)
    digest = inputs_digest(resolved(spec_dir).name, contents)
    wanted = wanted_digest(digest, project=project)
    known = None if problems else unchanged(out_dir, wanted, generator_digest())
    if known is not None:
        print(known.made)
        print(f"{out_dir}: unchanged")
        _tell_foreign(known.foreign, out_dir)
        return 0
    with made_ahead() as begin:
        from apiscribe.load.sources import parse

        spec = compile_loaded(parse(spec_dir, contents, problems))
        files = rendered(spec, begin, project=project)
        written = write(files, out_dir)
    print(summary(spec.api))
    print(f"{out_dir}: {len(files)} files, {_outcome(written)}")
    if written.removed:
        print(f"{out_dir}: removed {_named(written.removed)}")
    _tell_foreign(written.foreign, out_dir)
    return 0


def _check(spec_dir: str, out_dir: str, program: str, *, project: bool) -> int:
    checked = check(spec_dir, out_dir, project=project)
    if not checked.problems:
        print(f"{out_dir}: {checked.files} files are what {spec_dir} says")
        _tell_foreign(checked.foreign, out_dir)
        return 0
    for problem in checked.problems:
        print(problem, file=sys.stderr)
    asked = ["--project"] if project else []
    remedy = shlex.join(["generate", "--spec", spec_dir, "--out", out_dir, *asked])
    print(f"Run `{program} {remedy}`.", file=sys.stderr)
    return 1


def _outcome(written: Written) -> str:
    if not written:
        return "unchanged"
    return (
        f"{len(written.created)} created, "
        f"{len(written.changed)} changed, {len(written.removed)} removed"
    )


def _tell_foreign(foreign: Sequence[str], out_dir: str) -> None:
    if foreign:
        print(f"{out_dir}: not generated and left alone: {_named(foreign)}")


def _named(paths: Sequence[str]) -> str:
    named = enumerated(paths[:_MOST_NAMED], "and")
    more = len(paths) - _MOST_NAMED
    return named if more <= 0 else f"{', '.join(map(quoted, paths[:_MOST_NAMED]))} and {more} more"
