"""The almanac's emulator: its pages, and the addresses and cursors that it hands out."""

import json
import re
from urllib.error import HTTPError

import pytest

from tests.cases.almanac_server import RECORDS
from tests.cases.almanac_walks import IDS, OPENAPI, WAYS, asked, ids, walked


@pytest.fixture(scope="module")
def emulated(almanac_v1):
    """An emulator that holds the records of the server written by hand."""
    with almanac_v1.stub.StubServer() as stub:
        with almanac_v1.package.Almanac(base_url=stub.base_url) as client:
            for record in RECORDS:
                client.record.add(**record)
        yield stub


@pytest.mark.parametrize(
    ("how", "server"),
    [("dated", "almanac"), ("nearby", "almanac"), ("nearby", "emulated"), ("newest", "emulated")],
)
def test_a_walk_goes_back_the_nearest_first(almanac_v1, almanac, emulated, how, server):
    base = {"almanac": almanac, "emulated": emulated}[server].base_url
    name = "ending_before" if how == "newest" else "min_id"
    assert walked(almanac_v1, base, how, **{name: "r5"}) == ["r4", "r3", "r2", "r1"]
    assert walked(almanac_v1, base, how, **{name: "r4"}, max_items=2) == ["r3", "r2"]
    assert walked(almanac_v1, base, how, **{name: "r1"}) == []


def test_with_both_cursors_a_walk_goes_on(almanac_v1, emulated):
    assert walked(almanac_v1, emulated.base_url, "nearby", max_id="r3") == ["r4", "r5"]


def test_addresses_lead_in_both_directions(emulated):
    _, headers = asked(emulated, "/nearby?max_id=r1&limit=2")
    base = f"<{emulated.base_url}/nearby?limit=2"
    assert headers["Link"].split(", ") == [
        f'{base}&min_id=r2>; rel="prev"',
        f'{base}>; rel="first"',
        f'{base}&max_id=r3>; rel="next"',
        f'{base}&max_id=r4>; rel="last"',
    ]
    assert asked(emulated, "/nearby?min_id=r1")[0] == []
    assert asked(emulated, "/nearby?min_id=r1")[1]["Link"] is None
    with pytest.raises(HTTPError, match="404") as caught:
        asked(emulated, "/nearby?min_id=r9")
    caught.value.close()


def test_a_cursor_handed_out_leads_back(emulated):
    page, headers = asked(emulated, "/dated?limit=4")
    onward = headers["Link"].partition(">")[0].removeprefix(f"<{emulated.base_url}")
    page, headers = asked(emulated, onward)
    assert ids(page) == ["r5"]
    back = headers["Link"].partition(">")[0].removeprefix(f"<{emulated.base_url}")
    assert "min_id=" in back
    assert "max_id=" not in back
    assert ids(asked(emulated, back)[0]) == IDS[:4]


@pytest.mark.parametrize("how", WAYS)
def test_an_emulator_turns_pages_in_every_way(almanac_v1, emulated, how):
    assert walked(almanac_v1, emulated.base_url, how) == IDS


@pytest.mark.parametrize("how", ["handed", "onward"])
def test_another_operation_goes_on_with_a_list(almanac_v1, almanac, emulated, how):
    assert walked(almanac_v1, almanac.base_url, how) == IDS
    assert [target.partition("?")[0] for target in almanac.asked[:3]] == {
        "handed": ["/api/handed", "/api/handed/on", "/api/handed/on"],
        "onward": ["/api/onward", "/api/onward/from/p2", "/api/onward/from/p4"],
    }[how]
    # What goes on knows nothing but a cursor, and the list is the one that was asked for.
    size = {"handed": {"limit": 1}, "onward": {"per_page": 1}}[how]
    assert walked(almanac_v1, emulated.base_url, how, above=2, **size) == IDS[2:]


@pytest.mark.parametrize("cursor", ["c2", "MC4w", "AAAA"])
def test_a_cursor_that_nobody_handed_out(emulated, cursor):
    for target in (f"/handed/on?cursor={cursor}", f"/onward/from/{cursor}"):
        with pytest.raises(HTTPError) as caught:
            asked(emulated, target)
        assert (caught.value.code, json.loads(caught.value.read())["code"]) == (404, "lost")


def test_a_cursor_of_another_list_is_none(emulated):
    cursor = asked(emulated, "/handed")[0]["cursor"]
    with pytest.raises(HTTPError, match="404"):
        asked(emulated, f"/onward/from/{cursor}")


def test_an_emulator_says_in_headers_what_a_page_documents(emulated):
    assert asked(emulated, "/headed?per_page=2")[1]["X-Total-Pages"] == "3"
    second, headers = asked(emulated, "/closing?page=2")
    assert (ids(second), headers["X-Last"]) == (IDS[2:4], "false")
    assert asked(emulated, "/tallied?start=4")[1]["X-Total"] == "5"
    assert asked(emulated, "/marked?start=1")[1]["X-More"] == "true"
    assert asked(emulated, "/marked?start=4")[1]["X-More"] == "false"
    assert asked(emulated, "/following?per_page=5")[1]["X-Next-Page"] is None


