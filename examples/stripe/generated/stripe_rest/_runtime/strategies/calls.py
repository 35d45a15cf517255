"""The arguments of calls: right ones, and wrong ones with what is wrong about them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec import Struct

from ..validation.violations import Severity
from .breakage import Breakage
from .members import Members
from .ruled_owner import Arguments


class InvalidCall(Struct, frozen=True, kw_only=True):
    """Arguments that break one rule."""

    arguments: Arguments
    argument: str
    """Which one is wrong, as in `Violation.argument`."""
    rule: str
    """The rule that it breaks, as in `Violation.rule`."""
    severity: Severity = "error"
    """A `warning` marks what the API ignores."""


@cache
def valid_arguments(members: Members, warnings: bool) -> SearchStrategy[Arguments]:
    return members.accepted if warnings else members.valid


@cache
def invalid_arguments(
    members: Members, argument: str | None, rule: str | None
) -> SearchStrategy[InvalidCall]:
    """Calls that break one rule, which can be narrowed to one argument and to one domain of rule.

    Raises:
        ValueError: there is no such rule to break.
    """
    found = [
        each
        for each in members.breakages
        if argument in (None, each.argument) and rule in (None, each.rule)
    ]
    if not found:
        about = " ".join(filter(None, (rule, argument and f"of `{argument}`")))
        raise ValueError(f"there is no rule {about} to break")
    return st.sampled_from(found).flatmap(_calls)


def _calls(broken: Breakage) -> SearchStrategy[InvalidCall]:
    return broken.cases.map(
        lambda case: InvalidCall(
            arguments=case.given, argument=case.path, rule=broken.rule, severity=broken.severity
        )
    )
