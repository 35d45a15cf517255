# Generated from spec/resources/ by `make generate`. Do not edit.
"""Validators of requests: every rule that the page states about arguments.

>>> from escape_artist.validators import validate
>>> validate("escape.type", {})
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from escape_artist import operations
from escape_artist._runtime.validation import validate as _validate
from escape_artist._runtime.validation.validate import OperationChecks
from escape_artist._runtime.validation.violations import Severity, Violation

__all__ = ["Severity", "Violation", "checks_for", "validate", "validate_form"]


_loaded: dict[str, OperationChecks] = {}


def validate(operation: str, arguments: Mapping[str, object]) -> list[Violation]:
    """Check Python values: everything that is wrong with `arguments`, in their order.

    Args:
        operation: Its id, such as `escape.type`.
        arguments: Values by their names on the wire.

    Raises:
        LookupError: there is no such operation.
    """
    return _validate.validate(_loaded.get(operation) or checks_for(operation), arguments)


def validate_form(operation: str, arguments: Mapping[str, str]) -> list[Violation]:
    """Check the texts of a form: objects as JSON or in brackets, lists with commas.

    Raises:
        LookupError: there is no such operation.
    """
    found = operations.find(operation)
    return _validate.validate_form(checks_for(operation), found, arguments)


def checks_for(operation: str) -> OperationChecks:
    """What the arguments of an operation have to keep."""
    if operation in _loaded:
        return _loaded[operation]
    resource = operations.resource_of(operation)
    module = import_module(f"escape_artist.validators.{resource}")
    _loaded.update(module.CHECKS)
    return _loaded[operation]
