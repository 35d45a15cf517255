# Generated from spec/types/ by `make generate`. Do not edit.
"""Objects that are answered or taken.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcels_v3._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from parcels_v3.models import shared as shared
    from parcels_v3.models.shared import Address as Address
    from parcels_v3.models.shared import Item as Item
    from parcels_v3.models.shared import Manifest as Manifest
    from parcels_v3.models.shared import Shipment as Shipment
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "parcels_v3.models.shared": ["Address", "Item", "Shipment", "Manifest"],
        },
        modules=["shared"],
    )
