# Generated from spec/api.yaml by `make generate`. Do not edit.
"""What the clients know of the Lending Library API 2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lending_library._runtime.config import ApiConfig, Envelope

if TYPE_CHECKING:
    from lending_library._runtime.errors import APIError
    from lending_library._runtime.validation.validate import OperationChecks


def _errors() -> Mapping[int | str, type[APIError]]:
    from lending_library.errors import BY_CODE

    return BY_CODE


def _checks(operation: str) -> OperationChecks:
    from lending_library.validators import checks_for

    return checks_for(operation)


CONFIG = ApiConfig(
    title="Lending Library API",
    package="lending_library",
    distribution="lending-library",
    version="2.0.0rc1",
    base_url="https://api.library.example",
    environment_prefix="LIBRARY",
    credentials=("token",),
    scheme="bearer",
    envelope=Envelope(present=None, code="code", message="detail"),
    errors=_errors,
    checks=_checks,
)
