"""The bakery's package, run: where arguments go, and how they are written there."""

import asyncio
import json
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit
from uuid import UUID

import pytest

from tests.cases.bakery_server import Bakery


@pytest.fixture
def bakery():
    server = Bakery()
    yield server
    server.stop()


@pytest.fixture(params=["blocking", "async"])
def call(request, bakery_v1, bakery):
    """Calls an operation of a client of either kind."""

    def blocking(name, **arguments):
        with bakery_v1.package.Bakery(api_key="k-12345678", base_url=bakery.base_url) as client:
            return getattr(client.order, name)(**arguments)

    async def awaited(name, arguments):
        asynchronous = bakery_v1.package.AsyncBakery
        async with asynchronous(api_key="k-12345678", base_url=bakery.base_url) as client:
            return await getattr(client.order, name)(**arguments)

    if request.param == "blocking":
        return blocking
    return lambda name, **arguments: asyncio.run(awaited(name, arguments))


def test_a_form_has_items_and_objects_in_brackets(call, bakery):
    order = call(
        "place",
        customer="Ada & Co",
        items=[{"price": "p1", "count": 2}, {"price": "p é"}],
        address={"price": "p3"},
        gift=True,
    )

    (came,) = bakery.came
    assert order.id == "o1"
    assert unquote(came.body.decode().replace("+", " ")).replace("Ada & Co", "Ada") == (
        "customer=Ada&items[0][price]=p1&items[0][count]=2&items[1][price]=p é"
        "&address[price]=p3&gift=true"
    )
    assert came.headers["content-type"] == "application/x-www-form-urlencoded"


def test_a_number_may_stand_behind_the_keys_of_an_item(call, bakery):
    extras = [{"price": "p1"}, {"price": "p2", "count": 2}]
    call("place", customer="A", items=[{"price": "p"}], extras=extras, grams=[5, 7], sizes=[1])

    (came,) = bakery.came
    assert unquote(came.body.decode()).removeprefix("customer=A&items[0][price]=p&") == (
        "extras[price][0]=p1&extras[price][1]=p2&extras[count][1]=2"
        "&scale[grams][0]=5&scale[grams][1]=7&sizes[0]=1"
    )


def test_validators_read_each_style_of_names(bakery_v1):
    form = {"customer": "A", "items[0][price]": "p", "extras[count][0]": "2", "sizes[0]": "1"}
    (placed,) = bakery_v1.validators.validate_form("order.place", form)
    (listed,) = bakery_v1.validators.validate_form("order.list", {"created.count": "1"})

    assert (placed.argument, placed.rule) == ("extras[0].price", "required")
    assert (listed.argument, listed.rule) == ("created.price", "required")


@pytest.mark.parametrize(
    ("box", "path", "said"),
    [
        ({"labels": []}, "box.labels", "has 0 items; at least 1 are needed"),
        ({"layers": {"a": [1], "b": []}}, "box.layers.b", "has 0 items; at least 1 are needed"),
        ({"lid": []}, "box.lid", "has 0 items; at least 1 are needed"),
        ({"layers": {}}, "box.layers", "has 0 keys; at least 1 are needed"),
        ({"layers": {"a[": [1]}}, "box.layers.a[", "the key holds \\[, which would end it"),
        ({}, "box", "has 0 keys; at least 1 are needed"),
    ],
)
def test_what_a_form_cannot_tell_is_told_by_its_place(bakery_v1, call, bakery, box, path, said):
    with pytest.raises(bakery_v1.errors.InvalidArguments, match=said) as caught:
        call("place", customer="Ada", items=[{"price": "p"}], box=box)

    (found,) = caught.value.violations
    assert (found.argument, found.basis) == (path, "inferred")
    assert bakery.came == []
    if "items" in said:
        given = {"customer": "Ada", "items": [{"price": "p"}], "box": box}
        (same,) = bakery_v1.validators.validate("order.place", given)
        assert (same.argument, same.message, same.basis) == (path, said, "inferred")


