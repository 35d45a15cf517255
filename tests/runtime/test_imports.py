"""What a client loads: no more than it needs."""

import os
import subprocess
import sys

HEAVY = [
    "aiohttp",
    "asyncio",
    "opentelemetry",
    "pydantic",
    "redis",
    "sqlite3",
    "urllib.request",
    "zoom_v1._runtime.decoding.lenient",
    "zoom_v1._runtime.transport.proxies",
    "zoom_v1.models",
]


def imported(variables):
    """What of HEAVY is there when a client is."""
    code = (
        "import sys, zoom_v1; zoom_v1.ZoomClient(api_key='key', api_secret='secret');"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    known = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=known | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_only_what_a_first_call_needs_is_imported():
    assert imported({}) == "[]"


def test_what_a_proxy_needs_is_imported_where_there_is_one():
    proxy = {"HTTPS_PROXY": "http://proxy.example:3128"}

    assert imported(proxy) == "['urllib.request', 'zoom_v1._runtime.transport.proxies']"
