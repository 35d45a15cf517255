"""Several processes over one store: whoever is asked, the answer is the same."""

import json
import os
import signal
import subprocess
import sys
import threading
from http.client import HTTPConnection, HTTPException

import pytest

from tests.emulator.programs import program
from tests.emulator.talking import KEY

WORKERS = 3


@pytest.fixture
def served(place):
    with program("--db", place, "--workers", str(WORKERS)) as started:
        yield started


def asked(talk, call, times=12):
    """What each of some connections is answered; they are open together, so several workers are."""
    connections = [HTTPConnection("127.0.0.1", talk.stub.port, timeout=20) for _ in range(times)]
    for each in connections:
        each.connect()
    method, path = call.split()
    answers = []
    for each in connections:
        each.request(method, f"/_stub/{path}")
        answers.append(json.loads(each.getresponse().read()))
    for each in connections:
        each.close()
    return answers


def children(process):
    with open(f"/proc/{process.pid}/task/{process.pid}/children") as listed:
        return [int(each) for each in listed.read().split()]


def test_records_are_those_of_all(served):
    running, talk = served
    assert len(children(running)) == WORKERS
    talk.user("a@example.com")
    assert [each["counts"]["user"] for each in asked(talk, "GET state")] == [1] * 12


def test_emails_are_unique_among_workers(served):
    _, talk = served
    statuses = []

    def create(number):
        _, _, body = talk.sent("user/create", email=f"u{number % 10}@example.com", type=1)
        statuses.append("id" in json.loads(body))

    threads = [threading.Thread(target=create, args=[number]) for number in range(40)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert statuses.count(True) == 10
    assert talk.api("user/list")["total_records"] == 10


def test_the_clock_is_that_of_all(served):
    _, talk = served
    talk.control("POST clock", {"set": "2031-01-01T00:00:00Z", "running": False})
    for _ in range(8):
        talk.control("POST clock", {"advance": 60})
    assert asked(talk, "GET clock") == [{"now": "2031-01-01T00:08:00Z", "running": False}] * 12


def test_reset_and_snapshots_hold_for_all(served):
    _, talk = served
    talk.user("a@example.com")
    talk.control("POST snapshots", {"name": "one"})
    talk.user("b@example.com")
    talk.control("POST snapshots/one/restore")
    assert [each["counts"]["user"] for each in asked(talk, "GET state")] == [1] * 12
    talk.control("POST reset", {})
    assert [each["counts"]["user"] for each in asked(talk, "GET state")] == [0] * 12


def test_another_takes_the_place_of_one_that_is_killed(served):
    running, talk = served
    talk.user("a@example.com")
    killed = children(running)[0]
    os.kill(killed, signal.SIGKILL)
    for _ in range(20):
        try:
            assert {each["counts"]["user"] for each in asked(talk, "GET state")} == {1}
        except (OSError, HTTPException):
            continue  # the killed one had it
        if len(children(running)) == WORKERS and killed not in children(running):
            break
    assert killed not in children(running)


def test_what_was_acknowledged_outlives_the_end(place):
    acknowledged: list[str] = []
    enough = threading.Event()

    def write(talk, writer):
        try:
            for count in range(10_000):
                status, _, body = talk.sent(
                    "user/create", email=f"{writer}-{count}@example.com", type=1
                )
                if status == 200:
                    acknowledged.append(json.loads(body)["id"])
                if len(acknowledged) >= 40:
                    enough.set()
        except (OSError, HTTPException):
            return

    with program("--db", place, "--workers", "2", ends=False) as (running, talk):
        writers = [threading.Thread(target=write, args=[talk, each]) for each in range(4)]
        for each in writers:
            each.start()
        assert enough.wait(60)
        running.terminate()
        assert running.wait(20) == 0
        for each in writers:
            each.join(20)
    with program("--db", place) as (_, talk):
        kept = {each["id"] for each in talk.control(f"GET state/user?tenant={KEY}")["records"]}
    assert set(acknowledged) <= kept
    assert len(kept) - len(acknowledged) <= len(writers)


def test_workers_need_a_place_for_records():
    done = subprocess.run(
        [sys.executable, "-m", "zoom_v1.stub", "--port", "0", "--workers", "2"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "--workers 2: workers share no memory; name a file or a database with --db"
    ]
