"""What the bakery's stub takes and refuses, asked without the client."""

import json
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest


@pytest.fixture
def stub(bakery_v1):
    with bakery_v1.package.stub.StubServer(strict=True) as server:
        yield server


def raw(stub, method, target, body="", **headers):
    connection = HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
    sent = {"Authorization": "Bearer k-12345678", "Bakery-Version": "2022-11-28"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    sent = {name: value for name, value in sent.items() if value}
    connection.request(method, target, body, sent)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


FORM = {"Content_Type": "application/x-www-form-urlencoded"}
JSON = {"Content_Type": "application/json"}
SDK = '{"source": "sdk"}'


def test_the_stub_takes_what_the_page_documents(stub):
    form = "customer=A&items[0][price]=p&items[0][count]=2"
    assert raw(stub, "POST", "/v1/orders", form, **FORM)[0] == 200
    query = "state=new&state=old&expand[]=a&created.price=x&format=full"
    assert raw(stub, "GET", f"/v1/orders?{query}")[0] == 200
    for body in ("[]", '{"tags": ["a"]}'):
        assert raw(stub, "PUT", "/v1/orders/7/tags", body, **JSON)[0] == 200
    assert raw(stub, "GET", "/v1/files/a/b")[0] == 200
    body = '{"id": "n", "source": "sdk"}'
    target = "/v1/shops/east/orders/7?dry_run=true"
    assert raw(stub, "PATCH", target, body, X_Trace="t", Cookie="x=1; sid=s", **JSON)[0] == 200


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("extras[price][1]=q", "extras: its items are not numbered from 0 without a gap"),
        ("extras[price][0]=p&extras[count][1]=2", "extras[1].price: is required"),
        ("extras[0][price]=p", "is not a list"),
        ("extras=p", "it is written `extras[key][0]=...`"),
        ("extras[0]=p", "it is written `extras[key][0]=...`"),
        ("scale[grams][0]=x", "scale[grams][0]: 'x' is not a whole number"),
        ("grams[0]=5", "grams: is not known"),
    ],
)
def test_numbers_behind_keys_that_are_wrong(stub, form, told):
    form = f"customer=A&items[0][price]=p&{form}"
    status, text = raw(stub, "POST", "/v1/orders", form, **FORM)

    assert status == 400
    assert told in json.loads(text)["error"]["message"]


@pytest.mark.parametrize(
    "form",
    [
        "extras[price][0]=p&extras[price][1]=q&extras[count][1]=2&sizes[0]=4",
        "scale[grams][0]=5&scale[grams][1]=7",
    ],
)
def test_the_stub_takes_numbers_behind_keys(stub, form):
    form = f"customer=A&items[0][price]=p&{form}"

    assert raw(stub, "POST", "/v1/orders", form, **FORM)[0] == 200


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"method": "GET", "target": "/v1/orders?format=full&sizes=1,b"}, "sizes"),
        ({"method": "GET", "target": "/v1/files/a", "Bakery_Version": ""}, "Bakery-Version"),
        ({"method": "GET", "target": "/v1/files/a", "Bakery_Version": "1"}, "must be 2022-11-28"),
        ({"method": "GET", "target": "/v1/files/a", "X_Dialect": "broad"}, "must be plain"),
        (
            {"method": "GET", "target": "/v1/files/a?api_version=2022-11-28", "Bakery_Version": ""},
            "Bakery-Version",
        ),
        ({"method": "GET", "target": "/v1/files/a", "X_Branch": "north by north"}, "X-Branch: "),
        ({"method": "GET", "target": "/v1/files/a?as_of=then"}, "as_of: 'then'"),
        ({"method": "GET", "target": "/v1/orders"}, "format: must be full"),
        ({"method": "GET", "target": "/v1/orders?format=full&state=%00"}, "state[0]: holds"),
        (
            {"method": "GET", "target": "/v1/orders?format=full&states=new"},
            "states: is not known, and refused because of strict",
        ),
        ({"method": "PATCH", "target": "/v1/shops/east/orders/x", "body": SDK, **JSON}, "id: 'x'"),
        ({"method": "GET", "target": "/v1/orders?format=full&created.count=x"}, "count"),
        ({"method": "POST", "target": "/v1/orders", "body": "items[0][count]=0"}, "customer"),
        ({"method": "PUT", "target": "/v1/orders/7/tags", "body": "{}", **JSON}, "tags"),
    ],
)
def test_the_stub_refuses_what_it_does_not(stub, sent, told):
    if sent["method"] == "POST":
        sent = {**sent, **FORM}
    status, text = raw(stub, **sent)

    assert status == 400
    assert told in text


@pytest.mark.parametrize(
    ("query", "form", "told"),
    [
        ("expand=1", None, "expand: '1' is not a list; it is written `expand[]=...`"),
        ("created=1", None, "created: '1' is not an object; it is written `created.key=...`"),
        ("", "items=1", "items: '1' is not a list; it is written `items[0]=...`"),
        ("", "items[0]=1", "items[0]: '1' is not an object; it is written `items[0][key]=...`"),
        ("", "box=true", "box: 'true' is not an object; it is written `box[key]=...`"),
        ("", "box[lid]=a", "box.lid: 'a' is not a list; it is written `box[lid][0]=...`"),
        ("", "box[layers][b]=2", "'2' is not a list; it is written `box[layers][b][0]=...`"),
        ("", "box[layers]=2", "'2' is not an object; it is written `box[layers][key]=...`"),
        ("", "items[0][count]=a", "items[0].count: 'a' is not a whole number [Orders]"),
    ],
)
def test_text_in_place_of_more_is_told_how_that_is_written(stub, query, form, told):
    if form is None:
        status, text = raw(stub, "GET", f"/v1/orders?format=full&{query}")
    else:
        status, text = raw(stub, "POST", "/v1/orders", f"customer=A&{form}", **FORM)

    assert status == 400
    assert told in json.loads(text)["error"]["message"]
