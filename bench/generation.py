"""Generating everything from nothing, beside openapi-python-client on our document."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from bench import peer_client
from bench.measure import Row, compare, interleaved, seconds
from bench.places import DOCUMENT, PYTHON, SPEC, document
from bench.processes import CannotMeasureError, timed
from bench.tenfold import TIMES, write_tenfold

_ROUNDS = 5
_ROUNDS_OF_TEN = 2
_ROUNDS_UNCHANGED = 7
_OURS = "generate"
_PEER = "openapi-python-client"
_ONE = "the time of one"


def rows() -> Iterator[Row]:
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        number = count()

        def fresh() -> Path:
            return home / f"out{next(number)}"

        def one() -> float:
            return _generate(SPEC, fresh())

        def peer() -> float:
            return timed(peer_client.command(fresh()))[0]

        samples = interleaved({_OURS: one, _PEER: peer}, _ROUNDS)
        yield compare(samples, "generating from nothing", _OURS, _PEER, seconds, most=0.8)

        tenfold = write_tenfold(SPEC, home / "tenfold")
        _require_tenfold(tenfold, fresh())
        samples = interleaved(
            {_OURS: lambda: _generate(tenfold, fresh()), _ONE: one}, _ROUNDS_OF_TEN
        )
        what = f"generating {TIMES} times the API"
        yield compare(samples, what, _OURS, _ONE, seconds, most=6)

        made = fresh()
        _generate(SPEC, made)
        samples = interleaved({_OURS: lambda: _generate(SPEC, made)}, _ROUNDS_UNCHANGED)
        yield _unchanged(samples[_OURS])


def _unchanged(samples: list[float]) -> Row:
    return Row(
        what="generating, nothing changed",
        measured=sorted(samples)[len(samples) // 2],
        unit="s",
        most=0.3,
    )


def _require_tenfold(spec: Path, out: Path) -> None:
    _generate(spec, out)
    made = len(json.loads((out / DOCUMENT.name).read_bytes())["paths"])
    expected = TIMES * len(document()["paths"])
    if made != expected:
        raise CannotMeasureError(f"{TIMES} times the API has {made} paths instead of {expected}")


def _generate(spec: Path, out: Path) -> float:
    command: list[str | Path] = [PYTHON, "-m", "apiscribe", "generate"]
    return timed([*command, "--spec", spec, "--out", out])[0]
