"""The table of budgets: `python -m bench [SUBJECT ...]`; without one, all but `stores`.

A budget that is missed is said and is no failure, for a benchmark is not a test: the machine has
a say in it. Exit 1 means that something could not be measured.
"""

from __future__ import annotations

import argparse
import signal
import sys
import traceback
from collections.abc import Callable, Iterator

from bench import awaiting, calling, decoding, emulating, generation, serving, starting, validation
from bench.measure import Row

SUBJECTS: dict[str, Callable[[], Iterator[Row]]] = {
    "decode": decoding.rows,
    "validate": validation.rows,
    "start": starting.rows,
    "call": calling.rows,
    "async": awaiting.rows,
    "stub": serving.rows,
    "emulator": emulating.rows,
    "generate": generation.rows,
    "stores": emulating.rows_of_stores,
}
_LONG = ("stores",)
"""What takes too long to be measured unless it is asked for."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    # No `choices`: with nargs="*" argparse would refuse the empty list.
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS))
    usual = [name for name in SUBJECTS if name not in _LONG]
    chosen: list[str] = parser.parse_args().subjects or usual
    unknown = [name for name in chosen if name not in SUBJECTS]
    if unknown:
        parser.error(f"no subject {', '.join(unknown)}; there are {', '.join(SUBJECTS)}")
    # So that servers are ended by whoever started them, however this ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    missed: list[Row] = []
    unmeasured: list[str] = []
    for name in chosen:
        try:
            for row in SUBJECTS[name]():
                print(_line(row), flush=True)
                if not row.kept:
                    missed.append(row)
        except Exception:  # noqa: BLE001 - what breaks one subject must not hide the others
            traceback.print_exc()
            unmeasured.append(name)
    _sum_up(missed, unmeasured)
    return 1 if unmeasured else 0


def _line(row: Row) -> str:
    measured = f"{row.measured:.3g} {row.unit}"
    return f"{row.what:34} {measured:32} {row.verdict:26} {row.figures}".rstrip()


def _sum_up(missed: list[Row], unmeasured: list[str]) -> None:
    print()
    for row in missed:
        print(f"MISSED: {row.what}: {row.measured:.3g} {row.unit}, {row.verdict}")
    for name in unmeasured:
        print(f"NOT MEASURED: {name}")
    if not missed and not unmeasured:
        print("Every budget is kept.")


if __name__ == "__main__":
    sys.exit(main())
