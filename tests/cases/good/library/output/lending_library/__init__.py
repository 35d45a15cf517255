# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Books, shelves and members of a lending library.

    from lending_library import LibraryClient

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending_library._runtime.lazy import lazy_names

__version__ = "2.0.0rc1"

if TYPE_CHECKING:
    from msgspec import UNSET as UNSET
    from msgspec import UnsetType as UnsetType

    from lending_library import async_resources as async_resources
    from lending_library import errors as errors
    from lending_library import events as events
    from lending_library import lists as lists
    from lending_library import models as models
    from lending_library import operations as operations
    from lending_library import resources as resources
    from lending_library import strategies as strategies
    from lending_library import stub as stub
    from lending_library import tracing as tracing
    from lending_library import types as types
    from lending_library import validators as validators
    from lending_library._runtime.client.raw import RawResponse as RawResponse
    from lending_library._runtime.events import CallEvent as CallEvent
    from lending_library._runtime.model import unknown_fields as unknown_fields
    from lending_library.async_client import AsyncLibraryClient as AsyncLibraryClient
    from lending_library.client import LibraryClient as LibraryClient
    from lending_library.errors import APIError as APIError
    from lending_library.errors import ConfigurationError as ConfigurationError
    from lending_library.errors import InvalidArguments as InvalidArguments
    from lending_library.errors import LibraryError as LibraryError
    from lending_library.errors import PagingError as PagingError
    from lending_library.errors import RateLimited as RateLimited
    from lending_library.errors import ResponseError as ResponseError
    from lending_library.errors import ResponseMismatchWarning as ResponseMismatchWarning
    from lending_library.errors import TransportError as TransportError
    from lending_library.errors import TransportTimeout as TransportTimeout
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "msgspec": ["UNSET", "UnsetType"],
            "lending_library._runtime.client.raw": ["RawResponse"],
            "lending_library._runtime.events": ["CallEvent"],
            "lending_library._runtime.model": ["unknown_fields"],
            "lending_library.async_client": ["AsyncLibraryClient"],
            "lending_library.client": ["LibraryClient"],
            "lending_library.errors": [
                "APIError",
                "ConfigurationError",
                "InvalidArguments",
                "PagingError",
                "RateLimited",
                "ResponseError",
                "ResponseMismatchWarning",
                "TransportError",
                "TransportTimeout",
                "LibraryError",
            ],
        },
        modules=[
            "async_resources",
            "errors",
            "events",
            "lists",
            "models",
            "operations",
            "resources",
            "strategies",
            "stub",
            "tracing",
            "types",
            "validators",
        ],
        unlisted=["AsyncLibraryClient"],
    )
