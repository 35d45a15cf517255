"""Files of a form under names that callers choose: what is sent, and what the stub makes of it."""

import asyncio
import json
from importlib import import_module
from typing import Any

import pytest
import urllib3
from hypothesis import given, settings

from tests.cases.form_parts import parts
from tests.runtime.scripted import answers

PNG = b"\x89PNG\r\n\0\xff picture"


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        yield stub


def test_each_file_is_a_part_by_its_name(gallery_call, server, tmp_path):
    path = tmp_path / "sea.md"
    path.write_bytes(b"# Sea")
    server.will(answers("", 204))
    papers = {"notes/sea.md": path, "a b.txt": b"x", "[id].md": ("own.md", b"y", "text/markdown")}
    gallery_call(server.base_url, "file", reason="r", shelves=["a", "b"], papers=papers)

    assert parts(server.received[0]) == [
        ("reason", None, None, b"r"),
        ("shelves[]", None, None, b"a"),
        ("shelves[]", None, None, b"b"),
        ("notes/sea.md", "sea.md", "text/markdown", b"# Sea"),
        ("a b.txt", "a b.txt", "text/plain", b"x"),
        ("[id].md", "own.md", "text/markdown", b"y"),
    ]


def test_files_alone_make_a_form_of_what_is_json(gallery_call, server):
    server.will(answers("", 204))
    gallery_call(
        server.base_url, "announce", title="Open", shows={"a": "id-7", "b": ("b.png", PNG)}
    )
    gallery_call(server.base_url, "announce", title="Open", shows={"a": "id-7"})
    gallery_call(server.base_url, "comment", id=7, text="See a.", scans={"a": ("a.png", PNG)})

    form, in_json, beside = server.received
    assert parts(form) == [
        ("title", None, None, b"Open"),
        ("show-a", None, None, b"id-7"),
        ("show-b", "b.png", "image/png", PNG),
    ]
    assert json.loads(in_json.body) == {"title": "Open", "show-a": "id-7"}
    assert parts(beside) == [
        ("comment", None, "application/json", b'{"kind":2,"comment_text":"See a."}'),
        ("a", "a.png", "image/png", PNG),
    ]


@pytest.mark.parametrize(
    ("papers", "message"),
    [
        ({"reason": b""}, "makes the name of another argument, reason"),
        ({"shelves[]": b""}, "makes the name of another argument"),
        ({"a": b"x" * 1001}, "papers.a: the content has more than 1000 bytes"),
        ({"a": ("a.pdf", b"x")}, "papers.a: 'a.pdf' does not end in one of .md, .txt"),
        ({"A": b""}, "papers.A"),
        ({}, "has 0 keys"),
    ],
)
def test_names_and_files_are_checked(gallery_v1, gallery_call, server, papers, message):
    with pytest.raises(gallery_v1.errors.InvalidArguments) as caught:
        gallery_call(server.base_url, "file", reason="r", papers=papers)

    assert message in str(caught.value)
    assert server.received == []


@pytest.mark.parametrize("key", ['a"b', "a\\b", "a\nb"])
def test_what_no_part_can_be_called(cabinet_v2, server, key):
    client, refused = cabinet_v2.package.Cabinet, cabinet_v2.errors.InvalidArguments
    with client(base_url=server.base_url) as told, pytest.raises(refused, match="name of a part"):
        told.file.keep(kept={key: b""})


def test_a_pipe_is_looked_at_while_it_is_sent(gallery_v1, gallery_call, stub):
    class Pipe:
        def __init__(self):
            self.left = [b"x" * 700, b"y" * 700]

        def read(self, size=-1):
            return self.left.pop(0) if self.left else b""

    with pytest.raises(
        gallery_v1.errors.InvalidArguments, match=r"papers\.a: the content has more"
    ):
        gallery_call(stub.base_url, "file", reason="r", papers={"a": Pipe(), "b": b""})


def test_the_stub_takes_them(gallery_call, stub):
    gallery_call(stub.base_url, "file", reason="r", papers={"notes/sä.md": b"# Sea", "[b]": b""})
    gallery_call(stub.base_url, "announce", title="Open", shows={"a": "id-7", "b": PNG})
    gallery_call(stub.base_url, "comment", id=7, text="See a.", scans={"a": PNG})
    filed, announced, comment = (each.arguments for each in stub.requests)

    assert {*filed} == {"reason", "papers"}
    assert {*filed["papers"]} == {"notes/sä.md", "[b]"}
    assert announced["shows"]["a"] == "id-7"
    assert {*comment} == {"id", "text", "scans"}


