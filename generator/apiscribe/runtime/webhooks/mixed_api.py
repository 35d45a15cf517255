"""What has to be known of webhooks of which some are forms and others JSON."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from .any_api import AnyWebhookApi, ChallengeReply
from .api import WebhookApi
from .body import Headers, is_form
from .events import Sent
from .json_api import JsonWebhookApi

_SHARED = ("authentication", "asks", "id_header", "id_key")
"""What both kinds have in common that events are read by."""


class MixedWebhookApi(AnyWebhookApi, frozen=True, kw_only=True):
    """Events by the kinds of their bodies, which the `Content-Type` of each delivery tells."""

    usual: Literal["form", "json"]
    """What a body is of which nothing is said, and that of a challenge."""
    form: WebhookApi
    json: JsonWebhookApi

    def read(self, body: bytes, headers: Headers, *, max_body: int) -> Sent:
        """The event of a request.

        Raises:
            EventTooLarge: more than `max_body` bytes, or too many fields.
            MalformedEvent: the body is not what the request says that it is.
        """
        shared = {name: getattr(self, name) for name in _SHARED}
        return replace(self._api(headers), **shared).read(body, headers, max_body=max_body)

    def challenged(self, body: bytes, headers: Headers, *, max_body: int) -> ChallengeReply | None:
        if self._api(headers) is not self._usual:
            return None
        return super().challenged(body, headers, max_body=max_body)

    def content(self, body: bytes, headers: Headers, *, max_body: int) -> object:
        return self._usual.content(body, headers, max_body=max_body)

    @property
    def _usual(self) -> WebhookApi | JsonWebhookApi:
        return self.form if self.usual == "form" else self.json

    def _api(self, headers: Headers) -> WebhookApi | JsonWebhookApi:
        said = is_form(headers)
        return self._usual if said is None else self.form if said else self.json
