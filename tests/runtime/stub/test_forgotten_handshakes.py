"""After a reset, nobody has shaken hands, whoever keeps the log of deliveries."""

import pytest

from apiscribe.runtime.emulator import Clock
from apiscribe.runtime.stub.board import open_board
from apiscribe.runtime.stub.control.sharing.deliveries import SharedDeliveries
from apiscribe.runtime.stub.deliveries import Deliveries
from apiscribe.runtime.stub.destinations import Destinations
from apiscribe.runtime.stub.greeting import Greeter
from apiscribe.runtime.stub.service import WebhookPolicy
from apiscribe.runtime.stub.subscription import Subscription


def written(event):
    return "application/json", b"{}", {}


@pytest.mark.parametrize("kind", ["alone", "shared"])
def test_who_was_met_is_met_anew_after_a_reset(kind, tmp_path):
    policy, to = WebhookPolicy(body="json", handshake="X-Word"), Destinations()
    greeter = Greeter(policy, to)
    board = open_board(str(tmp_path / "state.db.board"))
    try:
        if kind == "alone":
            deliveries: Deliveries | SharedDeliveries = Deliveries(
                policy, Clock(), written, to, greeter
            )
        else:
            deliveries = SharedDeliveries(policy, Clock(), written, to, greeter, board)
        known = Subscription(id=1, url="http://localhost/1")
        assert [greeter.is_new(known) for _ in "ab"] == [True, False]

        deliveries.restart()

        assert greeter.is_new(known)
    finally:
        board.close()


def test_what_another_process_forgets_is_forgotten_here(tmp_path):
    policy, to = WebhookPolicy(body="json", handshake="X-Word"), Destinations()
    place = str(tmp_path / "state.db.board")
    boards = [open_board(place), open_board(place)]
    try:
        here, there = (Greeter(policy, to, board) for board in boards)
        known = Subscription(id=1, url="http://localhost/1")
        assert [each.is_new(known) for each in (here, here, there, there)] == [
            True,
            False,
        ] * 2

        SharedDeliveries(policy, Clock(), written, to, there, boards[1]).restart()

        assert [each.is_new(known) for each in (here, here, there, there)] == [True, False] * 2
    finally:
        for board in boards:
            board.close()
