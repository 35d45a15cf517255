"""Hunts all mutants of the spec's rules and compares the bag with docs/mutation.md.

make mutation                       all of them
make mutation ARGS='"e-mail"'       those with these words in their names, without comparing
make mutation ARGS=--write          and write the figures down
"""

import argparse
import sys

from tests.mutation import hunt, record
from tests.mutation.mutants import Mutant


def main() -> int:
    parser = argparse.ArgumentParser(prog="make mutation")
    parser.add_argument("words", nargs="?", default="", help="only mutants with these words")
    parser.add_argument("--write", action="store_true", help="write the figures down")
    given = parser.parse_args()

    if faults := hunt.disagreements_without_a_change():
        print("the rules of the page do not hold as it is:", *faults[:20], sep="\n")
        return 1
    hunted = [each for each in hunt.all_mutants() if given.words in f"{each.kind} {each.name}"]
    survivors = hunt.survivors(hunted)
    table = record.figures(hunted, survivors)
    print(table)
    for each in survivors:
        print(f"{each.position}: {each.name}: {record.reasons().get(each.name, 'NO REASON')}")
    if given.words:
        return 0
    if given.write:
        record.write(table)
    return _verdict(survivors, table)


def _verdict(survivors: list[Mutant], table: str) -> int:
    reasons = record.reasons()
    alive = {each.name for each in survivors}
    faults = [f"survives without a reason: {each}" for each in sorted(alive - reasons.keys())]
    faults += [f"does not survive any more: {each}" for each in sorted(reasons.keys() - alive)]
    if table != record.written_figures():
        faults.append("figures are not those of docs/mutation.md: make mutation ARGS=--write")
    for each in faults:
        print(each, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