def test_a_constant_goes_along_in_a_header(call, bakery):
    call("file", path="a/b")

    (came,) = bakery.came
    assert came.target == "/v1/files/a/b"
    assert came.headers["bakery-version"] == "2022-11-28"
    assert came.headers["accept"] == "application/vnd.bakery+json"
    assert came.headers["x-dialect"] == "plain"


def test_clients_are_made_with_what_every_operation_takes(bakery_v1, bakery, stub):
    every = {"api_key": "k-12345678", "branch": "north", "as_of": datetime(2024, 1, 1, tzinfo=UTC)}

    async def awaited(base_url):
        async with bakery_v1.package.AsyncBakery(base_url=base_url, **every) as client:
            await client.order.move(shop="east", order_id=7, id="n", dry_run=True)

    for base_url in (bakery.base_url, stub.base_url):
        with bakery_v1.package.Bakery(base_url=base_url, **every) as client:
            client.order.move(shop="east", order_id=7, id="n", dry_run=True)
            client.order.file(path="a")
            client.order.tag(id=7, tags=["a"])
        asyncio.run(awaited(base_url))

    assert [(came.target, came.body) for came in bakery.came] == [
        ("/v1/shops/east/orders/7?as_of=1704067200&dry_run=true", b'{"source":"sdk","id":"n"}'),
        ("/v1/files/a?as_of=1704067200", b""),
        ("/v1/orders/7/tags?as_of=1704067200", b'["a"]'),
        ("/v1/shops/east/orders/7?as_of=1704067200&dry_run=true", b'{"source":"sdk","id":"n"}'),
    ]
    assert {came.headers["x-branch"] for came in bakery.came} == {"north"}


def test_what_every_operation_takes_is_checked(bakery_v1, bakery):
    with (
        bakery_v1.package.Bakery(
            api_key="k-12345678", branch="north by north", base_url=bakery.base_url
        ) as client,
        pytest.raises(bakery_v1.package.errors.InvalidArguments, match="branch: "),
    ):
        client.order.file(path="a")
    assert bakery.came == []


def test_a_key_is_made_and_kept_when_sent_again(call, bakery):
    bakery.fails = 1

    order = call("place", customer="Ada", items=[{"price": "p"}])

    first, second = (came.headers["idempotency-key"] for came in bakery.came)
    assert first == second
    assert UUID(first).version == 4
    assert order.id == "o1"
    assert len(bakery.orders) == 1


def test_each_call_has_a_key_of_its_own(call, bakery):
    call("place", customer="Ada", items=[{"price": "p"}])
    call("place", customer="Ada", items=[{"price": "p"}])

    assert len(bakery.orders) == 2


def test_a_caller_may_give_a_key(call, bakery):
    call("place", customer="Ada", items=[{"price": "p"}], idempotency_key="mine-1")

    assert list(bakery.orders) == ["mine-1"]


def test_a_query_has_lists_and_objects_by_style(call, bakery):
    call("list", states=["new", "open"], expand=["a"], created={"price": "x", "count": 1})

    (came,) = bakery.came
    assert came.method == "GET"
    assert came.body == b""
    assert "content-type" not in came.headers
    assert sorted(unquote(urlsplit(came.target).query).split("&")) == [
        "created.count=1",
        "created.price=x",
        "expand[]=a",
        "format=full",
        "state=new",
        "state=open",
    ]


def test_lists_with_signs_between_their_items(call, bakery):
    call("list", sizes=[1, 20], near=["a b", "c"], words=["x", "y"])

    (came,) = bakery.came
    assert came.target == "/v1/orders?format=full&sizes=1%2C20&near=a+b%7Cc&words=x+y"


@pytest.mark.parametrize(
    "arguments", [{"near": ["a|b"]}, {"words": ["x y"]}, {"near": [""]}, {"sizes": []}]
)
def test_an_item_may_not_hold_the_sign_between(call, bakery, bakery_v1, arguments):
    with pytest.raises(bakery_v1.package.errors.InvalidArguments):
        call("list", **arguments)

    assert bakery.came == []


def test_null_is_an_empty_text_where_the_api_says_so(call, bakery):
    call("place", customer="Ada", items=[{"price": "p"}], note=None)

    assert "&note=&" in f"{bakery.came[0].body.decode()}&"


