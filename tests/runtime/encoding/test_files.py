"""Uploads: from a path, bytes or an open file."""

import io
from pathlib import Path

import pytest

from apiscribe.runtime.encoding.files import FilePart, read_upload

CONTENT = b"\x89PNG\0\xff"


def uploaded(value: object) -> FilePart:
    part = read_upload(value)
    assert part is not None
    return part


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "räx.png"
    path.write_bytes(CONTENT)
    return path


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_is_read_and_gives_the_name(path, kind):
    assert read_upload(kind(path)) == FilePart("räx.png", CONTENT)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_have_no_name(kind):
    assert read_upload(kind(CONTENT)) == FilePart(None, CONTENT)


def test_an_open_file_is_read_from_where_it_stands(path):
    with path.open("rb") as stream:
        stream.read(1)

        assert read_upload(stream) == FilePart("räx.png", CONTENT[1:])


def test_a_stream_without_a_name_has_none():
    assert read_upload(io.BytesIO(CONTENT)) == FilePart(None, CONTENT)


def test_a_stream_whose_name_is_a_number_has_none(path):
    with path.open("rb") as stream, open(stream.fileno(), "rb", closefd=False) as same:
        assert read_upload(same) == FilePart(None, CONTENT)


def test_what_was_read_stays_what_it_is():
    part = FilePart("rex.png", CONTENT)

    assert read_upload(part) is part


@pytest.mark.parametrize("value", [None, 7, [], {}, object()])
def test_anything_else_is_no_file(value):
    assert read_upload(value) is None


def test_a_file_that_gives_text_has_a_flaw(path):
    with path.open(encoding="latin-1") as stream:
        for each in (stream, io.StringIO("text")):
            assert "binary mode" in uploaded(each).flaw


@pytest.mark.parametrize("value", ["/no/such/file.png", "/", "", "nul\0byte"])
def test_a_path_that_cannot_be_read_has_a_flaw(value):
    part = uploaded(value)

    assert part.flaw.startswith("cannot be read: ")
    assert part.content == b""


def test_a_file_that_is_closed_has_a_flaw(path):
    with path.open("rb") as stream:
        pass

    assert "closed" in uploaded(stream).flaw


def test_of_what_is_too_large_a_byte_too_many_is_read(tmp_path):
    path = tmp_path / "film.jpg"
    path.write_bytes(b"x" * 1000)
    with path.open("rb") as opened:
        for each in (path, opened):
            assert read_upload(each, 10) == FilePart("film.jpg", b"x" * 11)


def test_a_part_shows_how_much_it_holds_and_not_what():
    assert repr(FilePart("a.jpg", b"x" * 5)) == "<FilePart 'a.jpg', 5 bytes>"
