"""The parcels' package, run: forms, three credentials, a path prefix, an upload, old dates.

What is expected was worked out by hand from `good/parcels/spec`, never from the package.
"""

import io
import json
import logging
from datetime import UTC, date, datetime, timedelta, timezone
from email import message_from_bytes
from urllib.parse import parse_qsl

import pytest
from msgspec import UNSET

from tests.runtime.scripted import answers

CREDENTIALS = {"account": "ac-1234567", "site": "site/é", "passphrase": "open sesame!"}
SIGNED = "account=ac-1234567&site=site%2F%C3%A9&passphrase=open+sesame%21"
NUMBER = "FR000000001"
PNG = b"\x89PNG\r\n\x1a\n--boundary\r\n\0"
GIFT = pytest.mark.filterwarnings("ignore:shipment.send. gift. is deprecated")
SENDING = {"name": "Ada", "country": "FR", "address": "75001", "items": {"SKU": "pen"}, "weight": 1}


@pytest.fixture
def client(parcels_v3, server):
    server.will(answers(json.dumps({"tracking": NUMBER})))
    with parcels_v3.package.Parcels(**CREDENTIALS, base_url=f"{server.base_url}/rest/v3") as client:
        yield client


@pytest.fixture
def at_stub(parcels_v3):
    with (
        parcels_v3.stub.StubServer(credentials=CREDENTIALS) as stub,
        parcels_v3.package.Parcels(**CREDENTIALS, base_url=stub.base_url) as client,
    ):
        yield client


@pytest.fixture
def errors(parcels_v3):
    return parcels_v3.errors


@pytest.fixture
def models(parcels_v3):
    return parcels_v3.models


def form(server):
    """The arguments of the one request that came, without credentials."""
    (request,) = server.received
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    pairs = dict(parse_qsl(request.body.decode(), keep_blank_values=True, strict_parsing=True))
    assert {name: pairs.pop(name) for name in CREDENTIALS} == CREDENTIALS
    return pairs


class TestEveryOperationAgainstTheStub:
    def test_send(self, at_stub, models):
        parcel = at_stub.shipment.send(**SENDING)

        assert (parcel.tracking, parcel.reference, parcel.passcode) == (NUMBER, "12", "012345")
        assert (parcel.collected, parcel.due) == ("11/25/2012 09:05 pm", date(2012, 12, 1))
        assert parcel.seen == "Paris,Lyon"
        assert isinstance(parcel.address, models.Address)
        assert (parcel.address.post_code, parcel.address.floor) == ("75001", None)

    @GIFT
    def test_send_with_everything(self, at_stub, models):
        sent = at_stub.shipment.send(
            **{**SENDING, "country": "CA"},
            email="ada@example.com",
            phone="+1 (23) 45-6",
            region="QC",
            service=3,
            value=9000,
            currency="CAD",
            reference=10**18,
            collect_from=datetime(2012, 11, 25, 21, 5, tzinfo=UTC),
            collect_to="11/26/2012 12:00 am",
            neighbour="Élodie",
            notify=["a@example.com", "b@example.com"],
            days=[1, 5],
            passcode=123456,
            gift=True,
        )
        assert sent.tracking == NUMBER

    def test_the_others_that_answer(self, at_stub):
        found = at_stub.shipment.trace(reference=12)
        assert (found.reference, found.due, found.seen) == ("A-12", None, UNSET)
        sheet = at_stub.shipment.manifest(since=date(2012, 1, 5))
        assert (sheet.sheet, sheet.sheets, len(sheet.rows)) == (1, 1, 1)
        assert [row.tracking for row in at_stub.shipment.iter_manifest(since="2012-1-5")] == [
            NUMBER
        ]
        assert at_stub.depot.open(country="CA", region="ON") == [1, 3]
        assert at_stub.depot.list_keys(depot=1) == {"north": ["7", "012"], "south": []}

    def test_those_that_answer_nothing(self, at_stub):
        told = at_stub.depot.tell(depot=1, note={"EN": "closed"}, more=[None, {"a": 1}])
        assert told is None
        handed_in = at_stub.shipment.proof(
            tracking=NUMBER, photo=PNG, signed_by=["Ada", "Bea"], at=datetime.now(UTC)
        )
        assert handed_in is None

    def test_a_common_argument_goes_with_every_call(self, parcels_v3, at_stub, errors):
        in_french = at_stub.with_options(common={"lang": "fr"})  # in any case, says the spec
        assert in_french.depot.open(country="CA", region="ON") == [1, 3]
        with pytest.raises(errors.InvalidArguments) as caught:
            at_stub.with_options(common={"lang": "DE"}).depot.open(country="CA", region="ON")
        assert [each.argument for each in caught.value.violations] == ["lang"]

    def test_credentials_that_are_not_all_right_are_refused(self, parcels_v3, at_stub, errors):
        wrong = {**CREDENTIALS, "site": "elsewhere"}
        with (
            parcels_v3.package.Parcels(**wrong, base_url=at_stub.base_url) as client,
            pytest.raises(errors.NoAccount) as caught,
        ):
            client.depot.open(country="CA", region="ON")
        assert (caught.value.code, caught.value.status) == (-1, 200)
        assert caught.value.message == "There is no such account."


