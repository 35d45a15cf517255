# Generated from spec/api.yaml by `make generate`. Do not edit.
"""What the clients know of the Zoom REST API v1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zoom_v1._runtime.config import ApiConfig, Envelope

if TYPE_CHECKING:
    from zoom_v1._runtime.errors import APIError
    from zoom_v1._runtime.validation.validate import OperationChecks


def _errors() -> Mapping[int | str, type[APIError]]:
    from zoom_v1.errors import BY_CODE

    return BY_CODE


def _checks(operation: str) -> OperationChecks:
    from zoom_v1.validators import checks_for

    return checks_for(operation)


CONFIG = ApiConfig(
    title="Zoom REST API",
    package="zoom_v1",
    distribution="zoom-v1",
    version="0.1.0",
    base_url="https://api.zoom.us",
    environment_prefix="ZOOM",
    credentials=("api_key", "api_secret"),
    scheme="arguments",
    envelope=Envelope(present="error", code="error.code", message="error.message"),
    errors=_errors,
    checks=_checks,
)
