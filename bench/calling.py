"""One call, validated and decoded, beside other clients of the same bare server."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

import httpx
import requests
import urllib3
from zoomus import ZoomClient as ZoomusClient
from zoomus.util import API_VERSION_1

from bench.bare_server import TOKEN_PATH
from bench.measure import Row, compare, interleaved, per_call, seconds
from bench.peer_client import PeerClient
from bench.places import CREDENTIALS, MEETING, USER, operations
from bench.processes import free_port, serving
from zoom_v1 import ZoomClient

_ROUNDS = 11
OURS = "zoom_v1"
URLLIB3 = "bare urllib3"
REQUESTS = "bare requests"
HTTPX = "bare httpx"
ZOOMUS = "zoomus"
PEER = "openapi-python-client's"

Calls = dict[str, Callable[[], object]]

_PEERS = {URLLIB3: 1.0, REQUESTS: None, HTTPX: None, ZOOMUS: 0.3, PEER: 0.6}
"""Beside whom, and what the ratio may be at most."""


def rows() -> Iterator[Row]:
    port = free_port()
    with serving([sys.executable, "-m", "bench.bare_server", str(port)], port):
        base_url = f"http://127.0.0.1:{port}"
        for what, calls in _calls(base_url).items():
            samples = interleaved({name: per_call(c) for name, c in calls.items()}, _ROUNDS)
            for peer, most in _PEERS.items():
                yield compare(samples, f"one call: {what}", OURS, peer, seconds, most=most)


def _calls(base_url: str) -> dict[str, Calls]:
    client = ZoomClient(**CREDENTIALS, base_url=base_url, rate_limit=None)
    bare = Bare(base_url)
    zoomus = zoomus_client(base_url)
    peer = PeerClient(base_url)
    session, http = requests.Session(), httpx.Client()
    return {
        "user.get": {
            OURS: lambda: client.user.get(id=USER["id"]),
            URLLIB3: lambda: bare.call("user.get", USER),
            REQUESTS: lambda: session.post(bare.url("user.get"), form(USER)).json(),
            HTTPX: lambda: http.post(bare.url("user.get"), data=form(USER)).json(),
            ZOOMUS: lambda: zoomus.user.get(**USER).json(),
            PEER: peer.get_user,
        },
        "meeting.create": {
            OURS: lambda: client.meeting.create(**MEETING),
            URLLIB3: lambda: bare.call("meeting.create", MEETING),
            REQUESTS: lambda: session.post(bare.url("meeting.create"), form(MEETING)).json(),
            HTTPX: lambda: http.post(bare.url("meeting.create"), data=form(MEETING)).json(),
            ZOOMUS: lambda: zoomus.meeting.create(**_for_zoomus()).json(),
            PEER: peer.create_meeting,
        },
    }


class Bare:
    """What one would write by hand in a few lines."""

    def __init__(self, base_url: str) -> None:
        self._pool = urllib3.PoolManager()
        self._urls = {id: base_url + operations()[id][0] for id in ("user.get", "meeting.create")}

    def url(self, operation: str) -> str:
        return self._urls[operation]

    def call(self, operation: str, arguments: Mapping[str, object]) -> object:
        response = self._pool.request(
            "POST", self._urls[operation], fields=form(arguments), encode_multipart=False
        )
        return json.loads(response.data)


def form(arguments: Mapping[str, object]) -> dict[str, str]:
    """What every client of this API sends."""
    return {**CREDENTIALS, **{name: str(value) for name, value in arguments.items()}}


def zoomus_client(base_url: str) -> ZoomusClient:
    """One that has its token."""
    return ZoomusClient(
        CREDENTIALS["api_key"],
        CREDENTIALS["api_secret"],
        "account",
        version=API_VERSION_1,
        base_uri=f"{base_url}/v1",
        oauth_uri=f"{base_url}{TOKEN_PATH}",
    )


def _for_zoomus() -> dict[str, object]:
    return {**MEETING, "start_time": datetime(2012, 11, 25, 12)}
