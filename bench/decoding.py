"""Decoding a page of users beside the json module, and beside what clients make of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator

import httpx
import requests

from bench.bare_server import USERS
from bench.calling import HTTPX, PEER, REQUESTS, ZOOMUS, form, zoomus_client
from bench.measure import Row, compare, interleaved, per_call, seconds
from bench.peer_client import users_read
from bench.places import CREDENTIALS, operations
from bench.processes import CannotMeasureError, free_port, serving
from zoom_v1 import ZoomClient

_ROUNDS = 15
_OURS = "zoom_v1"
_JSON = "json.loads"
_PEERS = {_JSON: 0.45, REQUESTS: None, HTTPX: None, ZOOMUS: None, PEER: None}
"""Beside whom, and what the ratio may be at most. What bare urllib3 has is for json to read."""


def rows() -> Iterator[Row]:
    port = free_port()
    with serving([sys.executable, "-m", "bench.bare_server", str(port)], port):
        reads = _reads(f"http://127.0.0.1:{port}")
    samples = interleaved({name: per_call(read) for name, read in reads.items()}, _ROUNDS)
    for peer, most in _PEERS.items():
        yield compare(samples, f"decoding {USERS} users", _OURS, peer, seconds, most=most)


def _reads(base_url: str) -> dict[str, Callable[[], object]]:
    """What reads the answer that each of them has got."""
    with ZoomClient(**CREDENTIALS, base_url=base_url, rate_limit=None) as client:
        raw = client.with_raw_response.user.list()
    if len(raw.parsed().users) != USERS:
        raise CannotMeasureError(f"the page does not hold {USERS} users")
    url = base_url + operations()["user.list"][0]
    return {
        _OURS: raw.parsed,
        _JSON: lambda: json.loads(raw.body),
        REQUESTS: requests.post(url, form({})).json,
        HTTPX: httpx.post(url, data=form({})).json,
        ZOOMUS: zoomus_client(base_url).user.list().json,
        PEER: lambda: users_read(raw.body),
    }
