"""The quarry's package, run: requests under a key, by programs that say what they are."""

import asyncio
import json
from urllib.error import HTTPError
from urllib.parse import parse_qsl
from urllib.request import Request, urlopen

import jsonschema
import pytest

from tests.runtime.scripted import answers

BLOCK = '{"data": {"id": 1, "name": "Otto", "tags": [], "size": null}}'
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
OWN = "application/vnd.quarry+json"
CALLER = {"key": "k", "program": "saw", "contact": "a@saw.example"}
PROGRAM = "saw (a@saw.example)"
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


def at(quarry_v1, server):
    return quarry_v1.package.QuarryClient(**CALLER, base_url=server.base_url)


def asked(stub, path, body, kind, program=PROGRAM):
    """Status and body that a program in any language gets."""
    headers = {"Content-Type": kind, "User-Agent": program}
    request = Request(f"{stub.base_url}/api{path}", body.encode(), headers)
    try:
        with urlopen(request) as response:
            return response.status, json.loads(response.read() or "null")
    except HTTPError as error:
        return error.code, json.load(error)


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


@pytest.mark.parametrize("call", ["blocking", "awaiting"])
def test_json_goes_by_the_name_that_the_service_has(quarry_v1, server, call):
    server.will(answers(BLOCK, status=201), answers(BLOCK), answers(b"", status=204))

    async def awaiting():
        client = quarry_v1.package.AsyncQuarryClient(**CALLER, base_url=server.base_url)
        async with client:
            await client.block.create(name="Otto")
            await client.block.get(id=1)
            await client.block.sell(id=1, price="1.50")

    if call == "awaiting":
        asyncio.run(awaiting())
    else:
        with at(quarry_v1, server) as client:
            client.block.create(name="Otto")
            client.block.get(id=1)
            client.block.sell(id=1, price="1.50")

    told = [(e.headers.get("content-type"), e.headers["accept"]) for e in server.received]
    sale = "application/x-sale-json-1.0"
    assert told == [(OWN, OWN), (None, "application/geo+json; v=2"), (sale, OWN)]


def test_the_stub_calls_json_as_the_service_does(client, stub, quarry_v1):
    raw = client.with_raw_response
    made = raw.block.create(name="Otto")
    assert made.headers["content-type"] == OWN
    found = raw.block.get(id=made.parsed().id)
    assert found.headers["content-type"] == "application/geo+json; v=2"
    with pytest.raises(quarry_v1.errors.Missing) as caught:
        client.block.get(id=7)
    assert caught.value.headers["content-type"] == "application/problem+json"
    with pytest.raises(HTTPError) as unreadable:
        urlopen(Request(f"{stub.base_url}/api/blocks", b"{", {"Content-Type": JSON}))
    with unreadable.value as error:
        assert error.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("kind", "status"),
    [("application/x-sale-json-1.0", 204), (JSON, 204), ("text/plain", 400)],
)
def test_the_stub_takes_json_by_any_of_its_names(client, stub, kind, status):
    made = client.block.create(name="Otto")
    body = '{"data": {"terms": {"price": "1.50"}}, "key": "key"}'
    found, told = asked(stub, f"/blocks/{made.id}/sale", body, kind)

    assert found == status
    assert told is None or told["message"].endswith("takes application/x-sale-json-1.0")


def test_an_example_of_a_page_is_called_so_too(quarry_v1):
    with quarry_v1.stub.StubServer(mode="examples") as stub, stub.client() as client:
        found = client.with_raw_response.block.get(id=1234)

    assert found.headers["content-type"] == "application/geo+json; v=2"


def test_the_document_names_json_as_it_is_called(made):
    paths = json.loads((made["quarry"] / "openapi.json").read_text())["paths"]
    got, sold = paths["/blocks/{id}"]["get"], paths["/blocks/{id}/sale"]["post"]

    assert [*got["responses"]["200"]["content"]] == ["application/geo+json; v=2"]
    assert [*got["responses"]["404"]["content"]] == ["application/problem+json"]
    assert [*sold["requestBody"]["content"]] == ["application/x-sale-json-1.0"]