def asked(stub, path, fields):
    http = urllib3.PoolManager()
    headers = {"Authorization": "Bearer t"}
    answer = http.request("POST", stub.base_url + path, fields=fields, headers=headers)
    return answer.status, answer.headers.get("X-Stub-Problem", "")


def test_a_text_of_an_unknown_name_is_no_file(stub):
    known = ("reason", "r")

    assert asked(stub, "/archive", [known, ("a.md", ("a.md", b"x"))])[0] == 204
    status, problem = asked(stub, "/archive", [known, ("shelvse", "x")])
    assert (status, "shelvse" in str(stub.requests[-1].arguments)) == (204, True)
    status, problem = asked(stub, "/archive", [known, ("a", ("a", b"x")), ("a", ("a", b"y"))])
    assert (status, "a is given 2 times" in problem) == (400, True)
    status, problem = asked(stub, "/news", [("title", "t"), ("show-a", "id"), ("show-b", "id")])
    assert status == 204
    status, problem = asked(stub, "/archive", [known, ("a.md", ("a.pdf", b"x"))])
    assert (status, "a.md: 'a.pdf' does not end in one of" in problem) == (400, True)


def test_state_knows_names_and_files(cabinet_v2):
    who = {"token": "t", "app_key": "k"}

    async def kept(stub):
        async with cabinet_v2.package.AsyncCabinet(base_url=stub.base_url, **who) as client:
            await client.file.keep(note="n", kept={"/b/c.txt": b"xyz"})

    with cabinet_v2.stub.StubServer() as stub:
        asyncio.run(kept(stub))
        with cabinet_v2.package.Cabinet(base_url=stub.base_url, **who) as client:
            client.file.keep(kept={"/a": b"x", "/b": b"xy"})
            sizes = {name: client.file.get(path=name).size for name in ("/a", "/b", "/b/c.txt")}

    assert sizes == {"/a": 1, "/b": 2, "/b/c.txt": 3}


def test_arguments_are_drawn_with_files(gallery_v1):
    strategies = import_module("gallery_v1.strategies")
    drawn: list[Any] = []

    @settings(max_examples=60)
    @given(strategies.valid_arguments("picture.file"), strategies.invalid_arguments("picture.file"))
    def draw(right, wrong):
        drawn.append(right.get("papers"))
        assert not gallery_v1.validators.validate("picture.file", right)
        assert gallery_v1.validators.validate("picture.file", wrong.arguments)

    draw()
    assert any(isinstance(each, bytes) for papers in drawn if papers for each in papers.values())


def test_openapi_has_files_of_any_name(made):
    document = json.loads((made["gallery"] / "openapi.json").read_text())
    body = document["paths"]["/archive"]["post"]["requestBody"]["content"]["multipart/form-data"]
    (pattern,) = body["schema"]["patternProperties"].items()

    assert pattern[0] == r"^(?:[a-zä \[\]./]+)$"
    assert pattern[1]["anyOf"][0]["format"] == "binary"
    (told,) = document["paths"]["/archive"]["post"]["x-prefixes"]
    assert (told["prefix"], told["schema"]["additionalProperties"]["format"]) == ("", "binary")


def test_the_page_composes_them(stub):
    http = urllib3.PoolManager()

    def control(method, path, **told):
        return http.request(method, f"{stub.base_url}/_stub/{path}", **told).json()

    form = control("GET", "operations/picture.announce")
    told = {each["name"]: each.get("file") for each in form["arguments"]}
    assert told["shows"] == {
        "media_type": "application/octet-stream",
        "many": True,
        "named": True,
        "or_else": True,
    }
    asked = {"arguments": {"title": "t", "shows": {"a": {"filename": "a.png"}, "b": "id"}}}
    found = control("POST", "operations/picture.announce/request", json=asked)
    assert [each["name"] for each in found["request"]["parts"]] == ["title", "show-b", "show-a"]
    assert '"a": Path("a.png")' in found["python"]
