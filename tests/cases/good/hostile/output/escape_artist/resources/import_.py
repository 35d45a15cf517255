# Generated from spec/resources/import.yaml by `make generate`. Do not edit.
"""import os."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, UnsetType

from escape_artist._runtime.client.blocking import Resource
from escape_artist.operations import import_ as operations

if TYPE_CHECKING:
    from escape_artist._runtime.client.protocols import Caller
    from escape_artist.models.import_ import Escape
    from escape_artist.types import EscapeDict


class ImportResource(Resource):
    """import os"""

    def class_(
        self,
        *,
        self_: Escape | EscapeDict | str | UnsetType = UNSET,
        cls_: bool | UnsetType = UNSET,
        unset: float | UnsetType = UNSET,
    ) -> builtins.list[builtins.list[Any]]:
        """class

        Args:
            self_: self. Its `class` alone may stand for it.
            cls_: cls.
            unset: UNSET. At least 0.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Section: import
        """
        return self._call(operations.CLASS, locals(), builtins.list[builtins.list[Any]])


class ImportResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from escape_artist._runtime.client.raw import raw

        resource = ImportResource(caller)
        self.class_ = raw(resource.class_)
