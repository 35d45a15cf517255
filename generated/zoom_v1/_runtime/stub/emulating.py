"""Requests that are answered from state."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from functools import partial

import msgspec

from ..emulator import Emulator, KeyTaken, Outcome, Refused, StalePage, Unexpandable
from ..envelope import STATUS, TEXT, KeyMark
from ..head import head_of
from ..operation import Operation
from ..pages import UrlPages
from ..semantics.paths import has, path_of, put, reach
from .api import StubApi
from .exchange import Exchange
from .failing import of_error
from .headed import spread
from .item_by_item import in_stream
from .linked import page_headers, put_addresses
from .replaying import Replaying
from .responses import Header, RequestRefused, StubResponse, answer, in_content, not_ready, refusal
from .service import Service

_EMPTY: tuple[object, ...] = (None, "", [], {})


class Emulating:
    """Answers operations as an emulator does them."""

    def __init__(self, emulator: Emulator, api: StubApi, service: Service) -> None:
        self.emulator = emulator
        self._shape_of = api.envelope_of
        self._replaying = Replaying(emulator, service.replays, api.envelope_of, service.errors)
        self._answers = api.answers
        self._operations = {operation.id: operation for operation in api.operations}
        self._marks: dict[str, Mapping[str, object]] = {}

    def alone(self) -> AbstractContextManager[object]:
        """While nobody else writes, in this process or another."""
        return self.emulator.store.writing()

    def answer(
        self, operation: Operation, given: Mapping[str, object], exchange: Exchange
    ) -> StubResponse:
        """What comes of a request; of one with an idempotency key that is known, what came."""
        if operation.bindings is None or operation.bindings.key is None:
            return self._answer(operation, given, exchange)
        do = partial(self._answer, operation, given, exchange)
        return self._replaying.answer(operation, given, exchange, do)

    def _answer(
        self, operation: Operation, given: Mapping[str, object], exchange: Exchange
    ) -> StubResponse:
        try:
            outcome = self._outcome(operation, given, exchange)
        except Refused as refused:
            return self._refusal(operation, refused, exchange)
        except Unexpandable as wrong:
            message = f"{wrong.path} of the response is no id that could be expanded"
            raise RequestRefused("arguments_refused", message) from None
        except StalePage:
            message = "the cursor that asks for the page was never handed out, or is too old"
            raise RequestRefused("arguments_refused", message) from None
        except KeyTaken as taken:
            raise RequestRefused("arguments_refused", str(taken)) from None
        if outcome.refused is not None:
            return self._refusal(operation, outcome.refused, exchange)
        return self.response(operation, outcome, exchange)

    def _refusal(self, operation: Operation, refused: Refused, exchange: Exchange) -> StubResponse:
        exchange.code = refused.code
        fields = self.emulator.shown(refused.fields)
        shape = self._shape_of(operation)
        return refusal(shape, of_error(shape, refused.code, refused.message, fields))

    def response(self, operation: Operation, outcome: Outcome, exchange: Exchange) -> StubResponse:
        """What came of an operation, as its response."""
        if operation.pending is not None and outcome.status == operation.pending[0]:
            return not_ready(operation.pending)
        if operation.truths:
            wanted = outcome.body is None or bool(outcome.body)
            status = next(each for each, truth in operation.truths.items() if truth is wanted)
            return answer(b"", status=status)
        if operation.content is not None:
            status = outcome.status or _of_something(operation)
            head, told = head_of(operation.heads, status), list[Header]()
            if head is not None and isinstance(outcome.head, dict):
                _, told = spread(head, outcome.head)
            return in_content(operation.content, outcome.body, status, told, exchange.media_type)
        if operation.stream is not None:
            return in_stream(operation.stream, outcome.body)
        if outcome.body is None:
            return self._of_nothing(operation, outcome.status or _of_nothing(operation))
        status = outcome.status or _of_something(operation)
        headers: list[Header] = []
        if outcome.scheme is not None:
            headers = page_headers(outcome, exchange, self._further(outcome))
        body, head = outcome.body, head_of(operation.heads, status)
        if head is not None and isinstance(body, dict):
            body, told = spread(head, body)
            named = {name for name, _ in told}
            headers = [*told, *(each for each in headers if each[0] not in named)]
            if head.body is None:
                return answer(b"", status=status, headers=headers)
        body = self._wrapped(operation, outcome, exchange, body)
        kind = operation.json_answered.encode()
        return answer(msgspec.json.encode(body), kind, status, headers)

    def _of_nothing(self, operation: Operation, status: int) -> StubResponse:
        """A response that callers are given nothing of, with the body that is documented."""
        usual = next(iter(operation.statuses), 0) == status
        content = self._answers.get(operation.id if usual else f"{operation.id}:{status}")
        if content is None or status not in operation.statuses:
            return answer(b"", status=status)
        return answer(content, operation.json_answered.encode(), status)

    def _wrapped(
        self, operation: Operation, outcome: Outcome, exchange: Exchange, body: object
    ) -> object:
        """The body with what stands around what is returned, and beside it."""
        for key in reversed(operation.unwrap):
            body = {key: body}
        if not isinstance(body, dict):
            return body
        told = {path: value for path, value in outcome.beside.items() if value is not None}
        for path, value in (*told.items(), *self._of_success(operation).items()):
            if not has(body, path):
                put(body, path, value)
        if outcome.scheme is not None:
            documented = self._answers.get(operation.id)
            put_addresses(outcome, exchange, self._further(outcome), body, documented)
        return body

    def _of_success(self, operation: Operation) -> Mapping[str, object]:
        """What the documented answer has where a failure would be told: dotted key -> value.

        Beside what is unwrapped, what is empty there is so in every answer.
        """
        found = self._marks.get(operation.id)
        if found is None:
            content = self._answers.get(operation.id)
            shown = msgspec.json.decode(content) if content else None
            envelope = self._shape_of(operation).envelope
            keys = (mark.key for mark in envelope.marks if isinstance(mark, KeyMark))
            found = {key: reach(shown, key) for key in keys if has(shown, key)}
            places = {*envelope.codes, *envelope.places} - {STATUS, TEXT}
            empty = (key for key in places if has(shown, key) and reach(shown, key) in _EMPTY)
            found |= {key: reach(shown, key) for key in empty}
            if isinstance(operation.pages, UrlPages):
                told = (operation.pages.next, operation.pages.previous)
                keys_of_addresses = (each for each in told if isinstance(each, str) and each)
                found |= {key: None for key in keys_of_addresses if _is_null(shown, key)}
            if operation.unwrap and isinstance(shown, dict):
                found |= {path_of((key,)): each for key, each in shown.items() if each in _EMPTY}
            self._marks[operation.id] = found
        return found

    def _further(self, outcome: Outcome) -> Operation | None:
        """Who hands out the other pages; None if that is who was asked."""
        return self._operations.get("" if outcome.scheme is None else outcome.scheme.continue_with)

    def _outcome(
        self, operation: Operation, given: Mapping[str, object], exchange: Exchange
    ) -> Outcome:
        if exchange.fault is not None and exchange.fault.breaks:
            return self._without_traces(operation, given, exchange.kept_by)
        outcome = self.emulator.operate(operation, given, exchange.kept_by)
        exchange.events = outcome.events
        return outcome

    def _without_traces(
        self, operation: Operation, given: Mapping[str, object], tenant: str
    ) -> Outcome:
        """What would come of an operation whose response never arrives as a whole."""
        outcome = Outcome()
        self.emulator.sow(tenant)  # that is not taken back
        with suppress(_TakenBack), self.emulator.store.writing():
            outcome = self.emulator.operate(operation, given, tenant)
            raise _TakenBack
        return outcome


def _is_null(shown: object, key: str) -> bool:
    return has(shown, key) and reach(shown, key) is None


def _of_something(operation: Operation) -> int:
    return next((status for status, holds in operation.statuses.items() if holds), 200)


def _of_nothing(operation: Operation) -> int:
    return next((status for status, holds in operation.statuses.items() if not holds), 204)


class _TakenBack(Exception):
    """Ends a transaction whose changes are not to stay."""
