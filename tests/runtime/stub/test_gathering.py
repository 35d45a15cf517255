"""What is written at once is sent at once, and nothing is lost at an end."""

import asyncio

import pytest

from apiscribe.runtime.stub.gathering import Gathering


class Recorder(asyncio.Transport):
    """Notes what is done to it: how often something is sent cannot be seen at a socket."""

    def __init__(self):
        super().__init__({"socket": "the socket"})
        self.done = []

    def write(self, data):
        self.done.append(bytes(data))

    def write_eof(self):
        self.done.append("eof")

    def close(self):
        self.done.append("close")

    def abort(self):
        self.done.append("abort")


def after(*calls):
    async def run():
        recorder = Recorder()
        gathering = Gathering(recorder, asyncio.get_running_loop())
        for name, *arguments in calls:
            getattr(gathering, name)(*arguments)
        await asyncio.sleep(0)
        gathering.write(b"later")
        await asyncio.sleep(0)
        return recorder.done

    return asyncio.run(run())


def test_a_head_and_its_body_go_together():
    assert after(("write", b"head "), ("write", b"body")) == [b"head body", b"later"]


@pytest.mark.parametrize(("end", "told"), [("close", "close"), ("write_eof", "eof")])
def test_what_was_written_goes_before_the_end(end, told):
    assert after(("write", b"head"), (end,))[:2] == [b"head", told]


def test_what_breaks_off_sends_nothing_more():
    assert after(("write", b"head"), ("abort",))[0] == "abort"


def test_it_is_asked_what_the_connection_knows():
    async def run():
        gathering = Gathering(Recorder(), asyncio.get_running_loop())
        return gathering.get_extra_info("socket")

    assert asyncio.run(run()) == "the socket"
