"""A server keeps nothing of its requests but its state; `bench/soak.py` is the long way."""

import asyncio
import json
import sys

from bench import processes, soak


def test_memory_does_not_grow_with_requests():
    port = processes.free_port()
    with processes.serving(
        [sys.executable, "-m", "zoom_v1.stub", "--port", str(port)], port
    ) as pid:
        made = soak.ask(port, "/v1/user/create", {"email": "a@example.com", "type": 1})
        user = json.loads(asyncio.run(made))["id"]
        # The journal is full after a thousand.
        asyncio.run(soak.drive(port, 2000, 0, user))
        before = processes.memory(pid)
        asyncio.run(soak.drive(port, 4000, 2000, user))
        assert processes.memory(pid) - before < 2_000_000
        shown = asyncio.run(soak.ask(port, "/v1/user/get", {"id": user}))
        assert json.loads(shown)["first_name"].startswith("n")
