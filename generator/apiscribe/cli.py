"""The command line: `generate` writes what follows from a spec, `check` only compares.

Exit status 0, or 1 with one line for each problem on standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from apiscribe.load.files import read_files
from apiscribe.manifest import generator_digest, unchanged
from apiscribe.problems import Position, Problem, SpecError, quoted
from apiscribe.write import Files, Written, compare, write


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        _refuse_overlap(options.spec, options.out)
        if options.command == "generate":
            return _generate(options.spec, options.out)
        return _check(options.spec, options.out)
    except SpecError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="apiscribe", description="Compile a written API specification."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, summary in (
        ("generate", "write everything that is made from a spec"),
        ("check", "say whether what was written is what the spec says now"),
    ):
        command = commands.add_parser(name, help=summary, description=summary)
        command.add_argument("--spec", default="spec", metavar="DIR", help="default: spec")
        command.add_argument("--out", default="generated", metavar="DIR", help="default: generated")
    return parser


def _refuse_overlap(spec_dir: str, out_dir: str) -> None:
    """Writing makes a directory hold nothing but our files: never the one with the spec."""
    spec, out = os.path.realpath(spec_dir), os.path.realpath(out_dir)
    if os.path.commonpath((spec, out)) in (spec, out):
        message = f"neither may be inside of the other: {quoted(spec_dir)}, {quoted(out_dir)}"
        raise SpecError([Problem(Position(out_dir), "output", message)])


def _generate(spec_dir: str, out_dir: str) -> int:
    contents, problems = read_files(spec_dir)
    made = None if problems else unchanged(out_dir, contents, generator_digest())
    if made is not None:
        print(made)
        print(f"{out_dir}: unchanged")
        return 0
    from apiscribe.load.sources import parse
    from apiscribe.pipeline import compile_loaded, render_all, summary

    spec = parse(spec_dir, contents, problems)
    api = compile_loaded(spec)
    files = render_all(api, spec)
    written = write(files, out_dir)
    print(summary(api))
    print(f"{out_dir}: {_outcome(files, written)}")
    return 0


def _check(spec_dir: str, out_dir: str) -> int:
    from apiscribe.pipeline import generate

    files = generate(spec_dir)
    difference = compare(files, out_dir)
    if not difference:
        print(f"{out_dir}: {len(files)} files are what {spec_dir} says")
        return 0
    for problem in sorted(_differences(files, difference, out_dir)):
        print(problem, file=sys.stderr)
    print("Run `make generate`.", file=sys.stderr)
    return 1


def _outcome(files: Files, written: Written) -> str:
    if not written:
        return f"{len(files)} files, unchanged"
    return (
        f"{len(files)} files, {len(written.created)} created, "
        f"{len(written.changed)} changed, {len(written.removed)} removed"
    )


def _differences(files: Files, difference: Written, out_dir: str) -> Iterator[Problem]:
    for path in difference.created:
        yield Problem(Position(os.path.join(out_dir, path)), "missing", "the file does not exist")
    for path in difference.changed:
        yield _first_difference(Path(out_dir, path), files[path])
    for path in difference.removed:
        yield Problem(Position(os.path.join(out_dir, path)), "stale", "nothing generates this file")


def _first_difference(path: Path, content: str | bytes) -> Problem:
    """The first line that is not what it should be."""
    should = content.encode() if isinstance(content, str) else content
    has = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    old, new = has.decode(errors="replace").split("\n"), should.decode(errors="replace").split("\n")
    pairs = zip((*old, ""), (*new, ""), strict=False)
    number = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), 1)
    found, meant = (lines[number - 1] if number <= len(lines) else "" for lines in (old, new))
    message = f"has {quoted(found.strip())} where it should have {quoted(meant.strip())}"
    return Problem(Position(str(path), number), "changed", message)
