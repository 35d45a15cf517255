"""Import, a client and its first call, each in a fresh process.

We and bare urllib3 run with what we depend on and nothing else, as msgspec loads
`typing_extensions` wherever it finds it, and the peers bring it with them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import peer_client
from bench.bare_server import TOKEN_PATH
from bench.measure import Row, compare, interleaved, seconds
from bench.places import CREDENTIALS, GENERATED, USER, operations
from bench.processes import free_port, run, serving

_ROUNDS = 15
_OURS = "zoom_v1"
_URLLIB3 = "bare urllib3"
_REQUESTS = "bare requests"
_HTTPX = "bare httpx"
_ZOOMUS = "zoomus"
_PEER = "openapi-python-client's"

_ALONE = (_OURS, _URLLIB3)
_DEPENDENCIES = ("urllib3", "msgspec")
_PEERS = {_URLLIB3: 1.3, _REQUESTS: None, _HTTPX: None, _ZOOMUS: None, _PEER: 0.28}
"""Beside whom, and what the ratio may be at most. To zoomus, the first call is the second."""

# The clock starts when Python has started, which costs all of them the same.
_FRAME = """
import sys, time
base_url, path, credentials, user = sys.argv[1], sys.argv[2], {credentials!r}, {user!r}
begun = time.perf_counter()
{program}
print(time.perf_counter() - begun)
"""
_PROGRAMS = {
    _OURS: """
from zoom_v1 import ZoomClient
found = ZoomClient(**credentials, base_url=base_url).user.get(**user)
assert found.id == user["id"]
""",
    _URLLIB3: """
import json, urllib3
response = urllib3.PoolManager().request(
    "POST", base_url + path, fields=credentials | user, encode_multipart=False
)
found = json.loads(response.data)
assert found["id"] == user["id"]
""",
    _REQUESTS: """
import requests
found = requests.Session().post(base_url + path, credentials | user).json()
assert found["id"] == user["id"]
""",
    _HTTPX: """
import httpx
found = httpx.Client().post(base_url + path, data=credentials | user).json()
assert found["id"] == user["id"]
""",
    _ZOOMUS: f"""
from zoomus import ZoomClient
from zoomus.util import API_VERSION_1
key, secret = credentials["api_key"], credentials["api_secret"]
client = ZoomClient(
    key, secret, "account", version=API_VERSION_1, base_uri=base_url + "/v1",
    oauth_uri=base_url + {TOKEN_PATH!r},
)
assert client.user.get(**user).json()["id"] == user["id"]
""",
    _PEER: f"""
from {peer_client.PACKAGE} import Client
from {peer_client.PACKAGE}.api.user import user_get
from {peer_client.PACKAGE}.models import UserGetBody
client = Client(base_url=base_url)
found = user_get.sync(client=client, body=UserGetBody(**credentials, **user))
assert found.id == user["id"]
""",
}


def rows() -> Iterator[Row]:
    port = free_port()
    server = [sys.executable, "-m", "bench.bare_server", str(port)]
    with TemporaryDirectory() as alone, serving(server, port):
        _link_dependencies(Path(alone))
        starts = {name: _start(name, port, alone) for name in _PROGRAMS}
        for start in starts.values():
            start()  # so that all bytecode is written
        samples = interleaved(starts, _ROUNDS)
    for peer, most in _PEERS.items():
        yield compare(samples, "import and first call", _OURS, peer, seconds, most=most)


def _link_dependencies(directory: Path) -> None:
    for name in _DEPENDENCIES:
        found = find_spec(name)
        assert found is not None
        assert found.origin is not None
        (directory / name).symlink_to(Path(found.origin).parent)


def _start(name: str, port: int, alone: str) -> Callable[[], float]:
    source = _FRAME.format(credentials=CREDENTIALS, user=USER, program=_PROGRAMS[name])
    is_alone = name in _ALONE
    python = [sys.executable, "-S"] if is_alone else [sys.executable]
    path = operations()["user.get"][0]
    command = [*python, "-c", source, f"http://127.0.0.1:{port}", path]
    homes = os.pathsep.join([str(GENERATED), alone if is_alone else str(peer_client.directory())])
    return lambda: float(run(command, {"PYTHONPATH": homes}))
