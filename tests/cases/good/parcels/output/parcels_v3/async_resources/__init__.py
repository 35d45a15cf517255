# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations, one class a resource.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcels_v3._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from parcels_v3.async_resources import depot as depot
    from parcels_v3.async_resources import shipment as shipment
    from parcels_v3.async_resources.depot import AsyncDepotResource as AsyncDepotResource
    from parcels_v3.async_resources.depot import AsyncDepotResourceRaw as AsyncDepotResourceRaw
    from parcels_v3.async_resources.shipment import AsyncShipmentResource as AsyncShipmentResource
    from parcels_v3.async_resources.shipment import (
        AsyncShipmentResourceRaw as AsyncShipmentResourceRaw,
    )
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "parcels_v3.async_resources.depot": ["AsyncDepotResource", "AsyncDepotResourceRaw"],
            "parcels_v3.async_resources.shipment": [
                "AsyncShipmentResource",
                "AsyncShipmentResourceRaw",
            ],
        },
        modules=["depot", "shipment"],
    )
