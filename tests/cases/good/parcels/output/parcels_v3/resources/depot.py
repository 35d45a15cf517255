# Generated from spec/resources/depot.yaml by `make generate`. Do not edit.
"""Where parcels wait."""

from __future__ import annotations

import builtins
from types import NoneType
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from parcels_v3._runtime.client.blocking import Resource
from parcels_v3._runtime.model import Identifier
from parcels_v3.operations import depot as operations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parcels_v3._runtime.client.protocols import Caller
    from parcels_v3.types import Country, Provinces


class DepotResource(Resource):
    """Where parcels wait."""

    def open(
        self,
        *,
        country: Country,
        region: Provinces,
    ) -> builtins.list[int]:
        """Which depots are open.

        Args:
            country: Where it goes. One of CA (Canada), US (United States) or FR (France).
            region: Part of the country. An id of the list of provinces (2).

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5000 requests a day.

        Section: Depots
        """
        return self._call(operations.OPEN, locals(), builtins.list[int])

    def tell(
        self,
        *,
        depot: int,
        note: Mapping[str, str] | UnsetType = UNSET,
        more: object | UnsetType = UNSET,
    ) -> None:
        """Tell a depot something.

        Args:
            depot: Which depot.
            note: What, by language. Each: at most 10 characters.
            more: Whatever else.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5000 requests a day.

        Section: Depots
        """
        return self._call(operations.TELL, locals(), NoneType)

    def list_keys(
        self,
        *,
        depot: int,
    ) -> dict[str, builtins.list[str]]:
        """The keys of a depot's lockers.

        Args:
            depot: Which depot.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5000 requests a day.

        Section: Depots
        """
        return self._call(operations.LIST_KEYS, locals(), dict[str, builtins.list[Identifier]])


class DepotResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from parcels_v3._runtime.client.raw import raw

        resource = DepotResource(caller)
        self.open = raw(resource.open)
        self.tell = raw(resource.tell)
        self.list_keys = raw(resource.list_keys)
