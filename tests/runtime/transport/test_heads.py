"""The heads of answers are read as Python reads them, where there is one way to read them."""

from http.client import HTTPException, parse_headers
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apiscribe.runtime.transport.heads import MOST_HEADERS, framing_of, read_headers

NAMES = st.sampled_from(["Server", "x-a", "X_B", "set-cookie", "~!#$%&'*+.^`|9"])
# All of Latin-1 but what ends lines, or has no place in a head.
TEXTS = st.text(st.characters(max_codepoint=255, exclude_characters="\0\r\n"))
ENDS = st.sampled_from([b"\r\n", b"\n"])
HEADERS = st.lists(st.tuples(NAMES, st.sampled_from(["", " ", "\t "]), TEXTS, ENDS))
ODD = {
    "folded": b"x-a: one\r\n two\r\nx-b: three\r\n",
    "folded from the start": b"x-a:\r\n\tone\r\n",
    "of lines that end with a return": b"x-a: one\rx-b: two\r\n",
}
WRONG = {
    "no colon": b"x-a: one\r\nno header\r\n",
    "a blank in the name": b"x a: one\r\n",
    "no name": b": one\r\n",
    "a name that is no token": b"x-a(b): one\r\n",
    "folded before all": b" one\r\nx-a: two\r\n",
    "a NUL": b"x-a: o\0ne\r\n",
    "too many": b"x-a: one\r\n" * MOST_HEADERS,
    "too long": b"x-a: " + b"a" * 65536 + b"\r\n",
    "lengths": b"Content-Length: 1\r\ncontent-length: 1\r\n",
    "a length and chunks": b"Content-Length: 1\r\ntransfer-encoding: chunked\r\n",
    "a length that is no number": b"Content-Length: +1\r\n",
    "a transfer of another kind": b"Transfer-Encoding: gzip, chunked\r\n",
}


def read(head):
    file = BytesIO(head + b"\r\nbody")
    headers = read_headers(file)
    assert file.read() == b"body"
    return headers


@given(HEADERS)
def test_plain_heads_are_read_as_python_reads_them(headers):
    head = b"".join(
        f"{name}:{blank}{text}".encode("latin-1") + end for name, blank, text, end in headers
    )

    assert read(head).items() == parse_headers(BytesIO(head)).items()


@pytest.mark.parametrize("head", ODD.values(), ids=ODD)
def test_odd_heads_are_read_as_python_reads_them(head):
    assert read(head).items() == parse_headers(BytesIO(head)).items()


@pytest.mark.parametrize("head", WRONG.values(), ids=WRONG)
def test_heads_that_can_be_read_in_two_ways_are_refused(head):
    with pytest.raises(HTTPException):
        framing_of(read(head))


@pytest.mark.parametrize(
    ("head", "framing"),
    [
        (b"", (None, False)),
        (b"content-length: 12 \r\n", (12, False)),
        (b"Transfer-Encoding: Chunked \r\n", (None, True)),
    ],
)
def test_where_a_body_ends_is_told_by_length_or_chunks(head, framing):
    assert framing_of(read(head)) == framing


@pytest.mark.parametrize("head", [b"", b"x-a: one\r\n", b"x-a: one\r\nx-b"])
def test_a_head_that_breaks_off_is_refused(head):
    with pytest.raises(ConnectionError):
        read_headers(BytesIO(head))
