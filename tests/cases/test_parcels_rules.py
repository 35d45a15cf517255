"""The parcels' rules: asked by themselves, by the client before it sends, by the stub after.

What is expected was worked out by hand from `good/parcels/spec`, never from the package.
"""

import pytest
import urllib3

CREDENTIALS = {"account": "a", "site": "s", "passphrase": "p"}
SEND = "shipment.send"
ENCODABLE = {
    "name": "Ada",
    "country": "FR",
    "address": {"zip": "75001"},
    "items": [{"SKU": "pen"}],
    "weight": 1,
}
FORM = {
    "name": "Ada",
    "country": "FR",
    "address": "75001",
    "items": '{"SKU": "pen"}',
    "weight": "1.5",
}
NUMBER = "FR000000001"


@pytest.fixture
def errors(parcels_v3):
    return parcels_v3.errors


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"name": "王小明 Ada"},
        {"address": "75001", "items": {"SKU": "pen", "count": 1}},
        {"address": {"zip": "75001", "floor": None, "lift": True}},
        {"items": [{"SKU": "a"}, {"SKU": "b"}, {"SKU": "c"}], "weight": 30},
        {"value": 9000, "currency": "EUR"},
        {"service": 1, "value": 100, "currency": "EUR"},
        {"country": "US", "region": "WA"},
        {"country": "CA", "region": "ON", "service": 3, "phone": "12345", "days": [1, 5]},
        {"service": 3, "days": "2"},
        {"service": 2, "locker": "7"},
        {"days": [1]},  # the service is not said: nobody knows whether it is the one
        {"collect_from": "11/25/2012 09:05 pm", "collect_to": "11/25/2012 09:05 PM"},
        {"notify": [], "reference": "x", "passcode": "000000"},
        {"passcode": 123456, "reference": 0, "lang": "fr"},
        {"address": "00000", "phone": "+33 1-2"},
    ],
)
def test_what_keeps_the_rules_passes(parcels_v3, more):
    assert parcels_v3.validators.validate(SEND, {**ENCODABLE, **more}) == []


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({"name": "王小明王"}, [("name", "max_chinese_words")]),
        ({"name": "x" * 61}, [("name", "max_length")]),
        ({"email": "ada"}, [("email", "email")]),
        ({"phone": "12a45"}, [("phone", "characters")]),
        ({"phone": "1234"}, [("phone", "min_length")]),
        ({"country": "fr"}, [("country", "choices")]),
        ({"address": "75"}, [("address.zip", "min_length")]),
        ({"address": 75001}, [("address.zip", "type")]),
        ({"address": {"floor": -4}}, [("address.floor", "minimum"), ("address.zip", "required")]),
        (
            {"address": {"post_code": "75001"}},
            [("address.post_code", "unknown_argument"), ("address.zip", "required")],
        ),
        ({"address": {"zip": "75001", "lift": True}}, [("address.lift", "applies_when")]),
        ({"address": ["75001"]}, [("address", "type")]),
        ({"items": [{"SKU": "a"}, {"SKU": "b"}, {"SKU": "a"}]}, [("items[2]", "unique")]),
        ({"items": [{"SKU": x} for x in "abcd"]}, [("items", "max_items")]),
        ({"items": {"SKU": ""}}, [("items.SKU", "min_length")]),
        ({"items": [{"SKU": "a", "count": 0}]}, [("items[0].count", "minimum")]),
        ({"items": "pen"}, [("items", "type")]),
        ({"weight": 30.01}, [("weight", "maximum")]),
        ({"weight": float("inf")}, [("weight", "type")]),
        ({"service": 4}, [("service", "choices")]),
        ({"service": "2"}, [("service", "type")]),
        ({"value": 1}, [("currency", "required")]),
        ({"value": 9001, "currency": "EUR"}, [("value", "maximum")]),
        ({"service": 1, "value": 101, "currency": "EUR"}, [("value", "maximum")]),
        ({"country": "CA", "service": 3}, [("phone", "required")]),
        ({"locker": "7", "service": 1}, [("locker", "ignored_when")]),
        ({"depot": 1, "locker": "7"}, [("locker", "exclusive")]),
        ({"depot": 1, "locker": "7", "neighbour": "x"}, [("neighbour", "exclusive")]),
        (
            {"collect_from": "11/26/2012 12:05 am", "collect_to": "11/26/2012 12:04 am"},
            [("collect_to", "ordered")],
        ),
        ({"collect_from": "11/31/2012 09:05 pm"}, [("collect_from", "date")]),
        ({"collect_to": "2012-11-25T12:00:00Z"}, [("collect_to", "date")]),
        ({"country": "US", "region": "ON"}, [("region", "list")]),
        ({"country": "CA", "region": "NY"}, [("region", "list")]),
        ({"notify": "a@example.com,a@example.com"}, [("notify[1]", "unique")]),
        (
            {"notify": ["a@example.com", "b", "c@d.e"]},
            [("notify", "max_items"), ("notify[1]", "email")],
        ),
        ({"days": [1], "service": 2}, [("days", "applies_when")]),
        ({"days": "6", "service": 3}, [("days[0]", "choices")]),
        ({"passcode": "12345"}, [("passcode", "digits")]),
        ({"passcode": "\uff11" * 6}, [("passcode", "digits")]),
        ({"reference": ""}, [("reference", "min_length")]),
        ({"gift": 1}, [("gift", "type")]),
        ({"lang": "DE"}, [("lang", "choices")]),
        ({"address": "00000"}, [("phone", "required")]),
        ({"address": {"zip": "00000"}}, [("phone", "required")]),
    ],
)
def test_what_breaks_one_is_named(parcels_v3, more, broken):
    found = parcels_v3.validators.validate(SEND, {**ENCODABLE, **more})

    assert [(each.argument, each.rule) for each in found] == broken


