"""From a request to arguments, by every way to send them."""

import json
from contextlib import suppress
from urllib.parse import parse_qsl, quote_plus, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from apiscribe.runtime.stub.responses import RequestRefused
from tests.runtime.stub.library import OPERATIONS
from tests.runtime.stub.reading import FORM, MAX_FIELDS, MAX_TEXT, MULTIPART, part, read, refusal

ADD, LIST, COVER, *_ = OPERATIONS
SHELF_ADD = next(each for each in OPERATIONS if each.id == "shelf.add")


pieces = st.sampled_from([b"a", b"%41", b"%C3%A9", b"+", b"=", b"&", b"%00", b"\n", b";", b"_"])


@given(st.lists(pieces | st.text().map(str.encode)).map(b"".join))
@example(b"a=%3D%0D%0A=&=b&&c&d=%25")
def test_a_form_is_read_as_urllib_reads_it(body):
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
        expected = dict(pairs)
        assert "[" not in "".join(expected)
        assert len(pairs) == len(expected)
        actual = read(LIST, b"x=&" + body)
    except (AssertionError, UnicodeDecodeError, RequestRefused):
        return

    assert actual == {"x": "", **expected}


def test_texts_become_values():
    body = b"title=A+b%21&pages=12&lent=true&tags=a,b&author=%7B%22born%22:1%7D&pin=&odd[name]=x"

    assert read(ADD, body) == {
        "title": "A b!",
        "pages": 12,
        "lent": True,
        "tags": ["a", "b"],
        "author": {"born": 1},
        "pin": "",
        "odd[name]": "x",
    }


def test_brackets_become_objects_and_lists():
    body = urlencode(
        {"author[name]": "A", "author[born]": 1, "readers[0][born]": 2, "readers[1][born]": 3}
    )

    assert read(ADD, body.encode()) == {
        "author": {"name": "A", "born": 1},
        "readers": [{"born": 2}, {"born": 3}],
    }


def test_text_that_stands_for_no_value_is_left_to_the_validator():
    assert read(ADD, b"pages=many&lent=yes&author={") == {
        "pages": "many",
        "lent": "yes",
        "author": "{",
    }


def test_the_body_wins_over_the_query_string():
    assert read(ADD, b"pages=1&author[born]=3", query=b"pages=2&title=x&author[name]=y") == {
        "pages": 1,
        "title": "x",
        "author": {"born": 3},
    }


def test_a_semicolon_separates_nothing():
    assert read(ADD, b"title=a;pages=1") == {"title": "a;pages=1"}


@pytest.mark.parametrize("where", ["body", "query"])
@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (b"title=%zz", "holds '%zz', which is no percent-encoding"),
        (b"title=100%", "holds '%', which is no percent-encoding"),
        (b"%a=1", "holds '%a=', which is no percent-encoding"),
        (b"title=%u0041", "holds '%u0', which is no percent-encoding"),
        (b"title=%ff", "is not UTF-8"),
        (b"title=\xff", "is not UTF-8"),
        (b"%c3=1", "is not UTF-8"),
        (b"title=%ed%a0%80", "is not UTF-8"),
        (b"a=1&a[b]=2", "a[b]: 'a' already has a value of its own"),
    ],
)
def test_a_malformed_form(where, text, complaint):
    assert refusal(ADD, **{where: text}).startswith("malformed: ")
    assert complaint in refusal(ADD, **{where: text})


def test_a_form_of_another_charset():
    latin = FORM + b"; charset=ISO-8859-1"

    assert read(ADD, b"title=\xe9%e9", latin) == {"title": "éé"}
    assert read(ADD, "title=é".encode(), FORM + b'; charset="utf-8"') == {"title": "é"}
    assert read(ADD, "title=é".encode(), FORM + b"; charset=US-ASCII") == {"title": "é"}


@pytest.mark.parametrize("charset", ["utf-16", "punycode", "rot13", "hex", "klingon", "\xff", ""])
def test_a_charset_that_is_not_supported(charset):
    complaint = refusal(ADD, b"title=x", FORM + f"; charset={charset}".encode("latin-1"))

    assert complaint.startswith("malformed: charset ")


