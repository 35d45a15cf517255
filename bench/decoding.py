"""Decoding a page of users beside the json module."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from bench.bare_server import USERS
from bench.measure import Row, compare, interleaved, per_call, seconds
from bench.places import CREDENTIALS
from bench.processes import CannotMeasureError, free_port, serving
from zoom_v1 import ZoomClient

_ROUNDS = 15
_OURS = "zoom_v1"
_JSON = "json.loads"


def rows() -> Iterator[Row]:
    port = free_port()
    with serving([sys.executable, "-m", "bench.bare_server", str(port)], port):
        client = ZoomClient(**CREDENTIALS, base_url=f"http://127.0.0.1:{port}")
        raw = client.with_raw_response.user.list()
    if len(raw.parsed().users) != USERS:
        raise CannotMeasureError(f"the page does not hold {USERS} users")
    body = raw.body
    calls = {_OURS: per_call(raw.parsed), _JSON: per_call(lambda: json.loads(body))}
    samples = interleaved(calls, _ROUNDS)
    yield compare(samples, f"decoding {USERS} users", _OURS, _JSON, seconds, most=0.5)
