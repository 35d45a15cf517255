"""From what a response tells item by item to typed items, or to the error that one stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

import msgspec

from ..config import ApiConfig
from ..errors import APIError, ResponseError
from ..item_format import DataKind, ItemFormat
from ..request import Request
from ..semantics.paths import reach, stands
from .decode import How, typed
from .event_stream import Event, EventReader, LineReader, TooLong
from .response import Response
from .unpacker import NotUnpacked, Unpacker
from .verdicts import may_be_failure, response_error

T = TypeVar("T")
_NOTHING = b""


class Item(Generic[T]):
    """What a stream yields."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value


class ItemReader(Generic[T]):
    """Reads the body of a response whose items are `kind`.

    Args:
        response: its status and its headers.
        most: bytes that an item may have.
    """

    def __init__(
        self,
        form: ItemFormat,
        kind: type[T],
        response: Response,
        request: Request,
        config: ApiConfig,
        how: How,
        most: int | None,
    ) -> None:
        self._form = form
        self._kind = kind
        self._response = response
        self._request = request
        self._config = config
        self._how = how
        self._unpacker = Unpacker(response.headers.get("content-encoding", ""))
        self._lines = LineReader(most) if form.form == "lines" else None
        self._events = EventReader(most)
        self._count = 0
        self.is_over = False
        """Whether the response has said that all has come."""

    @property
    def operation(self) -> str:
        """The id of the operation."""
        return self._request.operation.id

    @property
    def last_id(self) -> str:
        return self._events.last_id

    @property
    def retry(self) -> int | None:
        return self._events.retry

    def read(self, piece: bytes) -> Iterator[Item[T] | APIError | ResponseError]:
        """The items that a piece ends, or what ends all."""
        try:
            for part in self._unpacker.unpacked(piece):
                for told in self._told(part):
                    yield from self._item(told)
                    if self.is_over:
                        return
        except NotUnpacked as wrong:
            yield self.error(f"the answer {wrong}")
        except TooLong as wrong:
            yield self.error(f"an item has more than {wrong.most} bytes")

    def ended(self, *, cut_short: bool) -> Iterator[Item[T] | APIError | ResponseError]:
        """What is left when nothing more comes."""
        if cut_short or not self._unpacker.is_whole:
            yield self.error("the answer was cut short")
            return
        if self._lines is not None:
            for line in self._lines.ended():
                yield from self._item(line)
        if self._form.last_word and not self.is_over:
            yield self.error(f"the answer was cut short: {self._form.last_word} has not come")

    def error(self, message: str, body: bytes = _NOTHING) -> ResponseError:
        """That the response is not as documented, as far as it has come."""
        count = f"after {self._count} items" if self._count != 1 else "after 1 item"
        response = msgspec.structs.replace(self._response, body=body)
        return response_error(f"{message}, {count}", response, self._request)

    def _told(self, part: bytes) -> Iterator[Event | bytes]:
        return self._events.read(part) if self._lines is None else self._lines.read(part)

    def _item(self, told: Event | bytes) -> Iterator[Item[T] | APIError | ResponseError]:
        form = self._form
        name = "" if isinstance(told, bytes) else told.name
        data = told if isinstance(told, bytes) else told.data.encode()
        if name and ((form.until and data.decode() == form.until) or name == form.until_event):
            self.is_over = True
            return
        if not data.strip() and self._is_json_alone:
            return  # which some services send so that nobody gives them up
        failure = self._failure(name, data)
        if failure is not None:
            yield failure
            return
        body = data if isinstance(told, bytes) else self._body(told, data)
        if body is None:
            yield self.error("an item is not JSON", data)
            return
        came = msgspec.structs.replace(self._response, body=data)
        inner = msgspec.structs.replace(self._response, body=body)
        value: Any = typed(inner, came, self._kind, self._request, self._how)
        if isinstance(value, ResponseError):
            yield value
            return
        self._count += 1
        self.is_over = self._is_last(data)
        yield Item(value)

    def _is_last(self, data: bytes) -> bool:
        """Whether an item says that it is the last one."""
        form = self._form
        return bool(form.until_key) and stands(_decoded(data), form.until_key, form.until_values)

    @property
    def _is_json_alone(self) -> bool:
        """Whether an item is what data holds, and JSON."""
        return not self._form.whole and self._form.data == "json"

    def _body(self, event: Event, data: bytes) -> bytes | None:
        """An item as JSON; None if its data is none, and has to be."""
        kind: DataKind = self._form.data_of.get(event.name, self._form.data)
        if not self._form.whole:
            return data if kind == "json" else _as_json(data, kind)
        held = _as_json(data, kind)
        if held is None:
            return None
        parts: dict[str, object] = {"event": event.name}
        if kind != "none":
            parts["data"] = msgspec.Raw(held)
        if event.id is not None:
            parts["id"] = event.id
        if event.retry is not None:
            parts["retry"] = event.retry
        return msgspec.json.encode(parts)

    def _failure(self, name: str, data: bytes) -> APIError | ResponseError | None:
        """The error that an item stands for, if it does."""
        told = self._told_failure(name, data)
        response = msgspec.structs.replace(self._response, body=data if told is None else told)
        if told is None and not may_be_failure(response, self._request, self._config):
            return None
        from .failures import failure

        return failure(response, self._request, self._config, is_one=told is not None)

    def _told_failure(self, name: str, data: bytes) -> bytes | None:
        """What is told of a failure, if the item says that it is one."""
        form = self._form
        is_one = bool(name) and name == form.fails_event
        if not is_one and not form.fails_key:
            return None
        content = _decoded(data)
        if not is_one:
            found = reach(content, form.fails_key)
            is_one = found is not None and form.fails_equal in (None, found)
        if not is_one or not form.fails_under:
            return data if is_one else None
        return msgspec.json.encode(reach(content, form.fails_under))


def _decoded(data: bytes) -> object:
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _as_json(data: bytes, kind: DataKind) -> bytes | None:
    match kind:
        case "text":
            return msgspec.json.encode(data.decode())
        case "none":
            return b"null"
        case "json" | "any":
            try:
                msgspec.json.decode(data)
            except (msgspec.DecodeError, RecursionError):
                return msgspec.json.encode(data.decode()) if kind == "any" else None
            return data
