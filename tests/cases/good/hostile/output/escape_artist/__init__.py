# Generated from spec/api.yaml by `make generate`. Do not edit.
"""{% raw %} \\ {# gone #} ends with \"\"\"

    from escape_artist import EscapeArtist

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from escape_artist._runtime.lazy import lazy_names

__version__ = "0.0.0"

if TYPE_CHECKING:
    from msgspec import UNSET as UNSET
    from msgspec import UnsetType as UnsetType

    from escape_artist import async_resources as async_resources
    from escape_artist import errors as errors
    from escape_artist import events as events
    from escape_artist import lists as lists
    from escape_artist import models as models
    from escape_artist import operations as operations
    from escape_artist import resources as resources
    from escape_artist import strategies as strategies
    from escape_artist import stub as stub
    from escape_artist import tracing as tracing
    from escape_artist import types as types
    from escape_artist import validators as validators
    from escape_artist._runtime.client.raw import RawResponse as RawResponse
    from escape_artist._runtime.events import CallEvent as CallEvent
    from escape_artist._runtime.model import unknown_fields as unknown_fields
    from escape_artist.async_client import AsyncEscapeArtist as AsyncEscapeArtist
    from escape_artist.client import EscapeArtist as EscapeArtist
    from escape_artist.errors import APIError as APIError
    from escape_artist.errors import ConfigurationError as ConfigurationError
    from escape_artist.errors import EscapeError as EscapeError
    from escape_artist.errors import InvalidArguments as InvalidArguments
    from escape_artist.errors import PagingError as PagingError
    from escape_artist.errors import RateLimited as RateLimited
    from escape_artist.errors import ResponseError as ResponseError
    from escape_artist.errors import ResponseMismatchWarning as ResponseMismatchWarning
    from escape_artist.errors import TransportError as TransportError
    from escape_artist.errors import TransportTimeout as TransportTimeout
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "msgspec": ["UNSET", "UnsetType"],
            "escape_artist._runtime.client.raw": ["RawResponse"],
            "escape_artist._runtime.events": ["CallEvent"],
            "escape_artist._runtime.model": ["unknown_fields"],
            "escape_artist.async_client": ["AsyncEscapeArtist"],
            "escape_artist.client": ["EscapeArtist"],
            "escape_artist.errors": [
                "APIError",
                "ConfigurationError",
                "InvalidArguments",
                "PagingError",
                "RateLimited",
                "ResponseError",
                "ResponseMismatchWarning",
                "TransportError",
                "TransportTimeout",
                "EscapeError",
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
        unlisted=["AsyncEscapeArtist"],
    )
