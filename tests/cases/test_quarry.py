"""The quarry's package, run: requests whose arguments stand under a key."""

import asyncio
import json
from urllib.parse import parse_qsl
from urllib.request import urlopen

import jsonschema
import pytest

from tests.cases.quarry_callers import BLOCK, CALLER, JSON, OWN, asked, at
from tests.runtime.scripted import answers

FORM = "application/x-www-form-urlencoded"
V: object = None
"""Stands for the version, which is a text in a form."""


@pytest.fixture
def stub(quarry_v1):
    with quarry_v1.stub.StubServer(mode="emulate") as running:
        yield running


@pytest.fixture
def client(stub):
    with stub.client(strict_responses=True) as client:
        yield client


def sent(server):
    return json.loads(server.received[-1].body)


def test_arguments_are_wrapped_and_the_key_is_not(quarry_v1, server):
    server.will(answers(BLOCK, status=201))
    with at(quarry_v1, server) as client:
        client.block.create(name="Otto", tags=["steps"], size={"width": 3})

    inner = {"source": "api", "name": "Otto", "Tag": ["steps"], "size": {"width": 3}}
    assert sent(server) == {"key": "k", "version": 2, "data": inner}


def test_an_awaiting_client_wraps_them_too(quarry_v1, server):
    server.will(answers(BLOCK, status=201))

    async def work():
        client = quarry_v1.package.AsyncQuarryClient(**CALLER, base_url=server.base_url)
        async with client:
            return await client.block.create(name="Otto")

    assert asyncio.run(work()).id == 1
    inner = {"source": "api", "name": "Otto"}
    assert sent(server) == {"key": "k", "version": 2, "data": inner}


def test_some_arguments_stand_beside_the_wrapper(quarry_v1, server):
    server.will(answers(BLOCK, status=201), answers(BLOCK, status=201))

    async def work():
        client = quarry_v1.package.AsyncQuarryClient(**CALLER, base_url=server.base_url)
        async with client:
            await client.block.create(name="Otto", notify=["Eve"], urgent=True)

    with at(quarry_v1, server) as client:
        client.block.create(name="Otto", notify=["Eve"], urgent=True)
    blocking = sent(server)
    asyncio.run(work())

    beside = {"key": "k", "version": 2, "Notify": ["Eve"], "urgent": True}
    assert blocking == sent(server) == {**beside, "data": {"source": "api", "name": "Otto"}}


@pytest.mark.parametrize(
    ("body", "kind", "given"),
    [
        (
            '{"data": {"name": "O", "source": "api"}, "Notify": ["Eve"], "version": 2, "key": "k"}',
            JSON,
            ["Eve"],
        ),
        ("data[name]=Otto&data[source]=api&Notify[]=Eve&version=2&key=k", FORM, ["Eve"]),
        (
            '{"data": {"name": "O", "source": "api", "Notify": ["E"]}, "version": 2, "key": "k"}',
            JSON,
            None,
        ),
        ("data[name]=Otto&data[source]=api&data[Notify][]=E&version=2&key=k", FORM, None),
    ],
)
def test_the_stub_takes_them_there_alone(stub, body, kind, given):
    status, _ = asked(stub, "/blocks", body, kind)

    assert status == 201
    assert stub.requests[-1].arguments.get("notify") == given


def test_a_constant_beside_the_wrapper_is_not_inside(stub):
    inside = '{"data": {"name": "Otto", "source": "api", "version": 2}, "key": "k"}'
    status, told = asked(stub, "/blocks", inside, JSON)

    assert (status, told["message"]) == (422, "version: must be 2")


def test_a_rule_goes_across_the_wrapper(client, quarry_v1):
    invalid = quarry_v1.errors.InvalidArguments
    with pytest.raises(invalid, match="notify: is required when"):
        client.block.create(name="Otto", urgent=True)
    with pytest.raises(invalid, match="polished"):
        client.block.create(name="Otto", urgent=False, polished=False)


