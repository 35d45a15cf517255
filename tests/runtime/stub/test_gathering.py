"""What is written at once is sent at once, and nothing is lost at an end."""

import asyncio
from typing import Any

import pytest

from apiscribe.runtime.stub.gathering import Gathering
from apiscribe.runtime.stub.rounds import Round


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


def connected(recorder, round=None):
    loop = asyncio.get_running_loop()
    return Gathering(recorder, loop, round or Round(None), lambda: b"sorry")


def after(*calls):
    async def run():
        recorder = Recorder()
        gathering = connected(recorder)
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
        gathering = connected(Recorder())
        return gathering.get_extra_info("socket")

    assert asyncio.run(run()) == "the socket"


class Keeping:
    """Settles, or cannot; notes how much was sent before."""

    def __init__(self, *recorders, fails=False):
        self.recorders = recorders
        self.fails = fails
        self.sent_before = []

    def group(self):
        self.groups = True

    def settle(self):
        assert self.groups
        self.sent_before.append([list(each.done) for each in self.recorders])
        if self.fails:
            raise OSError("no space left on device")


def in_a_round(*calls, fails=False):
    """What two connections have sent after a round in which the first one does something."""

    async def run():
        recorders = Recorder(), Recorder()
        keeping: Any = Keeping(*recorders, fails=fails)
        round = Round(keeping)
        first, second = (connected(each, round) for each in recorders)
        first.write(b"earlier ")
        round.begin(asyncio.get_running_loop())
        for name, *arguments in calls:
            getattr(first, name)(*arguments)
        second.write(b"second")
        round.begin(asyncio.get_running_loop())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return keeping.sent_before, [each.done for each in recorders]

    return asyncio.run(run())


def test_a_round_is_settled_once_and_then_sent():
    before, sent = in_a_round(("write", b"one "), ("write", b"two"))

    assert before == [[[b"earlier "], []]]
    assert sent == [[b"earlier ", b"one two"], [b"second"]]


def test_an_end_settles_what_it_sends():
    before, sent = in_a_round(("write", b"one"), ("close",))

    assert before[0] == [[], []]
    assert sent == [[b"earlier one", "close"], [b"second"]]


def test_nobody_hears_of_what_is_not_kept():
    _, sent = in_a_round(("write", b"one "), ("write", b"two"), fails=True)

    assert sent == [[b"earlier ", b"sorry", "close"], [b"sorry", "close"]]
