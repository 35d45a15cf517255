# Generated from spec/api.yaml by `make generate`. Do not edit.
"""{% raw %} \\ {# gone #} ends with \"\"\"

from escape_artist import EscapeArtist
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from escape_artist._runtime.client.raw_response import RawResponse as RawResponse
    from escape_artist._runtime.events import CallEvent as CallEvent
    from escape_artist._runtime.model import unknown_fields as unknown_fields
    from escape_artist.async_client import AsyncEscapeArtist as AsyncEscapeArtist
    from escape_artist.client import EscapeArtist as EscapeArtist
    from escape_artist.errors import APIError as APIError
    from escape_artist.errors import ArgumentWarning as ArgumentWarning
    from escape_artist.errors import ConfigurationError as ConfigurationError
    from escape_artist.errors import DeprecatedArgumentWarning as DeprecatedArgumentWarning
    from escape_artist.errors import EscapeError as EscapeError
    from escape_artist.errors import InvalidArguments as InvalidArguments
    from escape_artist.errors import PagingError as PagingError
    from escape_artist.errors import RateLimited as RateLimited
    from escape_artist.errors import ResponseError as ResponseError
    from escape_artist.errors import ResponseMismatchWarning as ResponseMismatchWarning
    from escape_artist.errors import TransportError as TransportError
    from escape_artist.errors import TransportTimeout as TransportTimeout

_HOMES = {
    "APIError": "errors",
    "ArgumentWarning": "errors",
    "DeprecatedArgumentWarning": "errors",
    "ConfigurationError": "errors",
    "CallEvent": "_runtime.events",
    "InvalidArguments": "errors",
    "PagingError": "errors",
    "RateLimited": "errors",
    "RawResponse": "_runtime.client.raw_response",
    "ResponseError": "errors",
    "ResponseMismatchWarning": "errors",
    "TransportError": "errors",
    "TransportTimeout": "errors",
    "AsyncEscapeArtist": "async_client",
    "EscapeArtist": "client",
    "EscapeError": "errors",
    "unknown_fields": "_runtime.model",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """Load what is asked for when it is asked for: importing the package costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