def test_an_operation_has_keys_of_its_own_or_none(quarry_v1, server):
    server.will(answers(b"", status=204), answers(b"", status=204), answers(b"", status=204))
    with at(quarry_v1, server) as client:
        client.block.sell(id=1, price="1.50", to="Anna")
        assert sent(server) == {"key": "k", "data": {"terms": {"price": "1.50", "to": "Anna"}}}
        client.block.weigh(id=1, kilograms=3)
        assert sent(server) == {"key": "k", "kilograms": 3}
        client.block.order(names=["Otto"])
        assert sent(server) == {"data": ["Otto"]}


def test_a_form_has_the_wrapper_in_brackets(quarry_v1, server):
    server.will(answers(BLOCK))
    with at(quarry_v1, server) as client:
        client.block.rename(id=1, name="Anna", size={"width": 4})

    assert parse_qsl(server.received[0].body.decode()) == [
        ("key", "k"),
        ("block[name]", "Anna"),
        ("block[size][width]", "4"),
    ]


def test_a_value_stands_beside_keys_of_its_name(client, stub, quarry_v1, server):
    made = client.block.create(name="Otto")
    client.block.rename(id=made.id, mark="A", colour="red")
    server.will(answers(BLOCK))
    with at(quarry_v1, server) as other:
        other.block.rename(id=1, mark="A", colour="red")

    given = stub.requests[-1].arguments
    assert (given["mark"], given["colour"]) == ("A", "red")
    sent_pairs = parse_qsl(server.received[0].body.decode())
    assert sent_pairs[1:] == [("block[mark]", "A"), ("block[mark][colour]", "red")]


def test_a_form_of_several_parts_has_it_too(quarry_v1, server):
    server.will(answers(b"", status=204))
    with at(quarry_v1, server) as client:
        given = {"others": [b"1"], "caption": "A block", "proof": b"2", "notes": {"width": 3}}
        client.block.picture(id=1, picture=("a.png", b"PNG"), **given)

    body = server.received[0].body
    inner = (b"block[files][picture]", b"block[files][others][]", b"block[files][caption]")
    for name in (*inner, b"proof", b"notes[width]"):
        assert b'name="%b"' % name in body


def test_what_a_client_sends_the_stub_reads(client, stub):
    made = client.block.create(name="Otto", tags=["a"], size={"width": 3})
    client.block.rename(id=made.id, name="Anna", size={"width": 4, "height": 5})
    more = {"caption": "b", "proof": b"22", "notes": {"width": 3}}
    client.block.picture(id=made.id, picture=("a.png", b"PNG"), others=[b"1"], **more)
    client.block.sell(id=made.id, price="1.50")
    client.block.order(names=["Anna"])
    found = client.block.get(id=made.id)

    assert (found.name, found.tags, found.size.height) == ("Anna", ["a", "b"], 5)
    client.block.drop(id=made.id)
    assert [each.violations for each in stub.requests] == [[]] * 7
    read = stub.requests[2].arguments
    assert read["others"] == [{"filename": "others", "size": 1}]
    assert (read["proof"], read["notes"]) == ({"filename": "proof", "size": 2}, {"width": 3})


def test_an_argument_is_refused_by_its_own_name(client, stub, quarry_v1):
    with pytest.raises(quarry_v1.errors.InvalidArguments, match="finish: is required when"):
        client.block.create(name="Otto", polished=True)

    told = asked(stub, "/blocks", '{"data": {"source": "api"}, "version": 2, "key": "k"}', JSON)
    assert told == (422, {"code": "invalid", "message": "name: is required [Blocks]"})


