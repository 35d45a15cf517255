"""Bodies that are packed, or that are something else than they are called."""

import gzip
import tracemalloc
import zlib

import pytest
from msgspec import structs

from apiscribe.runtime.encoding.files import FilePart
from apiscribe.runtime.stub import Bounds
from apiscribe.runtime.stub.body import BodyReader
from apiscribe.runtime.stub.bounds import Held
from apiscribe.runtime.transport.run_sync import run_sync
from tests.runtime.stub.conftest import KEYS
from tests.runtime.stub.library import OPERATIONS
from tests.runtime.stub.reading import END, FORM, MULTIPART, part, read, refusal

ADD, _, COVER, *_ = OPERATIONS
SHELF_ADD = next(each for each in OPERATIONS if each.id == "shelf.add")
GOOD = b"key=k&secret=s&title=x"


# Called something else


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b'{"title": "x"}', "the body is JSON, but its content-type says"),
        (b' \r\n{"key": "k"', "the body is JSON, but its content-type says"),
        (b'[{"title": "x"}]', "the body is JSON, but its content-type says"),
        (b'["title"]', "the body is JSON, but its content-type says"),
        (b"<title>x</title>", "the body is XML, but its content-type says"),
        (part("title", b"x") + END, "the body is multipart, but its content-type says"),
        (gzip.compress(b"title=x", mtime=0), "the body is gzip, but its content-type says"),
        (b"hello", "no name in it has a value"),
        ("title=x".encode("utf-16-le"), "it holds NUL characters"),
        (b"\xef\xbb\xbftitle=x", "the body begins with a byte order mark"),
        ("title=x".encode("utf-16"), "the body begins with a byte order mark"),
    ],
)
def test_a_body_that_is_called_a_form(body, complaint):
    assert refusal(ADD, body, FORM).startswith("malformed: the body")
    assert complaint in refusal(ADD, body, FORM)


@pytest.mark.parametrize(
    "body", [b"title=%7B", b"title={x}", b"title=<x>", b"&", b"[a]=x", b"--=x"]
)
def test_a_form_of_odd_characters_is_a_form(body):
    assert isinstance(read(ADD, body, FORM), dict)


def test_a_body_of_what_has_its_arguments_in_the_query():
    asked = structs.replace(ADD, encoding="query")
    assert refusal(asked, b'{"title": "x"}', b"application/json").endswith(
        f"the body is application/json; {ADD.id} takes its arguments in the query"
    )


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_is_told_of_any_body(mark):
    for operation, content_type in (
        (SHELF_ADD, b"application/json"),
        (COVER, MULTIPART),
        (ADD, b""),
    ):
        assert refusal(operation, mark + b"{}", content_type) == (
            "malformed: the body begins with a byte order mark; send UTF-8 without one"
        )


@pytest.mark.parametrize(
    "content_type",
    [
        b"multipart/form-data",
        b"multipart/form-data; boundary=",
        b'multipart/form-data; boundary=""',
        b"multipart/form-data; charset=utf-8",
    ],
)
@pytest.mark.parametrize("body", [part("id", b"1") + END, b"--\r\n----", b"id=1", b"\r\n"])
def test_a_multipart_form_whose_type_names_no_boundary(content_type, body):
    assert refusal(COVER, body, content_type) == (
        "malformed: the content-type multipart/form-data names no boundary"
    )


def test_malformed_bodies_are_not_wrong_credentials(call):
    for body, content_type in (
        (b'{"key": "k", "secret": "s"}', "application/x-www-form-urlencoded"),
        (b"\xef\xbb\xbf" + GOOD, "application/x-www-form-urlencoded"),
        (part("key", b"k") + END, "multipart/form-data"),
    ):
        assert call.form("/v1/book/add", body=body, content_type=content_type).fault == "malformed"


# Parts that were read from a file


