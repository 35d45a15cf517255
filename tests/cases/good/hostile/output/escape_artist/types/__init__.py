# Generated from spec/types/ by `make generate`. Do not edit.
"""Types of arguments: the values that some have, and dicts that may stand for objects.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from escape_artist._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from escape_artist._runtime.client.async_paging import AsyncPager as AsyncPager
    from escape_artist._runtime.client.paging import Pager as Pager
    from escape_artist._runtime.encoding.files import Upload as Upload
    from escape_artist._runtime.events import Hook as Hook
    from escape_artist.types import choices as choices
    from escape_artist.types import dicts as dicts
    from escape_artist.types.choices import Odd as Odd
    from escape_artist.types.choices import Type as Type
    from escape_artist.types.dicts import EscapeDict as EscapeDict
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "escape_artist._runtime.client.async_paging": ["AsyncPager"],
            "escape_artist._runtime.client.paging": ["Pager"],
            "escape_artist._runtime.encoding.files": ["Upload"],
            "escape_artist._runtime.events": ["Hook"],
            "escape_artist.types.choices": ["Type", "Odd"],
            "escape_artist.types.dicts": ["EscapeDict"],
        },
        modules=["choices", "dicts"],
        unlisted=["AsyncPager"],
    )
