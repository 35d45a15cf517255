"""Headers of a caller's own, which may stand beside ours but not in their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from ..errors import ConfigurationError

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e]*")
OURS = frozenset(
    [
        "accept-encoding",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "expect",
        "host",
        "keep-alive",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    ]
)
"""What says how a request is written and sent, which only those can know who do it."""


def checked_headers(
    given: object, source: str, credentials_in: Collection[str] = ()
) -> dict[str, str]:
    """`given`, by names in lower case.

    Args:
        given: The headers.
        source: The name of the argument that they are.
        credentials_in: Headers that say who calls, and are a client's own.

    Raises:
        ConfigurationError: which names all that cannot be sent, and shows no value.
    """
    if not isinstance(given, Mapping):
        raise ConfigurationError(f"{source}= is a {type(given).__name__}, not a dict of headers")
    problems = [_problem(name, value, credentials_in) for name, value in given.items()]
    told = "; ".join(filter(None, problems))
    if told:
        raise ConfigurationError(f"{source}=: {told}")
    return {name.lower(): value for name, value in given.items()}


def _problem(name: object, value: object, credentials_in: Collection[str]) -> str:
    if not isinstance(name, str) or _NAME.fullmatch(name) is None:
        return f"{name!r} is no name of a header"
    if name.lower() in OURS:
        return f"{name} is for the client to send"
    if name.lower() in credentials_in:
        return f"{name} has the client's credentials, which are arguments of its own"
    if not isinstance(value, str):
        return f"the value of {name} is a {type(value).__name__}, not text"
    if _VALUE.fullmatch(value) is None:
        return f"the value of {name} has a line break, or a character that is not ASCII"
    return ""