def test_a_part_of_a_list_has_a_status_of_its_own(almanac_v1, emulated):
    with almanac_v1.package.Almanac(base_url=emulated.base_url) as client:
        follow = client.with_raw_response.record.following
        raw = [follow(), follow(page=2), follow(page=4)]
    assert [each.status for each in raw] == [206, 206, 200]
    assert [each.id for response in raw for each in response.parsed()] == IDS
    responses = json.loads(OPENAPI.read_text())["paths"]["/following"]["get"]["responses"]
    assert responses["206"]["content"] == responses["200"]["content"]


def test_an_emulator_says_where_other_pages_are(emulated):
    base = emulated.base_url

    first, headers = asked(emulated, "/links?per_page=2")
    assert ids(first) == IDS[:2]
    assert headers["Link"] == (
        f'<{base}/links?per_page=2&page=2>; rel="next", '
        f'<{base}/links?per_page=2&page=3>; rel="last"'
    )
    link = asked(emulated, "/denied?limit=5")[1]["Link"]
    assert link == f'<{base}/denied?limit=5>; rel="next"; results="false"'
    last, headers = asked(emulated, "/links?per_page=2&page=3")
    assert ids(last) == IDS[4:]
    assert headers["Link"] == (
        f'<{base}/links?per_page=2&page=2>; rel="prev", '
        f'<{base}/links?per_page=2&page=1>; rel="first"'
    )
    page, _ = asked(emulated, "/urls?per_page=2&start=2")
    assert page["paging"] == {
        "next": f"{base}/urls?per_page=2&start=4",
        "previous": f"{base}/urls?per_page=2&start=0",
    }


def test_the_last_page_has_no_address_of_a_next(emulated):
    page, _ = asked(emulated, "/urls?per_page=2&start=4")
    previous = f"{emulated.base_url}/urls?per_page=2&start=2"
    assert page["paging"] == {"next": None, "previous": previous}
    assert list(asked(emulated, "/onward?per_page=5")[0]) == ["records"]  # whose `next` is a text


def test_an_emulator_turns_pages_back(emulated):
    page, _ = asked(emulated, "/newest?ending_before=r4&limit=2")
    assert (ids(page["data"]), page["has_more"]) == (["r2", "r3"], True)

    page, _ = asked(emulated, "/newest?ending_before=r2&limit=2")
    assert (ids(page["data"]), page["has_more"]) == (["r1"], False)


@pytest.mark.parametrize(
    "target", ["/cursors?after=c2", "/newest?starting_after=r9", "/newest?ending_before=r9"]
)
def test_a_cursor_that_is_none_is_the_error_said(emulated, target):
    with pytest.raises(HTTPError) as caught:
        asked(emulated, target)

    assert (caught.value.code, json.loads(caught.value.read())["code"]) == (404, "lost")


@pytest.mark.parametrize("how", ["denied", "streamed", "headers"])
def test_a_cursor_that_is_none_is_refused(emulated, how):
    with pytest.raises(HTTPError) as caught:
        asked(emulated, f"/{how}?after=id%20..")

    assert (caught.value.code, caught.value.read() != b"") == (400, True)
    assert "never handed out" in caught.value.headers["X-Stub-Problem"]


def test_an_emulator_says_what_a_page_documents(emulated):
    assert asked(emulated, "/totalled?per_page=2&page=3")[0] == {
        "meta": {"total": 5},
        "result": {"records": [RECORDS[4]]},
    }
    assert asked(emulated, "/counted?per_page=2")[0]["pages"] == 3
    assert asked(emulated, "/streamed?limit=4")[0]["end_of_stream"] is False
    assert asked(emulated, "/streamed?limit=5")[0]["end_of_stream"] is True
    assert asked(emulated, "/cursors?limit=5")[0] == {"result": {"records": RECORDS}}
    assert asked(emulated, "/flagged")[0] == {"has_more": False, "data": RECORDS}
    assert asked(emulated, "/ended?start=3")[0] == {"is_last": True, "records": RECORDS[3:]}
    assert asked(emulated, "/ended")[0]["is_last"] is False
    assert asked(emulated, "/offsets?start=4")[0] == {"total": 5, "records": [RECORDS[4]]}
    assert ids(asked(emulated, "/updates?offset=4")[0]["result"]) == ["r4", "r5"]


def test_an_account_is_made_up_as_the_spec_says(almanac_v1):
    stub = almanac_v1.stub.StubServer(seed_random=3, random_seed=1, clock="2031-01-02T00:00:00Z")
    stub.clock.run(False)
    records = stub.records("record", tenant="key")
    copies = [each for each in records if "." in each["id"].partition(" ")[0]]
    days_before = [each for each in records if " of " in each["id"]]
    counted = [each for each in records if " for the " in each["id"]]

    assert 3 <= len(copies) <= 6
    assert {each["number"] for each in copies} <= {1, 2, 3}
    assert {each["id"].partition(".")[0] for each in copies} == {"1", "2", "3"}
    assert all(re.fullmatch(r"[1-3]\.[12] [A-Z][a-z]+ [a-z-]+", each["id"]) for each in copies)
    # What was repeated inside has not changed which time it is outside.
    assert counted == [
        {"id": f"{turn} for the {time}. time", "number": time}
        for turn in (1, 2, 3)
        for time in (1, 2)
    ]
    assert days_before == [
        {"id": f"{turn} of 2031-01-01T00:00:00Z", "number": turn} for turn in (1, 2, 3)
    ]
