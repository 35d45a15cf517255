# Generated from spec/types/ by `make generate`. Do not edit.
"""Types of arguments: the values that some have, and dicts that may stand for objects.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending_library._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from lending_library._runtime.client.async_paging import AsyncPager as AsyncPager
    from lending_library._runtime.client.paging import Pager as Pager
    from lending_library._runtime.encoding.files import Upload as Upload
    from lending_library._runtime.events import Hook as Hook
    from lending_library.types import choices as choices
    from lending_library.types import dicts as dicts
    from lending_library.types.choices import Genre as Genre
    from lending_library.types.choices import Language as Language
    from lending_library.types.dicts import AuthorDict as AuthorDict
    from lending_library.types.dicts import NewBookDict as NewBookDict
    from lending_library.types.dicts import PlaceDict as PlaceDict
    from lending_library.types.dicts import ShelfDict as ShelfDict
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "lending_library._runtime.client.async_paging": ["AsyncPager"],
            "lending_library._runtime.client.paging": ["Pager"],
            "lending_library._runtime.encoding.files": ["Upload"],
            "lending_library._runtime.events": ["Hook"],
            "lending_library.types.choices": ["Genre", "Language"],
            "lending_library.types.dicts": ["AuthorDict", "PlaceDict", "ShelfDict", "NewBookDict"],
        },
        modules=["choices", "dicts"],
        unlisted=["AsyncPager"],
    )
