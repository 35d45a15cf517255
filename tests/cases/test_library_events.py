"""Events of the library: a form of more than texts, and a form with JSON in it."""

from datetime import UTC, datetime
from importlib import import_module
from urllib.parse import urlencode

import pytest


@pytest.fixture
def webhooks(made):
    return import_module("lending_library.webhooks")


RETURNED = {
    "event": "returned",
    "desk": "1",
    "id": "17",
    "days": "30",
    "fine": "2.5",
    "damaged": "true",
    "pages": "[3,4]",
    "notes": '{"cover": "gone"}',
    "place": '{"floor": 2}',
    "at": "2017-03-10T08:30:00Z",
}


def test_fields_of_a_form_are_what_the_payload_wants(webhooks):
    event = webhooks.parse(urlencode(RETURNED).encode(), {})

    assert type(event) is webhooks.BookReturned
    assert (event.payload.id, event.payload.days, event.payload.fine) == ("17", 30, 2.5)
    assert (event.payload.damaged, event.payload.pages) == (True, [3, 4])
    assert (event.payload.notes, event.payload.place.floor) == ({"cover": "gone"}, 2)
    assert event.payload.at == datetime(2017, 3, 10, 8, 30, tzinfo=UTC)
    assert event.mismatches == ()


def test_an_event_is_known_by_all_of_its_fields(webhooks):
    elsewhere = urlencode(RETURNED | {"desk": "2"}).encode()

    assert type(webhooks.parse(elsewhere, {})) is webhooks.UnknownEvent
    assert "It is sent\nonce, and then given up." in webhooks.__doc__
