# Generated from spec/resources/shipment.yaml by `make generate`. Do not edit.
"""Parcels."""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from parcels_v3._runtime.client.blocking import Resource
from parcels_v3.models.shared import Manifest, Shipment
from parcels_v3.operations import shipment as operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from typing import Literal

    from parcels_v3._runtime.client.paging import Pager
    from parcels_v3._runtime.client.protocols import Caller
    from parcels_v3._runtime.encoding.files import Upload
    from parcels_v3.models.shared import Address, Item
    from parcels_v3.types import AddressDict, Country, ItemDict


class ShipmentResource(Resource):
    """Parcels."""

    def send(
        self,
        *,
        name: str,
        email: str | UnsetType = UNSET,
        phone: str | UnsetType = UNSET,
        country: Country,
        region: str | UnsetType = UNSET,
        address: Address | AddressDict | str,
        items: Item | ItemDict | Sequence[Item | ItemDict],
        weight: float,
        service: Literal[1, 2, 3] | UnsetType = UNSET,
        value: int | UnsetType = UNSET,
        currency: Literal["EUR", "CAD", "USD"] | UnsetType = UNSET,
        reference: int | str | UnsetType = UNSET,
        collect_from: datetime | str | UnsetType = UNSET,
        collect_to: datetime | str | UnsetType = UNSET,
        depot: int | UnsetType = UNSET,
        locker: str | UnsetType = UNSET,
        neighbour: str | UnsetType = UNSET,
        notify: Sequence[str] | str | UnsetType = UNSET,
        days: Sequence[Literal[1, 2, 3, 4, 5]] | str | UnsetType = UNSET,
        passcode: int | str | UnsetType = UNSET,
        gift: bool | UnsetType = UNSET,
    ) -> Shipment:
        """Send a parcel.

        Args:
            name: Who gets it. At most 3 Chinese words. At most 60 characters.
            email: Where the consignee is written to. An e-mail address.
            phone: How the consignee is called. Only the characters [0-9 +()\\-]. 5 to 20
                characters.
            country: Where it goes. One of CA (Canada), US (United States) or FR (France).
                Default: FR.
            region: Part of the country.
            address: Where it goes; a postal code alone will do. Its `post_code` alone may
                stand for it.
            items: What is in it. At most 3 items. No `sku` twice.
            weight: Kilograms. 0 to 30.
            service: How it travels. One of 1 (letter), 2 (parcel) or 3 (pallet). Default:
                2.
            value: What it is worth. At least 0.
            currency: In which money. One of EUR, CAD or USD.
            reference: The sender's own number.
            collect_from: When it can be collected. Such as 11/25/2012 09:05 pm.
            collect_to: Until when. Such as 11/25/2012 09:05 pm.
            depot: Which depot to leave it at.
            locker: Which locker to leave it in.
            neighbour: Which neighbour to leave it with.
            notify: Who is told. Sent separated by commas. Each: an e-mail address. At most
                2 items. No item twice.
            days: On which days it may come. Sent separated by commas. Each: one of 1, 2, 3,
                4 or 5.
            passcode: What the driver asks for. Exactly 6 digits.
            gift: Whether it is a gift. Deprecated.

        Rules:
            `days` has an effect only when `service` is 3 (pallet) (a warning).
            `currency` is required when `value` is given.
            `phone` is required when `service` is 3 (pallet) and `country` is not FR (France).
            `locker` has no effect when `service` is 1 (letter) or 3 (pallet) (a warning).
            Only one of `depot`, `locker` and `neighbour` can be given.
            `collect_to` is not before `collect_from`.
            `region` is an id of the list of states when `country` is US (United States).
            `region` is an id of the list of provinces when `country` is CA (Canada).
            `value` is at most 100 when `service` is 1 (letter).
            `value` is at most 9000.
            `phone` is required when `address.zip` is 00000.

        Returns:
            A parcel on its way.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second and 5000 requests a day.

        Section: New Shipments
        """
        return self._call(operations.SEND, locals(), Shipment)

    def manifest(
        self,
        *,
        since: date | datetime | str,
        sheet: int | UnsetType = UNSET,
        lines: int | UnsetType = UNSET,
    ) -> Manifest:
        """What was sent.

        Args:
            since: The first day. Such as 2012-11-25 or 11/25/2012 09:05 pm.
            sheet: Which sheet. At least 1.
            lines: How many parcels a sheet holds. 1 to 50. Default: 10.

        Returns:
            What was sent, sheet by sheet.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5000 requests a day.

        Section: Shipments
        """
        return self._call(operations.MANIFEST, locals(), Manifest)

    def iter_manifest(
        self,
        *,
        since: date | datetime | str,
        sheet: int | UnsetType = UNSET,
        lines: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[Manifest, Shipment]:
        """Walk through all pages of `manifest`, by number, and yield what they hold.

        Takes what `manifest` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(operations.MANIFEST, locals(), limit, Manifest, lambda page: page.rows)

    def trace(
        self,
        *,
        tracking: str | UnsetType = UNSET,
        reference: int | str | UnsetType = UNSET,
        email: str | UnsetType = UNSET,
    ) -> Shipment:
        """Where a parcel is.

        Args:
            tracking: Its number. Matches [A-Z]{2}[0-9]{9}.
            reference: The sender's own number.
            email: The consignee's address. An e-mail address.

        Rules:
            One of `tracking`, `reference` and `email` is required.
            Only one of `tracking` and `reference` can be given.

        Returns:
            A parcel on its way.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5000 requests a day.

        Section: Shipments
        """
        return self._call(operations.TRACE, locals(), Shipment)

    def proof(
        self,
        *,
        tracking: str,
        photo: Upload,
        signed_by: str | Sequence[str] | UnsetType = UNSET,
        at: datetime | str | UnsetType = UNSET,
    ) -> None:
        """Hand in a photograph of the signature.

        Args:
            tracking: Number of the parcel. Matches [A-Z]{2}[0-9]{9}.
            photo: The photograph. A file in image/png, as path, bytes or open file.
            signed_by: Who signed. Each: not empty. At least one.
            at: When. Such as 2012-11-25T12:00:00Z or 11/25/2012 09:05 pm.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5000 requests a day.

        Section: Shipments
        """
        return self._call(operations.PROOF, locals(), NoneType)


class ShipmentResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from parcels_v3._runtime.client.raw import raw

        resource = ShipmentResource(caller)
        self.send = raw(resource.send)
        self.manifest = raw(resource.manifest)
        self.trace = raw(resource.trace)
        self.proof = raw(resource.proof)
