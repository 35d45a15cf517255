"""Large files: sent while they are read, so that they are never in memory as a whole."""

import subprocess
import sys

import pytest

from tests.runtime.counting import CountingServer

SIZE = 64 * 2**20
MOST = 4 * 2**20
"""Bytes that a process may grow by, whatever it sends: some pieces, and what Python keeps."""


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    path = tmp_path_factory.mktemp("films") / "film.png"
    with path.open("wb") as file:
        file.write(b"\x89PNG")
        file.truncate(SIZE)
    return path


@pytest.mark.parametrize("how", ["path", "file", "pipe"])
@pytest.mark.parametrize("kind", ["blocks", "awaits"])
def test_a_large_file_takes_little_memory(film, kind, how):
    program = [sys.executable, "-m", "tests.runtime.client.large_uploads"]
    with CountingServer() as server, subprocess.Popen(["cat", film], stdout=subprocess.PIPE) as cat:
        run = subprocess.run(
            [*program, kind, server.base_url, film, how],
            stdin=cat.stdout,
            capture_output=True,
            text=True,
            timeout=120,
        )
        cat.kill()

    assert run.stderr == ""
    assert int(run.stdout) < MOST
    last = server.received[-1]
    assert last.size > SIZE
    length = None if how == "pipe" else str(last.size)
    assert last.headers.get("content-length") == length
