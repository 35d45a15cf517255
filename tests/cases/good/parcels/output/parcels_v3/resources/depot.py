# Generated from spec/resources/depot.yaml by `make generate`. Do not edit.
"""Where parcels wait."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from types import NoneType

from msgspec import UNSET, UnsetType

from parcels_v3 import types
from parcels_v3._runtime.client.blocking import Caller, Resource
from parcels_v3.operations import depot as operations


class DepotResource(Resource):
    """Where parcels wait."""

    def open(self, *, country: types.Country, region: types.Provinces) -> builtins.list[int]:
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


class DepotResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from parcels_v3._runtime.client.raw import raw

        resource = DepotResource(caller)
        self.open = raw(resource.open)
        self.tell = raw(resource.tell)
