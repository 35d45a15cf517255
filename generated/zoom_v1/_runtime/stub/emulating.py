"""Requests that are answered from state."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ..emulator import Emulator, Refused
from ..operation import Operation
from .api import ErrorShape
from .failing import of_error
from .responses import StubResponse, answer, refusal


class Emulating:
    """Answers operations as an emulator does them."""

    def __init__(self, emulator: Emulator, shape: ErrorShape) -> None:
        self.emulator = emulator
        self._shape = shape

    def answer(
        self, operation: Operation, given: Mapping[str, object], tenant: str
    ) -> StubResponse:
        try:
            outcome = self.emulator.operate(operation, given, tenant)
        except Refused as refused:
            shape = self._shape
            return refusal(shape, of_error(shape, refused.code, refused.message))
        if operation.truths:
            wanted = outcome.body is None or bool(outcome.body)
            status = next(each for each, truth in operation.truths.items() if truth is wanted)
            return answer(b"", status=status)
        if outcome.body is None:
            return answer(b"", status=204)
        body = outcome.body
        for key in reversed(operation.unwrap):
            body = {key: body}
        return answer(msgspec.json.encode(body))
