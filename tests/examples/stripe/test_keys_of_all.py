"""Idempotency keys among workers that are killed: one record and one answer for each."""

import os
import signal
import threading
from collections import defaultdict
from http.client import HTTPConnection, HTTPException

from tests.emulator.programs import program
from tests.emulator.test_workers import children
from tests.examples.stripe.asking import HEADERS

KEYS = [f"key-{number}" for number in range(12)]
SENDERS = 4


def post(port, key):
    """The response to a customer of that key, and whether it is told again."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        sent = {**HEADERS, "Idempotency-Key": key}
        connection.request("POST", "/v1/customers", f"name={key}", sent)
        response = connection.getresponse()
        return response.status, response.read(), response.getheader("Idempotent-Replayed")
    finally:
        connection.close()


def insist(port, key):
    """The same, from whichever worker is left."""
    for _ in range(200):
        try:
            return post(port, key)
        except (OSError, HTTPException):
            threading.Event().wait(0.02)
    raise AssertionError("nobody answers")


def test_a_key_is_used_once_whoever_is_killed(place):
    answers = defaultdict(list)

    def send(port):
        for key in KEYS:
            answers[key].append(insist(port, key))

    options = ("--db", place, "--workers", "2")
    with program(*options, module="stripe_rest.stub", ends=False) as (running, talk):
        port = talk.stub.port
        senders = [threading.Thread(target=send, args=[port]) for _ in range(SENDERS)]
        for each in senders:
            each.start()
        for count in (2, 6):
            while len(answers) < count:
                threading.Event().wait(0.002)
            os.kill(children(running)[0], signal.SIGKILL)
        for each in senders:
            each.join(60)
        for each in (*children(running), running.pid):
            os.kill(each, signal.SIGKILL)
        running.wait(20)
    with program("--db", place, module="stripe_rest.stub") as (_, talk):
        again = {key: post(talk.stub.port, key) for key in KEYS}
        counted = talk.control("GET state")["counts"]["customer"]

    assert counted == len(KEYS)
    for key in KEYS:
        assert {(status, body) for status, body, _ in answers[key]} == {again[key][:2]}
        assert len(answers[key]) == SENDERS
        assert again[key][0] == 200
        assert again[key][2] == "true"
        # Whoever was killed before its answer was read may have done it: none is told as new then.
        assert sum(told is None for _, _, told in answers[key]) <= 1
