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

from typing import TypeAlias

from zoom_v1._runtime.webhooks.api import EventKind, WebhookApi
from zoom_v1._runtime.webhooks.duplicates import Duplicates, Recent
from zoom_v1._runtime.webhooks.errors import (
    EventMismatchWarning,
    EventTooLarge,
    MalformedEvent,
    WebhookError,
)
from zoom_v1._runtime.webhooks.events import KnownEvent, UnknownEvent
from zoom_v1._runtime.webhooks.functions import WebhookFunctions, authenticated
from zoom_v1.models import webhooks as _webhooks_models

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

_functions = WebhookFunctions[WebhookEvent](_API)
parse = _functions.parse
asgi = _functions.asgi
wsgi = _functions.wsgi
