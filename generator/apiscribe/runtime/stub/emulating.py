"""Requests that are answered from state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, suppress

import msgspec

from ..emulator import Emulator, Outcome, Refused
from ..head import head_of
from ..operation import Operation
from ..semantics.paths import has, put
from .api import ErrorShape
from .exchange import Exchange
from .failing import of_error
from .headed import spread
from .linked import page_headers, put_addresses
from .responses import Header, StubResponse, answer, in_content, refusal


class Emulating:
    """Answers operations as an emulator does them."""

    def __init__(
        self, emulator: Emulator, shape: ErrorShape, operations: Iterable[Operation] = ()
    ) -> None:
        self.emulator = emulator
        self._shape = shape
        self._paths = {operation.id: operation.path for operation in operations}

    def alone(self) -> AbstractContextManager[None]:
        """While nobody else writes, in this process or another."""
        return self.emulator.store.writing()

    def answer(
        self, operation: Operation, given: Mapping[str, object], exchange: Exchange
    ) -> StubResponse:
        try:
            outcome = self._outcome(operation, given, exchange)
        except Refused as refused:
            shape = self._shape
            exchange.code = refused.code
            return refusal(shape, of_error(shape, refused.code, refused.message))
        return self.response(operation, outcome, exchange)

    def response(self, operation: Operation, outcome: Outcome, exchange: Exchange) -> StubResponse:
        """What came of an operation, as its response."""
        if operation.truths:
            wanted = outcome.body is None or bool(outcome.body)
            status = next(each for each, truth in operation.truths.items() if truth is wanted)
            return answer(b"", status=status)
        if operation.content is not None:
            return in_content(operation.content, outcome.body)
        if outcome.body is None:
            return answer(b"", status=_of_nothing(operation))
        status = next(iter(operation.statuses), 200)
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
        return answer(msgspec.json.encode(body), status=status, headers=headers)

    def _wrapped(
        self, operation: Operation, outcome: Outcome, exchange: Exchange, body: object
    ) -> object:
        """The body with what stands around what is returned, and beside it."""
        for key in reversed(operation.unwrap):
            body = {key: body}
        if outcome.scheme is not None and isinstance(body, dict):
            for path, value in outcome.beside.items():
                if value is not None and not has(body, path):
                    put(body, path, value)
            put_addresses(outcome, exchange, self._further(outcome), body)
        return body

    def _further(self, outcome: Outcome) -> str:
        """The path of who hands out the other pages; empty if that is the one of the request."""
        return self._paths.get("" if outcome.scheme is None else outcome.scheme.continue_with, "")

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


def _of_nothing(operation: Operation) -> int:
    return next((status for status, holds in operation.statuses.items() if not holds), 204)


class _TakenBack(Exception):
    """Ends a transaction whose changes are not to stay."""
