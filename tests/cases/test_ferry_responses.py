"""The ferry's responses and events: dates and durations are read as Python has them."""

import json
import warnings
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.runtime.scripted import answers

NOON = datetime(2012, 11, 25, 12, tzinfo=UTC)
"""1353844800 seconds after 1970: `date -u -d @1353844800`."""
IN_THE_EAST = datetime(2012, 11, 25, 13, 45, tzinfo=timezone(timedelta(hours=1)))
SAILING = {
    "id": 7,
    "leaves": 1353844800,
    "seen": 1353844800250,
    "arrives": "2012-11-25T13:45:00+01:00",
    "printed": "Sun, 25 Nov 2012 12:00:00 GMT",
    "day": "25.11.2012",
    "told": "Sunday, 25 November 2012 12:00 PM",
    "crossing": "PT45M",
    "stay": 20,
    "delay": "00:01:30",
    "whistles": [1500, 250],
    "seals": {"bow": "20121124"},
    "closes": "1353844500000",
    "boarding": "900",
    "code_until": 1353931200,
}
CREATE = {"leaves": NOON}


@pytest.fixture
def client(ferry_v2, server):
    with ferry_v2.package.Ferry(base_url=server.base_url) as client:
        yield client


@pytest.fixture
def sent(client, server):
    """The JSON of `sailing.create` with given arguments."""

    def body(**arguments):
        server.will(answers(json.dumps(SAILING)))
        client.sailing.create(**{**CREATE, **arguments})
        return json.loads(server.received[-1].body)

    return body


@pytest.fixture
def answered(client, server):
    """The sailing that the service says, changed as given."""

    def sailing(**changes):
        server.will(answers(json.dumps({**SAILING, **changes})))
        return client.sailing.create(**CREATE)

    return sailing


def test_a_response_has_dates_and_durations(answered, ferry_v2):
    sailing = answered()

    assert sailing == ferry_v2.models.Sailing(
        id=7,
        leaves=NOON,
        seen=NOON.replace(microsecond=250_000),
        arrives=IN_THE_EAST,
        printed=NOON,
        day=date(2012, 11, 25),
        told=NOON,
        crossing=timedelta(minutes=45),
        stay=timedelta(minutes=20),
        delay=timedelta(seconds=90),
        whistles=[timedelta(seconds=1.5), timedelta(seconds=0.25)],
        seals={"bow": date(2012, 11, 24)},
        closes=NOON - timedelta(minutes=5),
        boarding=timedelta(minutes=15),
        code_until=datetime(2012, 11, 26, 12, tzinfo=UTC),
    )
    assert sailing.arrives.utcoffset() == timedelta(hours=1)
    assert "code_until=***" in repr(sailing)


@pytest.mark.parametrize(
    ("name", "said", "read"),
    [
        ("leaves", 1353844800.5, NOON.replace(microsecond=500_000)),
        ("leaves", "1353844800", NOON),
        ("seen", "1353844800250", NOON.replace(microsecond=250_000)),
        ("told", None, None),
        ("stay", 0.5, timedelta(seconds=30)),
        ("delay", 90, timedelta(seconds=90)),
        ("crossing", "P1DT1.5S", timedelta(days=1, seconds=1.5)),
        ("turns", "6m0.5s", timedelta(minutes=6, seconds=0.5)),
    ],
)
def test_a_response_may_write_them_a_little_otherwise(answered, name, said, read):
    assert getattr(answered(**{name: said}), name) == read


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("leaves", "tomorrow"),
        ("leaves", 10**15),
        ("leaves", True),
        ("arrives", "2012-11-25T13:45:00"),
        ("printed", "Mon, 25 Nov 2012 12:00:00 GMT"),
        ("day", "30.02.2012"),
        ("crossing", "P1M"),
        ("turns", "6 m"),
        ("stay", "20 minutes"),
    ],
)
def test_what_is_of_no_format_is_kept_with_a_warning(answered, ferry_v2, name, said):
    with pytest.warns(ferry_v2.package.ResponseMismatchWarning, match=rf"\$\.{name} is"):
        sailing = answered(**{name: said})

    assert getattr(sailing, name) == said
    assert sailing.id == 7


def test_a_warning_shows_the_date_that_is_documented(answered, ferry_v2):
    told = r"\$\.day is text, not a date such as 25\.11\.2012"
    with pytest.warns(ferry_v2.package.ResponseMismatchWarning, match=told):
        answered(day="30.02.2012")


def test_what_is_no_model_is_read_as_well(client, server):
    server.will(answers("[1353844800, 1353844801]"), answers("2700"))

    assert client.sailing.times() == [NOON, NOON + timedelta(seconds=1)]
    assert client.sailing.crossing() == timedelta(minutes=45)


def test_a_model_is_written_as_the_service_wrote_it(answered, sent, ferry_v2):
    sailing = answered()

    first = {**SAILING, "delay": 90}  # of two formats, the first is written
    assert sailing.to_dict() == first
    assert json.loads(sailing.to_json()) == first
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert ferry_v2.models.Sailing.from_dict(sailing.to_dict()) == sailing
    assert sent(based_on=sailing)["based_on"] == first


def test_an_event_has_them(ferry_v2):
    from importlib import import_module

    webhooks = import_module("ferry_v2.webhooks")
    body = json.dumps({"kind": "left", "left": 1353844800, "crossing": "PT45M"}).encode()

    event = webhooks.parse(body, {})

    assert event.payload.left == NOON
    assert event.payload.crossing == timedelta(minutes=45)
