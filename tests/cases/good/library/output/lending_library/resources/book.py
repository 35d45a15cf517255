# Generated from spec/resources/book.yaml by `make generate`. Do not edit.
"""The catalogue."""

from __future__ import annotations

import builtins
from types import NoneType
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from lending_library._runtime.client.blocking import Resource
from lending_library.models.catalogue import Book, BookPage, Import
from lending_library.models.members import Loan
from lending_library.operations import book as operations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from typing import Literal

    from lending_library._runtime.client.paging import Pager
    from lending_library._runtime.client.protocols import Caller
    from lending_library.models.catalogue import Author, NewBook, Place
    from lending_library.types import AuthorDict, Genre, Language, NewBookDict, PlaceDict


class BookResource(Resource):
    """The catalogue."""

    def list(
        self,
        *,
        q: str | UnsetType = UNSET,
        class_: Genre | UnsetType = UNSET,
        language: Language | UnsetType = UNSET,
        from_: date | datetime | str | UnsetType = UNSET,
        to: date | datetime | str | UnsetType = UNSET,
        in_stock: bool | UnsetType = UNSET,
        ids: Sequence[int] | str | UnsetType = UNSET,
        max_price: float | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
    ) -> BookPage:
        """Search the catalogue.

        Args:
            q: Words of the title. At least 2 characters.
            class_: What kind of book. One of novel (Invented), essay (Thought) or verse
                (Sung).
            language: The language that it is written in. An id of the list of languages
                (3).
            from_: Published on this day or later. Such as 2012-11-25.
            to: Published on this day or before. Such as 2012-11-25.
            in_stock: Only books that are in the house.
            ids: Only these books. Sent separated by commas. At most 3 items.
            max_price: Nothing dearer. At least 0.
            page: Which page. At least 1. Default: 1.
            per_page: How many books a page holds. 1 to 100. Default: 20.

        Rules:
            `to` is not before `from`.

        Returns:
            A page of the catalogue.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5 requests a second and 600 requests a minute.

        Section: Searching
        """
        return self._call(operations.LIST, locals(), BookPage)

    def iter_list(
        self,
        *,
        q: str | UnsetType = UNSET,
        class_: Genre | UnsetType = UNSET,
        language: Language | UnsetType = UNSET,
        from_: date | datetime | str | UnsetType = UNSET,
        to: date | datetime | str | UnsetType = UNSET,
        in_stock: bool | UnsetType = UNSET,
        ids: Sequence[int] | str | UnsetType = UNSET,
        max_price: float | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[BookPage, Book]:
        """Walk through all pages of `list`, by number, and yield what they hold.

        Takes what `list` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. Records that are
        added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(operations.LIST, locals(), limit, BookPage, lambda page: page.items)

    def create(
        self,
        *,
        isbn: str,
        title: str,
        subtitle: str | None | UnsetType = UNSET,
        class_: Genre | UnsetType = UNSET,
        from_: date | datetime | str | None | UnsetType = UNSET,
        authors: Sequence[Author | AuthorDict] | UnsetType = UNSET,
        price: float | None | UnsetType = UNSET,
        copies_per_branch: Mapping[str, int] | UnsetType = UNSET,
        place: Place | PlaceDict | None | UnsetType = UNSET,
        _3d: bool | UnsetType = UNSET,
        notify: bool | UnsetType = UNSET,
        self_: object | UnsetType = UNSET,
    ) -> Book:
        """Enter a book into the catalogue.

        Args:
            isbn: The number on its back. Matches 97[89][0-9]{10}.
            title: Title. 1 to 200 characters.
            subtitle: Subtitle; null if there is none. At most 200 characters.
            class_: What kind of book. One of novel (Invented), essay (Thought) or verse
                (Sung). Default: novel.
            from_: When it was published. Such as 2012-11-25.
            authors: Who wrote it. At least one. No `name` twice.
            price: What it would cost to replace. 0 to 1000.
            copies_per_branch: How many copies each branch has. Each: at least 0.
            place: Where it stands.
            _3d: Whether it pops up. Default: false.
            notify: Whether members are told. Default: true.
            self_: Whatever the catalogue's machine should keep.

        Returns:
            A book as the catalogue has it.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5 requests a second and 600 requests a minute.

        Section: Cataloguing
        """
        return self._call(operations.CREATE, locals(), Book)

    def get(
        self,
        *,
        id: int,
    ) -> Book:
        """One book.

        Args:
            id: Its number.

        Returns:
            A book as the catalogue has it.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Searching
        """
        return self._call(operations.GET, locals(), Book)

    def replace(
        self,
        *,
        id: int,
        title: str,
        subtitle: str | None | UnsetType = UNSET,
        class_: Genre,
        from_: date | datetime | str | None | UnsetType = UNSET,
        authors: Sequence[Author | AuthorDict] | UnsetType = UNSET,
        price: float | None | UnsetType = UNSET,
        copies_per_branch: Mapping[str, int] | UnsetType = UNSET,
        place: Place | PlaceDict | None | UnsetType = UNSET,
    ) -> Book:
        """Write the entry of a book anew.

        Args:
            id: Its number.
            title: Title. 1 to 200 characters.
            subtitle: Subtitle; null if there is none. At most 200 characters.
            class_: What kind of book. One of novel (Invented), essay (Thought) or verse
                (Sung).
            from_: When it was published. Such as 2012-11-25.
            authors: Who wrote it. At least one. No `name` twice.
            price: What it would cost to replace. 0 to 1000.
            copies_per_branch: How many copies each branch has. Each: at least 0.
            place: Where it stands.

        Returns:
            A book as the catalogue has it.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Cataloguing
        """
        return self._call(operations.REPLACE, locals(), Book)

    def change(
        self,
        *,
        id: int,
        title: str | UnsetType = UNSET,
        subtitle: str | None | UnsetType = UNSET,
        class_: Genre | UnsetType = UNSET,
        from_: date | datetime | str | None | UnsetType = UNSET,
        price: float | None | UnsetType = UNSET,
        place: Place | PlaceDict | None | UnsetType = UNSET,
    ) -> Book:
        """Change some of the entry of a book.

        What is not given stays; what is null is emptied.

        Args:
            id: Its number.
            title: Title. 1 to 200 characters.
            subtitle: Subtitle; null if there is none. At most 200 characters.
            class_: What kind of book. One of novel (Invented), essay (Thought) or verse
                (Sung).
            from_: When it was published. Such as 2012-11-25.
            price: What it would cost to replace. 0 to 1000.
            place: Where it stands.

        Returns:
            A book as the catalogue has it.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Cataloguing
        """
        return self._call(operations.CHANGE, locals(), Book)

    def delete(
        self,
        *,
        id: int,
        reason: str | UnsetType = UNSET,
    ) -> None:
        """Take a book out of the catalogue.

        Args:
            id: Its number.
            reason: Why. At most 40 characters.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Cataloguing
        """
        return self._call(operations.DELETE, locals(), NoneType)

    def import_(
        self,
        *,
        books: Sequence[NewBook | NewBookDict],
        dry_run: bool | UnsetType = UNSET,
        operations_: Sequence[Literal["add", "merge"]] | UnsetType = UNSET,
    ) -> Import:
        """Enter many books at once.

        Args:
            books: The books. 1 to 100 items. No `isbn` twice.
            dry_run: Only look what would come of it. Default: false.
            operations_: What may be done. Each: one of add or merge.

        Returns:
            What came of an import.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Cataloguing
        """
        return self._call(operations.IMPORT, locals(), Import)

    def copy(
        self,
        *,
        id: int,
        copy: str,
    ) -> builtins.list[Loan]:
        """Who has a copy of a book.

        Args:
            id: Which book.
            copy: Which copy of it.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Searching
        """
        return self._call(operations.COPY, locals(), builtins.list[Loan])

    def prices(
        self,
    ) -> dict[str, float | None]:
        """What books would cost to replace, by ISBN.

        Raises:
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Searching
        """
        return self._call(operations.PRICES, locals(), dict[str, float | None])


class BookResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from lending_library._runtime.client.raw import raw

        resource = BookResource(caller)
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.get = raw(resource.get)
        self.replace = raw(resource.replace)
        self.change = raw(resource.change)
        self.delete = raw(resource.delete)
        self.import_ = raw(resource.import_)
        self.copy = raw(resource.copy)
        self.prices = raw(resource.prices)
