# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations, one class a resource.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcels_v3._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from parcels_v3.resources import depot as depot
    from parcels_v3.resources import shipment as shipment
    from parcels_v3.resources.depot import DepotResource as DepotResource
    from parcels_v3.resources.depot import DepotResourceRaw as DepotResourceRaw
    from parcels_v3.resources.shipment import ShipmentResource as ShipmentResource
    from parcels_v3.resources.shipment import ShipmentResourceRaw as ShipmentResourceRaw
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "parcels_v3.resources.depot": ["DepotResource", "DepotResourceRaw"],
            "parcels_v3.resources.shipment": ["ShipmentResource", "ShipmentResourceRaw"],
        },
        modules=["depot", "shipment"],
    )
