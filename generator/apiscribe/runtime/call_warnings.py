"""The warnings that a call can give; a generated package exports them with its errors."""

from __future__ import annotations

from collections.abc import Sequence

from .validation.violations import Violation

_EXPORTED = __name__.replace("._runtime.call_warnings", ".errors")
"""The module that exports them: messages and pickles name it, not this one."""
_SHOWN = 10
"""How many mismatches a warning lists."""


class ArgumentWarning(UserWarning):
    """An argument that the API ignores as it was given. The call is made all the same."""

    def __init__(self, operation: str, violation: Violation) -> None:
        super().__init__(operation, violation)
        self.operation = operation
        self.violation = violation

    def __str__(self) -> str:
        return f"{self.operation}: {self.violation}"


class DeprecatedArgumentWarning(ArgumentWarning, DeprecationWarning):
    """An argument that the API's page advises against."""


class ResponseMismatchWarning(UserWarning):
    """A response was read, but parts of it have another shape than documented.

    Such a field holds what the response has, or `msgspec.UNSET` where it has nothing.
    """

    def __init__(self, operation: str, mismatches: Sequence[str], more: int = 0) -> None:
        super().__init__(operation, mismatches, more)
        self.operation = operation
        self.mismatches = tuple(mismatches)
        """A text for each: its JSON path, and what was expected there."""

        self.more = more
        """How many there are beside these."""

    @property
    def summary(self) -> str:
        """What differs, without the operation."""
        return f"answered otherwise than documented: {first_of(self.mismatches, self.more)}"

    def __str__(self) -> str:
        return f"{self.operation}: {self.summary}"


for _warning in (ArgumentWarning, DeprecatedArgumentWarning, ResponseMismatchWarning):
    _warning.__module__ = _EXPORTED


def first_of(mismatches: Sequence[str], more: int) -> str:
    """What a warning shows of mismatches: the first of them, and how many others there are."""
    others = len(mismatches[_SHOWN:]) + more
    rest = f"; and {others} more" if others else ""
    return f"{'; '.join(mismatches[:_SHOWN])}{rest}"
