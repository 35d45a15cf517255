# Generated from spec/errors.yaml by `make generate`. Do not edit.
"""Exceptions: one class for each meaning of an error code, all of them `EscapeError`s."""

from __future__ import annotations

from escape_artist._runtime.errors import (
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
from escape_artist._runtime.errors import SdkError as EscapeError

__all__ = [
    "BY_CODE",
    "APIError",
    "ArgumentWarning",
    "Backslash",
    "ConfigurationError",
    "DeprecatedArgumentWarning",
    "EscapeError",
    "InvalidArguments",
    "Marks",
    "Nothing",
    "PagingError",
    "Quote",
    "Quotes",
    "RateLimited",
    "ResponseError",
    "ResponseMismatchWarning",
    "TransportError",
    "TransportTimeout",
]


class Quote(APIError):
    """'''\"\"\".

    Section: \"\"\"
    """

    code = "'"
    hint = "'''"


class Quotes(APIError):
    """line open('PWNED', 'w') line."""

    code = '"""'
    hint = "line\nline\u2028line"


class Backslash(APIError):
    """\\."""

    code = "\\"
    hint = "\\"


class Nothing(APIError):
    """null."""

    code = "None"


class Marks(RateLimited):
    """\u202eright to left\u2066."""

    code = "\u202e\u200f"


BY_CODE: dict[int | str, type[APIError]] = {
    "'": Quote,
    '"""': Quotes,
    "\\": Backslash,
    "None": Nothing,
    "\u202e\u200f": Marks,
}
"""Error code -> exception."""
