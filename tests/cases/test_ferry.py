"""The ferry's package, run: dates and durations are written as the page says."""

import json
import urllib.error
import urllib.request
from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import parse_qs, urlsplit

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


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("leaves", NOON, 1353844800),
        ("leaves", IN_THE_EAST, 1353847500),
        ("leaves", 1353844800, 1353844800),
        ("leaves", datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC), -1),
        ("leaves", NOON.replace(microsecond=999_999), 1353844800),
        ("arrives", NOON, "2012-11-25T12:00:00Z"),
        ("arrives", IN_THE_EAST, "2012-11-25T13:45:00+01:00"),
        ("arrives", NOON.replace(microsecond=500_000), "2012-11-25T12:00:00.500000Z"),
        ("arrives", "2012-11-25t12:00:00.123z", "2012-11-25t12:00:00.123z"),
        ("day", date(2012, 11, 5), "05.11.2012"),
        ("day", datetime(2012, 11, 25, 1, tzinfo=IN_THE_EAST.tzinfo), "25.11.2012"),
        ("crossing", timedelta(hours=1, minutes=30), "PT1H30M"),
        ("crossing", timedelta(days=2, seconds=0.25), "P2DT0.25S"),
        ("crossing", "P1W", "P1W"),
        ("stay", timedelta(hours=1), 60),
        ("stay", 60, 60),
        ("closes", NOON, "1353844800000"),
        ("closes", 1353844800000, "1353844800000"),
        ("boarding", timedelta(minutes=1), "60"),
        ("whistles", [timedelta(seconds=1.5), 20], [1500, 20]),
        (
            "seals",
            {"bow": date(2012, 1, 2), "stern": "20121125"},
            {"bow": "20120102", "stern": "20121125"},
        ),
    ],
)
def test_an_argument_is_written_in_its_format(sent, name, value, written):
    assert sent(**{name: value})[name] == written


def test_words_are_english_and_in_utc(sent):
    written = sent(told=IN_THE_EAST, arrives=NOON)

    assert written["told"] == "Sunday, 25 November 2012 12:45 PM"
    assert sent(told=None, arrives=NOON)["told"] is None


def test_a_query_and_headers_have_them_as_text(client, server):
    server.will(answers("[]"))
    client.sailing.list(
        since=NOON,
        until=1353844801,
        from_day=date(2012, 1, 2),
        longest=timedelta(hours=100, seconds=5),
        patience=timedelta(minutes=1),
        changed=IN_THE_EAST,
    )

    received = server.received[-1]
    assert parse_qs(urlsplit(received.target).query) == {
        "since": ["1353844800"],
        "until": ["1353844801"],
        "from_day": ["02/01/12"],
        "longest": ["100:00:05"],
    }
    assert received.headers["patience"] == "60"
    assert received.headers["x-changed-since"] == "Sun, 25 Nov 2012 12:45:00 GMT"


def test_a_form_has_them_as_text(client, server):
    server.will(answers("null"))
    late, turns = timedelta(seconds=90), timedelta(minutes=6)
    client.sailing.move(id=7, leaves=NOON, delay=late, turns=turns, told=IN_THE_EAST)

    assert parse_qs(server.received[-1].body.decode()) == {
        "leaves": ["1353844800000"],
        "delay": ["90"],
        "turns": ["360s"],
        "told": ["Sun Nov 25 13:45:00 +0100 2012"],
    }


