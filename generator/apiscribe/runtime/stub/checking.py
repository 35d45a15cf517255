"""Arguments that have been read, and what is wrong with them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

from ..operation import Operation
from ..validation.validate import validate
from ..validation.violations import Violation
from .api import Fault, StubApi
from .arguments import is_in_json
from .exchange import Exchange
from .failing import RefusedArgument
from .naming_violations import as_sent, is_warning, listed, refused_if_unknown
from .responses import RequestRefused
from .route import StubRoute
from .showing import shown

_MISSING = ("required", "one_of_required", "required_when")
_MOST = 200
"""How many refused arguments a failure names."""
_APART = re.compile(r"([^.\[]*)(.*)", re.DOTALL).fullmatch
_KEY = re.compile(r"\.([^.\[]+)")

logger = logging.getLogger(__name__)


class ArgumentCheck:
    """Looks at the arguments of requests as clients do before they send any.

    Args:
        api: whose operations these are.
        strict: refuse arguments that an operation does not have.
    """

    def __init__(self, api: StubApi, *, strict: bool) -> None:
        self._api = api
        self._strict = strict

    def check(self, route: StubRoute, given: dict[str, object], exchange: Exchange) -> None:
        """Take what all operations have in common out of what is given, and look at the rest.

        Raises:
            RequestRefused: arguments_refused.
        """
        operation = route.operation
        if route.checks is None:
            route.checks = self._api.checks(operation.id)
        found = self._check_common(operation, given)
        found += validate(route.checks, given)
        for name in operation.common:
            given.pop(name, None)
        if not found:
            return
        if self._strict:
            found = [*map(refused_if_unknown, found)]
        if any(each.rule == "type" for each in found):
            from ..validation.form_hints import hinted

            in_json = is_in_json(operation, exchange.content_type)
            in_json = in_json or operation.json_part is not None
            found = hinted(found, operation, given, in_json=in_json)
        exchange.violations = found
        named = as_sent(found, operation)
        if not all(map(is_warning, found)):
            # Warnings as well: an unknown argument is often the missing one, misspelt.
            message = listed(sorted(named, key=is_warning))
            pairs = [pair for pair in zip(found, named, strict=True) if not is_warning(pair[0])]
            in_json = is_in_json(operation, exchange.content_type)
            refused = [_refused(operation, *pair, in_json=in_json) for pair in pairs[:_MOST]]
            narrower = _narrower(operation, [wrong for wrong, _ in pairs])
            raise RequestRefused("arguments_refused", message, arguments=refused, narrower=narrower)
        logger.info("%s: taken all the same: %s", operation.id, shown(listed(named), None))

    def _check_common(self, operation: Operation, given: dict[str, object]) -> list[Violation]:
        found = []
        for name, common in self._api.common.items():
            if name not in given or name in operation.arguments:
                continue
            if not common.allows(given.pop(name)):
                message = f"must be one of {', '.join(common.choices)}"
                found.append(Violation(argument=name, rule="choices", message=message))
        return found


def _narrower(operation: Operation, found: Iterable[Violation]) -> Fault | None:
    """That something is missing; or that nothing but the media type of a whole body is wrong."""
    found = list(found)
    if any(each.rule in _MISSING for each in found):
        return "arguments_missing"
    body = None if operation.bindings is None else operation.bindings.body
    is_type = all(each.argument == body and each.rule == "media_type" for each in found)
    return "media_type_refused" if is_type else None


def _refused(
    operation: Operation, found: Violation, named: Violation, *, in_json: bool
) -> RefusedArgument:
    """An argument that a violation refuses; `named` is the same by the names of the request."""
    resource = operation.id.rpartition(".")[0]
    return RefusedArgument(
        name=shown(_in_style(operation, found.argument, named.argument, in_json=in_json)),
        resource="".join(word.capitalize() for word in resource.split("_")),
        message=named.message,
        is_missing=found.rule in _MISSING,
    )


def _in_style(operation: Operation, argument: str, named: str, *, in_json: bool) -> str:
    """What a request calls a part of an argument, which may have keys in brackets."""
    name, rest = _APART(argument).groups()  # type: ignore[union-attr]  # it matches everything
    style = operation.bindings.styles.get(name) if operation.bindings else None
    is_dotted = in_json and name not in operation.of_query
    if is_dotted or style is None or style.objects != "brackets":
        return named
    return named.removesuffix(rest) + _KEY.sub(r"[\1]", rest)
