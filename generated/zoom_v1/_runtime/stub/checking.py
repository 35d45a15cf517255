"""Whether the arguments of a request are those that its operation takes."""

from __future__ import annotations

import logging

from ..operation import Operation
from ..validation.validate import validate
from ..validation.violations import Violation
from .api import StubApi
from .exchange import Exchange
from .naming_violations import is_warning, listed
from .responses import RequestRefused
from .routes import StubRoute
from .showing import shown

logger = logging.getLogger(__name__)


class Checking:
    """Runs the validators of operations.

    Args:
        api: whose they are.
        strict: refuse arguments that an operation does not have.
    """

    def __init__(self, api: StubApi, *, strict: bool) -> None:
        self._api = api
        self._strict = strict

    def check(self, route: StubRoute, given: dict[str, object], exchange: Exchange) -> None:
        """Take what every operation has in common out of what is given, and check all of it.

        Raises:
            RequestRefused: arguments_refused.
        """
        operation = route.operation
        if route.checks is None:
            route.checks = self._api.checks(operation.id)
        found = self._check_common(operation, given)
        found += validate(route.checks, given)
        if not found:
            return
        exchange.violations = found
        if any(map(self._refuses, found)):
            # Warnings as well: an unknown argument is often the missing one, misspelt.
            raise RequestRefused("arguments_refused", listed(sorted(found, key=is_warning)))
        logger.info("%s: taken all the same: %s", operation.id, shown(listed(found), None))

    def _refuses(self, violation: Violation) -> bool:
        unknown = violation.rule == "unknown_argument"
        return violation.severity == "error" or (unknown and self._strict)

    def _check_common(self, operation: Operation, given: dict[str, object]) -> list[Violation]:
        found = []
        for name, common in self._api.common.items():
            if name not in given or name in operation.arguments:
                continue
            if not common.allows(given.pop(name)):
                message = f"must be one of {', '.join(common.choices)}"
                found.append(Violation(argument=name, rule="choices", message=message))
        return found
