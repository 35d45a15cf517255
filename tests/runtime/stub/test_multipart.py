"""Multipart forms, and the files in them."""

from base64 import b64encode

import pytest

from apiscribe.runtime.encoding.files import FilePart
from tests.runtime.stub.library import OPERATIONS
from tests.runtime.stub.reading import (
    END,
    FORM,
    MAX_FIELDS,
    MAX_TEXT,
    MULTIPART,
    part,
    read,
    refusal,
)

ADD, _, COVER, *_ = OPERATIONS


def test_a_multipart_form():
    body = part("id", "é".encode()) + part("image", b"\x89PNG\xff", filename="a.png") + END

    assert read(COVER, body, MULTIPART) == {"id": "é", "image": FilePart("a.png", b"\x89PNG\xff")}


def test_a_multipart_form_with_brackets():
    body = part("author[born]", b"1") + part("tags", b"a,b") + END

    assert read(ADD, body, MULTIPART) == {"author": {"born": 1}, "tags": ["a", "b"]}


def test_a_part_in_base64():
    content = part("image", b64encode(b"\x89PNG"), "Content-Transfer-Encoding: base64", filename="")

    assert read(COVER, content + END, MULTIPART) == {"image": FilePart(None, b"\x89PNG")}


def test_a_large_file_stays_in_memory(monkeypatch):
    monkeypatch.setattr("tempfile.NamedTemporaryFile", lambda *_, **__: pytest.fail("on disk"))
    content = b"\x89PNG" + b"x" * (3 * MAX_TEXT)

    assert read(COVER, part("image", content, filename="a") + END, MULTIPART) == {
        "image": FilePart("a", content)
    }


@pytest.mark.parametrize(
    ("content_type", "body"),
    [(FORM, b"image=/etc/passwd"), (MULTIPART, part("image", b"/etc/passwd") + END)],
)
def test_text_for_a_file_is_neither_file_nor_path(content_type, body):
    given = read(COVER, body, content_type)["image"]

    assert given.content == b""
    assert "a part that has a file name" in given.flaw


def test_bytes_without_a_name_are_no_file():
    assert read(COVER, part("image", b"\xff\xfe") + END, MULTIPART)["image"].flaw


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (b"multipart/form-data", part("id", b"1") + END),
        (b"multipart/form-data; boundary=", part("id", b"1") + END),
        (b"multipart/form-data; boundary=" + b"B" * 300, END),
        (b"multipart/form-data; boundary=C", part("id", b"1") + END),
        (MULTIPART, part("id", b"1")),
        (MULTIPART, part("id", b"1")[:-8]),
        (MULTIPART, b"hello"),
        (MULTIPART, b"--B\r\n\r\nx\r\n" + END),
        (MULTIPART, b"--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n" + END),
        (MULTIPART, part("id", b"\xff") + END),
        (MULTIPART, part("id", b"1", "Content-Transfer-Encoding: odd") + END),
        (MULTIPART, part("id", b"!", "Content-Transfer-Encoding: base64") + END),
        (MULTIPART, part("id", b"1", *["X-Y: z"] * 100) + END),
        (MULTIPART, part("id", b"1", f"X-Y: {'z' * 10_000}") + END),
        (MULTIPART, part("id", b"1") + part("id[x]", b"1") + END),
    ],
)
def test_a_malformed_multipart_form(content_type, body):
    assert refusal(COVER, body, content_type).startswith("malformed: ")


def test_a_multipart_form_that_is_too_large():
    many = part("x", b"1") * (MAX_FIELDS + 1) + END
    long = part("x", b"1" * (MAX_TEXT + 1)) + END

    assert (
        refusal(COVER, many, MULTIPART)
        == "too_large: the body has more than 1000 fields (the stub's bound `fields`)"
    )
    assert refusal(COVER, long, MULTIPART).startswith("too_large: the body has more than 1048576")
