# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Parcels that are sent, and the depots that hold them.

from parcels_v3 import Parcels
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parcels_v3._runtime.client.raw_response import RawResponse as RawResponse
    from parcels_v3._runtime.events import CallEvent as CallEvent
    from parcels_v3._runtime.model import unknown_fields as unknown_fields
    from parcels_v3.async_client import AsyncParcels as AsyncParcels
    from parcels_v3.client import Parcels as Parcels
    from parcels_v3.errors import APIError as APIError
    from parcels_v3.errors import ArgumentWarning as ArgumentWarning
    from parcels_v3.errors import ConfigurationError as ConfigurationError
    from parcels_v3.errors import DeprecatedArgumentWarning as DeprecatedArgumentWarning
    from parcels_v3.errors import InvalidArguments as InvalidArguments
    from parcels_v3.errors import PagingError as PagingError
    from parcels_v3.errors import ParcelsError as ParcelsError
    from parcels_v3.errors import RateLimited as RateLimited
    from parcels_v3.errors import ResponseError as ResponseError
    from parcels_v3.errors import ResponseMismatchWarning as ResponseMismatchWarning
    from parcels_v3.errors import TransportError as TransportError
    from parcels_v3.errors import TransportTimeout as TransportTimeout

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
    "AsyncParcels": "async_client",
    "Parcels": "client",
    "ParcelsError": "errors",
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
