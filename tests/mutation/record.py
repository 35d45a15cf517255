"""What docs/mutation.md says of the last hunt, and of the mutants that nobody can notice."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.mutation.mutants import Mutant

PAGE = Path(__file__).parents[2] / "docs" / "mutation.md"
_FIGURES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
_REASON = re.compile(r"^\| `([^`|]+)` \| ([^|]+) \|$", re.MULTILINE)


def reasons() -> dict[str, str]:
    """Mutant -> why it may survive."""
    return dict(_REASON.findall(PAGE.read_text(encoding="utf-8")))


def figures(hunted: Iterable[Mutant], survivors: Iterable[Mutant]) -> str:
    """The table of kinds, as the page shows it."""
    all_of, alive = Counter(each.kind for each in hunted), Counter(each.kind for each in survivors)
    lines = ["| what is changed | mutants | killed | alive |", "|---|---:|---:|---:|"]
    for kind, count in sorted(all_of.items()):
        lines.append(f"| {kind} | {count} | {count - alive[kind]} | {alive[kind]} |")
    total, left = all_of.total(), alive.total()
    lines.append(f"| **all** | **{total}** | **{total - left}** | **{left}** |")
    return "\n".join(lines) + "\n"


def written_figures() -> str:
    found = _FIGURES.search(PAGE.read_text(encoding="utf-8"))
    return found[0] if found else ""


def write(table: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_FIGURES.sub(lambda _: table, text), encoding="utf-8")
