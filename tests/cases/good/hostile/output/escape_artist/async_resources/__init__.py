# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations, one class a resource.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from escape_artist._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from escape_artist.async_resources import escape as escape
    from escape_artist.async_resources import import_ as import_
    from escape_artist.async_resources.escape import AsyncEscapeResource as AsyncEscapeResource
    from escape_artist.async_resources.escape import (
        AsyncEscapeResourceRaw as AsyncEscapeResourceRaw,
    )
    from escape_artist.async_resources.import_ import AsyncImportResource as AsyncImportResource
    from escape_artist.async_resources.import_ import (
        AsyncImportResourceRaw as AsyncImportResourceRaw,
    )
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "escape_artist.async_resources.escape": [
                "AsyncEscapeResource",
                "AsyncEscapeResourceRaw",
            ],
            "escape_artist.async_resources.import_": [
                "AsyncImportResource",
                "AsyncImportResourceRaw",
            ],
        },
        modules=["escape", "import_"],
    )
