"""The gallery's package, run: bodies that are JSON without files, and forms with them."""

import asyncio
import json
from http.client import HTTPConnection
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

import pytest
import urllib3
from hypothesis import given, settings

from tests.cases.form_parts import parts
from tests.runtime.scripted import answers

PNG = b"\x89PNG\r\n\0\xff picture"
KINDS = ("Gallery", "AsyncGallery")


def in_json(received):
    return received.headers["content-type"], json.loads(received.body)


def test_a_body_without_files_is_json(gallery_call, server):
    server.will(answers("", 204))
    told: dict[str, Any] = {"text": None, "mentions": [], "place": {"across": 3}, "cover": "id-7"}
    gallery_call(server.base_url, "comment", id=7, **told)
    gallery_call(server.base_url, "announce", title="Open", rooms=[1, 2], open=True, poster=None)

    place = {"across": 3}
    assert in_json(server.received[0]) == (
        "application/json",
        {"comment_text": None, "kind": 2, "mentions": [], "place": place, "cover": "id-7"},
    )
    assert in_json(server.received[1]) == (
        "application/json",
        {"title": "Open", "rooms": [1, 2], "open": True, "poster": None},
    )


def test_files_stand_beside_a_part_with_the_rest(gallery_call, server, tmp_path):
    path = tmp_path / "sea.png"
    path.write_bytes(PNG)
    server.will(answers("", 204))
    told = {"text": "Näh", "mentions": [4], "place": {"across": 3}}
    gallery_call(
        server.base_url, "comment", id=7, sketches=[path, ("b.gif", b"b")], cover="id", **told
    )

    (name, filename, kind, content), *files = parts(server.received[0])
    assert (name, filename, kind) == ("comment", None, "application/json")
    place = {"across": 3}
    assert json.loads(content) == {
        "comment_text": "Näh",
        "kind": 2,
        "mentions": [4],
        "place": place,
    }
    assert sorted(files, key=str) == [
        ("cover", None, None, b"id"),
        ("files[0]", "sea.png", "image/png", PNG),
        ("files[1]", "b.gif", "image/gif", b"b"),
    ]


def test_a_form_without_such_a_part_has_fields(gallery_call, server):
    server.will(answers("", 204))
    gallery_call(
        server.base_url, "announce", title="Open", rooms=[1, 2], open=True, poster=("p.png", PNG)
    )

    assert parts(server.received[0]) == [
        ("title", None, None, b"Open"),
        ("rooms[]", None, None, b"1"),
        ("rooms[]", None, None, b"2"),
        ("open", None, None, b"true"),
        ("poster", "p.png", "image/png", PNG),
    ]


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        yield stub


@pytest.mark.parametrize("kind", KINDS)
def test_the_stub_takes_both(gallery_v1, stub, kind):
    client = getattr(gallery_v1.package, kind)(token="t", base_url=stub.base_url)

    def made(method, **arguments):
        return getattr(client.picture, method)(**arguments)

    async def awaited(calls):
        async with client:
            for method, arguments in calls:
                await made(method, **arguments)

    calls: list[tuple[str, dict[str, Any]]] = [
        ("comment", {"id": 7, "text": "Näh", "mentions": [4], "cover": b"x"}),
        ("comment", {"id": 7, "text": None, "place": {"across": 3}, "cover": "id"}),
        ("comment", {"id": 7, "sketches": [PNG]}),
        ("announce", {"title": "Open", "rooms": [1], "poster": PNG}),
        ("announce", {"title": "Open", "rooms": [1], "poster": None}),
    ]
    if kind == "Gallery":
        with client:
            for method, arguments in calls:
                made(method, **arguments)
    else:
        asyncio.run(awaited(calls))
    named = [sorted(each.arguments) for each in stub.requests]

    assert named == [
        ["cover", "id", "mentions", "text"],
        ["cover", "id", "place", "text"],
        ["id", "sketches"],
        ["poster", "rooms", "title"],
        ["poster", "rooms", "title"],
    ]
    assert stub.requests[0].arguments["text"] == "Näh"
    assert stub.requests[1].arguments["place"] == {"across": 3}


