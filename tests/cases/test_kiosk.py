"""The kiosk's package, run: an API that names, marks and addresses things in its own way."""

import json
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import jsonschema
import pytest

from tests.runtime.scripted import answers

ORDER = '{"ok": true, "id": 1, "what": "tea"}'
BASE = "/2020-04-01"


@pytest.fixture
def document(made):
    return json.loads((made["kiosk"] / "openapi.json").read_text())


@pytest.fixture
def stub(kiosk_v1):
    with kiosk_v1.stub.StubServer(mode="emulate") as running:
        yield running


def client_of(kiosk_v1, base_url, **options):
    return kiosk_v1.package.KioskClient(**{"token": "t", "base_url": base_url, **options})


def asked(stub, path, form=None, token="t"):
    """Status and body that a program in any language gets."""
    data = None if form is None else urlencode(form).encode()
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with urlopen(Request(stub.base_url + path, data, headers)) as response:
            return response.status, json.load(response)
    except HTTPError as error:
        return error.code, json.load(error)


def body_of(document):
    return document["paths"]["/Orders"]["post"]["requestBody"]["content"][
        "application/x-www-form-urlencoded"
    ]


@pytest.mark.parametrize(
    ("form", "is_right"),
    [
        ({"Buyer": 7, "What": "tea"}, True),
        ({"Buyer": "@ann", "Menu": 2}, True),
        ({"Buyer": 7}, False),
        ({"Buyer": 7, "What": "tea", "Late": True}, False),
        ({"Buyer": 7, "What": "tea", "Late": True, "Wrapping": "none"}, True),
    ],
)
def test_rules_go_by_the_names_that_are_sent(document, form, is_right):
    schema = {**body_of(document)["schema"], "components": document["components"]}

    assert jsonschema.Draft202012Validator(schema).is_valid(form) is is_right


def test_sentences_go_by_the_names_that_are_sent(document):
    told = document["paths"]["/Orders"]["post"]["description"]

    assert "One of `What` and `Menu` is required." in told
    assert "`Wrapping` is required when `Late` is true." in told


def test_a_form_says_how_members_of_unions_are_written(document):
    encoding = body_of(document)["encoding"]

    assert encoding["Buyer"] == {"contentType": "text/plain"}
    assert encoding["Wrapping"] == {"contentType": "text/plain, application/json"}


def test_only_what_was_inferred_is_called_so(document):
    extras = body_of(document)["schema"]["properties"]["Extra"]

    assert (extras["minItems"], extras["maxItems"]) == (1, 3)
    assert extras["x-basis"] == {"minItems": "inferred"}


def test_a_failure_has_all_that_is_documented_of_it(document):
    schema = document["components"]["schemas"]["_Failure"]
    valid = jsonschema.Draft202012Validator(schema).is_valid

    assert valid({"ok": False, "error": "invalid", "detail": "no", "hints": ["a"], "pause": 2})
    assert valid({"error": {"title": "invalid", "text": "no"}})
    for wrong in ({"ok": True}, {"error": 3}, {"hints": "a"}, {"error": {"title": 3}}):
        assert not valid(wrong)


def test_failures_stand_under_each_of_their_statuses(document):
    responses = document["paths"]["/Orders"]["post"]["responses"]

    assert sorted(responses) == ["200", "400", "409", "429", "5XX", "default"]
    assert "`BadToken`" in responses["400"]["description"]
    assert "X-Trace" in {name.title() for name in responses["409"]["headers"]}


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ('{"ok": false, "error": "sold_out", "detail": "no tea"}', "sold_out", "no tea"),
        ('{"error": {"title": "sold_out", "text": "no tea"}}', "sold_out", "no tea"),
    ],
)
def test_a_key_may_hold_the_code_or_an_object_with_it(kiosk_v1, server, body, code, message):
    server.will(answers(body, status=409))

    with (
        client_of(kiosk_v1, server.base_url) as client,
        pytest.raises(kiosk_v1.errors.SoldOut) as e,
    ):
        client.order.place(buyer=7, what="tea")

    assert (e.value.code, e.value.message) == (code, message)


