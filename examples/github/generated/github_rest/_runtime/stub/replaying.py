"""Idempotency keys: what was answered once is answered again, and done once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

import msgspec

from ..emulator import Emulator, Kept, KeptResponses
from ..encoding.files import FilePart
from ..encoding.reading import pieces
from ..operation import Operation
from .api import ErrorShape
from .exchange import Exchange
from .failing import of_error
from .responses import RequestRefused, StubResponse, refusal
from .service import KnownError, Replays

_USUAL = Replays()
_FIRST_FAILURE = 300


class Replaying:
    """Answers requests by their idempotency keys.

    Args:
        emulator: keeps the responses, by its clock.
        replays: operation id -> what the service does with a key that it knows.
        shape_of: how an operation words failures.
        errors: with what messages.
    """

    def __init__(
        self,
        emulator: Emulator,
        replays: Mapping[str, Replays],
        shape_of: Callable[[Operation], ErrorShape],
        errors: tuple[KnownError, ...],
    ) -> None:
        self._emulator = emulator
        self._replays = replays
        self._shape_of = shape_of
        self._messages = {each.key: each.message for each in errors}

    def answer(
        self,
        operation: Operation,
        given: Mapping[str, object],
        exchange: Exchange,
        do: Callable[[], StubResponse],
    ) -> StubResponse:
        """What a key was answered with; if it is not known, what `do` does, which is kept."""
        name = operation.bindings.key if operation.bindings is not None else None
        key = None if name is None else given.get(name)
        breaks = exchange.fault is not None and exchange.fault.breaks
        if not isinstance(key, str) or breaks:  # nobody hears of what breaks: nothing is done
            return do()
        replays = self._replays.get(operation.id, _USUAL)
        asked = _digest(operation, {n: each for n, each in given.items() if n != name})
        place = key if replays.per_api else f"{operation.id}\0{key}"
        emulator = self._emulator
        emulator.sow(exchange.kept_by)
        with emulator.store.writing():
            responses = KeptResponses(emulator.store, exchange.kept_by)
            now = emulator.clock.seconds()
            kept = responses.find(place, now)
            if kept is not None:
                return self._again(operation, kept, asked, replays, exchange)
            answered = do()
            if replays.failures or answered.start["status"] < _FIRST_FAILURE:
                responses.keep(place, _kept(answered, asked, replays, exchange, now), now)
            return answered

    def _again(
        self,
        operation: Operation,
        kept: Kept,
        asked: bytes,
        replays: Replays,
        exchange: Exchange,
    ) -> StubResponse:
        if kept.asked != asked:
            return self._refused(operation, replays, exchange)
        exchange.code = kept.code
        told = [(name.encode(), value.encode()) for name, value in replays.replayed.items()]
        start = {
            "type": "http.response.start",
            "status": kept.status,
            "headers": [*kept.headers, *told],
        }
        return StubResponse(start, {"type": "http.response.body", "body": kept.body})

    def _refused(self, operation: Operation, replays: Replays, exchange: Exchange) -> StubResponse:
        """What is answered to a key that was another request's."""
        if replays.otherwise is None:
            raise RequestRefused(
                "arguments_refused", "the idempotency key was sent before, with other arguments"
            )
        exchange.code = replays.otherwise
        message = self._messages.get(replays.otherwise, "")
        shape = self._shape_of(operation)
        return refusal(shape, of_error(shape, replays.otherwise, message))


def _kept(
    answered: StubResponse, asked: bytes, replays: Replays, exchange: Exchange, now: float
) -> Kept:
    return Kept(
        until=None if replays.seconds is None else now + replays.seconds,
        asked=asked,
        status=answered.start["status"],
        headers=[(name, value) for name, value in answered.start["headers"]],
        body=answered.content,
        code=exchange.code,
    )


def _digest(operation: Operation, given: Mapping[str, object]) -> bytes:
    """Stands for an operation with its arguments: the same for the same, however they are sent."""
    content = msgspec.json.encode([operation.id, given], enc_hook=_plain, order="deterministic")
    return hashlib.blake2s(content, digest_size=16).digest()


def _plain(value: object) -> object:
    if isinstance(value, FilePart):
        content = hashlib.blake2s(digest_size=16)
        for piece in pieces(value.content):
            content.update(piece)
        return [value.filename, content.hexdigest()]
    return str(value)
