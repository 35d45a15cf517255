"""What comes compressed, unpacked piece by piece."""

import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apiscribe.runtime.decoding.unpacker import NotUnpacked, Unpacker

WAYS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    " DEFLATE ": lambda content: zlib.compress(content, wbits=-15),
}


@given(st.sampled_from(list(WAYS)), st.binary(max_size=300), st.integers(1, 20))
def test_whatever_is_packed_comes_out(encoding, content, size):
    packed = WAYS[encoding](content)
    unpacker, found = Unpacker(encoding), list[bytes]()
    for at in range(0, len(packed), size):
        found += unpacker.unpacked(packed[at : at + size])
    assert b"".join(found) == content
    assert unpacker.is_whole


def test_what_is_flushed_comes_out_at_once():
    packer = zlib.compressobj(wbits=31)
    unpacker = Unpacker("gzip")
    for each in (b"one", b"two"):
        piece = packer.compress(each) + packer.flush(zlib.Z_SYNC_FLUSH)
        assert b"".join(unpacker.unpacked(piece)) == each
    assert not unpacker.is_whole


def test_several_parts_are_one():
    packed = gzip.compress(b"one") + gzip.compress(b"two") + b"\0\0"
    unpacker = Unpacker("gzip")
    assert b"".join(unpacker.unpacked(packed)) == b"onetwo"
    assert unpacker.is_whole


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_little_that_holds_much_comes_out_in_pieces(encoding):
    content = b"\0" * 5_000_000
    pieces = [len(each) for each in Unpacker(encoding).unpacked(WAYS[encoding](content))]
    assert sum(pieces) == len(content)
    assert max(pieces) <= 1 << 16


@pytest.mark.parametrize("length", [1, 5, 20])
def test_what_breaks_off_is_not_whole(length):
    for encoding in ("gzip", "deflate"):
        unpacker = Unpacker(encoding)
        list(unpacker.unpacked(WAYS[encoding](b"some content that is not so short")[:length]))
        assert not unpacker.is_whole


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_what_is_not_packed(encoding):
    with pytest.raises(NotUnpacked, match="not compressed as its headers say"):
        list(Unpacker(encoding).unpacked(b"\xff\xff\xff\xff\xff\xff"))


def test_what_nobody_asked_for():
    with pytest.raises(NotUnpacked, match="not asked for"):
        Unpacker("br")
