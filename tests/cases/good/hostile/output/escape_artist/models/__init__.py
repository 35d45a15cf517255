# Generated from spec/types/ by `make generate`. Do not edit.
"""Objects that are answered or taken.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from escape_artist._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from escape_artist.models import import_ as import_
    from escape_artist.models.import_ import Escape as Escape
    from escape_artist.models.import_ import Page as Page
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "escape_artist.models.import_": ["Escape", "Page"],
        },
        modules=["import_"],
    )
