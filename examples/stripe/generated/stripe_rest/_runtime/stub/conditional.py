"""Conditional requests: which version of something a caller knows, and which one there is.

As RFC 9110 has it: tags go before dates, a read compares tags weakly and a write strongly, and what
is no tag or no date is as if it was not there. But where the version itself has a weak tag, a write
takes that very one: services that have no other (those of OData) mean it so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

from ..semantics.conditions import OF_WRITES
from ..semantics.paths import reach
from .responses import Header, StubResponse, answer, with_headers_added

_ETAG = re.compile(rb'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"')
_KEPT = (b"etag", b"last-modified", b"cache-control", b"expires", b"vary", b"content-location")
"""What a response that nothing has changed still says."""
CONDITIONAL_HEADERS = frozenset(header.lower().encode() for _, header in OF_WRITES.values())
"""What a write may say of the version that it is meant for."""
_TAGS = (b"if-match", b"if-none-match")
_OK, _NOT_MODIFIED = 200, 304


def with_version(response: StubResponse, key: str = "") -> StubResponse:
    """A response with a tag: what its body has under `key`, or made of the body."""
    if response.start["status"] != _OK:
        return response
    told = reach(msgspec.json.decode(response.content), key) if key else None
    if isinstance(told, str | int) and told != "":
        text = str(told).encode()
        tag = text if _ETAG.fullmatch(text) else b'"%b"' % text
        return with_headers_added(response, [(b"etag", tag)])
    digest = hashlib.blake2b(response.content, digest_size=12).hexdigest()
    return with_headers_added(response, [(b"etag", f'"{digest}"'.encode())])


def in_quotes(asked: Mapping[bytes, bytes]) -> Mapping[bytes, bytes]:
    """Headers with quotes around a tag that has none, as it stands in bodies."""
    bare = {
        name: b'"%b"' % text.strip()
        for name, text in asked.items()
        if name in _TAGS and text.strip() not in (b"", b"*") and not _ETAG.search(text)
    }
    return {**asked, **bare} if bare else asked


def unless_known(response: StubResponse, asked: Mapping[bytes, bytes]) -> StubResponse:
    """A response to a read, or that it is what the caller knows."""
    if response.start["status"] != _OK or not _knows(response, asked):
        return response
    kept: list[Header] = [each for each in response.start["headers"] if each[0] in _KEPT]
    return answer(b"", status=_NOT_MODIFIED, headers=kept)


def is_another(response: StubResponse, asked: Mapping[bytes, bytes]) -> bool:
    """Whether a write was meant for another version than the one that there is."""
    if response.start["status"] != _OK:
        return False  # there is nothing: what is asked for says so itself
    told = dict(response.start["headers"])
    if b"if-match" in asked:
        wanted, tag = asked[b"if-match"], told.get(b"etag", b"")
        return wanted.strip() != b"*" and tag not in _ETAG.findall(wanted)
    since, changed = _moment(asked, b"if-unmodified-since"), _moment(told, b"last-modified")
    return since is not None and changed is not None and changed > since


def _knows(response: StubResponse, asked: Mapping[bytes, bytes]) -> bool:
    told = dict(response.start["headers"])
    if b"if-none-match" in asked:
        wanted, tag = asked[b"if-none-match"], told.get(b"etag", b"")
        known = [each.removeprefix(b"W/") for each in _ETAG.findall(wanted)]
        return wanted.strip() == b"*" or tag.removeprefix(b"W/") in known
    since, changed = _moment(asked, b"if-modified-since"), _moment(told, b"last-modified")
    return since is not None and changed is not None and changed <= since


def _moment(headers: Mapping[bytes, bytes], name: bytes) -> datetime | None:
    try:
        moment = parsedate_to_datetime(headers[name].decode("latin-1"))
    except (KeyError, ValueError):
        return None
    # What names no zone is in a way that HTTP wrote dates before, and is of the same zone.
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