def post(stub, target, fields=None, body=b"", kind="application/json"):
    """What the stub says: the status, and what was wrong."""
    if fields is not None:
        body, kind = urllib3.encode_multipart_formdata(fields)
    connection = HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
    told = {"Authorization": "Bearer t", "Content-Type": kind}
    connection.request("POST", target, body, told)
    response = connection.getresponse()
    response.read()
    found = response.status, response.headers.get("x-stub-problem")
    connection.close()
    return found


COMMENTS = "/pictures/7/comments"


@pytest.mark.parametrize(
    ("fields", "status", "problem"),
    [
        ([("comment", '{"comment_text": "Sea", "kind": 2}')], 204, None),
        ([("comment", ("a.json", '{"comment_text": "Sea", "kind": 2}'))], 204, None),
        ([("comment", '{"kind": 2}'), ("files[0]", ("a.png", PNG, "image/png"))], 204, None),
        ([("comment", '{"comment_text": "Sea"}')], 400, "kind: must be 2"),
        ([("comment", "Sea")], 400, "the part 'comment' is not a JSON object"),
        ([("comment", "{}"), ("comment", "{}")], 400, "2 parts are called 'comment'"),
        ([("comment_text", "Sea"), ("kind", "2")], 400, "kind: must be 2"),
        (
            [("comment", '{"kind": 2}'), ("comment_text", "Sea")],
            400,
            "one of `comment_text` and `files` is required",
        ),
        (
            [("comment", '{"kind": 2, "files": ["/etc/passwd"]}')],
            400,
            "one of `comment_text` and `files` is required",
        ),
        ([("comment", '{"kind": 2}'), ("files[0]", "text")], 400, "files[0]: is text"),
    ],
)
def test_the_stub_takes_each_in_its_place(stub, fields, status, problem):
    found, told = post(stub, COMMENTS, fields)

    assert found == status
    assert problem is None or problem in told, told


@pytest.mark.parametrize(
    ("target", "body", "problem"),
    [
        ("/news", b'{"title": "Open", "poster": "/etc/passwd"}', "poster: is text"),
        ("/news", b'{"title": "Open", "poster": {"a": 1}}', "poster: "),
        (COMMENTS, b'{"kind": 2, "files": ["/etc/passwd"]}', "files[0]: is text"),
        (COMMENTS, b'{"kind": 2, "comment_text": "a", "cover": 3}', "cover: "),
    ],
)
def test_json_holds_no_files(stub, target, body, problem):
    status, told = post(stub, target, body=body)

    assert status == 400
    assert problem in told


def test_json_of_no_known_kind_is_refused(stub):
    status, told = post(stub, "/news", body=b"{}", kind="text/plain")

    assert status == 400
    assert "application/json or multipart/form-data" in told


def compose(stub, operation, arguments):
    """The request that the stub's page writes, with what it says of it."""
    asked = {"arguments": arguments, "credentials": {"token": "t"}, "base_url": stub.base_url}
    http = urllib3.PoolManager()
    where = f"{stub.base_url}/_stub/operations/{operation}/request"
    return http.request("POST", where, json=asked).json()["request"]


def test_the_page_writes_what_clients_send(stub):
    image = {"filename": "a.png"}
    told = {"id": 7, "text": "Sea", "sketches": [image], "cover": "id"}
    form = compose(stub, "picture.comment", told)
    body = compose(stub, "picture.comment", {"id": 7, "text": "Sea", "cover": "id"})

    assert {each["name"]: each.get("text") for each in form["parts"]} == {
        "comment": '{"kind":2,"comment_text":"Sea"}',
        "files[0]": None,
        "cover": "id",
    }
    assert json.loads(body["body"]) == {"comment_text": "Sea", "kind": 2, "cover": "id"}
    assert body["parts"] == []


@pytest.mark.parametrize("operation", ["comment", "announce"])
def test_whatever_is_drawn_arrives(gallery_v1, stub, operation):
    strategies = import_module("gallery_v1.strategies")
    client = gallery_v1.package.Gallery(token="t", transport=stub.transport)

    @settings(max_examples=60)
    @given(strategies.valid_arguments(f"picture.{operation}"))
    def check(arguments):
        getattr(client.picture, operation)(**arguments)

    check()
