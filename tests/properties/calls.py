"""Calls to try a rule with, and what the validators find in one."""

from collections.abc import Iterable, Mapping

from tests.page.cases import TABLES
from tests.page.rows import least
from zoom_v1.validators import Violation, validate

Found = set[tuple[str, str, str]]
"""Argument, rule, severity."""


def call(operation: str, **arguments: object) -> dict[str, object]:
    """The least that the page asks for, and `arguments`; `from_` is `from`."""
    given: dict[str, object] = {name: s.value for name, s in least(TABLES[operation]).items()}
    given.update({name.rstrip("_"): value for name, value in arguments.items()})
    return given


def without(given: Mapping[str, object], *names: str) -> dict[str, object]:
    return {name: value for name, value in given.items() if name not in names}


def found(operation: str, given: Mapping[str, object]) -> Found:
    return seen(validate(operation, given))


def seen(violations: Iterable[Violation]) -> Found:
    return {(each.argument, each.rule, each.severity) for each in violations}


def error(argument: str, rule: str) -> Found:
    return {(argument, rule, "error")}


def warning(argument: str, rule: str) -> Found:
    return {(argument, rule, "warning")}
