"""The guides keep their word: their examples run, one after the other."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.runtime.limits.limited import free_port, redis_server
from zoom_v1.stub import StubServer

DOCS = Path(__file__).parents[2] / "docs"

# What a reader of the webhooks' guide would do next: an event for each place that takes them.
EVENTS_FOR_ALL_PLACES = """
import asyncio
import base64
import logging

logging.disable()  # it says so where credentials are wrong
BODY = b"id=235&uuid=aDYlohsHRtCd4ii1uC2%2BhA%3D%3D&status=ENDED&host_id=iQZt4"
FORM = "application/x-www-form-urlencoded"
CREDENTIALS = "Basic " + base64.b64encode(b"the one:that you entered there").decode()

async def deliver(application):
    scope = {
        "type": "http", "method": "POST", "path": "/hooks", "root_path": "", "query_string": b"",
        "headers": [(b"authorization", CREDENTIALS.encode()), (b"content-type", FORM.encode())],
    }
    sent = []
    async def receive():
        return {"type": "http.request", "body": BODY}
    async def send(message):
        sent.append(message)
    await application(scope, receive, send)
    print(sent[0]["status"])

asyncio.run(deliver(site))
flask_app.wsgi_app = DispatcherMiddleware(flask_app.wsgi_app, {"/hooks": taken})
visitor = flask_app.test_client()
for path in ("/hooks", "/events"):
    for headers in ({}, {"Authorization": CREDENTIALS}):
        print(visitor.post(path, data=BODY, content_type=FORM, headers=headers).status_code)
print(visitor.post("/events", data=b"{", headers=headers).status_code)
"""

EVENTS_IN_REDIS = """
for _ in range(2):
    memory = InRedis(redis.Redis(port={port}))
    print(memory.claim("event"), memory.claim("event"))
    memory.release("event")
memory.settle("event")
print(memory.claim("event"))
"""


def run(guide: str, afterwards: str = "") -> list[str]:
    """The lines that the examples of a guide print, and then what is done `afterwards`."""
    text = (DOCS / guide).read_text()
    blocks = re.findall(r"^```python\n(.*?)^```$", text, flags=re.DOTALL | re.MULTILINE)
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join([*blocks, afterwards])],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    # The servers of the standard library log each request there.
    assert not [line for line in ended.stderr.splitlines() if '"POST / HTTP' not in line]
    return ended.stdout.splitlines()


def test_the_examples_of_the_clients_guide_run_as_printed():
    assert run("client.md") == [
        "True",
        "['Topic for this meeting', 'Topic for this meeting']",
        "200 application/json True",
        "['email', 'type']",
        "user.get 1 None",
        "3",
        "Topic for this meeting",
    ]


def test_the_examples_of_the_webhooks_guide_run_as_printed():
    # The event of the guide by HTTP, then one more for each place that the guide sets up.
    assert run("webhooks.md", EVENTS_FOR_ALL_PLACES) == [
        *("1dnv2x3XRiMdoVIwzms5lA== is over", "204"),
        *("aDYlohsHRtCd4ii1uC2+hA== is over", "204"),
        *("401", "aDYlohsHRtCd4ii1uC2+hA== is over", "204"),
        *("401", "aDYlohsHRtCd4ii1uC2+hA== is over", "204"),
        "400",
    ]


def test_the_examples_of_the_guide_for_tests_run_as_printed(pytester):
    text = (DOCS / "testing.md").read_text()
    blocks = re.findall(r"^```python\n(.*?)^```$", text, flags=re.DOTALL | re.MULTILINE)
    pytester.makepyfile(**{f"test_{number}": block for number, block in enumerate(blocks)})

    pytester.runpytest_subprocess("-W", "error", "-p", "no:schemathesis").assert_outcomes(passed=3)
    ended = pytester.run(sys.executable, "-W", "error", "-m", "unittest", "test_1")
    assert (ended.ret, ended.errlines[-1]) == (0, "OK")


def test_the_seeds_of_the_guide_are_sown(tmp_path):
    blocks = re.findall(
        r"^```yaml\n(.*?)^```$", (DOCS / "seeds.md").read_text(), flags=re.DOTALL | re.MULTILINE
    )
    counts = []
    for number, block in enumerate(blocks):
        path = tmp_path / f"{number}.yaml"
        path.write_text(block)
        stub = StubServer(seed=path)
        counts.append([len(stub.records("user", tenant=key)) for key in ("any", "third-key")])

    assert counts == [[2, 2], [1, 0], [1, 1], [2, 2]]


@pytest.mark.needs("redis-server")
def test_the_memory_of_the_webhooks_guide_works(tmp_path):
    port = free_port()
    with redis_server(tmp_path, port):
        printed = run("webhooks.md", EVENTS_IN_REDIS.format(port=port))

    assert printed[2:] == ["new running", "new running", "done"]
