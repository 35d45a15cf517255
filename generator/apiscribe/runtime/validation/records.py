"""What the fields of records may hold, where no operation has put it there."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from .values import Check
from .violations import Found, Violation


class Allowed(Struct, frozen=True):
    """What one field may hold: what any of its sources would take."""

    checks: tuple[Check, ...]
    also: tuple[object, ...] = ()
    """Values that operations put there whatever they are given."""

    def violations(self, value: object, name: str) -> list[Violation]:
        """What is wrong with a value of the field `name`; of what is a number, also as text."""
        if any(value == each and type(value) is type(each) for each in self.also):
            return []
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        best: list[Violation] | None = None
        for candidate in (value, str(value)) if is_number else (value,):
            for check in self.checks:
                found: Found = []
                check(candidate, name, found)
                errors = [each for each in found if each.severity == "error"]
                if not errors:
                    return []
                best = errors if best is None else best
        return best or []


AllowedFields = Mapping[str, Mapping[str, Allowed]]
"""Entity -> field -> what it may hold."""
