"""What is wrong with an argument."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]
Basis = Literal["documented", "observed", "inferred"]


class Violation(Struct, frozen=True, kw_only=True):
    """One rule of the API that an argument breaks."""

    argument: str
    """Which one, by the name that it was given with: a parameter's in Python (`from_`), else the
    API's (`from`). Inside of one it is a path, such as `recurrence.weekly_days[2]`."""
    rule: str
    """The kind of rule, such as `required` or `max_length`."""
    message: str
    """What was given and what is allowed."""
    severity: Severity = "error"
    """A `warning` marks a value that the API ignores."""
    source: str = ""
    """The section of the API's page that states the rule, or that it is about."""
    basis: Basis = "documented"
    """How the rule is known: from the page, from recorded answers, or by reasoning."""
    erratum: str = ""
    """The erratum that says why, by its name in `errata.yaml`."""

    def __str__(self) -> str:
        notes = [self.source] if self.source else []
        rests_on: list[str] = [self.basis] if self.basis != "documented" else []
        rests_on += [f"erratum {self.erratum}"] if self.erratum else []
        notes += [", ".join(rests_on)] if rests_on else []
        where = f" [{'; '.join(notes)}]" if notes else ""
        return f"{self.argument}: {self.message}{where}"


Found = list[Violation]


class Brief(list[Violation]):
    """Violations that nobody reads, to know whether there are any: they come without hints."""
