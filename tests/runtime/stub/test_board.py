"""What processes of one stub have in common."""

import subprocess
import sys
import threading

import psycopg
import pytest

from apiscribe.runtime.stub import tokens
from apiscribe.runtime.stub.board import open_board
from apiscribe.runtime.stub.control.sharing.subscriptions import SharedSubscriptions


@pytest.fixture
def boards(place):
    """One board, as two processes have it."""
    where = place if place.startswith("postgres") else f"{place}.board"
    made = [open_board(where), open_board(where)]
    yield made
    for each in made:
        each.close()


def test_numbers_are_given_once(boards):
    found: list[int] = []

    def draw(board):
        found.extend(board.next("keys") for _ in range(50))

    threads = [threading.Thread(target=draw, args=[each]) for each in boards]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(found) == list(range(1, 101))
    boards[0].start_again("keys")
    assert boards[1].next("keys") == 1


def test_what_is_looked_at_stays_but_for_what_is_written(boards):
    one, other = boards
    with one.looking():
        other.write_note("a", b"1")
        assert one.read_note("a") is None
        with one.writing():
            assert one.read_note("a") == b"1"
        one.write_note("b\0c", b"2")
        assert one.read_note("b\0c") == b"2"
    other.write_note("a", None)
    assert one.read_note("a") is None


def test_what_raises_leaves_nothing(boards):
    one, other = boards

    def fail():
        with one.writing():
            one.write_note("a", b"1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert other.read_note("a") is None
    one.write_note("a", b"2")
    assert other.read_note("a") == b"2"


def test_what_is_left_for_later_is_done_as_a_whole(boards):
    one, other = boards
    one.later([("INSERT INTO notes VALUES (?, ?)", (name, b"1")) for name in ("a", "b")])
    assert other.read_note("a") is None
    one.flush()
    assert (other.read_note("a"), other.read_note("b")) == (b"1", b"1")
    one.flush()


def test_a_lost_connection_to_the_board_is_made_anew(database):
    board = open_board(database)
    board.write_note("a", b"1")
    with psycopg.connect(database, autocommit=True) as connection:
        end = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connection.execute(end)
        assert board.read_note("a") == b"1"
        connection.execute(end)
        board.write_note("a", b"2")
    assert board.read_note("a") == b"2"
    board.close()


def test_who_has_a_database_alone_begins_anew(database):
    one = open_board(database)
    one.write_note("a", b"1")
    other = open_board(database)
    one.close()
    assert other.read_note("a") == b"1"
    other.close()
    again = open_board(database)
    assert again.read_note("a") is None
    again.close()


def test_tokens_of_one_process_are_taken_by_another(place):
    where = place if place.startswith("postgres") else f"{place}.board"
    program = (
        "import sys\n"
        "from apiscribe.runtime.stub import tokens\n"
        "from apiscribe.runtime.stub.board import open_board\n"
        "board = open_board(sys.argv[1])\n"
        "tokens.sign_with(board.secret('tokens'))\n"
        "print(tokens.issued('app'))\n"
    )
    board = open_board(where)
    tokens.sign_with(board.secret("tokens"))
    mine = tokens.issued("app")
    command = [sys.executable, "-c", program, where]
    other = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    board.close()
    assert other != mine
    assert tokens.is_issued(mine)
    assert tokens.is_issued(other)
    assert not tokens.is_issued(other[:-1])
    assert tokens.client_of(other) == tokens.client_of(mine) != ""


def test_subscriptions_of_records_are_settled_once(boards):
    one, other = map(SharedSubscriptions, boards)
    a = {"record": "hook a", "url": "http://localhost/a", "events": (), "secret": "s"}
    b = {**a, "record": "hook b"}
    beside = one.add("", {"url": "http://localhost/c"})

    first = one.settle("key", "", [a, b])
    assert other.settle("key", "", [a, b]) == first
    assert other.settle("key", "elsewhere", [a])[0].id not in [each.id for each in first]
    [changed] = other.settle("key", "", [{**b, "url": "http://localhost/d"}])
    assert (changed.id, changed.url) == (first[1].id, "http://localhost/d")
    assert [each.id for each in one.every()] == [beside.id, changed.id, 4]
