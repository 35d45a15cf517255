# Generated from spec/errors.yaml by `make generate`. Do not edit.
"""Exceptions: one class for each meaning of an error code, all of them `LibraryError`s."""

from __future__ import annotations

from lending_library._runtime.errors import (
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
from lending_library._runtime.errors import SdkError as LibraryError

__all__ = [
    "BY_CODE",
    "APIError",
    "ArgumentWarning",
    "ConfigurationError",
    "DeprecatedArgumentWarning",
    "Invalid",
    "InvalidArguments",
    "LibraryError",
    "Malformed",
    "NotFound",
    "OnLoan",
    "PagingError",
    "RateLimited",
    "ResponseError",
    "ResponseMismatchWarning",
    "SlowDown",
    "TooLarge",
    "TransportError",
    "TransportTimeout",
    "Unauthorized",
    "WrongMethod",
]


class Unauthorized(APIError):
    """The token is missing or not a librarian's."""

    code = "unauthorized"


class Invalid(APIError):
    """An argument breaks a rule."""

    code = "invalid"
    hint = "The detail names the argument."


class Malformed(APIError):
    """The body is not JSON."""

    code = "malformed"


class TooLarge(APIError):
    """The body is too long."""

    code = "too_large"


class NotFound(APIError):
    """There is nothing at this address.

    Section: Failures
    """

    code = "not_found"


class WrongMethod(APIError):
    """The address is not for this method."""

    code = "wrong_method"


class OnLoan(APIError):
    """Somebody has the book."""

    code = "on_loan"


class SlowDown(RateLimited):
    """There were too many requests."""

    code = "slow_down"


BY_CODE: dict[int | str, type[APIError]] = {
    "unauthorized": Unauthorized,
    "invalid": Invalid,
    "malformed": Malformed,
    "too_large": TooLarge,
    "not_found": NotFound,
    "wrong_method": WrongMethod,
    "on_loan": OnLoan,
    "slow_down": SlowDown,
}
"""Error code -> exception."""
