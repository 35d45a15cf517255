"""A PostgreSQL of the tests' own, in a temporary directory."""

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

_SETTINGS = ("fsync=on", "unix_socket_directories=", "listen_addresses=127.0.0.1")


@contextmanager
def cluster(postgres: Path):
    """The URL of its database; `postgres` is the server's program."""
    # Not in a directory of pytest's, which only root may enter where the tests are root's.
    place = Path(tempfile.mkdtemp(prefix="postgres-"))
    data, port = place / "data", _free_port()
    tools = postgres.resolve().parent
    try:
        if os.geteuid() == 0:
            shutil.chown(place, "postgres")
        _run(tools / "initdb", "--auth=trust", "--username=tests", "--encoding=UTF8", "-D", data)
        options = " ".join(f"-c {each}" for each in _SETTINGS)
        start = ["-D", data, "-w", "-l", place / "log", "-o", f"-p {port} {options}", "start"]
        _run(tools / "pg_ctl", *start)
        try:
            yield f"postgresql://tests@127.0.0.1:{port}/postgres"
        finally:
            _run(tools / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _run(*command):
    # The server refuses to be root's.
    user = "postgres" if os.geteuid() == 0 else None
    subprocess.run(
        [str(each) for each in command],
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        user=user,
        group=user,
    )


def _free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture(scope="session")
def postgres_url(needs):
    with cluster(needs("postgres")) as url:
        yield url


@pytest.fixture
def database(postgres_url):
    """The URL of a database of the test's own."""
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS of_a_test WITH (FORCE)")
        connection.execute("CREATE DATABASE of_a_test")
    return postgres_url.rpartition("/")[0] + "/of_a_test"


@pytest.fixture(params=["file", "postgres"])
def place(request, tmp_path):
    """What several processes can keep records in, as `--db` names it."""
    if request.param == "postgres":
        return request.getfixturevalue("database")
    return str(tmp_path / "state.db")
