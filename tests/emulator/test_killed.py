"""SIGKILL in the middle of writes: what was acknowledged is there, and nothing is there by half."""

import json
import threading
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from tests.emulator.programs import program
from tests.emulator.talking import KEY

WRITERS = 8
RUNS = 2
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


def post(connection, path, **arguments):
    form = urlencode({"api_key": KEY, "api_secret": "s", **arguments})
    connection.request("POST", f"/v1/{path}", form, HEADERS)
    response = connection.getresponse()
    body = response.read()
    assert response.status == 200, body
    return json.loads(body)


def write(port, writer, users, meetings, enough):
    """Users, and a meeting of each, until the server is gone."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        for count in range(10_000):
            user = post(connection, "user/create", email=f"{writer}-{count}@example.com", type=1)
            users.append(user["id"])
            made = post(connection, "meeting/create", host_id=user["id"], topic="T", type=2)
            meetings.append(str(made["id"]))
            if len(meetings) >= 60:
                enough.set()
    except (OSError, HTTPException):
        return  # it is gone
    finally:
        connection.close()


def test_nothing_acknowledged_is_lost(place):
    users: list[str] = []
    meetings: list[str] = []
    for run in range(RUNS):
        enough = threading.Event()
        begun = len(meetings)
        with program("--db", place, ends=False) as (running, talk):
            threads = [
                threading.Thread(
                    target=write,
                    args=[talk.stub.port, f"{run}-{each}", users, meetings, enough],
                )
                for each in range(WRITERS)
            ]
            for each in threads:
                each.start()
            assert enough.wait(60)
            running.kill()
            running.wait(20)
            for each in threads:
                each.join(20)
        assert len(meetings) > begun

    with program("--db", place) as (_, talk):
        kept = {
            entity: talk.control(f"GET state/{entity}?tenant={KEY}")["records"]
            for entity in ("user", "meeting")
        }
        counted = talk.control("GET state")["counts"]
        listed = talk.api("user/list", page_size=1)
    assert set(users) <= {each["id"] for each in kept["user"]}
    assert set(meetings) <= {str(each["id"]) for each in kept["meeting"]}
    assert {each["host_id"] for each in kept["meeting"]} <= {each["id"] for each in kept["user"]}
    # Indexes and counts are of the same moment as records.
    assert counted["user"] == len(kept["user"]) == listed["total_records"]
    assert counted["meeting"] == len(kept["meeting"])
    # A response that was on its way is all that may be missing, for each writer and run.
    assert len(kept["user"]) - len(users) <= WRITERS * RUNS
    assert len(kept["meeting"]) - len(meetings) <= WRITERS * RUNS
