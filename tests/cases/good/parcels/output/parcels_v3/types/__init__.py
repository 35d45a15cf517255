# Generated from spec/types/ by `make generate`. Do not edit.
"""Types of arguments: the values that some have, and dicts that may stand for objects.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcels_v3._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from parcels_v3._runtime.client.async_paging import AsyncPager as AsyncPager
    from parcels_v3._runtime.client.paging import Pager as Pager
    from parcels_v3._runtime.encoding.files import Upload as Upload
    from parcels_v3._runtime.events import Hook as Hook
    from parcels_v3.types import choices as choices
    from parcels_v3.types import dicts as dicts
    from parcels_v3.types.choices import Country as Country
    from parcels_v3.types.choices import Provinces as Provinces
    from parcels_v3.types.choices import States as States
    from parcels_v3.types.dicts import AddressDict as AddressDict
    from parcels_v3.types.dicts import ItemDict as ItemDict
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "parcels_v3._runtime.client.async_paging": ["AsyncPager"],
            "parcels_v3._runtime.client.paging": ["Pager"],
            "parcels_v3._runtime.encoding.files": ["Upload"],
            "parcels_v3._runtime.events": ["Hook"],
            "parcels_v3.types.choices": ["Country", "Provinces", "States"],
            "parcels_v3.types.dicts": ["AddressDict", "ItemDict"],
        },
        modules=["choices", "dicts"],
        unlisted=["AsyncPager"],
    )
