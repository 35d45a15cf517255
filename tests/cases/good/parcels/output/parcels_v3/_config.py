# Generated from spec/api.yaml by `make generate`. Do not edit.
"""What the clients know of the Parcel API v3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from parcels_v3._runtime.config import ApiConfig, Envelope

if TYPE_CHECKING:
    from parcels_v3._runtime.errors import APIError
    from parcels_v3._runtime.validation.validate import OperationChecks


def _errors() -> Mapping[int | str, type[APIError]]:
    from parcels_v3.errors import BY_CODE

    return BY_CODE


def _checks(operation: str) -> OperationChecks:
    from parcels_v3.validators import checks_for

    return checks_for(operation)


CONFIG = ApiConfig(
    title="Parcel API",
    package="parcels_v3",
    distribution="parcels-v3",
    version="0.0.0",
    base_url="https://parcels.example/rest/v3",
    environment_prefix="PARCELS_V3",
    credentials=("account", "site", "passphrase"),
    scheme="arguments",
    envelope=Envelope(present="fault", code="fault.number", message="fault.reason.text"),
    errors=_errors,
    checks=_checks,
)
