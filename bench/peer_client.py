"""The client that openapi-python-client makes of our document."""

from __future__ import annotations

import json
import re
import sys
import tempfile
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.places import CREDENTIALS, DOCUMENT, MEETING, PEERS, USER
from bench.processes import run

PACKAGE = "peer_client"
_COMPLAINT = re.compile(r"^(?:WARNING|ERROR|Unable to process).*", re.MULTILINE)


def command(target: Path) -> list[str | Path]:
    """What makes the client, in a process of its own."""
    program = PEERS / "openapi-python-client"
    return [program, "generate", "--path", DOCUMENT, "--output-path", target, "--meta", "none"]


@cache
def directory() -> Path:
    """Where the client is, for `sys.path`; it is made once a run."""
    home = Path(_home().name)
    complaints = _COMPLAINT.findall(run(command(home / PACKAGE)))
    for complaint in dict.fromkeys(complaints):
        print(f"openapi-python-client: {complaint}", file=sys.stderr)
    return home


class PeerClient:
    """Makes the same two calls as we do."""

    def __init__(self, base_url: str) -> None:
        self._client = _part("client").Client(base_url=base_url)
        self._get_user = _part("api.user.user_get").sync_detailed
        self._create_meeting = _part("api.meeting.meeting_create").sync_detailed
        self._user_body = _part("models.user_get_body").UserGetBody
        self._meeting_body = _part("models.meeting_create_body").MeetingCreateBody
        self._meeting_type = _part("models.meeting_create_body_type").MeetingCreateBodyType
        timezones = _part("models.meeting_create_body_timezone").MeetingCreateBodyTimezone
        self._timezone = timezones(MEETING["timezone"])

    def get_user(self) -> object:
        body = self._user_body(**CREDENTIALS, **USER)
        return self._get_user(client=self._client, body=body).parsed

    def create_meeting(self) -> object:
        body = self._meeting_body(
            **CREDENTIALS,
            host_id=MEETING["host_id"],
            type_=self._meeting_type(MEETING["type"]),
            topic=MEETING["topic"],
            start_time=datetime(2012, 11, 25, 12, tzinfo=UTC),
            duration=MEETING["duration"],
            timezone=self._timezone,
        )
        return self._create_meeting(client=self._client, body=body).parsed


def users_read(body: bytes) -> object:
    """What its client makes of a page of users."""
    return _part("models.user_list").UserList.from_dict(json.loads(body))


@cache
def _home() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()  # removed when this process ends


def _part(name: str) -> Any:
    if str(directory()) not in sys.path:
        sys.path.append(str(directory()))
    return import_module(f"{PACKAGE}.{name}")
