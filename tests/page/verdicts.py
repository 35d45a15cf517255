"""What validators say of the cases, and where that is not what the rows say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tests.page.between import Expected
from tests.page.cases import Case

Validate = Callable[[str, Mapping[str, Any]], Iterable[Any]]


def verdict(violations: Iterable[Any]) -> tuple[Expected, ...]:
    return tuple((each.argument, each.rule, each.severity) for each in violations)


def agrees(case: Case, validate: Validate, validate_form: Validate) -> bool:
    found = verdict((validate_form if case.is_form else validate)(case.operation, case.given))
    # Within one argument the order of its violations is nobody's promise.
    return found == case.expected or (
        sorted(found) == sorted(case.expected) and _ordered(found, case)
    )


def _ordered(found: tuple[Expected, ...], case: Case) -> bool:
    heads = [head(each) for each in found]
    return heads == [head(each) for each in case.expected]


def head(expected: Expected) -> str:
    return expected[0].partition(".")[0].partition("[")[0]


def disagreements(
    cases: Iterable[Case], validate: Validate, validate_form: Validate
) -> Iterator[str]:
    for case in cases:
        if not agrees(case, validate, validate_form):
            found = verdict(
                (validate_form if case.is_form else validate)(case.operation, case.given)
            )
            kind = "form" if case.is_form else "call"
            yield f"{kind} {dict(case.given)}: expected {case.expected}, found {found}"