def test_a_typed_address_is_looked_into_as_a_dict_is(parcels_v3):
    address = parcels_v3.models.Address(post_code="00000")
    found = parcels_v3.validators.validate(SEND, {**ENCODABLE, "address": address})

    assert [(each.argument, each.rule) for each in found] == [("phone", "required")]


def test_which_of_them_are_only_warnings(parcels_v3):
    more = {"locker": "7", "service": 1, "days": [1], "value": 101}
    found = parcels_v3.validators.validate(SEND, {**ENCODABLE, **more})

    assert {each.argument: each.severity for each in found} == {
        "locker": "warning",
        "days": "warning",
        "value": "error",
        "currency": "error",
    }


def test_where_a_rule_stands_is_told(parcels_v3):
    more = {"country": "CA", "service": 3, "address": {}, "value": 1}
    found = parcels_v3.validators.validate(SEND, {**ENCODABLE, **more})

    assert {each.argument: each.source for each in found} == {
        "phone": "Pallets",
        "address.zip": "Addresses",
        "currency": "New Shipments",
    }


@pytest.mark.parametrize(
    ("more", "basis", "erratum"),
    [
        ({"name": "x" * 61}, "documented", ""),
        ({"items": [{"SKU": "a"}, {"SKU": "a"}, {"SKU": "a"}]}, "observed", "one-of-a-kind"),
        ({"weight": None}, "documented", ""),
        ({"weight": -1}, "inferred", ""),
        ({"weight": 31}, "documented", ""),
        ({"country": "US", "service": 3}, "documented", "phone-of-a-pallet"),
        ({"address": "00000"}, "inferred", ""),
    ],
)
def test_what_a_rule_rests_on_is_told(parcels_v3, more, basis, erratum):
    found = parcels_v3.validators.validate(SEND, {**ENCODABLE, **more})

    assert {(each.basis, each.erratum) for each in found} == {(basis, erratum)}


