"""The gallery's package, run: what is sent to an address that a response has handed out."""

import asyncio
import json
import logging
from collections.abc import Iterator
from email import message_from_bytes

import pytest
import urllib3
from hypothesis import given, settings

from tests.runtime.scripted import ScriptedServer, answers

PNG = b"\x89PNG\r\n\0\xff picture"
SIGNED = "/large/7?signature=s3cr3t%2B&v=0"
TOKEN = "t0ken-of-the-curator"


@pytest.fixture
def elsewhere() -> Iterator[ScriptedServer]:
    """A host that is no part of the API."""
    with ScriptedServer() as server:
        yield server


def clients(gallery, **options):
    """Calls an operation with a client of each kind."""

    def blocking(operation, **arguments):
        with gallery.package.Gallery(token=TOKEN, **options) as client:
            return getattr(client.picture, operation)(**arguments)

    def awaited(operation, **arguments):
        async def made():
            async with gallery.package.AsyncGallery(token=TOKEN, **options) as client:
                return await getattr(client.picture, operation)(**arguments)

        return asyncio.run(made())

    return blocking, awaited


def test_nobody_elsewhere_learns_who_asks(gallery_v1, server, elsewhere):
    elsewhere.will(answers("", 204))
    options = {"base_url": server.base_url, "headers": {"X-Team": "curators"}}
    for ask in clients(gallery_v1, **options):
        ask("send", address=elsewhere.base_url + SIGNED, checksum="7", content=PNG)
        extra = {"X-Amz-Meta": "sea"}
        ask("send", address=f"{elsewhere.base_url}/a", part=2, content=PNG, extra_headers=extra)

    assert server.received == []
    for first, second in zip(elsewhere.received[::2], elsewhere.received[1::2], strict=True):
        assert (first.method, first.target, first.body) == ("PUT", SIGNED, PNG)
        assert first.headers["x-checksum"] == "7"
        assert first.headers["content-type"] == "image/png"
        assert second.target == "/a?part=2"
        assert second.headers["x-amz-meta"] == "sea"
        for each in (first, second):
            assert "authorization" not in each.headers
            assert "x-team" not in each.headers
            assert TOKEN not in str(each)


def test_arguments_go_behind_what_an_address_has(gallery_v1, server):
    server.will(answers("", 204))
    for ask in clients(gallery_v1, base_url=server.base_url):
        ask("label", address=f"{server.base_url}/label{{?name}}", name="a b", note="n")
        ask("label", address=f"{server.base_url}/label?x=1{{&name,label}}", name="é")

    targets = ["/label?name=a+b", "/label?x=1&name=%C3%A9"] * 2
    assert [each.target for each in server.received] == targets
    assert {each.headers["authorization"] for each in server.received} == {f"Bearer {TOKEN}"}
    assert json.loads(server.received[0].body) == {"note": "n"}


SECRET = "https://user:s3cr3t@storage.example/7"


@pytest.mark.parametrize(
    ("base_url", "address", "problem"),
    [
        ("https://gallery.example", "http://storage.example/s3cr3t", "is no address of https"),
        ("https://gallery.example", SECRET, "address"),
        ("https://gallery.example", "https://storage.example/s3cr3t x", "address"),
        ("https://gallery.example", "https://storage.example:99999/s3cr3t", "is no address"),
        ("https://gallery.example", "https://storage.example/{s3cr3t}", "is no address"),
        ("https://gallery.example", "ftp://storage.example/s3cr3t", "address"),
        ("http://127.0.0.1:9", "https://storage.example/s3cr3t", "another host than base_url"),
    ],
)
def test_what_leads_where_nothing_may_go_is_refused(gallery_v1, base_url, address, problem):
    for ask in clients(gallery_v1, base_url=base_url):
        with pytest.raises(gallery_v1.package.InvalidArguments) as refused:
            ask("send", address=address, content=PNG)

        assert problem in str(refused.value)
        assert "s3cr3t" not in str(refused.value)
        assert "s3cr3t" not in repr(refused.value.__dict__)


