# Generated from spec/api.yaml by `make generate`. Do not edit.
"""What the clients know of the \"\"\"); import os; os.system("touch PWNED") # {{ 7 * 7 }}."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from escape_artist._runtime.config import ApiConfig, Envelope

if TYPE_CHECKING:
    from escape_artist._runtime.errors import APIError
    from escape_artist._runtime.validation.validate import OperationChecks


def _errors() -> Mapping[int | str, type[APIError]]:
    from escape_artist.errors import BY_CODE

    return BY_CODE


def _checks(operation: str) -> OperationChecks:
    from escape_artist.validators import checks_for

    return checks_for(operation)


CONFIG = ApiConfig(
    title='"""); import os; os.system("touch PWNED") #',
    package="escape_artist",
    distribution="escape-artist",
    version="0.0.0",
    base_url="https://escape.example",
    environment_prefix="ESCAPE",
    credentials=("self",),
    scheme="bearer",
    envelope=Envelope(
        present='it\'s["here"]', code='it\'s["here"].{{code}}', message='it\'s["here"].\\message'
    ),
    errors=_errors,
    checks=_checks,
)
