# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Accounts, users, meetings, webinars, groups, recordings, devices, chats, reports and
dashboards.

    from zoom_v1 import ZoomClient
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoom_v1._runtime.client.raw_response import RawResponse as RawResponse
    from zoom_v1._runtime.events import CallEvent as CallEvent
    from zoom_v1._runtime.model import unknown_fields as unknown_fields
    from zoom_v1.async_client import AsyncZoomClient as AsyncZoomClient
    from zoom_v1.client import ZoomClient as ZoomClient
    from zoom_v1.errors import APIError as APIError
    from zoom_v1.errors import ArgumentWarning as ArgumentWarning
    from zoom_v1.errors import ConfigurationError as ConfigurationError
    from zoom_v1.errors import DeprecatedArgumentWarning as DeprecatedArgumentWarning
    from zoom_v1.errors import InvalidArguments as InvalidArguments
    from zoom_v1.errors import PagingError as PagingError
    from zoom_v1.errors import RateLimited as RateLimited
    from zoom_v1.errors import ResponseError as ResponseError
    from zoom_v1.errors import ResponseMismatchWarning as ResponseMismatchWarning
    from zoom_v1.errors import TransportError as TransportError
    from zoom_v1.errors import TransportTimeout as TransportTimeout
    from zoom_v1.errors import ZoomError as ZoomError

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
    "AsyncZoomClient": "async_client",
    "ZoomClient": "client",
    "ZoomError": "errors",
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
