"""Where things are, and the arguments that every row calls with."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
"""The project's own: it generates and serves. The peers live in the environment of this process."""
PEERS = Path(sys.executable).parent
SPEC = ROOT / "spec"
GENERATED = ROOT / "generated"
DOCUMENT = GENERATED / "openapi.json"

POSTGRES = "postgresql"
"""In place of a file for records: a server of PostgreSQL that is started for them."""

CREDENTIALS: dict[str, Any] = {"api_key": "benchmark-key", "api_secret": "benchmark-secret"}
USER = {"id": "unique_id"}
MEETING: dict[str, Any] = {
    "host_id": "unique_id",
    "type": 2,
    "topic": "Stand-up of the week",
    "start_time": "2012-11-25T12:00:00Z",
    "duration": 60,
    "timezone": "America/Los_Angeles",
}
"""What somebody gives who schedules a meeting."""
MEETING_FORM = {name: str(value) for name, value in MEETING.items()}


@cache
def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(DOCUMENT.read_bytes())
    return found


@cache
def operations() -> dict[str, tuple[str, dict[str, Any]]]:
    """Operation id -> its path, and how the document describes it."""
    return {
        operation["operationId"]: (path, operation)
        for path, methods in document()["paths"].items()
        for operation in methods.values()
    }


def answer(operation: str) -> dict[str, Any]:
    """The documented answer."""
    described = operations()[operation][1]
    found: dict[str, Any] = described["responses"]["200"]["content"]["application/json"]["example"]
    return found
