# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Client of the Lending Library API 2."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from lending_library._runtime.client import BaseClient
from lending_library._runtime.config import ApiConfig, Envelope

if TYPE_CHECKING:
    from urllib3 import PoolManager

    from lending_library._runtime.errors import APIError
    from lending_library._runtime.raw import RawCaller
    from lending_library._runtime.validation import OperationChecks
    from lending_library.resources.book import BookResource, BookResourceRaw
    from lending_library.resources.member import MemberResource, MemberResourceRaw
    from lending_library.resources.shelf import ShelfResource, ShelfResourceRaw


def _errors() -> Mapping[int | str, type[APIError]]:
    from lending_library.errors import BY_CODE

    return BY_CODE


def _checks(operation: str) -> OperationChecks:
    from lending_library.validators import checks_for

    return checks_for(operation)


CONFIG = ApiConfig(
    title="Lending Library API",
    package="lending_library",
    base_url="https://api.library.example",
    environment_prefix="LIBRARY",
    credentials=("token",),
    scheme="bearer",
    envelope=Envelope(present=None, code="code", message="detail"),
    errors=_errors,
    checks=_checks,
)


class LibraryClient(BaseClient):
    """Books, shelves and members of a lending library.

    Safe to share between threads. Use it as a context manager, or close it when done.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str | None = None,
        timeout: float | UnsetType | None = UNSET,
        http: PoolManager | None = None,
    ) -> None:
        """Set up a client; the first call connects.

        Args:
            token: What the library has given to its librarian. Without it, LIBRARY_TOKEN
                counts.
            base_url: Where the API is. Without it, the environment or the API's own address counts.
            timeout: Seconds that a call may take, all in all; None for no limit.
            http: A pool of your own, for proxies or certificates; `close` leaves it open.

        Raises:
            ConfigurationError: credentials are missing, or an argument makes no sense.
        """
        super().__init__(
            CONFIG,
            {
                "token": token,
            },
            base_url=base_url,
            timeout=timeout,
            common={},
            http=http,
        )

    @cached_property
    def with_raw_response(self) -> LibraryClientRaw:
        """The same operations, which answer with status, headers and body as they came."""
        return LibraryClientRaw(self)

    @cached_property
    def book(self) -> BookResource:
        """The catalogue."""
        from lending_library.resources.book import BookResource

        return BookResource(self)

    @cached_property
    def shelf(self) -> ShelfResource:
        """The house."""
        from lending_library.resources.shelf import ShelfResource

        return ShelfResource(self)

    @cached_property
    def member(self) -> MemberResource:
        """Who may borrow, and what they have."""
        from lending_library.resources.member import MemberResource

        return MemberResource(self)


class LibraryClientRaw:
    """The resources of a client, whose operations answer as it came."""

    def __init__(self, client: LibraryClient) -> None:
        self._client = client

    @cached_property
    def _caller(self) -> RawCaller:
        from lending_library._runtime.raw import RawCaller

        return RawCaller(self._client)

    @cached_property
    def book(self) -> BookResourceRaw:
        """The catalogue."""
        from lending_library.resources.book import BookResourceRaw

        return BookResourceRaw(self._caller)

    @cached_property
    def shelf(self) -> ShelfResourceRaw:
        """The house."""
        from lending_library.resources.shelf import ShelfResourceRaw

        return ShelfResourceRaw(self._caller)

    @cached_property
    def member(self) -> MemberResourceRaw:
        """Who may borrow, and what they have."""
        from lending_library.resources.member import MemberResourceRaw

        return MemberResourceRaw(self._caller)
