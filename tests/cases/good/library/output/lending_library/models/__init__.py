# Generated from spec/types/ by `make generate`. Do not edit.
"""Objects that are answered or taken.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lending_library._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from lending_library.models import catalogue as catalogue
    from lending_library.models import members as members
    from lending_library.models.catalogue import Author as Author
    from lending_library.models.catalogue import Book as Book
    from lending_library.models.catalogue import BookPage as BookPage
    from lending_library.models.catalogue import Import as Import
    from lending_library.models.catalogue import NewBook as NewBook
    from lending_library.models.catalogue import Place as Place
    from lending_library.models.catalogue import Shelf as Shelf
    from lending_library.models.members import Loan as Loan
    from lending_library.models.members import LoanFeed as LoanFeed
    from lending_library.models.members import Member as Member
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "lending_library.models.catalogue": [
                "Author",
                "Place",
                "Shelf",
                "Book",
                "BookPage",
                "Import",
                "NewBook",
            ],
            "lending_library.models.members": ["Member", "Loan", "LoanFeed"],
        },
        modules=["catalogue", "members"],
    )
