# Generated from spec/resources/device.yaml by `make generate`. Do not edit.
"""Create, list, change and delete the H.323/SIP devices of the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.blocking import Resource
from zoom_v1.models.common import Deleted, Updated
from zoom_v1.models.device import Device, DeviceList
from zoom_v1.operations import device as operations

if TYPE_CHECKING:
    from zoom_v1._runtime.client.paging import Pager
    from zoom_v1._runtime.client.protocols import Caller
    from zoom_v1.types import DeviceEncryption, DeviceProtocol


class DeviceResource(Resource):
    """Create, list, change and delete the H.323/SIP devices of the account."""

    def create(
        self,
        *,
        name: str,
        ip: str,
        protocol_type: DeviceProtocol | UnsetType = UNSET,
        encryption_type: DeviceEncryption | UnsetType = UNSET,
    ) -> Device:
        """Create a device.

        Args:
            name: Name that is shown.
            ip: IP address, or extension if it speaks H.323.
            protocol_type: Protocol that it speaks. One of 1 (H.323) or 2 (SIP). Default: 1.
            encryption_type: Whether it encrypts. One of 0 (no), 1 (yes) or 2 (automatic).
                Default: 2.

        Returns:
            An H.323/SIP device.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Create a H.323/SIP Device
        """
        return self._call(operations.CREATE, locals(), Device)

    def list(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> DeviceList:
        """List the devices of the account.

        Args:
            page_size: How many records a page holds. At least 1. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of devices.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List H.323/SIP Devices
        """
        return self._call(operations.LIST, locals(), DeviceList)

    def iter_list(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[DeviceList, Device]:
        """Walk through all pages of `list`, by number, and yield what they hold.

        Takes what `list` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. Records that are
        added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(operations.LIST, locals(), limit, DeviceList, lambda page: page.devices)

    def update(
        self,
        *,
        id: str,
        name: str | UnsetType = UNSET,
        ip: str | UnsetType = UNSET,
        protocol_type: DeviceProtocol | UnsetType = UNSET,
        encryption_type: DeviceEncryption | UnsetType = UNSET,
    ) -> Updated:
        """Change a device.

        Args:
            id: Which device. Not empty.
            name: Name that is shown.
            ip: IP address, or extension if it speaks H.323.
            protocol_type: Protocol that it speaks. One of 1 (H.323) or 2 (SIP). Default: 1.
            encryption_type: Whether it encrypts. One of 0 (no), 1 (yes) or 2 (automatic).
                Default: 2.

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Update a H.323/SIP Device
        """
        return self._call(operations.UPDATE, locals(), Updated)

    def delete(
        self,
        *,
        id: str,
    ) -> Deleted:
        """Delete a device.

        Args:
            id: Which device. Not empty.

        Returns:
            What was deleted, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete a H.323/SIP Device
        """
        return self._call(operations.DELETE, locals(), Deleted)


class DeviceResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from zoom_v1._runtime.client.raw import raw

        resource = DeviceResource(caller)
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)