@pytest.mark.parametrize(
    ("arguments", "argument", "message"),
    [
        ({"leaves": datetime(2012, 11, 25)}, "leaves", "has no time zone"),
        (
            {"leaves": "1353844800"},
            "leaves",
            "'1353844800' is text; a number is needed, such as 1353844800",
        ),
        ({"leaves": 10**12}, "leaves", "is no date that exists"),
        (
            {"leaves": date(2012, 11, 25)},
            "leaves",
            "is a day; a moment is needed, such as 1353844800",
        ),
        ({"day": "2012-11-25"}, "day", "written like 25.11.2012"),
        ({"crossing": "P1M"}, "crossing", "'P1M' is not a duration, written as text like PT1H30M"),
        ({"crossing": 5}, "crossing", "5 is not a duration"),
        (
            {"stay": timedelta(seconds=330)},
            "stay",
            "0:05:30 (a timedelta) is not a duration, written as whole minutes",
        ),
        ({"stay": timedelta(minutes=4)}, "stay", "4 is less than 5, the least allowed"),
        ({"stay": 601}, "stay", "601 is more than 600, the most allowed"),
        ({"whistles": [1, "1"]}, "whistles[1]", "'1' is not a duration"),
        ({"seals": {"bow": "20121131"}}, "seals.bow", "'20121131' is no date that exists"),
    ],
)
def test_what_cannot_be_written_is_refused(ferry_v2, client, server, arguments, argument, message):
    with pytest.raises(ferry_v2.package.InvalidArguments) as caught:
        client.sailing.create(**{**CREATE, **arguments})

    found = {each.argument: each.message for each in caught.value.violations}
    assert message in found[argument]
    assert len(server.received) == 0


@pytest.mark.parametrize(
    ("first", "last", "is_right"),
    [
        ({"since": NOON}, {"until": 1353844800}, True),
        ({"since": NOON}, {"until": 1353844799}, False),
        ({"since": IN_THE_EAST}, {"until": NOON}, False),
        ({"from_day": "31/12/12"}, {"to_day": date(2013, 1, 1)}, True),
        ({"from_day": "01/01/13"}, {"to_day": "31/12/12"}, False),
    ],
)
def test_an_order_is_that_of_moments(ferry_v2, first, last, is_right):
    given = {"since": 0, "until": 2**31, **first, **last}
    found = [each.rule for each in ferry_v2.validators.validate("sailing.list", given)]

    assert found == ([] if is_right else ["ordered"])


def test_two_digits_are_no_year_of_another_century(ferry_v2):
    given = {"since": 0, "until": 1, "from_day": date(1968, 12, 31), "to_day": date(1969, 1, 1)}

    (found,) = ferry_v2.validators.validate("sailing.list", given)

    assert found.argument == "from_day"
    assert "1968-12-31 is not in the years 1969 to 2068" in found.message


def test_the_stub_takes_and_gives_them(ferry_v2):
    with (
        ferry_v2.stub.StubServer() as stub,
        ferry_v2.package.Ferry(base_url=stub.base_url) as client,
    ):
        sailing = client.sailing.create(
            leaves=NOON, stay=timedelta(minutes=9), day=date(2012, 11, 25)
        )
        client.sailing.move(id=7, leaves=NOON, delay="00:01:30")
        listed = client.sailing.list(
            since=NOON, until=NOON, longest=timedelta(hours=1), changed=NOON
        )

        refused = [
            (400, {"leaves": 1, "closes": "noon"}),
            (400, {"leaves": 1, "boarding": "3601"}),
            (200, {"leaves": 1, "closes": "1353844800000", "boarding": "60"}),
        ]
        assert [posted(stub.base_url, body) for _, body in refused] == [400, 400, 200]

    assert sailing.leaves == NOON
    assert [each.crossing for each in listed] == [timedelta(minutes=45)]


def posted(base_url, body):
    """The status of the stub's answer to a body."""
    request = urllib.request.Request(f"{base_url}/sailings", json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request) as response:
            return response.status
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_a_form_may_be_of_several_parts_without_a_file(ferry_v2, client, server):
    server.will(answers("", status=204))

    client.sailing.log(id=7, words="fog & rain", at=NOON)

    received = server.received[-1]
    assert received.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="words"\r\n\r\nfog & rain\r\n' in received.body
    assert b"2012-11-25T12:00:00.000+0000" in received.body
    with (
        ferry_v2.stub.StubServer() as stub,
        ferry_v2.package.Ferry(base_url=stub.base_url) as other,
    ):
        assert other.sailing.log(id=7, words="fog", at="2012-11-25T12:00:00.250+0000") is None