class TestWhatIsSent:
    def test_credentials_go_first_and_the_prefix_before_the_path(self, client, server):
        client.shipment.trace(tracking=NUMBER)

        (request,) = server.received
        assert (request.method, request.target) == ("POST", "/rest/v3/shipments/trace")
        assert request.body.decode() == f"{SIGNED}&tracking={NUMBER}"

    @GIFT
    def test_each_kind_of_value_in_a_form(self, client, server, models):
        client.shipment.send(
            name="Ada & Bea",
            country="US",
            address=models.Address(post_code="10001", floor=None, lift=True),
            items=[models.Item(sku="pen", count=2), {"SKU": "ink"}],
            weight=0.5,
            service=3,
            phone="+1 234",
            reference=12,
            collect_from=datetime(2012, 11, 25, 23, 5, tzinfo=timezone(timedelta(hours=2))),
            collect_to=datetime(2012, 11, 26, 0, 30, 59, tzinfo=UTC),
            notify=["a@example.com", "b@example.com"],
            days="1,5",
            passcode="012345",
            gift=False,
        )

        assert form(server) == {
            "name": "Ada & Bea",
            "phone": "+1 234",
            "country": "US",
            "address": '{"zip":"10001","floor":null,"lift":true}',
            "items": '[{"SKU":"pen","count":2},{"SKU":"ink"}]',
            "weight": "0.5",
            "service": "3",
            "reference": "12",
            "collect_from": "11/25/2012 09:05 pm",
            "collect_to": "11/26/2012 12:30 am",
            "notify": "a@example.com,b@example.com",
            "days": "1,5",
            "passcode": "012345",
            "gift": "false",
        }

    def test_one_item_and_a_postal_code_stand_for_more(self, client, server, models):
        client.shipment.send(**{**SENDING, "items": models.Item(sku="ink")})

        assert form(server)["address"] == "75001"
        assert form(server)["items"] == '[{"SKU":"ink"}]'

    @pytest.mark.parametrize(
        ("since", "text"),
        [
            (date(2012, 1, 5), "2012-01-05"),
            (datetime(2012, 1, 5, 23, 30, tzinfo=timezone(timedelta(hours=-1))), "2012-01-06"),
            ("2012-1-5", "2012-1-5"),
            ("01/05/2012 12:00 PM", "01/05/2012 12:00 PM"),
        ],
    )
    def test_days(self, client, server, since, text):
        server.will(answers('{"sheet": 1, "sheets": 0, "rows": null}'))
        assert list(client.shipment.iter_manifest(since=since)) == []

        assert form(server) == {"since": text, "sheet": "1"}

    @pytest.mark.parametrize("kind", ["bytes", "path", "file"])
    def test_an_upload(self, client, server, tmp_path, kind):
        path = tmp_path / "signature.png"
        path.write_bytes(PNG)
        photo = {"bytes": PNG, "path": path, "file": io.BytesIO(PNG)}[kind]
        server.will(answers("", 204))
        client.shipment.proof(tracking=NUMBER, photo=photo, signed_by="Ada")

        (request,) = server.received
        head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
        parts = {
            part.get_param("name", header="content-disposition"): part
            for part in message_from_bytes(head + request.body).walk()
            if not part.is_multipart()
        }
        assert request.target == f"/rest/v3/shipments/{NUMBER}/proof"
        assert list(parts) == [*CREDENTIALS, "signed_by", "photo"]
        assert parts["photo"].get_payload(decode=True) == PNG
        assert parts["photo"].get_content_type() == "image/png"
        filename = "signature.png" if kind == "path" else "photo.png"
        assert parts["photo"].get_filename() == filename
        assert parts["signed_by"].get_payload(decode=True) == b'["Ada"]'
        assert parts["site"].get_payload(decode=True) == "site/é".encode()

    def test_nothing_shows_the_credentials_or_what_is_sensitive(
        self, client, server, errors, caplog
    ):
        caplog.set_level(logging.DEBUG)
        fault = {
            "fault": {"number": 17, "reason": {"text": "no: open sesame! 01234567 ac-1234567"}}
        }
        server.will(answers(json.dumps(fault)))
        with pytest.raises(errors.BadForm) as caught:
            client.shipment.send(**SENDING)

        shown = [repr(client), repr(caught.value), str(caught.value), caplog.text]
        assert caught.value.message == "no: *** 01234567 ***"
        assert [text for text in shown if "sesame" in text or "ac-1234567" in text] == []

    def test_all_missing_credentials_are_named_at_once(self, parcels_v3, errors, monkeypatch):
        for name in CREDENTIALS:
            monkeypatch.delenv(f"PARCELS_V3_{name.upper()}", raising=False)
        with pytest.raises(errors.ConfigurationError) as caught:
            parcels_v3.package.Parcels(site="s")

        assert "PARCELS_V3_ACCOUNT and PARCELS_V3_PASSPHRASE" in str(caught.value)
        assert "PARCELS_V3_SITE" not in str(caught.value)


