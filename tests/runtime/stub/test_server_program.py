"""The stub as a program of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.runtime.stub.conftest import FORM, KEYS, Caller

ROOT = Path(__file__).parents[3]


@contextmanager
def program(*arguments, module="tests.runtime.stub.library", **options):
    """The stub in a process of its own; by its end it has ended."""
    running = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate(timeout=20)


def told_url(running):
    line = running.stdout.readline()
    told = re.fullmatch(r"Serving Library on (http://\S+:(\d+)) \(11 operations\)\n", line)
    assert told, line + running.stderr.read()
    return told


class At:
    """What a caller needs to know of a stub that runs elsewhere."""

    def __init__(self, told):
        self.base_url, self.port = told[1], int(told[2])


def test_help_names_the_program_and_what_holds_without_options():
    with program("--help", module="zoom_v1.stub") as running:
        told = " ".join(running.communicate(timeout=20)[0].split())

    assert told.startswith("usage: python -m zoom_v1.stub [-h]")
    assert "--port PORT 0 for any that is free (default: 8000)" in told
    assert "keep state (the default)" in told
    assert "None" not in told


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_tells_its_url_serves_and_ends_by_a_signal(number):
    with program("--port", "0") as running:
        call = Caller(At(told_url(running)))
        assert call.is_alive()
        assert call.form("/v1/book/burn", id="1").fault == "internal"
        assert call.is_alive()

        running.send_signal(number)
        out, err = running.communicate(timeout=20)

    assert running.returncode == 0
    assert out == ""
    assert err.startswith("ERROR: a bug of the stub")


def test_a_signal_ends_it_even_while_a_client_is_slow():
    with program("--port", "0") as running:
        at = At(told_url(running))
        with socket.create_connection(("127.0.0.1", at.port)) as connection:
            connection.sendall(b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n")
            running.terminate()
            assert running.wait(20) == 0


def test_a_taken_port_is_one_line_and_exit_1(call_stub):
    port = call_stub().stub.port

    with program("--port", str(port)) as running:
        out, err = running.communicate(timeout=20)

    assert running.returncode == 1
    assert out == ""
    assert err == (
        f"cannot serve on 127.0.0.1: port {port} of 127.0.0.1 is taken; "
        "choose another, or 0 for any that is free\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["--port", "70000"], 2, "70000 is not between 0 and 65535"),
        (["--port", "http"], 2, "'http' is no whole number"),
        (["--host", "no.such.host.invalid"], 1, "cannot serve on no.such.host.invalid: "),
        (["--log-level", "loud"], 2, "invalid choice"),
    ],
)
def test_bad_options(arguments, code, complaint):
    with program(*arguments) as running:
        _, err = running.communicate(timeout=20)

    assert running.returncode == code
    assert complaint in err
    assert "Traceback" not in err


def test_options():
    with program("--port", "0", "--host", "0.0.0.0", "--strict", "--log-level", "info") as running:
        call = Caller(At(told_url(running)))
        assert call.form("/v1/book/add", titel="x").fault == "arguments_refused"
        assert call.form("/v1/book/add", title="x").operation == "book.add"

        running.terminate()
        _, err = running.communicate(timeout=20)

    assert "WARNING: 0.0.0.0 is reached from other machines, by anybody\n" in err
    assert "INFO: POST: arguments_refused: title: is required [Add A Book]; titel: " in err
    assert "INFO: POST: book.add\n" in err
    assert not any(f"={value}" in err for value in KEYS.values())


def test_another_name_can_be_allowed_to_a_program():
    with program("--port", "0", "--allow-host", "books.test", "--allow-host", "b.test") as running:
        call = Caller(At(told_url(running)))
        for host in ("books.test", "b.test:80", "localhost"):
            assert call.form("/v1/book/list", headers={"host": host}).operation == "book.list"
        assert call.form("/v1/book/list", headers={"host": "c.test"}).status == 421


def test_a_program_has_the_bounds_that_it_is_told():
    with program("--port", "0", "--bound", "text_bytes=40", "--bound", "fields=3") as running:
        call = Caller(At(told_url(running)))
        long = call.form("/v1/book/add", title="x" * 40)
        many = call.form("/v1/book/add", title="x", a="1", b="2", c="3")
        assert call.form("/v1/book/list").operation == "book.list"
    assert "more than 40 bytes besides files (the stub's bound `text_bytes`)" in long.message
    assert "more than 3 fields (the stub's bound `fields`)" in many.message


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("text=5", "'text' is no bound; there are: header_bytes, text_bytes, "),
        ("fields=2.5", "fields is '2.5', not a whole number above 0"),
        ("fields", "fields is '', not a whole number above 0"),
        ("head_seconds=0", "head_seconds is '0', not a number above 0"),
        ("head_seconds=inf", "head_seconds is 'inf', not a number above 0"),
    ],
)
def test_what_is_no_bound_is_refused(told, said):
    with program("--bound", told) as running:
        _, err = running.communicate(timeout=20)
        assert running.returncode == 2
    assert said in err


WITHOUT_HTTPTOOLS = """
import sys
sys.modules["httptools"] = sys.modules["uvloop"] = None
import runpy
sys.argv[1:] = ["--port", "0"]
runpy.run_module("tests.runtime.stub.library", run_name="__main__")
"""


def test_it_serves_without_the_compiled_parts_of_uvicorn():
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        [sys.executable, "-c", WITHOUT_HTTPTOOLS],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        call = Caller(At(told_url(running)))
        body = b"key=k&secret=s&title=x"
        offer = f"Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: {len(body)}\r\n\r\n"
        head = f"POST /v1/book/add HTTP/1.1\r\nHost: localhost\r\nContent-Type: {FORM}\r\n{offer}"

        assert call.is_alive()
        assert call.raw(head.encode() + body).operation == "book.add"
        assert call.raw(b"hello\r\n\r\n").fault == "malformed"
        assert call.raw(b"GET / HTTP/1.1\r\nx: " + b"y" * 1_300_000).fault == "malformed"
        assert call("/v1/book/list?x=" + "y" * 500_000).fault == "credentials_missing"
        assert call("/", "HEAD").status == 200
        assert call.is_alive()
    finally:
        running.terminate()
        running.communicate(timeout=20)
    assert running.returncode == 0
