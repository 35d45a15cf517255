"""Programs that take events; a type checker finds every kind of event and its payload."""

from collections.abc import Mapping
from email.message import Message
from typing import assert_never, assert_type

from flask import Flask, request
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from zoom_v1 import webhooks
from zoom_v1.models.webhooks import MeetingEvent, RecordingEvent


def handle(event: webhooks.WebhookEvent) -> None:
    match event:
        case webhooks.MeetingStarted(payload=payload) | webhooks.MeetingEnded(payload=payload):
            assert_type(payload, MeetingEvent)
        case webhooks.JoinedBeforeHost() | webhooks.AttendeesWaiting():
            assert_type(event.payload, MeetingEvent)
        case webhooks.RecordingCompleted():
            assert_type(event.payload.uuid, str)
        case webhooks.RecordingContentCompleted():
            assert_type(event.payload, RecordingEvent)
        case webhooks.UnknownEvent(fields=fields):
            assert_type(fields, Mapping[str, str])
        case _:
            assert_never(event)


async def handle_later(event: webhooks.WebhookEvent) -> None:
    handle(event)


def application(body: bytes, headers: dict[str, str]) -> None:
    if webhooks.authenticated(headers, username="u", password="p"):
        handle(webhooks.parse(body, headers))
    webhooks.asgi(handle_later, username="u", password="p")
    webhooks.wsgi(handle, anyone=True, duplicates=webhooks.Recent(seconds=60))


async def of_starlette(request: Request) -> None:
    if webhooks.authenticated(request.headers, username="u", password="p"):
        handle(webhooks.parse(await request.body(), request.headers))


def of_flask() -> None:
    if webhooks.authenticated(request.headers, username="u", password="p"):
        handle(webhooks.parse(request.get_data(), request.headers))


def of_email(message: Message) -> None:
    webhooks.authenticated(message, username="u", password="p")


Starlette(routes=[Route("/hooks", webhooks.asgi(handle_later, username="u", password="p"))])
DispatcherMiddleware(Flask("site"), {"/hooks": webhooks.wsgi(handle, anyone=True)})
