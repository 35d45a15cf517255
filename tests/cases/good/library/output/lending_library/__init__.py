# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Books, shelves and members of a lending library.

from lending_library import LibraryClient
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lending_library._runtime.client.raw_response import RawResponse as RawResponse
    from lending_library._runtime.events import CallEvent as CallEvent
    from lending_library._runtime.model import unknown_fields as unknown_fields
    from lending_library.async_client import AsyncLibraryClient as AsyncLibraryClient
    from lending_library.client import LibraryClient as LibraryClient
    from lending_library.errors import APIError as APIError
    from lending_library.errors import ArgumentWarning as ArgumentWarning
    from lending_library.errors import ConfigurationError as ConfigurationError
    from lending_library.errors import DeprecatedArgumentWarning as DeprecatedArgumentWarning
    from lending_library.errors import InvalidArguments as InvalidArguments
    from lending_library.errors import LibraryError as LibraryError
    from lending_library.errors import PagingError as PagingError
    from lending_library.errors import RateLimited as RateLimited
    from lending_library.errors import ResponseError as ResponseError
    from lending_library.errors import ResponseMismatchWarning as ResponseMismatchWarning
    from lending_library.errors import TransportError as TransportError
    from lending_library.errors import TransportTimeout as TransportTimeout

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
    "AsyncLibraryClient": "async_client",
    "LibraryClient": "client",
    "LibraryError": "errors",
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