@pytest.mark.parametrize(
    ("body", "kind", "wrong"),
    [
        ('{"name": "Otto", "key": "k"}', JSON, "`data` is missing"),
        ("{}", JSON, "`data` is missing"),
        ('{"data": ["Otto"], "key": "k"}', JSON, "`data` is no object"),
        ("name=Otto&key=k", FORM, "send `data[name]`, not `name`"),
        ("Tag[]=Otto&key=k", FORM, "send `data[Tag][]`, not `Tag[]`"),
    ],
)
def test_a_body_without_the_wrapper_is_refused(stub, body, kind, wrong):
    status, told = asked(stub, "/blocks", body, kind)

    expected = f"the body holds the arguments of block.create under `data`: {wrong}"
    assert (status, told) == (400, {"code": "malformed", "message": expected})


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            '{"name": "Eve", "data": {"name": "Otto", "source": "api"}, "version": 2, "key": "k"}',
            JSON,
        ),
        ("name=Eve&data[name]=Otto&data[source]=api&version=2&key=k", FORM),
    ],
)
def test_what_stands_beside_the_wrapper_is_no_argument(stub, body, kind):
    status, told = asked(stub, "/blocks", body, kind)

    assert (status, told["data"]["name"]) == (201, "Otto")


@pytest.mark.parametrize(
    ("value", "is_right"),
    [
        ({"key": "k", "version": V, "data": {"name": "Otto", "source": "api"}}, True),
        ({"key": "k", "version": V, "data": {"source": "api"}}, False),
        ({"version": V, "data": {"name": "Otto", "source": "api"}}, True),
        ({"key": "", "version": V, "data": {"name": "Otto", "source": "api"}}, False),
        ({"key": "k", "version": V, "name": "Otto", "source": "api"}, False),
        (
            {"key": "k", "version": V, "data": {"name": "O", "source": "api", "polished": True}},
            False,
        ),
        ({"version": V, "data": {"name": "O", "source": "api"}, "urgent": True}, False),
        (
            {"version": V, "data": {"name": "O", "source": "api"}, "urgent": True, "Notify": ["a"]},
            True,
        ),
        ({"data": {"name": "O", "source": "api"}}, False),
        (
            {
                "version": V,
                "data": {"name": "O", "source": "api", "polished": False},
                "urgent": False,
            },
            False,
        ),
    ],
)
def test_the_document_has_bodies_as_they_are_sent(made, value, is_right):
    document = json.loads((made["quarry"] / "openapi.json").read_text())
    content = document["paths"]["/blocks"]["post"]["requestBody"]["content"]
    for kind in (OWN, FORM):
        schema = {**content[kind]["schema"], "components": document["components"]}
        version = {"version": 2 if kind == OWN else "2"} if "version" in value else {}
        assert jsonschema.Draft202012Validator(schema).is_valid(value | version) is is_right
    example = content[OWN]["examples"]["curl"]["value"]
    data = {"source": "api", "name": "Otto", "Tag": ["steps"]}
    assert example == {"key": "your_key", "version": 2, "data": data}
    assert content[FORM]["encoding"]["data"]["style"] == "deepObject"
    assert set(content[FORM]["encoding"]) == {"data", "Notify"}


def test_the_page_fills_in_what_stands_inside(stub):
    with urlopen(f"{stub.base_url}/_stub/operations/block.create") as response:
        told = json.load(response)

    names = [each["name"] for each in told["arguments"]]
    assert names == ["name", "tags", "size", "polished", "finish", "notify", "urgent"]
    assert all(each["doc"] for each in told["arguments"])
    assert [each["name"] for each in told["arguments"] if each["required"]] == ["name"]


@pytest.mark.parametrize(
    ("body", "kind", "hinted"),
    [
        ("key=k&version=2&data[name]=a&data[source]=api&data[size]=3", FORM, True),
        ('{"key":"k","version":2,"data":{"name":"a","source":"api","size":"3"}}', OWN, False),
        ('{"key":"k","version":2,"data":{"name":"a","source":"api","size":"3"}}', "", False),
    ],
    ids=["a form", "JSON", "no type"],
)
def test_a_form_is_told_how_objects_are_written(stub, body, kind, hinted):
    status, answer = asked(stub, "/blocks", body, kind)
    assert status == 422
    assert "size: '3' is not an object" in answer["message"]
    assert ("it is written `data[size][key]=...`" in answer["message"]) is hinted