def test_what_is_required_without_the_page_is_told(parcels_v3):
    rest = {name: value for name, value in ENCODABLE.items() if name not in ("weight", "name")}
    found = parcels_v3.validators.validate(SEND, rest)

    assert {each.argument: each.basis for each in found} == {
        "name": "documented",
        "weight": "inferred",
    }


@pytest.mark.parametrize(
    ("photo", "basis"), [(b"\x89PNG" + b"x" * 61, "inferred"), (b"GIF89a", "documented")]
)
def test_what_the_size_of_a_file_rests_on_is_told(parcels_v3, photo, basis):
    found = parcels_v3.validators.validate("shipment.proof", {"tracking": NUMBER, "photo": photo})

    assert [(each.rule, each.basis) for each in found] == [("file", basis)]


@pytest.mark.parametrize(
    ("operation", "arguments", "broken"),
    [
        ("shipment.trace", {}, [("tracking", "one_of_required")]),
        ("shipment.trace", {"tracking": NUMBER, "reference": 1}, [("reference", "exclusive")]),
        ("shipment.trace", {"tracking": "FR1"}, [("tracking", "pattern")]),
        ("shipment.trace", {"email": "a@b.c", "reference": 1}, []),
        ("shipment.manifest", {"since": "2012-13-1"}, [("since", "date")]),
        ("shipment.manifest", {"since": "2012-1-5", "lines": 51}, [("lines", "maximum")]),
        ("depot.open", {"country": "CA"}, [("region", "required")]),
        ("depot.open", {"country": "CA", "region": "NY"}, [("region", "list")]),
        ("depot.tell", {"depot": 1, "note": {"EN": "x" * 11}}, [("note.EN", "max_length")]),
        ("depot.tell", {"depot": 1, "note": ["x"]}, [("note", "type")]),
        ("shipment.proof", {"tracking": NUMBER, "photo": b"GIF89a"}, [("photo", "file")]),
        (
            "shipment.proof",
            {"tracking": NUMBER, "photo": b"\x89PNG", "signed_by": []},
            [("signed_by", "min_items")],
        ),
        ("shipment.proof", {"tracking": NUMBER, "photo": "/no/such.png"}, [("photo", "file")]),
    ],
)
def test_the_other_operations(parcels_v3, operation, arguments, broken):
    found = parcels_v3.validators.validate(operation, arguments)

    assert [(each.argument, each.rule) for each in found] == broken


def test_what_is_sensitive_is_not_shown(parcels_v3):
    found = parcels_v3.validators.validate(SEND, {**ENCODABLE, "passcode": "98765"})

    assert [each.argument for each in found] == ["passcode"]
    assert "98765" not in str(found)


class TestForms:
    @pytest.mark.parametrize(
        "more",
        [
            {},
            {"address": '{"zip": "75001", "floor": null}'},
            {"address[zip]": "75001", "address[floor]": "-3"},
            {"items": '[{"SKU": "pen"}, {"SKU": "ink", "count": 2}]'},
            {"items[0][SKU]": "pen", "items[1][SKU]": "ink", "items[1][count]": "2"},
            {"items[SKU]": "pen"},
            {"service": "3", "days": "1,2", "passcode": "012345", "gift": "true"},
        ],
    )
    def test_ways_to_write_the_same(self, parcels_v3, more):
        heads = {name.partition("[")[0] for name in more}
        form = {name: text for name, text in FORM.items() if name not in heads}

        assert parcels_v3.validators.validate_form(SEND, {**form, **more}) == []

    @pytest.mark.parametrize(
        ("more", "broken"),
        [
            ({"weight": "much"}, [("weight", "type")]),
            ({"service": "2.0"}, [("service", "type")]),
            ({"gift": "yes"}, [("gift", "type")]),
            ({"address": "7"}, [("address.zip", "min_length")]),
            ({"items": "[1"}, [("items", "type")]),
            ({"days": "1,x", "service": "3"}, [("days[1]", "type")]),
        ],
    )
    def test_what_breaks_a_rule(self, parcels_v3, more, broken):
        found = parcels_v3.validators.validate_form(SEND, {**FORM, **more})

        assert [(each.argument, each.rule) for each in found] == broken