def test_credentials_go_to_known_servers_alone(gallery_v1, server, elsewhere):
    for ask in clients(gallery_v1, base_url=server.base_url):
        with pytest.raises(gallery_v1.package.InvalidArguments, match="leads to another host"):
            ask("label", address=f"{elsewhere.base_url}/label", name="a")

    assert elsewhere.received == []


def test_what_was_handed_out_beside_an_address_goes_along(gallery_v1, server, elsewhere):
    elsewhere.will(answers("", 204), answers('{"error": "refused", "message": "4_s3cr3t"}', 403))
    told: list[object] = []
    for ask in clients(gallery_v1, base_url=server.base_url, hooks=[told.append], retries=0):
        elsewhere.received.clear()
        ask("send", address=elsewhere.base_url + SIGNED, grant="4_s3cr3t", content=PNG)
        assert elsewhere.received[0].headers["authorization"] == "4_s3cr3t"
        elsewhere.will(answers("", 204))

    assert told
    assert "s3cr3t" not in repr(told)


def test_failures_and_logs_do_not_have_the_address(gallery_v1, server, elsewhere, caplog):
    caplog.set_level(logging.DEBUG, logger=gallery_v1.package.__name__)
    told: list[object] = []
    quoted = {"error": "refused", "message": f"not at {elsewhere.base_url}{SIGNED}"}
    elsewhere.will(answers(json.dumps(quoted), 403))
    for ask in clients(gallery_v1, base_url=server.base_url, hooks=[told.append]):
        with pytest.raises(gallery_v1.package.GalleryError) as refused:
            ask("send", address=elsewhere.base_url + SIGNED, content=PNG)
        assert "s3cr3t" not in f"{refused.value} {refused.value!r}"
    closed = {"address": f"http://127.0.0.1:9{SIGNED}", "content": PNG}
    for ask in clients(gallery_v1, base_url=server.base_url, hooks=[told.append], retries=0):
        with pytest.raises(gallery_v1.package.TransportError) as broken:
            ask("send", **closed)
        assert "s3cr3t" not in f"{broken.value} {broken.value!r}"

    assert told
    assert "s3cr3t" not in repr(told)
    assert "s3cr3t" not in caplog.text


def test_a_file_is_fetched_from_there(gallery_v1, server, elsewhere, tmp_path):
    elsewhere.will(answers(PNG))
    for ask in clients(gallery_v1, base_url=server.base_url):
        assert ask("fetch", address=elsewhere.base_url + SIGNED).content == PNG
        ask("save_fetch", address=elsewhere.base_url + SIGNED, to=tmp_path / "sea.png")

    assert (tmp_path / "sea.png").read_bytes() == PNG
    assert {each.target for each in elsewhere.received} == {SIGNED}
    assert not any("authorization" in each.headers for each in elsewhere.received)


FIELDS = {"key": "large/7", "Content-Type": "image/png", "X-Amz-Signature": "s3cr3t+/="}


def test_fields_of_any_name_go_before_the_file(gallery_v1, server, elsewhere):
    elsewhere.will(answers("", 204))
    for ask in clients(gallery_v1, base_url=server.base_url):
        ask("send_form", address=elsewhere.base_url + SIGNED, fields=FIELDS, content=PNG)

    for each in elsewhere.received:
        kind = each.headers["content-type"]
        message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + each.body)
        parts = [part for part in message.walk() if not part.is_multipart()]
        names = [part.get_param("name", header="content-disposition") for part in parts]
        assert names == [*FIELDS, "file"]
        assert [part.get_payload() for part in parts[:3]] == [*FIELDS.values()]
        assert "authorization" not in each.headers


def test_no_field_has_the_name_of_the_file(gallery_v1, server):
    fields = {**FIELDS, "file": "s3cr3t"}
    for ask in clients(gallery_v1, base_url=server.base_url):
        with pytest.raises(gallery_v1.errors.InvalidArguments) as raised:
            ask("send_form", address=server.base_url + SIGNED, fields=fields, content=PNG)

        assert "makes the name of another argument, file" in str(raised.value)
        assert "s3cr3t" not in str(raised.value)
    assert server.received == []


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples", credentials={"token": TOKEN}) as stub:
        yield stub


