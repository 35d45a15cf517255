"""Names that come more than once."""

import pytest

from tests.runtime.stub.library import OPERATIONS
from tests.runtime.stub.reading import END, FORM, MULTIPART, part, read, refusal

ADD, LIST, COVER, *_ = OPERATIONS
SHELF_ADD = next(each for each in OPERATIONS if each.id == "shelf.add")


@pytest.mark.parametrize(
    ("body", "arguments"),
    [
        (b"tags=a&tags=b", {"tags": ["a", "b"]}),
        (b"tags=a,b&title=x&tags=c", {"tags": ["a", "b", "c"], "title": "x"}),
        (b"tags=a&tags=a", {"tags": ["a", "a"]}),
        (b'readers={"born":1}&readers={"born":2}', {"readers": [{"born": 1}, {"born": 2}]}),
        (b"tags[]=a&tags[]=b", {"tags": ["a", "b"]}),
        (b"tags[0]=a&tags[1]=b", {"tags": ["a", "b"]}),
        (b"readers[][born]=1&readers[][born]=2", {"readers": [{"born": 1}, {"born": 2}]}),
        (
            b"readers[][name]=a&readers[][born]=1&readers[][name]=b&readers[][born]=2",
            {"readers": [{"name": "a", "born": 1}, {"name": "b", "born": 2}]},
        ),
        (b"author[books]=a&author[books]=b", {"author": {"books": ["a", "b"]}}),
        (b"readers[0][books]=a&readers[0][books]=b", {"readers": [{"books": ["a", "b"]}]}),
        (b"colour=red&colour=blue", {"colour": ["red", "blue"]}),
    ],
)
@pytest.mark.parametrize("way", ["body", "query", "multipart"])
def test_a_list_has_all_its_values(way, body, arguments):
    if way == "multipart":
        pairs = (pair.split(b"=", 1) for pair in body.split(b"&"))
        parts = b"".join(part(name.decode(), value) for name, value in pairs)
        assert read(ADD, parts + END, MULTIPART) == arguments
    else:
        assert read(ADD, **{way: body}) == arguments


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"pages=1&pages=2", "pages is given 2 times; it takes one value"),
        (b"pages=1&pages=1&pages=1", "pages is given 3 times; it takes one value"),
        (b"author[name]=a&author[name]=b", "author[name] is given 2 times; it takes one value"),
        (b"author={}&author={}", "author is given 2 times; it takes one value"),
        (b"readers[0][born]=1&readers[0][born]=2", "readers[0][born] is given 2 times"),
        (b"readers[0]=a&readers[0]=b", "readers[0] is given 2 times; it takes one value"),
        (b"odd[name]=a&odd[name]=b", "odd[name] is given 2 times; it takes one value"),
    ],
)
@pytest.mark.parametrize("way", ["body", "query"])
def test_anything_else_is_refused(way, body, complaint):
    assert refusal(ADD, **{way: body}).startswith(f"malformed: {complaint}")


def test_a_file_is_given_once():
    twice = part("image", b"x", filename="a.png") * 2 + END

    assert refusal(COVER, twice, MULTIPART).startswith("malformed: image is given 2 times")


@pytest.mark.parametrize(
    "body",
    [
        b'{"room": "r", "room": "s"}',
        b'{"room": "r", "shelf": [{"a": 1, "a": 1}]}',
        b'{"room": 1%b, "room": 1}' % (b"0" * 1000),
    ],
)
def test_a_key_of_json_is_given_once(body):
    assert "is given 2 times; it takes one value" in refusal(SHELF_ADD, body, b"application/json")


@pytest.mark.parametrize("fields", ["key=k&key=l&secret=s", "key[]=k&key[]=l&secret=s"])
def test_credentials_are_given_once(call, fields):
    reply = call.form("/v1/book/add", body=f"{fields}&title=x")

    assert (reply.fault, reply.message) == ("malformed", "key is given 2 times; it takes one value")


def test_a_list_is_checked_as_one(call_stub):
    reply = call_stub(strict=True).form("/v1/book/add", [("tags", "a"), ("tags", "b")], title="x")

    assert reply.operation == "book.add"


@pytest.mark.parametrize("name", ["Host", "Content-Type", "Origin", "Authorization"])
def test_a_header_that_has_one_value_is_given_once(call, name):
    value = {"Host": "localhost", "Content-Type": FORM.decode()}.get(name, "null")
    named = {"Host": "localhost", "Content-Type": FORM.decode()}
    head = [f"{key}: {text}" for key, text in [*named.items(), (name, value), (name, value)]]

    reply = call.raw("\r\n".join(["GET / HTTP/1.1", *head, "", ""]).encode())

    assert reply.fault == "malformed"
    assert reply.message.startswith(f"{name.lower()} is given ")
