"""The functions of a generated `webhooks` module where the address of a delivery is signed, too."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from .any_api import AnyWebhookApi
from .functions import ReadingFunctions
from .secret_functions import SecretFunctions
from .signature import Signature

E = TypeVar("E")


class AddressedFunctions(ReadingFunctions[E]):
    """What can be done with events whose signature has the address in it."""

    def __init__(self, api: AnyWebhookApi, how: Signature) -> None:
        super().__init__(api)
        self._how = how

    def at(self, url: str) -> SecretFunctions[E]:
        """What checks and signs deliveries to an address: `authenticated`, `asgi`, `wsgi`, `sign`.

        An application behind a proxy does not know its address: so it is told.

        Args:
            url: The address that the service was told, with its query.

        Raises:
            ConfigurationError: It is no address.
        """
        how = self._how.at(url)
        return SecretFunctions(replace(self._api, authentication=how), how)
