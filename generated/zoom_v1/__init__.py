# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Accounts, users, meetings, webinars, groups, recordings, devices, chats, reports and
dashboards.

    from zoom_v1 import ZoomClient

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoom_v1._runtime.lazy import lazy_names

__version__ = "0.1.0"

if TYPE_CHECKING:
    from msgspec import UNSET as UNSET
    from msgspec import UnsetType as UnsetType

    from zoom_v1 import async_resources as async_resources
    from zoom_v1 import errors as errors
    from zoom_v1 import events as events
    from zoom_v1 import lists as lists
    from zoom_v1 import models as models
    from zoom_v1 import operations as operations
    from zoom_v1 import resources as resources
    from zoom_v1 import strategies as strategies
    from zoom_v1 import stub as stub
    from zoom_v1 import tracing as tracing
    from zoom_v1 import types as types
    from zoom_v1 import validators as validators
    from zoom_v1 import webhooks as webhooks
    from zoom_v1._runtime.client.raw import RawResponse as RawResponse
    from zoom_v1._runtime.events import CallEvent as CallEvent
    from zoom_v1._runtime.model import unknown_fields as unknown_fields
    from zoom_v1.async_client import AsyncZoomClient as AsyncZoomClient
    from zoom_v1.client import ZoomClient as ZoomClient
    from zoom_v1.errors import APIError as APIError
    from zoom_v1.errors import ConfigurationError as ConfigurationError
    from zoom_v1.errors import InvalidArguments as InvalidArguments
    from zoom_v1.errors import PagingError as PagingError
    from zoom_v1.errors import RateLimited as RateLimited
    from zoom_v1.errors import ResponseError as ResponseError
    from zoom_v1.errors import ResponseMismatchWarning as ResponseMismatchWarning
    from zoom_v1.errors import TransportError as TransportError
    from zoom_v1.errors import TransportTimeout as TransportTimeout
    from zoom_v1.errors import ZoomError as ZoomError
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "msgspec": ["UNSET", "UnsetType"],
            "zoom_v1._runtime.client.raw": ["RawResponse"],
            "zoom_v1._runtime.events": ["CallEvent"],
            "zoom_v1._runtime.model": ["unknown_fields"],
            "zoom_v1.async_client": ["AsyncZoomClient"],
            "zoom_v1.client": ["ZoomClient"],
            "zoom_v1.errors": [
                "APIError",
                "ConfigurationError",
                "InvalidArguments",
                "PagingError",
                "RateLimited",
                "ResponseError",
                "ResponseMismatchWarning",
                "TransportError",
                "TransportTimeout",
                "ZoomError",
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
            "webhooks",
        ],
        unlisted=["AsyncZoomClient"],
    )
