"""Runs the generated checks of an operation over its arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from msgspec import UNSET, Struct, structs

from ..encoding.wire import as_mapping
from ..operation import Operation
from . import messages
from .values import Check
from .violations import Basis, Brief, Found, Violation

if TYPE_CHECKING:
    from ..semantics.brackets import FormError

RuleCheck = Callable[[Mapping[str, object], Found], None]
"""Adds to `found` which rules between arguments are broken."""

FastPath = Callable[[Mapping[str, object]], int]
"""Returns how many arguments it looked at if they are valid, the rules between them included."""

UNDECIDED = -1
"""What a fast path returns if something may be wrong."""


class OperationChecks(Struct, frozen=True, kw_only=True):
    """The checks of the arguments of one operation."""

    section: str
    fields: Mapping[str, Check]
    required: tuple[str, ...] = ()
    rules: RuleCheck | None = None
    fast_path: FastPath | None = None
    fast_path_arguments: frozenset[str] = frozenset()
    """The arguments that the fast path looks at."""
    required_rests_on: Mapping[str, tuple[Basis, str]] = {}
    """The basis and erratum of what is required, where the page does not say so."""


class ObjectChecks(Struct, frozen=True, kw_only=True):
    """The checks of the fields of one object."""

    section: str
    fields: Mapping[str, Check]
    required: tuple[str, ...] = ()
    rules: RuleCheck | None = None
    required_rests_on: Mapping[str, tuple[Basis, str]] = {}
    shorthand: str | None = None


def validate(checks: OperationChecks, given: Mapping[str, object]) -> list[Violation]:
    """All violations of `given`, in the order of the operation's arguments."""
    # Most arguments are valid, and finding only that out takes a fraction of the time. UNSET
    # fails every check, so arguments that are UNSET are left out the longer way as well.
    if checks.fast_path is not None:
        seen = checks.fast_path(given)
        if seen == len(given):
            return []
        if seen == UNDECIDED:
            return _all_violations(checks, given)
    return [] if _is_valid(checks, given) else _all_violations(checks, given)


def validate_form(
    checks: OperationChecks, operation: Operation, form: Mapping[str, str]
) -> list[Violation]:
    """The same for arguments as a form has them: as text, objects as JSON or in brackets."""
    _, form_error = _brackets()
    try:
        given = parse_form(operation, form)
    except form_error as error:
        found: Found = []
        messages.add(found, error.name, "form", str(error), source=checks.section)
        return found
    return validate(checks, given)


def validate_argument(checks: OperationChecks, name: str, value: object) -> list[Violation]:
    """What is wrong with one argument, whatever the others are."""
    found: Found = []
    _check_fields({name: value}, structs.replace(checks, required=()), found)
    return _in_order(found, checks)


def _is_valid(checks: OperationChecks, given: Mapping[str, object]) -> bool:
    """Whether all is valid that the fast path has not looked at."""
    found: Found = []
    fields, fast_path_arguments = checks.fields, checks.fast_path_arguments
    try:
        for name, value in given.items():
            if name not in fast_path_arguments:
                fields[name](value, name, found)
    except KeyError:
        return False
    for name in checks.required:
        if name not in given:
            return False
    if checks.fast_path is None and checks.rules is not None:
        checks.rules(given, found)
    return not found


def _all_violations(checks: OperationChecks, given: Mapping[str, object]) -> list[Violation]:
    given = {name: value for name, value in given.items() if value is not UNSET}
    found: Found = []
    _check_fields(given, checks, found)
    if checks.rules is not None:
        checks.rules(given, found)
    return _in_order(found, checks)


def parse_form(operation: Operation, form: Mapping[str, str]) -> dict[str, object]:
    """The values of a form's texts.

    Raises:
        FormError: names that contradict each other.
    """
    unflatten, _ = _brackets()
    known, bindings = operation.arguments, operation.bindings
    maps: dict[str, object] = {}
    if bindings is not None and (bindings.styles or bindings.prefixes):
        from ..encoding.bindings import as_brackets
        from ..encoding.prefixed import apart

        maps, form = apart(known, bindings, form)
        form = as_brackets(form, bindings.styles)
    nested = unflatten(form)
    return maps | {
        name: known[name].parse(text) if name in known else text for name, text in nested.items()
    }


@cache
def _brackets() -> tuple[Callable[[Mapping[str, str]], dict[str, object]], type[FormError]]:
    # Clients read no forms. Who reads many does not import each time, which takes a microsecond.
    from ..semantics.brackets import FormError, unflatten

    return unflatten, FormError


def check_object(value: object, path: str, found: Found, checks: ObjectChecks) -> None:
    """Check a nested object; its violations carry the section of its own."""
    fields = as_mapping(value)
    if fields is None and checks.shorthand is not None and not isinstance(value, bool):
        fields = {checks.shorthand: value} if isinstance(value, str | int) else None
    if fields is None:
        messages.wrong_type(value, path, found, "an object")
        return
    inner: Found = Brief() if isinstance(found, Brief) else []
    _check_fields(fields, checks, inner)
    if checks.rules is not None:
        checks.rules(fields, inner)
    found.extend(_placed(inner, path, checks.section))


def _check_fields(
    fields: Mapping[str, object], checks: OperationChecks | ObjectChecks, found: Found
) -> None:
    unknown = 0
    for name, value in fields.items():
        if value is UNSET:
            continue
        check = checks.fields.get(name)
        if check is not None:
            check(value, name, found)
            continue
        unknown += 1
        if unknown <= messages.MOST:
            from . import passed_over

            passed_over.unknown(name, found, checks.fields)
        else:
            last_unknown = name
    if unknown > messages.MOST:
        from . import passed_over

        passed_over.many_unknown(last_unknown, found, unknown - messages.MOST)
    for name in checks.required:
        if fields.get(name, UNSET) is UNSET:
            messages.missing(name, found)
            if name in checks.required_rests_on:
                messages.rests_on(found, *checks.required_rests_on[name])


def _placed(inner: Iterable[Violation], path: str, section: str) -> Iterable[Violation]:
    for violation in inner:
        yield structs.replace(
            violation,
            argument=f"{path}.{violation.argument}",
            source=violation.source or section,
        )


def _in_order(found: Found, checks: OperationChecks) -> list[Violation]:
    order = {name: place for place, name in enumerate(checks.fields)}

    def place(violation: Violation) -> int:
        head = violation.argument.partition(".")[0].partition("[")[0]
        return order.get(head, len(order))

    found.sort(key=place)
    return [
        violation if violation.source else structs.replace(violation, source=checks.section)
        for violation in found
    ]
