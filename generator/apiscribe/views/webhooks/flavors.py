"""What differs in a generated `webhooks` module between forms and JSON."""

from __future__ import annotations

from msgspec import Struct

from apiscribe.model import WebhookBody


class WebhookFlavor(Struct, frozen=True):
    api_module: str
    """Modules of the runtime's `webhooks`, and their classes."""
    api: str
    kind: str
    events_module: str
    content: str
    """The attribute of an event that has what was sent."""
    other: str
    """What classes of its events are called by, where it is not the usual kind of body."""


_FORM = WebhookFlavor("api", "WebhookApi", "EventKind", "events", "fields", "Form")
_JSON = WebhookFlavor("json_api", "JsonWebhookApi", "JsonEventKind", "json_events", "body", "Json")


def flavor(body: WebhookBody) -> WebhookFlavor:
    return _FORM if body == "form" else _JSON