def test_a_relative_address_is_below_the_base_url(kiosk_v1, server):
    next_page = f'{{"ok": true, "orders": [], "next_address": "{BASE}/Orders?Page=1"}}'
    server.will(answers(next_page), answers('{"ok": true, "orders": [], "next_address": null}'))

    with client_of(kiosk_v1, server.base_url) as client:
        assert list(client.order.iter_list()) == []

    assert [each.target for each in server.received] == ["/Orders", "/Orders?Page=1"]


def test_an_answer_from_state_is_marked_as_the_documented_one(stub):
    status, placed = asked(stub, "/Orders", {"Buyer": 7, "What": "tea"})

    assert (status, placed["ok"], placed["what"]) == (200, True, "tea")
    assert asked(stub, "/Orders")[1]["ok"] is True


def test_a_refusal_is_marked_as_documented(stub):
    status, refused = asked(stub, "/Orders", {"What": "tea"})

    assert (status, refused["ok"], refused["error"]) == (400, False, "invalid")


def test_a_failure_has_what_stands_beside_each(stub):
    refused = asked(stub, "/Orders", {"What": "tea"})[1]

    assert (refused["receipts"], refused["order"]) == ([], None)


def test_callers_filter_by_a_list_and_choose_the_order(stub):
    for what in ("tea", "milk", "juice"):
        asked(stub, "/Orders", {"Buyer": 7, "What": what})

    def found(query):
        return [each["what"] for each in asked(stub, f"/Orders{query}")[1]["orders"]]

    assert found("?Word=Tea&Word=milk") == ["tea", "milk"]
    assert found("") == ["tea", "milk", "juice"]
    assert found("?Sort=newest") == ["juice", "milk", "tea"]
    assert found("?Sort=what&Word=tea&Word=juice") == ["juice", "tea"]


def test_a_fault_may_be_an_error_without_a_code(stub):
    status, refused = asked(stub, "/Orders", {"Buyer": 7, "What": "tea"}, token="")

    assert (status, refused["token"], refused["ok"]) == (400, "invalid", False)


def test_the_documented_base_path_may_stand_before_paths(stub):
    assert asked(stub, f"{BASE}/Orders", {"Buyer": 7, "What": "tea"})[0] == 200
    assert asked(stub, f"{BASE}{BASE}/Orders")[0] == 404
    assert asked(stub, "/2021-04-01/Orders")[0] == 404


def test_our_names_for_arguments_are_unknown_to_the_stub(stub):
    status, refused = asked(stub, "/Orders", {"buyer": 7, "what": "tea"})

    assert (status, refused["error"]) == (400, "invalid")
    assert "Buyer: is required" in refused["detail"]


def test_addresses_of_pages_have_the_names_that_are_sent(stub):
    for _ in range(3):
        asked(stub, "/Orders", {"Buyer": 7, "What": "tea"})

    first = asked(stub, "/Orders?PageSize=2")[1]
    last = asked(stub, first["next_address"].removeprefix(stub.base_url))[1]

    assert first["next_address"].endswith("/Orders?PageSize=2&Page=1")
    assert (len(first["orders"]), len(last["orders"]), last["next_address"]) == (2, 1, None)


@pytest.mark.parametrize(
    ("query", "form"), [("?Word=%5B%22tea%22%5D", None), ("", {"Word": '["tea"]'})]
)
def test_each_method_is_answered(stub, query, form):
    asked(stub, "/Orders", {"Buyer": 7, "What": "tea"})

    status, found = asked(stub, f"/Orders/Search{query}", form)

    assert (status, [each["what"] for each in found["orders"]]) == (200, ["tea"])


def test_a_method_that_is_not_stated_is_refused(stub):
    request = Request(stub.base_url + "/Orders/Search", b"Word=[]", method="PUT")

    with pytest.raises(HTTPError, match="405") as refused:
        urlopen(request)

    assert refused.value.headers["Allow"] == "GET, POST, HEAD, OPTIONS"
    refused.value.close()


