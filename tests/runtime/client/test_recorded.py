"""Calls that vcrpy records for a test suite, and replays."""

import pytest
import vcr

from tests.runtime.scripted import answers, resets

REX = answers(b'{"id": 7, "name": "Rex"}')


@pytest.fixture
def cassette(tmp_path):
    return str(tmp_path / "zoo.yaml")


def test_a_call_is_recorded_and_then_replayed(server, zoo, cassette):
    server.will(REX, resets())
    with vcr.use_cassette(cassette):
        zoo.client(server.base_url).animal.add(name="Rex")

    with vcr.use_cassette(cassette, record_mode="none") as replayed:
        rex = zoo.client(server.base_url).animal.add(name="Rex")

    assert (rex.id, rex.name) == (7, "Rex")
    assert replayed.play_count == 1
    assert len(server.received) == 1


def test_a_client_in_use_is_recorded_too(server, zoo, cassette):
    server.will(REX)
    client = zoo.client(server.base_url)
    client.animal.add(name="Rex")

    with vcr.use_cassette(cassette) as recorded:
        client.animal.add(name="Rex")
        client.animal.add(name="Max")
    client.animal.add(name="Rex")

    assert len(recorded) == 2
    assert len(server.received) == 4
