# Generated from spec/errors.yaml by `make generate`. Do not edit.
"""Exceptions: one class for each meaning of an error code, all of them `EscapeError`s."""

from __future__ import annotations

from escape_artist._runtime.errors import (
    APIError,
    ConfigurationError,
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
    "Backslash",
    "ConfigurationError",
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

# What the runtime calls by a name of its own is shown, and pickled, by the name that it has here.
EscapeError.__name__ = EscapeError.__qualname__ = "EscapeError"


class Quote(APIError):
    """'''\"\"\".

    Section: \"\"\"
    The code is not on the page: observed.
    """

    code = "'"
    hint = "'''"


class Quotes(APIError):
    """line open('PWNED', 'w') line.

    The code is not on the page: observed.
    """

    code = '"""'
    hint = "line\nline\u2028line"


class Backslash(APIError):
    """\\.

    The code is not on the page: observed.
    """

    code = "\\"
    hint = "\\"


class Nothing(APIError):
    """null."""

    code = "None"


class Marks(RateLimited):
    """\u202eright to left\u2066.

    The code is not on the page: inferred.
    """

    code = "\u202e\u200f"


BY_CODE: dict[int | str, type[APIError]] = {
    "'": Quote,
    '"""': Quotes,
    "\\": Backslash,
    "None": Nothing,
    "\u202e\u200f": Marks,
}
"""Error code -> exception."""