def test_clients_send_the_first_method(kiosk_v1, server):
    server.will(answers('{"ok": true, "orders": []}'), answers(ORDER))

    with client_of(kiosk_v1, server.base_url) as client:
        client.order.search(words=["tea"])
        client.order.note(id=1, text="late")

    assert [each.method for each in server.received] == ["GET", "POST"]
    assert server.received[0].target == "/Orders/Search?Word=%5B%22tea%22%5D"


def test_openapi_has_an_operation_for_each_method(document):
    search, note = document["paths"]["/Orders/Search"], document["paths"]["/Orders/{id}/Note"]
    ids = {f"{m} {o['operationId']}" for item in (search, note) for m, o in item.items()}
    (word,) = search["get"]["parameters"]
    form = search["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]

    assert ids == {
        *("get order.search", "post order.search.post"),
        *("post order.note", "put order.note.put", "get order.note.get"),
    }
    assert word["content"]["application/json"]["schema"]["type"] == "array"
    assert form["encoding"] == {"Word": {"contentType": "application/json"}}
    assert [each["in"] for each in note["get"]["parameters"]] == ["path", "query"]
    assert "requestBody" not in note["get"]


def test_no_body_is_sent_where_none_is_taken(kiosk_v1, server):
    server.will(answers(ORDER))

    with client_of(kiosk_v1, server.base_url) as client:
        client.order.again()

    assert (server.received[0].body, server.received[0].headers.get("content-type")) == (b"", None)


def test_null_is_no_arguments_for_the_stub(stub):
    asked(stub, "/Orders", {"Buyer": 7, "What": "tea"})
    headers = {"Authorization": "Bearer t", "Content-Type": "application/json"}

    with urlopen(Request(stub.base_url + "/Orders/Again", b"null", headers)) as response:
        assert json.load(response)["what"] == "tea"


def test_a_fault_says_how_long_to_wait_where_the_api_does(kiosk_v1, stub):
    stub.fails("order.place", error="Busy", retry_after=1.5)
    with (
        client_of(kiosk_v1, stub.base_url, retries=0) as client,
        pytest.raises(kiosk_v1.errors.Busy) as busy,
    ):
        client.order.place(buyer=7, what="tea")

    assert json.loads(busy.value.body)["pause"] == 1.5
    assert busy.value.retry_after == 1.5


def test_what_is_wrong_stands_in_a_list_or_by_argument(stub):
    refused = asked(stub, "/Orders", {"Menu": "x"})[1]

    assert sorted(refused["by_name"]) == sorted(refused["one_by_name"]) == ["Buyer", "Menu"]
    assert refused["by_name"]["Menu"] == [refused["one_by_name"]["Menu"]]
    assert f"Menu {refused['one_by_name']['Menu']}" in refused["notes"]


def test_what_is_wrong_stands_under_the_parts_of_arguments(stub):
    refused = asked(stub, "/Orders", {"Menu": "x"})[1]

    (menu,) = refused["in_parts"]["Menu"]["_all"]
    assert menu == {"why": "bad", "says": refused["one_by_name"]["Menu"]}
    assert refused["in_parts"]["Buyer"]["_all"][0]["why"] == "absent"


def test_a_header_may_have_a_text_percent_encoded(kiosk_v1, server, stub, document):
    server.will(answers(ORDER))
    with client_of(kiosk_v1, server.base_url) as client:
        client.order.place(buyer=7, what="tea", reason="naïve & 50%")
    with client_of(kiosk_v1, stub.base_url) as client:
        client.order.place(buyer=7, what="tea", reason="naïve & 50%")
    (told,) = (
        each
        for each in document["paths"]["/Orders"]["post"]["parameters"]
        if each["name"] == "X-Reason"
    )

    assert server.received[-1].headers["x-reason"] == "na%C3%AFve%20%26%2050%25"
    assert stub.requests[-1].arguments["reason"] == "naïve & 50%"
    assert told["x-style"] == "percent"