def test_a_head_has_no_body(call, bakery):
    assert call("exists", id=7) is None

    (came,) = bakery.came
    assert (came.method, came.target, came.body) == ("HEAD", "/v1/orders/7", b"")


def test_one_operation_has_arguments_everywhere(call, bakery):
    call("move", shop="east", order_id=7, id="n", dry_run=True, trace="t 1", session="s;é")

    (came,) = bakery.came
    assert came.method == "PATCH"
    assert came.target == "/v1/shops/east/orders/7?dry_run=true"
    assert json.loads(came.body) == {"id": "n", "source": "sdk"}
    assert came.headers["x-trace"] == "t 1"
    assert came.headers["cookie"] == "sid=s%3B%C3%A9"


def test_one_argument_is_the_whole_body(call, bakery):
    assert call("tag", id=7, tags=["a", "b"]) == ["a", "b"]
    assert call("tag", id=7, tags=[]) == []

    assert [came.body for came in bakery.came] == [b'["a","b"]', b"[]"]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("list", {"states": []}),
        ("move", {"shop": "east", "order_id": 1, "trace": "a\nb"}),
        ("move", {"shop": "east", "order_id": 1, "trace": "é"}),
        ("file", {"path": "a/../b"}),
        ("file", {"path": "a//b"}),
    ],
)
def test_what_cannot_be_told_is_refused(call, bakery, bakery_v1, name, arguments):
    with pytest.raises(bakery_v1.package.errors.InvalidArguments):
        call(name, **arguments)

    assert bakery.came == []


@pytest.fixture
def stub(bakery_v1):
    with bakery_v1.package.stub.StubServer(strict=True) as server:
        yield server


def test_the_stub_takes_what_the_client_sends(bakery_v1, stub):
    with bakery_v1.package.Bakery(api_key="k-12345678", base_url=stub.base_url) as client:
        order = client.order
        order.place(customer="A", items=[{"price": "p", "count": 1}], address={"price": "q"})
        order.list(states=["new"], expand=["1"], created={"price": "x", "count": 1})
        order.list(states=["new", "old"], sizes=[1, 2], near=["a"], words=["x", "y"])
        order.exists(id=7)
        order.place(customer="A", items=[{"price": "p"}], note=None)
        order.move(shop="east", order_id=7, id="n", dry_run=False, trace="t", session="s;é")
        order.tag(id=7, tags=[])
        order.tag(id=7, tags={"tags": []})
        order.file(path="a/b/c")


def test_openapi_says_where_arguments_are(made):
    document = json.loads((made["bakery"] / "openapi.json").read_text())
    place = document["paths"]["/v1/orders"]["post"]
    listed = {each["name"]: each for each in document["paths"]["/v1/orders"]["get"]["parameters"]}
    move = document["paths"]["/v1/shops/{shop}/orders/{id}"]["patch"]
    tags = document["paths"]["/v1/orders/{id}/tags"]["put"]["requestBody"]

    headers = {each["name"]: each["in"] for each in place["parameters"]}
    names = ("Idempotency-Key", "Bakery-Version", "X-Dialect")
    assert headers == dict.fromkeys((*names, "X-Branch"), "header") | {"as_of": "query"}
    content = place["requestBody"]["content"]["application/x-www-form-urlencoded"]
    assert content["encoding"]["address"] == {"style": "deepObject", "explode": True}
    assert (listed["state"]["style"], listed["state"]["explode"]) == ("form", True)
    assert listed["created"]["x-style"] == "dots"
    assert {(each["name"], each["in"]) for each in move["parameters"]} == {
        ("shop", "path"),
        ("id", "path"),
        ("dry_run", "query"),
        ("X-Trace", "header"),
        ("sid", "cookie"),
        ("Bakery-Version", "header"),
        ("X-Dialect", "header"),
        ("X-Branch", "header"),
        ("as_of", "query"),
    }
    assert tags["required"]
    array, alone = tags["content"]["application/json"]["schema"]["anyOf"]
    assert array == {"type": "array", "items": {"type": "string"}}
    assert alone == {"$ref": "#/components/schemas/TagList"}
