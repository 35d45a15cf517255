"""What is wrong with an argument."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]


class Violation(Struct, frozen=True, kw_only=True):
    """One rule of the API that an argument breaks."""

    argument: str
    """Which one, by its name on the wire; `recurrence.weekly_days[2]` inside of one."""
    rule: str
    """The kind of rule, such as `required` or `max_length`."""
    message: str
    """What was given and what is allowed."""
    severity: Severity = "error"
    """A `warning` marks a value that the API ignores."""
    source: str = ""
    """The section of the API's page that states the rule."""

    def __str__(self) -> str:
        where = f" [{self.source}]" if self.source else ""
        return f"{self.argument}: {self.message}{where}"