def test_the_stub_hands_out_itself_and_takes_it(gallery_v1, stub):
    ways = ({"base_url": stub.base_url}, {"transport": stub.transport})
    for ask in (each for way in ways for each in clients(gallery_v1, **way)):
        stub.requests.clear()
        begun = ask("begin", name="sea")
        ask("send", address=begun.to.address, part=2, content=PNG)
        ask("label", address=begun.label_url, name="Sea", note="n")
        sent, labelled = stub.requests[-2:]

        assert "/_elsewhere/picture.send/storage.example/large/7?" in begun.to.address
        assert "s3cr3t" not in repr(begun)
        assert sent.operation == "picture.send"
        assert sent.arguments["part"] == 2
        assert sent.arguments["content"]["size"] == len(PNG)
        assert "s3cr3t" not in repr(sent)
        assert labelled.arguments["name"] == "Sea"
        assert labelled.arguments["address"] == "https://uploads.gallery.example/large/7/label"


def test_the_stub_wants_credentials_where_they_go(stub):
    http = urllib3.PoolManager()
    send = f"{stub.base_url}/_elsewhere/picture.send/storage.example/7"
    label = f"{stub.base_url}/_elsewhere/picture.label/uploads.gallery.example/7?name=a"

    assert http.request("PUT", send, body=PNG, headers={"content-type": "image/png"}).status == 204
    assert http.request("POST", label, body=b"{}").status == 401


def test_the_page_sends_to_what_was_handed_out(stub):
    http = urllib3.PoolManager()
    begun = http.request(
        "POST",
        f"{stub.base_url}/uploads",
        json={"name": "a"},
        headers={"Authorization": f"Bearer {TOKEN}"},
    ).json()
    asked = {
        "arguments": {"address": begun["to"]["address"], "part": 3, "content": {"filename": "a"}},
        "credentials": {},
        "base_url": stub.base_url,
    }
    where = f"{stub.base_url}/_stub/operations/picture.send/request"
    request = http.request("POST", where, json=asked).json()["request"]

    assert request["target"] == f"/_elsewhere/picture.send/storage.example{SIGNED}&part=3"


def test_the_stub_takes_the_form_that_it_hands_out(gallery_v1, stub):
    for ask in clients(gallery_v1, base_url=stub.base_url):
        form = ask("begin", name="sea").form
        ask("send_form", address=form.address, fields=form.fields, content=PNG)
        sent = stub.requests[-1]

        assert sent.operation == "picture.send_form"
        assert "/_elsewhere/picture.send_form/storage.example/forms" in form.address
        assert sent.arguments["content"]["size"] == len(PNG)
        assert "s3cr3t" not in repr(sent)


def test_the_stub_reads_fields_of_any_name(gallery_v1, stub):
    http = urllib3.PoolManager()
    send = f"{stub.base_url}/_elsewhere/picture.send_form/storage.example/forms"
    file = ("a.png", PNG, "image/png")

    for fields, status in (({"fields": "a", "B-1": "b"}, 204), ({}, 400), ({"a b": "c"}, 400)):
        sent = http.request("POST", send, fields={**fields, "file": file})
        assert sent.status == status


def test_the_page_sends_fields_of_any_name(stub):
    http = urllib3.PoolManager()
    asked = {
        "arguments": {
            "address": f"{stub.base_url}/_elsewhere/picture.send_form/storage.example/forms",
            "fields": FIELDS,
            "content": {"filename": "a.png"},
        },
        "credentials": {},
        "base_url": stub.base_url,
    }
    where = f"{stub.base_url}/_stub/operations/picture.send_form/request"
    curl = http.request("POST", where, json=asked).json()["curl"]

    assert [curl.index(name) for name in FIELDS] == sorted(curl.index(name) for name in FIELDS)
    assert curl.index("X-Amz-Signature") < curl.index("file=@")


def test_strategies_draw_fields_of_any_name(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        http = urllib3.PoolManager()
        send = f"{stub.base_url}/_elsewhere/picture.send_form/storage.example/forms"

        @given(gallery_v1.package.strategies.valid_arguments("picture.send_form"))
        @settings(max_examples=20)
        def is_taken(drawn):
            file = ("a.png", PNG, "image/png")
            sent = http.request("POST", send, fields=[*drawn["fields"].items(), ("file", file)])
            assert sent.status == 204

        is_taken()
