"""Failures as the courier's stub tells them."""

import json
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from apiscribe.runtime.envelope import Envelope, KeyMark, StatusMark, is_marked
from apiscribe.runtime.stub import Answered, ErrorShape
from apiscribe.runtime.stub.failing import body


def test_the_stub_fails_as_the_client_reads_it(courier_v2):
    with courier_v2.stub.StubServer(credentials={"token": "right"}) as stub:
        given = {"base_url": stub.base_url, "retries": 0}
        with courier_v2.package.Courier(token="right", **given) as client:
            assert client.parcel.get(id="p1").id == "p1"
        with (
            courier_v2.package.Courier(token="wrong", **given) as client,
            pytest.raises(courier_v2.errors.Unauthorized, match="not the one"),
        ):
            client.parcel.get(id="p1")


def refused(stub, target, **headers):
    """What the stub answers a request that nobody's client would send."""
    place = urlsplit(stub.base_url)
    with closing(HTTPConnection(place.hostname, place.port)) as connection:
        connection.request("GET", target, headers=headers)
        response = connection.getresponse()
        return response.status, response.headers["X-Stub-Problem"], response.read()


def test_the_stub_says_what_was_wrong_in_a_header(courier_v2, caplog):
    with courier_v2.stub.StubServer() as stub, caplog.at_level("INFO"):
        missing = refused(stub, "/parcels/p1")
        wrong = refused(stub, "/parcels/p1?weight=%C3%A9", Authorization="Bearer t")
        lost = refused(stub, "/nowhere", Authorization="Bearer t")

    assert missing[0] == 401
    assert b"Who are you?" in missing[2]
    assert "authorization" in missing[1].lower()
    assert wrong[0] == 200  # what is not known is taken, unless the stub is strict
    assert lost[0] == 404
    assert "/nowhere" in lost[1]
    assert missing[1] in caplog.text


def test_a_documented_text_may_hold_the_reason(courier_v2):
    with courier_v2.stub.StubServer(strict=True) as stub:
        told = refused(stub, "/parcels/p1?w%C3%A9ight=1", Authorization="Bearer t")

    assert told[0] == 422
    reason = json.loads(told[2])["error"]["message"]
    assert reason.startswith("The depot says no: w\u00e9ight: is not")
    assert told[1].startswith("w\\xe9ight: is not")


@pytest.mark.parametrize(
    "code", ["DepotClosed", "DepotTrouble", "DepotFar", "CourierAway", "Duplicate"]
)
def test_the_stub_words_it_so_that_it_is_told(courier_v2, code):
    with courier_v2.stub.StubServer() as stub:
        stub.fails("parcel.get", error=code)
        with (
            courier_v2.package.Courier(token="t", base_url=stub.base_url, retries=0) as client,
            pytest.raises(getattr(courier_v2.errors, code)),
        ):
            client.parcel.get(id="p1")


@pytest.mark.parametrize(
    ("mark", "status", "failing"),
    [
        (KeyMark(key="ok", test="in", values=(False,)), 200, {"ok": False}),
        (KeyMark(key="state", test="not_in", values=(0, 1)), 200, {"state": 2}),
        (KeyMark(key="outcome", test="not_in", values=("error",)), 200, {"outcome": "no error"}),
        (KeyMark(key="fault"), 200, {"fault": True}),
    ],
)
def test_what_the_stub_refuses_is_marked(mark, status, failing):
    envelope = Envelope(marks=(StatusMark(first=400, last=599), mark))
    shape = ErrorShape(envelope=envelope, status=400, faults={})
    content, _ = body(shape, Answered(message="no"), status)

    assert json.loads(content) == failing
    assert is_marked(failing, mark)
    told = failing if mark.test == "in" else {}
    assert json.loads(body(shape, Answered(message="no"), 404)[0]) == told


@pytest.mark.parametrize("error", ["AddressUnknown", 4001])
def test_a_fault_takes_the_name_of_an_error_with_a_code(courier_v2, error):
    with courier_v2.stub.StubServer() as stub:
        stub.fails("parcel.get", error=error)
        with (
            courier_v2.package.Courier(token="t", base_url=stub.base_url, retries=0) as client,
            pytest.raises(courier_v2.errors.AddressUnknown) as unknown,
        ):
            client.parcel.get(id="p1")
        assert unknown.value.code == 4001
        assert [each.code for each in stub.requests] == [4001]
