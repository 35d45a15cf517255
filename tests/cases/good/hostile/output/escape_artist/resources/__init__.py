# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations, one class a resource.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from escape_artist._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from escape_artist.resources import escape as escape
    from escape_artist.resources import import_ as import_
    from escape_artist.resources.escape import EscapeResource as EscapeResource
    from escape_artist.resources.escape import EscapeResourceRaw as EscapeResourceRaw
    from escape_artist.resources.import_ import ImportResource as ImportResource
    from escape_artist.resources.import_ import ImportResourceRaw as ImportResourceRaw
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "escape_artist.resources.escape": ["EscapeResource", "EscapeResourceRaw"],
            "escape_artist.resources.import_": ["ImportResource", "ImportResourceRaw"],
        },
        modules=["escape", "import_"],
    )
