"""Calls of operations, once their requests are read."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING

from ..operation import Operation
from ..semantics.conditions import ARGUMENTS
from ..semantics.media_types import chosen
from .api import StubApi
from .checking import ArgumentCheck
from .conditional import CONDITIONAL_HEADERS, in_quotes, is_another, unless_known, with_version
from .control import Control
from .credentials import CredentialCheck
from .exchange import Exchange, beside
from .responses import StubResponse
from .route import StubRoute
from .schemes import SchemeCheck

if TYPE_CHECKING:
    from ..emulator import Emulator
    from .emulating import Emulating

_JSON = "application/json"

logger = logging.getLogger(__name__)


class Calls:
    """Answers calls: as rules and limits want it, from state, or with documented examples.

    Args:
        api: what the generated package says of the API.
        control: what somebody wants of answers.
        credentials: which ones are right.
        emulator: the state to answer from; without it, from the documented examples.
        strict: refuse arguments that an operation does not have.
    """

    def __init__(
        self,
        api: StubApi,
        control: Control,
        credentials: CredentialCheck | SchemeCheck,
        emulator: Emulator | None,
        *,
        strict: bool,
    ) -> None:
        self._control = control
        self._credentials = credentials
        self._arguments = ArgumentCheck(api, strict=strict)
        self._knows_not_acceptable = control.instead.knows_not_acceptable
        self._emulating: Emulating | None = None
        if emulator is not None:
            from .emulating import Emulating

            self._emulating = Emulating(emulator, api, control.service)

    def answer(
        self,
        route: StubRoute,
        given: dict[str, object],
        headers: Mapping[bytes, bytes],
        exchange: Exchange,
    ) -> StubResponse:
        """What comes of a call with these arguments.

        Raises:
            RequestRefused: credentials or arguments are not what they have to be.
        """
        control, operation = self._control, route.operation
        if control.rules.rules:
            disturbed = control.instead.disturbed(exchange)
            if disturbed is not None:
                return disturbed
        self._credentials.check(operation, given, headers)
        if control.limits.on:
            limited = control.instead.limited(exchange)
            if limited is not None:
                return limited
        self._arguments.check(route, given, exchange)
        if b"prefer" in headers:
            preferred = control.instead.preferred(headers[b"prefer"], exchange, route.others)
            if preferred is not None:
                return preferred
        if operation.content is not None or self._knows_not_acceptable:
            refused = self._negotiated(route, headers, exchange)
            if refused is not None:
                return refused
        logger.info("%s: %s", operation.method, operation.id)
        return self._in_part(route, given, headers, exchange)

    def _in_part(
        self,
        route: StubRoute,
        given: dict[str, object],
        headers: Mapping[bytes, bytes],
        exchange: Exchange,
    ) -> StubResponse:
        """What comes of a call, with the fields that it asks for, if it says which."""
        operation = route.operation
        if operation.conditional:
            answered = self._conditional(route, given, headers, exchange)
        else:
            answered = self._done(route, given, exchange)
        if operation.selects and exchange.code is None:
            from .selecting import selected

            return selected(answered, operation, given)
        return answered

    def _negotiated(
        self, route: StubRoute, headers: Mapping[bytes, bytes], exchange: Exchange
    ) -> StubResponse | None:
        """Note which kind of content is asked for; what is answered to whoever takes none."""
        operation = route.operation
        if _has_constant_accept(operation):
            return None
        asked = headers.get(b"accept", b"").decode("latin-1")
        if operation.content is None:
            takes = chosen(asked, (operation.json_answered, _JSON)) or _has_accept(operation)
            is_wrong = not takes and bool(route.answer.content)
            return self._control.instead.not_acceptable(exchange) if is_wrong else None
        kinds = operation.content.media_types
        kind = chosen(asked, kinds)
        if kind is None and kinds:
            return self._control.instead.not_acceptable(exchange)
        exchange.media_type = kind if kind in kinds else ""
        return None

    def _done(
        self, route: StubRoute, given: Mapping[str, object], exchange: Exchange
    ) -> StubResponse:
        if self._emulating is None or exchange.wants_example:
            documented = route.contents.get(exchange.media_type, route.answer)
            return documented if route.pages is None else route.pages.asked(given, exchange)
        return self._emulating.answer(route.operation, given, exchange)

    def _conditional(
        self,
        route: StubRoute,
        given: dict[str, object],
        headers: Mapping[bytes, bytes],
        exchange: Exchange,
    ) -> StubResponse:
        """What comes of a request that may say which version its caller knows."""
        given = {name: each for name, each in given.items() if name not in ARGUMENTS}
        read = route if route.operation.effect == "read" else route.reads
        if read is not None and read.operation.etag_key:
            headers = in_quotes(headers)
        if route.operation.effect == "read":
            answered = self._done(route, given, exchange)
            return unless_known(with_version(answered, route.operation.etag_key), headers)
        if route.reads is not None and not CONDITIONAL_HEADERS.isdisjoint(headers):
            alone = nullcontext() if self._emulating is None else self._emulating.alone()
            with alone:
                if is_another(self._read_first(route.reads, given, exchange), headers):
                    return self._control.instead.precondition_failed(exchange)
                return self._done(route, given, exchange)
        return self._done(route, given, exchange)

    def _read_first(
        self, read: StubRoute, given: Mapping[str, object], exchange: Exchange
    ) -> StubResponse:
        """What there is before a write."""
        asked = {name: each for name, each in given.items() if name in read.operation.in_path}
        answered = self._done(read, asked, beside(exchange, read.operation))
        return with_version(answered, read.operation.etag_key)


def _has_accept(operation: Operation) -> bool:
    """Whether callers say in the header `Accept` what is an argument."""
    bindings = operation.bindings
    names = () if bindings is None else map(bindings.wire_name, bindings.headers)
    return any(name.lower() == "accept" for name in names)


def _has_constant_accept(operation: Operation) -> bool:
    """Whether the header `Accept` says something of its own, and not what is taken."""
    bindings = operation.bindings
    names = () if bindings is None else map(bindings.wire_name, bindings.constants)
    return any(name.lower() == "accept" for name in names)