def test_a_part_from_a_file_is_text_where_the_argument_is():
    json_part = part("author", b'{"born": 1}', "Content-Type: application/json", filename="a.json")
    text_part = part("title", "é".encode(), filename="title.txt")
    nested = part("readers[0][name]", b"x", filename="name.txt")

    assert read(ADD, json_part + text_part + nested + END, MULTIPART) == {
        "author": {"born": 1},
        "title": "é",
        "readers": [{"name": "x"}],
    }


def test_a_part_from_a_file_that_is_no_text_is_told():
    picture = part("author", b"\xff\xd8\xff", filename="me.jpg")

    assert refusal(ADD, picture + END, MULTIPART) == "malformed: the part 'author' is not UTF-8"


def test_a_part_from_a_file_that_nobody_knows_is_a_file():
    picture = part("portrait", b"\xff\xd8\xff", filename="me.jpg")

    assert read(ADD, picture + END, MULTIPART) == {"portrait": FilePart("me.jpg", b"\xff\xd8\xff")}


# Packed


def send(call, body, coding):
    return call.form("/v1/book/add", body=body, headers={"content-encoding": coding})


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("X-GZip", gzip.compress),
        ("deflate", zlib.compress),
        ("identity", bytes),
    ],
)
def test_a_packed_body_is_unpacked(call, coding, pack):
    assert send(call, pack(GOOD), coding).operation == "book.add"


@pytest.mark.parametrize("coding", ["br", "gzip, gzip", "zstd", "\x1b[31m"])
def test_a_coding_that_is_not_supported(call, coding):
    reply = send(call, gzip.compress(GOOD), coding.replace("\x1b", "e"))

    assert (reply.status, reply.fault) == (415, "malformed")
    assert reply.headers["accept-encoding"] == "gzip, deflate"
    assert "is not supported; use gzip, deflate or none" in reply.message


@pytest.mark.parametrize(
    "body",
    [
        GOOD,
        gzip.compress(GOOD, mtime=0)[:-1],
        gzip.compress(GOOD, mtime=0)[:12],
        gzip.compress(GOOD, mtime=0) + b"x",
        gzip.compress(GOOD, mtime=0) * 2,
        gzip.compress(GOOD, mtime=0)[:-8] + b"\0" * 8,
    ],
)
def test_a_body_that_is_not_packed_as_it_says(call, body):
    reply = send(call, body, "gzip")

    assert reply.fault == "malformed"
    assert reply.message == "the body is not gzip, though Content-Encoding says so"


def test_what_a_body_unpacks_to_is_bounded(call):
    reply = send(call, gzip.compress(b"x" * 200_000_000), "gzip")

    assert (reply.status, reply.fault) == (413, "too_large")
    assert reply.message == (
        "unpacked, the body has more than 10485760 bytes (the stub's bound `body_bytes`)"
    )


def test_a_packed_file(call_stub):
    call = call_stub(bounds=Bounds(body_bytes=2000))
    parts = [part(name, value.encode()) for name, value in {**KEYS, "id": "1"}.items()]
    image = part("image", b"\x89PNG" + b"x" * 1000, filename="a.png")

    reply = call(
        "/v1/book/cover",
        body=gzip.compress(b"".join([*parts, image, END])),
        headers={"content-type": MULTIPART.decode(), "content-encoding": "gzip"},
    )

    assert reply.operation == "book.cover"


# Large


def peak(work):
    """Bytes that are allocated at most while something is done."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_body_that_comes_in_pieces_is_held_once():
    piece = bytes(64 * 1024)
    left = iter(range(255, -1, -1))

    async def receive():
        return {"type": "http.request", "body": piece, "more_body": next(left) > 0}

    reader = BodyReader(Bounds(body_bytes=2**24), Held(2**25))
    assert peak(lambda: run_sync(reader.read(receive))) < 1.3 * 2**24


def test_a_file_in_a_form_is_held_once_more():
    body = part("image", b"\x89PNG" + bytes(2**24), filename="a.png") + END

    assert peak(lambda: read(COVER, body, MULTIPART)) < 1.3 * 2**24
