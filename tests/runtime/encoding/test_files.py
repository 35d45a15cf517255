"""Uploads: from a path, bytes or an open file."""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from apiscribe.runtime.encoding import reading
from apiscribe.runtime.encoding.files import FilePart, look_at
from apiscribe.runtime.encoding.sources import Unreadable
from apiscribe.runtime.encoding.streamed import Attached, Streamed

CONTENT = b"\x89PNG\0\xff"


def looked_at(value: object) -> FilePart:
    part = look_at(value)
    assert part is not None
    return part


def read(value: object) -> bytes:
    return b"".join(reading.pieces(looked_at(value).content))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "räx.png"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def pipe():
    out, into = os.pipe()
    os.write(into, CONTENT)
    os.close(into)
    with open(out, "rb") as file:
        yield file


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_gives_name_and_size(path, kind):
    part = looked_at(kind(path))

    assert (part.filename, part.size) == ("räx.png", len(CONTENT))
    assert read(part) == read(part) == CONTENT


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_have_no_name(kind):
    assert look_at(kind(CONTENT)) == FilePart(None, CONTENT)


def test_an_open_file_is_read_from_where_it_stands(path):
    with path.open("rb") as stream:
        stream.read(1)
        part = looked_at(stream)

        assert (part.filename, part.size, stream.tell()) == ("räx.png", len(CONTENT) - 1, 1)
        assert read(part) == read(part) == CONTENT[1:]
        assert not stream.closed


def test_a_file_that_stands_behind_its_end_is_empty(path):
    with path.open("rb") as stream:
        stream.seek(100)
        part = looked_at(stream)

        assert (part.size, read(part), stream.tell()) == (0, b"", 100)


def test_a_stream_without_a_name_has_none():
    part = looked_at(io.BytesIO(CONTENT))

    assert (part.filename, part.size) == (None, len(CONTENT))


def test_a_stream_whose_name_is_a_number_has_none(path):
    with path.open("rb") as stream, open(stream.fileno(), "rb", closefd=False) as same:
        assert looked_at(same).filename is None


def test_nothing_is_taken_from_a_pipe(pipe):
    part = looked_at(pipe)

    assert (part.size, reading.can_repeat(part.content)) == (None, False)
    assert part.begins_with(b"GIF"), "nobody has seen how"
    assert read(part) == CONTENT


def test_nothing_is_taken_from_a_pipe_at_a_path(tmp_path):
    path = tmp_path / "named"
    os.mkfifo(path)
    part = looked_at(path)
    writer = os.open(path, os.O_RDWR)
    os.write(writer, CONTENT)

    assert (part.size, reading.can_repeat(part.content)) == (None, False)
    out = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    assert os.read(out, 100) == CONTENT
    os.close(out)
    os.close(writer)


def test_what_the_system_makes_up_has_no_size():
    part = looked_at("/proc/self/status")

    assert part.size is None
    assert read(part).startswith(b"Name:")


class WithoutEnd(io.BytesIO):
    """A file that goes back to any place, and not to its end."""

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        if whence == os.SEEK_END:
            raise OSError("nobody knows where that is")
        return super().seek(place, whence)


def test_a_file_that_cannot_go_to_its_end_is_read_again():
    part = looked_at(WithoutEnd(CONTENT))

    assert (part.size, reading.can_repeat(part.content)) == (None, True)
    assert read(part) == read(part) == CONTENT


def test_a_file_that_is_unpacked_while_it_is_read(tmp_path):
    packed = tmp_path / "a.gz"
    packed.write_bytes(gzip.compress(CONTENT))
    with gzip.open(packed) as stream:
        part = looked_at(stream)

        assert (part.size, stream.tell()) == (len(CONTENT), 0)
        assert read(part) == read(part) == CONTENT


def test_a_file_of_an_archive_knows_its_size(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/it.png", CONTENT)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive, archive.open("in/it.png") as stream:
        part = looked_at(stream)

        assert (part.filename, part.size) == ("it.png", len(CONTENT))
        assert read(part) == read(part) == CONTENT


def test_what_was_looked_at_stays_what_it_is():
    part = FilePart("rex.png", CONTENT)

    assert look_at(part) is part


NAMED = [(), ("a",), ("a", ("b", b"x")), ("a", 7), (7, b"x"), ("a", b"x", 7), ("a", b"x", "b/c", 1)]


@pytest.mark.parametrize("value", [None, 7, [], {}, object(), *NAMED])
def test_anything_else_is_no_file(value):
    assert look_at(value) is None


def test_a_file_that_gives_text_has_a_flaw(path):
    with path.open(encoding="latin-1") as stream:
        for each in (stream, io.StringIO("text"), io.StringIO("")):
            flaw = looked_at(each).flaw or "none"
            assert "binary mode" in flaw


@pytest.mark.parametrize("value", ["/no/such/file.png", "/", "", "nul\0byte"])
def test_a_path_that_cannot_be_read_has_a_flaw(value):
    part = looked_at(value)

    assert part.flaw.startswith("cannot be read: ")
    assert part.content == b""


def test_a_file_that_is_closed_has_a_flaw(path):
    with path.open("rb") as stream:
        pass

    assert "closed" in looked_at(stream).flaw


class Little(io.BytesIO):
    """A file that gives four bytes at a time, however many are asked for."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 0, 4))


def test_what_is_added_meanwhile_is_not_sent(path):
    opened = Little(CONTENT)
    parts = looked_at(path), looked_at(opened)
    with path.open("ab") as more:
        more.write(b"more")
    opened.seek(0, os.SEEK_END)
    opened.write(b"more")

    assert [read(part) for part in parts] == [CONTENT, CONTENT]


@pytest.mark.parametrize("left", [b"", b"\x89P"])
def test_a_file_that_becomes_shorter_is_told(path, left):
    part = looked_at(path)
    path.write_bytes(left)

    with pytest.raises(Unreadable, match=f"shorter: {len(left)} bytes are left of 6"):
        read(part)


def test_a_file_is_read_in_pieces(tmp_path):
    path = tmp_path / "film"
    path.write_bytes(bytes(reading.PIECE * 2 + 1))
    for value in (path, path.read_bytes(), io.BytesIO(path.read_bytes())):
        sizes = [len(each) for each in reading.pieces(looked_at(value).content)]
        assert sizes == [reading.PIECE, reading.PIECE, 1]


def test_a_body_of_an_empty_file_is_empty():
    body = Streamed([Attached(looked_at(b""), lambda seen: None)])
    body.begin()

    assert (body.size, body.read(), body.read()) == (0, b"", b"")


def test_a_part_shows_how_much_it_holds_and_not_what(pipe):
    assert repr(FilePart("a.jpg", b"x" * 5)) == "<FilePart 'a.jpg', 5 bytes>"
    assert repr(looked_at(("a", pipe))) == "<FilePart 'a', bytes that nobody has counted>"
