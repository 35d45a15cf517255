# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations, one class a resource.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending_library._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from lending_library.async_resources import book as book
    from lending_library.async_resources import member as member
    from lending_library.async_resources import shelf as shelf
    from lending_library.async_resources.book import AsyncBookResource as AsyncBookResource
    from lending_library.async_resources.book import AsyncBookResourceRaw as AsyncBookResourceRaw
    from lending_library.async_resources.member import AsyncMemberResource as AsyncMemberResource
    from lending_library.async_resources.member import (
        AsyncMemberResourceRaw as AsyncMemberResourceRaw,
    )
    from lending_library.async_resources.shelf import AsyncShelfResource as AsyncShelfResource
    from lending_library.async_resources.shelf import AsyncShelfResourceRaw as AsyncShelfResourceRaw
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "lending_library.async_resources.book": ["AsyncBookResource", "AsyncBookResourceRaw"],
            "lending_library.async_resources.member": [
                "AsyncMemberResource",
                "AsyncMemberResourceRaw",
            ],
            "lending_library.async_resources.shelf": [
                "AsyncShelfResource",
                "AsyncShelfResourceRaw",
            ],
        },
        modules=["book", "member", "shelf"],
    )
