# Generated from spec/errors.yaml by `make generate`. Do not edit.
"""Exceptions: one class for each meaning of an error code, all of them `ParcelsError`s."""

from __future__ import annotations

from parcels_v3._runtime.errors import (
    APIError,
    ArgumentWarning,
    ConfigurationError,
    DeprecatedArgumentWarning,
    InvalidArguments,
    PagingError,
    RateLimited,
    ResponseError,
    ResponseMismatchWarning,
    TransportError,
    TransportTimeout,
)
from parcels_v3._runtime.errors import SdkError as ParcelsError

__all__ = [
    "BY_CODE",
    "APIError",
    "ArgumentWarning",
    "BadForm",
    "Busy",
    "ConfigurationError",
    "DeprecatedArgumentWarning",
    "InvalidArguments",
    "Lost",
    "NoAccount",
    "NoSuchForm",
    "PagingError",
    "ParcelsError",
    "RateLimited",
    "ResponseError",
    "ResponseMismatchWarning",
    "TransportError",
    "TransportTimeout",
]


class NoAccount(APIError):
    """There is no such account."""

    code = -1


class BadForm(APIError):
    """The form is not filled in as it has to be.

    Section: Faults
    """

    code = 17


class NoSuchForm(APIError):
    """There is no such form."""

    code = 18


class Lost(APIError):
    """The parcel cannot be found."""

    code = 40
    hint = "Ask the depot."


class Busy(RateLimited):
    """The depot has enough to do."""

    code = 41


BY_CODE: dict[int | str, type[APIError]] = {
    -1: NoAccount,
    17: BadForm,
    18: NoSuchForm,
    40: Lost,
    41: Busy,
}
"""Error code -> exception."""