def fault(number, text="It is so.", **more):
    return {"fault": {"number": number, "reason": {"text": text}}, **more}


class TestFailures:
    @pytest.mark.parametrize(
        ("body", "name", "code"),
        [
            (fault(-1), "NoAccount", -1),
            (fault(17), "BadForm", 17),
            (fault("18"), "NoSuchForm", 18),
            (fault(40, tracking=NUMBER), "Lost", 40),
            (fault(41), "Busy", 41),
            (fault(99), "APIError", 99),
            ({"fault": {}}, "APIError", None),
        ],
    )
    def test_the_number_says_which_exception(self, client, server, errors, body, name, code):
        server.will(answers(json.dumps(body)))
        with pytest.raises(errors.APIError) as caught:
            client.shipment.trace(tracking=NUMBER)

        assert type(caught.value) is getattr(errors, name)
        assert (caught.value.code, caught.value.status) == (code, 200)
        assert isinstance(caught.value, errors.RateLimited) == (code == 41)

    def test_no_fault_is_no_failure(self, client, server):
        server.will(answers(json.dumps({"tracking": NUMBER, "fault": None})))

        assert client.shipment.trace(tracking=NUMBER).tracking == NUMBER

    def test_sheets_with_an_empty_one_between(self, client, server):
        def sheet(number, rows):
            return answers(json.dumps({"sheet": number, "sheets": 4, "rows": rows}))

        row = {"tracking": NUMBER}
        server.will(sheet(1, [row, row]), sheet(2, []), sheet(3, None), sheet(4, [row]))

        assert len(list(client.shipment.iter_manifest(since="2012-1-5", lines=2))) == 3
        asked = [dict(parse_qsl(each.body.decode())) for each in server.received]
        assert [(each["lines"], each["sheet"]) for each in asked] == [
            *(("2", "1"), ("2", "2"), ("2", "3"), ("2", "4"))
        ]
