"""What is made of an answer's content: unpacked, within bounds, and kept as it came where not."""

import gzip
import random
import tracemalloc
import zlib

import pytest

from apiscribe.runtime.decoding.response import read_response

BODY = b'{"id": 7, "name": "Rex"}' * 20
GZIP = gzip.compress(BODY, mtime=0)
NOISE = random.Random(7).randbytes(5000)


def raw_deflate(content):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def outcome(content, encoding, most=None, *, cut_short=False):
    headers = {} if encoding is None else {"content-encoding": encoding}
    answer = read_response(200, headers, content, most, cut_short=cut_short)
    assert (answer.status, answer.headers) == (200, headers)
    return answer.body, answer.flaw


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        (None, BODY),
        ("", BODY),
        ("identity", BODY),
        ("gzip", GZIP),
        (" GZip ", GZIP),
        ("x-gzip", GZIP),
        ("deflate", zlib.compress(BODY)),
        ("deflate", raw_deflate(BODY)),
        ("gzip", gzip.compress(BODY[:9], mtime=0) + gzip.compress(BODY[9:], mtime=0)),
        ("gzip", GZIP + gzip.compress(b"", mtime=0)),
        ("gzip", GZIP + bytes(9)),
        ("gzip", gzip.compress(BODY[:9], mtime=0) + bytes(9) + gzip.compress(BODY[9:], mtime=0)),
    ],
    ids=[
        *("plain", "of no encoding", "identity", "gzip", "gzip in capitals", "x-gzip"),
        *("deflate", "deflate without envelope", "two parts", "an empty part"),
        *("padding", "padding between"),
    ],
)
@pytest.mark.parametrize("most", [None, len(BODY), 10**6])
def test_content_is_unpacked(encoding, content, most):
    assert outcome(content, encoding, most) == (BODY, "")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", None])
def test_nothing_is_nothing_however_it_was_packed(encoding):
    assert outcome(b"", encoding) == (b"", "")


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, gzip", "gzip;q=1"])
def test_what_was_not_asked_for_is_kept_as_it_came(encoding):
    assert outcome(GZIP, encoding) == (GZIP, "is compressed in a way that was not asked for")


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
@pytest.mark.parametrize(
    "content",
    [BODY, NOISE, GZIP[:-8] + bytes(8), GZIP + b"more", zlib.compress(BODY)[:-4] + bytes(4)],
    ids=["plain", "noise", "wrong sum", "trailing bytes", "wrong sum of zlib"],
)
def test_what_cannot_be_unpacked_is_kept_as_it_came(encoding, content):
    body, flaw = outcome(content, encoding)

    assert body == content
    assert flaw in ("is not compressed as its headers say", "was cut short")


@pytest.mark.parametrize(
    ("encoding", "whole"), [("gzip", GZIP), ("deflate", zlib.compress(BODY))], ids=str
)
def test_what_breaks_off_is_kept_as_it_came_wherever_that_is(encoding, whole):
    for length in range(1, len(whole)):
        assert outcome(whole[:length], encoding) == (whole[:length], "was cut short")


def test_what_the_line_says_was_cut_short_is_not_unpacked():
    assert outcome(GZIP, "gzip", cut_short=True) == (GZIP, "was cut short")


@pytest.mark.parametrize(
    ("encoding", "content"),
    [(None, BODY), ("gzip", GZIP), ("deflate", raw_deflate(BODY)), ("br", BODY)],
    ids=["plain", "gzip", "deflate", "unknown"],
)
def test_a_body_that_is_a_byte_too_large_is_cut_to_the_bound(encoding, content):
    most = len(BODY) - 1

    assert outcome(content, encoding, most) == (BODY[:most], f"is larger than {most} bytes")


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_unpacked_up_to_the_bound_and_no_further(encoding):
    pack = gzip.compress if encoding == "gzip" else zlib.compress
    bomb = pack(bytes(50 * 2**20))
    most = 100_000

    tracemalloc.start()
    body, flaw = outcome(bomb, encoding, most)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (body, flaw) == (bytes(most), f"is larger than {most} bytes")
    assert peak < 2**20


def test_bombs_in_a_row_are_one():
    assert outcome(gzip.compress(bytes(600)) * 9, "gzip", 1000)[1] == "is larger than 1000 bytes"


def test_parts_without_number_are_refused():
    """To unpack them one by one would take hours: each is cut off from all that follow."""
    content = gzip.compress(b"") * 1_000_000

    assert outcome(content, "gzip") == (content, "is not compressed as its headers say")
