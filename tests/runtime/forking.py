"""Forks that do something, and tell what came of it."""

import multiprocessing

import pytest

from tests.runtime.zoo import KEY, SECRET

SENT = 50
MAY_WARN = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


def options(server):
    return {"api_key": KEY, "api_secret": SECRET, "base_url": server.base_url, "rate_limit": None}


class Child:
    """A fork that does something, and tells what came of it."""

    def __init__(self, do):
        forking = multiprocessing.get_context("fork")
        self._told = forking.SimpleQueue()
        self._process = forking.Process(target=lambda: self._told.put(do()))
        self._process.start()

    def result(self):
        self._process.join(30)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
            pytest.fail("the child hangs")
        assert self._process.exitcode == 0
        return self._told.get()


def answered(client, whose):
    return [client.animal.add(name=f"{whose}-{n}").name for n in range(SENT)]


def expected(whose):
    return [f"{whose}-{n}" for n in range(SENT)]
