"""The webhooks of a small API as the generator would write them, and requests to them."""

from base64 import b64encode
from urllib.parse import urlencode

import msgspec
from msgspec import UNSET, UnsetType

from apiscribe.runtime.encoding import wire
from apiscribe.runtime.model import BlankableDatetime, Model, SensitiveText
from apiscribe.runtime.webhooks.api import EventKind, WebhookApi
from apiscribe.runtime.webhooks.events import KnownEvent, UnknownEvent
from apiscribe.runtime.webhooks.functions import WebhookFunctions

FORM = "application/x-www-form-urlencoded"
HEADERS = {"Content-Type": FORM}
PIN = "planted-pin-71c3"


class Opening(Model):
    door: int | str
    times: int
    at: BlankableDatetime | UnsetType = UNSET
    pin: SensitiveText | UnsetType = UNSET


class Alarm(Model):
    zone: str
    doors: list[Opening]


class DoorOpened(KnownEvent, frozen=True, kw_only=True):
    name = "door_opened"
    payload: Opening


class AlarmRaised(KnownEvent, frozen=True, kw_only=True):
    name = "alarm_raised"
    payload: Alarm


API = WebhookApi(
    attempts=3,
    timeout=30,
    kinds=(
        EventKind(
            event=DoorOpened,
            payload=Opening,
            match={"kind": ("OPEN", "OPENED"), "side": ("IN",)},
            wires={"times": wire.INTEGER},
        ),
        EventKind(
            event=AlarmRaised, payload=Alarm, match={"kind": ("ALARM",)}, content_key="content"
        ),
    ),
)
parse = WebhookFunctions[DoorOpened | AlarmRaised | UnknownEvent](API).parse
OPENED = {"kind": "OPEN", "side": "IN", "door": "007", "times": "2"}


def form(fields):
    return urlencode(fields).encode()


def alarm(content):
    text = content if isinstance(content, str) else msgspec.json.encode(content).decode()
    return form({"kind": "ALARM", "content": text})


def basic(username, password, encoding="utf-8"):
    return f"Basic {b64encode(f'{username}:{password}'.encode(encoding)).decode()}"