def test_the_page_fills_in_what_stands_inside(stub):
    with urlopen(f"{stub.base_url}/_stub/operations/block.create") as response:
        told = json.load(response)

    names = [each["name"] for each in told["arguments"]]
    assert names == ["name", "tags", "size", "polished", "finish", "notify", "urgent"]
    assert all(each["doc"] for each in told["arguments"])
    assert [each["name"] for each in told["arguments"] if each["required"]] == ["name"]


def test_the_caller_says_which_program_calls(quarry_v1, server, monkeypatch):
    server.will(answers(BLOCK), answers(BLOCK))
    with at(quarry_v1, server) as client:
        client.block.get(id=1)
    monkeypatch.setenv("QUARRY_CONTACT", "b@saw.example")
    package = quarry_v1.package
    with package.QuarryClient(key="k", program="my saw", base_url=server.base_url) as client:
        client.block.get(id=1)

    agents = [each.headers["user-agent"] for each in server.received]
    assert agents == [PROGRAM, "my saw (b@saw.example)"]


@pytest.mark.parametrize("name", ["QuarryClient", "AsyncQuarryClient"])
def test_a_client_that_says_no_program_is_refused(quarry_v1, name):
    with pytest.raises(quarry_v1.errors.ConfigurationError) as caught:
        getattr(quarry_v1.package, name)(key="k", program="saw")

    assert "pass contact= or set QUARRY_CONTACT" in str(caught.value)
    assert "app_id= and app_secret= and contact=" in str(caught.value)


def test_a_header_in_its_place_is_refused(quarry_v1):
    with pytest.raises(quarry_v1.errors.ConfigurationError, match="User-Agent has the client's"):
        quarry_v1.package.QuarryClient(**CALLER, headers={"User-Agent": "other"})


def test_a_program_is_no_secret(quarry_v1, server):
    told = {"code": "x", "message": "saw of a@saw.example, your key is first-key"}
    server.will(answers(json.dumps(told), status=400))
    given = {**CALLER, "key": "first-key", "base_url": server.base_url}
    client = quarry_v1.package.QuarryClient(**given)
    with client, pytest.raises(quarry_v1.errors.APIError) as caught:
        client.block.get(id=1)

    assert "saw of a@saw.example, your key is ***" in str(caught.value)


def test_tokens_are_asked_for_by_the_program_too(quarry_v1, server):
    token = '{"access_token": "t-1", "token_type": "Bearer"}'
    server.will(answers(token), answers(BLOCK))
    app = {"app_id": "a", "app_secret": "s", "program": "saw", "contact": "a@saw.example"}
    with quarry_v1.package.QuarryClient(**app, base_url=server.base_url) as client:
        client.block.get(id=1)

    assert [each.target for each in server.received] == ["/token", "/blocks/1"]
    assert [each.headers["user-agent"] for each in server.received] == [PROGRAM, PROGRAM]


@pytest.mark.parametrize("program", ["", "Python-urllib/3.13"])
def test_the_stub_refuses_a_program_without_a_name(stub, program):
    body = '{"data": {"name": "Otto", "source": "api"}, "version": 2, "key": "k"}'

    assert asked(stub, "/blocks", body, JSON, program)[0] == 401
    assert asked(stub, "/blocks", body, JSON)[0] == 201


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?key=k", "what is there cannot be read as credentials; what is taken: the header `User-"),
        ("", "there are no credentials; what is taken: `key` beside the arguments together with"),
    ],
)
def test_a_program_without_a_key_is_nobody(stub, query, told):
    request = Request(f"{stub.base_url}/api/blocks/1{query}", headers={"User-Agent": "saw"})
    with pytest.raises(HTTPError) as refused:
        urlopen(request)
    with refused.value as error:
        assert (error.code, error.headers["X-Stub-Problem"][: len(told)]) == (401, told)


def test_whose_state_it_is_no_program_says(quarry_v1, stub):
    with stub.client(program="one") as one, stub.client(program="other") as other:
        made = one.block.create(name="Otto")

        assert other.block.get(id=made.id).name == "Otto"


def test_the_document_has_the_program_as_a_key(made):
    document = json.loads((made["quarry"] / "openapi.json").read_text())
    scheme = document["components"]["securitySchemes"]["program"]

    assert (scheme["type"], scheme["in"], scheme["name"]) == ("apiKey", "header", "User-Agent")
    assert {"program": []} in document["security"]


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