def test_a_form_needs_no_content_type():
    assert read(ADD, b"title=x&author[born]=1", b"") == {"title": "x", "author": {"born": 1}}
    assert read(ADD, b"title=x", b"text/plain") == {"title": "x"}


@pytest.mark.parametrize(
    ("content_type", "called"),
    [
        (b"", "has no content-type"),
        (b"application/json", "is application/json"),
        (b"Text/Plain; charset=utf-8", "is text/plain"),
        (b";;;=", "has no content-type"),
        (b"\xff", "is \xff"),
    ],
)
@pytest.mark.parametrize("body", [b'{"title": "x"}', b"hello", b"a=1&b", b"a=1=2", b"a b=1"])
def test_what_is_no_form_is_malformed_unless_it_says_so(content_type, called, body):
    assert refusal(ADD, body, content_type) == (
        f"malformed: the body {called}; book.add takes "
        "application/x-www-form-urlencoded or multipart/form-data"
    )


@pytest.mark.parametrize("separator", ["&", "&&"])
def test_too_many_fields(separator):
    body = separator.join(f"f{n}=1" for n in range(MAX_FIELDS + 1)).encode()

    assert (
        refusal(ADD, body)
        == "too_large: the body has more than 1000 fields (the stub's bound `fields`)"
    )
    assert (
        refusal(ADD, query=body)
        == "too_large: the query string has more than 1000 fields (the stub's bound `fields`)"
    )


def test_too_much_text():
    assert refusal(ADD, b"title=" + b"x" * MAX_TEXT) == (
        "too_large: the body has more than 1048576 bytes besides files"
        " (the stub's bound `text_bytes`)"
    )


def test_a_form_of_percent_codes_is_read_in_one_go():
    """Not code by code, each of which would copy the rest: that takes minutes."""
    assert len(read(ADD, b"title=" + b"%41" * 300_000)["title"]) == 300_000


def test_a_json_body():
    body = json.dumps({"room": "r", "boards": 3}).encode()

    for content_type in (b"application/json; charset=utf-8", b"application/vnd.x+json", b""):
        assert read(SHELF_ADD, body, content_type) == {"room": "r", "boards": 3}


def test_a_json_body_goes_before_the_query_string():
    assert read(SHELF_ADD, b'{"room": "r"}', b"", query=b"room=q&boards=3") == {
        "room": "r",
        "boards": 3,
    }


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"1",
        b"null",
        b"{",
        b'{"room": "r"} x',
        b"{'room': 1}",
        b'{"room": NaN}',
        b'{"room": "\xff"}',
        b'{"room": "\\ud800"}',
        b"[" * 100_000,
        b'{"room": ' * 50_000,
        b"\0",
        b"room=r",
    ],
)
def test_what_is_no_json_object_is_malformed(body):
    assert refusal(SHELF_ADD, body, b"application/json").startswith(
        "malformed: the body is not a JSON object"
    )


def test_a_json_body_that_is_called_a_form():
    assert refusal(SHELF_ADD, b"{}") == (
        "malformed: the body is application/x-www-form-urlencoded; shelf.add takes application/json"
    )


def test_a_json_body_with_too_many_fields():
    body = json.dumps({str(n): n for n in range(MAX_FIELDS + 1)}).encode()

    assert (
        refusal(SHELF_ADD, body, b"")
        == "too_large: the body has more than 1000 fields (the stub's bound `fields`)"
    )


@given(
    operation=st.sampled_from(OPERATIONS),
    body=st.binary(max_size=300)
    | st.lists(
        st.sampled_from([b"--B", b"\r\n", b"--B--", part("id", b"x"), b"a[", b"]=", b"%", b"&"])
        | st.binary(max_size=5)
    ).map(b"".join),
    content_type=st.sampled_from([FORM, MULTIPART, b"", b"application/json"]) | st.binary(),
    query=st.binary(max_size=50) | st.text().map(lambda text: quote_plus(text).encode()),
)
def test_any_request_is_read_or_refused(operation, body, content_type, query):
    with suppress(RequestRefused):
        assert all(isinstance(name, str) for name in read(operation, body, content_type, query))
