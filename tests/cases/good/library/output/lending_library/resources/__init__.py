# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations, one class a resource.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending_library._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from lending_library.resources import book as book
    from lending_library.resources import member as member
    from lending_library.resources import shelf as shelf
    from lending_library.resources.book import BookResource as BookResource
    from lending_library.resources.book import BookResourceRaw as BookResourceRaw
    from lending_library.resources.member import MemberResource as MemberResource
    from lending_library.resources.member import MemberResourceRaw as MemberResourceRaw
    from lending_library.resources.shelf import ShelfResource as ShelfResource
    from lending_library.resources.shelf import ShelfResourceRaw as ShelfResourceRaw
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "lending_library.resources.book": ["BookResource", "BookResourceRaw"],
            "lending_library.resources.member": ["MemberResource", "MemberResourceRaw"],
            "lending_library.resources.shelf": ["ShelfResource", "ShelfResourceRaw"],
        },
        modules=["book", "member", "shelf"],
    )
