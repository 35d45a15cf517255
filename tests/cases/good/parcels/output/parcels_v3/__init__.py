# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Parcels that are sent, and the depots that hold them.

    from parcels_v3 import Parcels

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcels_v3._runtime.lazy import lazy_names

__version__ = "0.0.0"

if TYPE_CHECKING:
    from msgspec import UNSET as UNSET
    from msgspec import UnsetType as UnsetType

    from parcels_v3 import async_resources as async_resources
    from parcels_v3 import errors as errors
    from parcels_v3 import events as events
    from parcels_v3 import lists as lists
    from parcels_v3 import models as models
    from parcels_v3 import operations as operations
    from parcels_v3 import resources as resources
    from parcels_v3 import strategies as strategies
    from parcels_v3 import stub as stub
    from parcels_v3 import tracing as tracing
    from parcels_v3 import types as types
    from parcels_v3 import validators as validators
    from parcels_v3._runtime.client.raw import RawResponse as RawResponse
    from parcels_v3._runtime.events import CallEvent as CallEvent
    from parcels_v3._runtime.model import unknown_fields as unknown_fields
    from parcels_v3.async_client import AsyncParcels as AsyncParcels
    from parcels_v3.client import Parcels as Parcels
    from parcels_v3.errors import APIError as APIError
    from parcels_v3.errors import ConfigurationError as ConfigurationError
    from parcels_v3.errors import InvalidArguments as InvalidArguments
    from parcels_v3.errors import PagingError as PagingError
    from parcels_v3.errors import ParcelsError as ParcelsError
    from parcels_v3.errors import RateLimited as RateLimited
    from parcels_v3.errors import ResponseError as ResponseError
    from parcels_v3.errors import ResponseMismatchWarning as ResponseMismatchWarning
    from parcels_v3.errors import TransportError as TransportError
    from parcels_v3.errors import TransportTimeout as TransportTimeout
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "msgspec": ["UNSET", "UnsetType"],
            "parcels_v3._runtime.client.raw": ["RawResponse"],
            "parcels_v3._runtime.events": ["CallEvent"],
            "parcels_v3._runtime.model": ["unknown_fields"],
            "parcels_v3.async_client": ["AsyncParcels"],
            "parcels_v3.client": ["Parcels"],
            "parcels_v3.errors": [
                "APIError",
                "ConfigurationError",
                "InvalidArguments",
                "PagingError",
                "RateLimited",
                "ResponseError",
                "ResponseMismatchWarning",
                "TransportError",
                "TransportTimeout",
                "ParcelsError",
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
        unlisted=["AsyncParcels"],
    )
