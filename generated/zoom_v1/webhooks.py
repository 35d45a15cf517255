# Generated from spec/webhooks.yaml by `make generate`. Do not edit.
"""Events that the service sends: read, authenticated, and taken by an application.

An event counts as delivered if its POST is answered with 2XX within 30 s. It is sent at
most 3 times, and then given up.

>>> from zoom_v1 import webhooks
>>> def handle(event: webhooks.WebhookEvent) -> None:
...     match event:
...         case webhooks.MeetingStarted(payload=payload):
...             print(payload)
...         case webhooks.UnknownEvent(fields=fields):
...             print(sorted(fields))
>>> app = webhooks.asgi(handle, username="user", password="password")  # or webhooks.wsgi

Section: Webhooks
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from zoom_v1._runtime.webhooks.api import EventKind, WebhookApi
from zoom_v1._runtime.webhooks.basic import BasicCredentials
from zoom_v1._runtime.webhooks.body import MAX_BODY, header
from zoom_v1._runtime.webhooks.duplicates import Duplicates, Recent
from zoom_v1._runtime.webhooks.errors import (
    EventMismatchWarning,
    EventTooLarge,
    MalformedEvent,
    WebhookError,
)
from zoom_v1._runtime.webhooks.events import KnownEvent, UnknownEvent
from zoom_v1.models import webhooks as _webhooks_models

if TYPE_CHECKING:
    from zoom_v1._runtime.webhooks.asgi import AsgiApp
    from zoom_v1._runtime.webhooks.wsgi import WsgiApp

__all__ = [
    "AttendeesWaiting",
    "Duplicates",
    "EventMismatchWarning",
    "EventTooLarge",
    "JoinedBeforeHost",
    "KnownEvent",
    "MalformedEvent",
    "MeetingEnded",
    "MeetingStarted",
    "Recent",
    "RecordingCompleted",
    "RecordingContentCompleted",
    "UnknownEvent",
    "WebhookError",
    "WebhookEvent",
    "asgi",
    "authenticated",
    "parse",
    "wsgi",
]


class MeetingStarted(KnownEvent, frozen=True, kw_only=True):
    """A meeting has begun.

    Sent where `status` is `STARTED`.
    """

    name = "meeting_started"
    payload: _webhooks_models.MeetingEvent


class MeetingEnded(KnownEvent, frozen=True, kw_only=True):
    """A meeting is over.

    Sent where `status` is `ENDED`.
    """

    name = "meeting_ended"
    payload: _webhooks_models.MeetingEvent


class JoinedBeforeHost(KnownEvent, frozen=True, kw_only=True):
    """An attendee has joined before the host.

    Sent where `status` is `JBH`. Not on the page: observed.
    """

    name = "joined_before_host"
    payload: _webhooks_models.MeetingEvent


class AttendeesWaiting(KnownEvent, frozen=True, kw_only=True):
    """Attendees wait for the host to begin.

    Sent where `status` is `JOIN`. Not on the page: observed.
    """

    name = "attendees_waiting"
    payload: _webhooks_models.MeetingEvent


class RecordingCompleted(KnownEvent, frozen=True, kw_only=True):
    """A recording is ready, told like every other event.

    Sent where `status` is `RECORDING_MEETING_COMPLETED`.
    """

    name = "recording_completed"
    payload: _webhooks_models.MeetingEvent


class RecordingContentCompleted(KnownEvent, frozen=True, kw_only=True):
    """A recording is ready, told with its files in JSON.

    Sent where `type` is `RECORDING_MEETING_COMPLETED`. The payload is the JSON in
    `content`. Not on the page: observed.
    """

    name = "recording_content_completed"
    payload: _webhooks_models.RecordingEvent


WebhookEvent: TypeAlias = (
    MeetingStarted
    | MeetingEnded
    | JoinedBeforeHost
    | AttendeesWaiting
    | RecordingCompleted
    | RecordingContentCompleted
    | UnknownEvent
)
"""Whatever may be sent."""

_API = WebhookApi(
    attempts=3,
    timeout=30,
    kinds=(
        EventKind(
            event=MeetingStarted,
            payload=_webhooks_models.MeetingEvent,
            match={"status": ("STARTED",)},
        ),
        EventKind(
            event=MeetingEnded,
            payload=_webhooks_models.MeetingEvent,
            match={"status": ("ENDED",)},
        ),
        EventKind(
            event=JoinedBeforeHost,
            payload=_webhooks_models.MeetingEvent,
            match={"status": ("JBH",)},
        ),
        EventKind(
            event=AttendeesWaiting,
            payload=_webhooks_models.MeetingEvent,
            match={"status": ("JOIN",)},
        ),
        EventKind(
            event=RecordingCompleted,
            payload=_webhooks_models.MeetingEvent,
            match={"status": ("RECORDING_MEETING_COMPLETED",)},
        ),
        EventKind(
            event=RecordingContentCompleted,
            payload=_webhooks_models.RecordingEvent,
            match={"type": ("RECORDING_MEETING_COMPLETED",)},
            content_key="content",
        ),
    ),
)


def parse(body: bytes, headers: Mapping[str, str], *, max_body: int = MAX_BODY) -> WebhookEvent:
    """The event of a request, which is not authenticated by this.

    An event of a kind that is not documented is an `UnknownEvent`. Where a payload is not as
    documented, what fits is typed, the rest is kept, and an `EventMismatchWarning` names it.

    Args:
        body: As it came.
        headers: Those of the request, in whatever letter case.
        max_body: How many bytes it may have.

    Raises:
        EventTooLarge: It has more bytes than `max_body`, or more fields than any event.
        MalformedEvent: It is no form, or its JSON is none.
    """
    return cast("WebhookEvent", _API.parse(body, headers, max_body=max_body))


def authenticated(headers: Mapping[str, str], *, username: str, password: str) -> bool:
    """Whether a request has these credentials (HTTP Basic), in a time that tells nothing.

    Raises:
        ConfigurationError: HTTP cannot carry them, or the password is empty.
    """
    return BasicCredentials(username, password).match(header(headers, "authorization"))


def asgi(
    handler: Callable[[WebhookEvent], object],
    *,
    username: str | None = None,
    password: str | None = None,
    anyone: bool = False,
    duplicates: Duplicates | bool = True,
    max_body: int = MAX_BODY,
) -> AsgiApp:
    """An ASGI application that authenticates, reads and handles events; mount it anywhere.

    It answers 204 once the handler has returned. If the handler raises, it answers 500, and
    if it takes too long, 503: the service tries again. A handler that takes too long is not
    cut short, and a later delivery finds its event done.

    Args:
        handler: Takes an event; a coroutine function, or a function, which gets a thread.
        username: With `password`, what the service was told to send.
        password: With `username`, what the service was told to send.
        anyone: Check no credentials, as something in front of the application does.
        duplicates: Where events are remembered, so that each is handled once: by default
            a `Recent` of its own. False handles whatever comes.
        max_body: How many bytes a body may have.

    Raises:
        ConfigurationError: It is not said who may deliver.
    """
    from zoom_v1._runtime.webhooks.asgi import AsgiApp
    from zoom_v1._runtime.webhooks.delivery import DeliveryOptions

    options = DeliveryOptions(
        username=username,
        password=password,
        anyone=anyone,
        duplicates=duplicates,
        max_body=max_body,
    )
    return AsgiApp(_API, handler, options)


def wsgi(
    handler: Callable[[WebhookEvent], object],
    *,
    username: str | None = None,
    password: str | None = None,
    anyone: bool = False,
    duplicates: Duplicates | bool = True,
    max_body: int = MAX_BODY,
) -> WsgiApp:
    """A WSGI application that authenticates, reads and handles events; mount it anywhere.

    It answers 204 once the handler has returned, and 500 if that raises: the service tries
    again, as it does when the handler takes too long, and then finds the event done.

    Args:
        handler: Takes an event, in the thread of the request; it may be a coroutine function.
        username: With `password`, what the service was told to send.
        password: With `username`, what the service was told to send.
        anyone: Check no credentials, as something in front of the application does.
        duplicates: Where events are remembered, so that each is handled once: by default
            a `Recent` of its own. False handles whatever comes.
        max_body: How many bytes a body may have.

    Raises:
        ConfigurationError: It is not said who may deliver.
    """
    from zoom_v1._runtime.webhooks.delivery import DeliveryOptions
    from zoom_v1._runtime.webhooks.wsgi import WsgiApp

    options = DeliveryOptions(
        username=username,
        password=password,
        anyone=anyone,
        duplicates=duplicates,
        max_body=max_body,
    )
    return WsgiApp(_API, handler, options)