@pytest.mark.parametrize(
    ("more", "broken"),
    [("abc", ["more"]), ('{"a": 1', ["more"]), ('"abc"', []), ("7", []), ('{"a": [1]}', [])],
)
def test_what_may_be_any_json_is_json(parcels_v3, more, broken):
    found = parcels_v3.validators.validate_form("depot.tell", {"depot": "1", "more": more})

    assert [each.argument for each in found] == broken
    assert all("is no JSON, in which a text is in quotes" in each.message for each in found)


def test_a_client_sends_nothing_that_breaks_one(parcels_v3, server, errors):
    with (
        parcels_v3.package.Parcels(**CREDENTIALS, base_url=server.base_url) as client,
        pytest.raises(errors.InvalidArguments) as caught,
    ):
        client.shipment.send(name="", country="US", address="1", items=[], weight=-1, region="ON")

    assert [(each.argument, each.rule) for each in caught.value.violations] == [
        ("region", "list"),
        ("address.zip", "min_length"),
        ("weight", "minimum"),
    ]
    assert server.received == []


class TestTheStubItself:
    @pytest.fixture
    def ask(self, parcels_v3):
        pool = urllib3.PoolManager(retries=False)
        with parcels_v3.stub.StubServer() as stub:
            yield lambda path, fields: pool.request(
                "POST", stub.base_url + path, fields=fields, encode_multipart=False
            )
        pool.clear()

    @pytest.mark.parametrize(
        ("path", "fields", "number"),
        [
            ("/depots/open", {**CREDENTIALS, "country": "CA", "region": "ON"}, None),
            ("/depots/open", {**CREDENTIALS, "country": "CA", "region": "ON", "lang": "fr"}, None),
            ("/depots/open", {"country": "CA", "region": "ON"}, -1),
            ("/depots/open", {**CREDENTIALS, "site": "", "country": "CA", "region": "ON"}, -1),
            ("/depots/open", {**CREDENTIALS, "country": "CA", "region": "NY"}, 17),
            ("/depots/open", {**CREDENTIALS, "country": "CA", "region": "ON", "lang": "DE"}, 17),
            ("/depots/shut", CREDENTIALS, 18),
        ],
    )
    def test_it_answers_in_the_envelope_of_the_api(self, ask, path, fields, number):
        answer = ask(path, fields)

        assert answer.status == 200
        if number is None:
            assert answer.json() == [1, 3]
        else:
            assert answer.json()["fault"]["number"] == number
            assert answer.json()["fault"]["reason"].keys() == {"text"}

    def test_text_in_place_of_json_is_told_how_that_is_written(self, ask):
        answer = ask("/depots/tell", {**CREDENTIALS, "depot": "1", "note": "5"}).json()

        assert "note: '5' is not an object; it is written `note={...}`" in str(answer["fault"])

    def test_a_second_address_answers_as_the_first(self, ask):
        fields = {**CREDENTIALS, **FORM}

        first, second = ask("/shipments/new", fields), ask("/shipments/create", fields)
        assert first.json()["tracking"] == second.json()["tracking"] == NUMBER


def test_the_stub_refuses_what_is_no_json_and_shows_it(parcels_v3):
    form = {**CREDENTIALS, "depot": "1", "more": "abc"}
    with parcels_v3.stub.StubServer(mode="examples") as stub:
        answered = urllib3.request("POST", f"{stub.base_url}/depots/tell", fields=form)
        journal = urllib3.request("GET", f"{stub.base_url}/_stub/requests").json()

    assert "more: 'abc' is no JSON" in answered.headers["X-Stub-Problem"]
    assert journal["requests"][-1]["arguments"]["more"] == "abc"
