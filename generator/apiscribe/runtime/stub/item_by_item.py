"""Responses that are sent item by item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from ..item_format import ItemFormat
from ..semantics.media_types import preferred
from .responses import Header, StubResponse, answer

_MESSAGE = "message"
_FRESH: Header = (b"cache-control", b"no-cache")
_ENDS = re.compile(r"\r\n|\r|\n")


def in_stream(form: ItemFormat, items: object, headers: Iterable[Header] = ()) -> StubResponse:
    """A response with each item as events or lines have it, and what says that all have come."""
    told = items if isinstance(items, list) else []
    write = _line if form.form == "lines" else _event
    pieces = (*(write(form, each) for each in told), *_last(form))
    kind = preferred(form.media_types).encode()
    whole = answer(b"".join(pieces), kind, headers=[_FRESH, *headers])
    described = [each for each in whole.start["headers"] if each[0] != b"content-type"]
    start = {**whole.start, "headers": [(b"content-type", kind), *described]}
    return StubResponse(start, whole.body, pieces or (b"",))


def _line(form: ItemFormat, item: object) -> bytes:
    return msgspec.json.encode(item) + b"\n"


def _event(form: ItemFormat, item: object) -> bytes:
    """An item as an event; of a whole one, its parts."""
    if not form.whole or not isinstance(item, dict):
        return _written(_data(form, "", item))
    name = item.get("event", _MESSAGE)
    parts = {"event": name if name != _MESSAGE else None}
    parts |= {key: item.get(key) for key in ("id", "retry")}
    told = {key: str(each) for key, each in parts.items() if each is not None}
    return _written(_data(form, str(name), item.get("data")), told)


def _data(form: ItemFormat, name: str, value: object) -> str:
    kind = form.data_of.get(name, form.data)
    if kind == "none":
        return ""
    if isinstance(value, str) and kind != "json":
        return value
    return msgspec.json.encode(value).decode()


def _last(form: ItemFormat) -> Iterator[bytes]:
    if form.until:
        yield _written(form.until)
    elif form.until_event:
        yield _written("", {"event": form.until_event})


def _written(data: str, parts: dict[str, str] | None = None) -> bytes:
    """An event; what has several lines has a field for each."""
    lines = [f"{key}: {text}" for key, text in (parts or {}).items()]
    lines += [f"data: {line}" for line in _ENDS.split(data)]
    return "".join(f"{line}\n" for line in (*lines, "")).encode()
