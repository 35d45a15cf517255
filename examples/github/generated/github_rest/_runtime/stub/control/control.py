"""A request to the control API, from its path to its answer."""

from __future__ import annotations

import logging
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from ...clock import monotonic, sleep
from ...emulator import Clock, Emulator
from ..api import StubApi
from ..board import Board
from ..delivering import Subscription
from ..event_bodies import EventBodies
from ..exchange import Exchange
from ..faking import Faking, Preference
from ..fault_rules import Rule
from ..responses import GUARDS, Header, RequestRefused, StubResponse, answer
from ..showing import shown, shown_traceback
from ..tenants import Tenants
from . import counting, description, health, snapshots, trying
from .access import Access, NotAllowed
from .clock import ClockControl
from .faults import FaultControl
from .fields import BadInput, Problem, read
from .keeping import Keeping
from .limits import Limits
from .reading import matched, read_call, with_tenant
from .routing import Missing, Route
from .state import StateControl
from .webhooks import WebhookControl

PREFIX = "/_stub/"
_HEADERS = (*GUARDS, (b"cache-control", b"no-store"))
_PRECONDITION_FAILED = 412
_STEP = 0.01
"""Seconds between two looks at what is waited for."""

logger = logging.getLogger(__name__)


class Control:
    """The control API of one stub.

    Args:
        api: what is served.
        emulator: what is controlled; without it, the stub answers with examples.
        clock: what time it is, where there is no emulator with a clock of its own.
        token: what callers have to know; without it, they have to be on this machine.
        random_seed: makes faults foretellable that are left to chance.
        limits: which rate limits there are: `off`, `on`, or so many times as many requests.
        webhook_hosts: where events may go to besides this machine; `*` is anywhere.
        board: what other processes that serve the same records have in common with this one.

    Raises:
        ValueError: `limits` is none, or `token` is empty.
    """

    def __init__(
        self,
        api: StubApi,
        emulator: Emulator | None,
        *,
        clock: Clock | None = None,
        token: str | None = None,
        random_seed: int | str | None = None,
        limits: Limits = "off",
        webhook_hosts: Iterable[str] = (),
        board: Board | None = None,
    ) -> None:
        self._access = Access(token)
        self._tenants = Tenants(api)
        self.clock = (clock or Clock()) if emulator is None else emulator.clock
        self.emulator = emulator
        program = None if emulator is None else emulator.program
        self.kept = kept = Keeping(
            api, self.clock, program, random_seed=random_seed, limits=limits, board=board
        )
        self.rules, self.limits = kept.rules, kept.limits
        self.journal, self.coverage = kept.journal, kept.coverage
        self.looking = kept.looking
        self._waits = api.envelope.envelope.waits
        self.service = service = api.service()
        self._faking = Faking(api.envelope, service.errors)
        self.faults = FaultControl(self.rules, api.operations, self._faking.codes)
        made: list[Route] = [*health.routes(api, "examples" if emulator is None else "emulate")]
        made += trying.routes(api, program)
        made += ClockControl(self.clock, self.catch_up).routes()
        made += self.faults.routes()
        made += [*self.journal.routes(), *counting.routes(self.journal), *self.coverage.routes()]
        self.webhooks: WebhookControl | None = None
        if emulator is not None:
            made += snapshots.routes(emulator)
            self.state = StateControl(emulator, self.told, self._seed)
            made += self.state.routes()
        if service.webhooks is not None and (emulator is not None or service.webhooks.has_examples):
            bodies = EventBodies(service.webhooks, program)
            self.webhooks = WebhookControl(
                service.webhooks, bodies, self.clock, webhook_hosts, board
            )
            made += self.webhooks.routes()
        made.append(description.route(made, PREFIX, api.title))
        self.routes = tuple(made)

    def answer(
        self,
        method: str,
        path: str,
        query: bytes,
        headers: Mapping[bytes, bytes],
        body: bytes,
        client: tuple[str, int] | None,
    ) -> StubResponse:
        """What is answered to a request whose path is one of the control API's."""
        try:
            self._access.check(headers, client)
            route, texts = self._route(method, path.removeprefix(PREFIX))
            call = read_call(route, texts, query, headers, body, self._tenants)
            return _answered(route, route.do(call))
        except NotAllowed as refused:
            challenge = [(b"www-authenticate", b"Bearer")] if refused.status == 401 else []
            return _failed(refused.status, str(refused), headers=challenge)
        except Missing as missing:
            return _failed(404, str(missing))
        except BadInput as wrong:
            return _failed(422, str(wrong), wrong.problems)
        except RequestRefused as refused:
            return _failed(refused.status or 400, refused.message, headers=refused.headers)
        except Exception:  # noqa: BLE001 - it is logged, and answered
            logger.error("a bug of the stub, met by its control API\n%s", shown_traceback())
            return _failed(500, "the stub has a bug")

    def note(self, exchange: Exchange, status: int) -> None:
        """Keep what became known of a request."""
        self.kept.note(exchange, status)
        if exchange.events:
            self.told(exchange.kept_by, exchange.events)
        if self.kept.board is not None:
            self.kept.board.flush()

    def disturbed(self, exchange: Exchange) -> StubResponse | None:
        """What a fault has a request answered with; None if it is answered as usual."""
        assert exchange.operation is not None
        operation, tenant = exchange.operation.id, exchange.tenant
        rule = exchange.fault = self.rules.met(operation, tenant, exchange.namespace)
        if rule is None:
            return None
        exchange.code = rule.error
        if rule.connection in ("reset", "garbage"):
            return answer(b"")
        return self._faking.failed(rule)

    def precondition_failed(self, exchange: Exchange) -> StubResponse:
        """What a write is answered with that is meant for another version.

        Raises:
            RequestRefused: no error is documented for it.
        """
        key = self._faking.of_status(_PRECONDITION_FAILED)
        if key is None:
            message = "what is there is not the version that the request is meant for"
            raise RequestRefused("malformed", message, status=_PRECONDITION_FAILED)
        exchange.code = key
        return self._faking.error(key)

    def limited(self, exchange: Exchange) -> StubResponse | None:
        """What a request over its limit is answered with; None if it is within."""
        assert exchange.operation is not None
        operation, given, tenant = exchange.operation, exchange.given, exchange.kept_by
        within = self.limits.admits(operation, given, tenant)
        exchange.told += self.limits.headers(operation, given, tenant)
        if within:
            return None
        waits, keys = self.limits.waits(operation, given, tenant, self._waits)
        limit = self._faking.limit
        if limit is None:
            return answer(b"Too Many Requests\n", b"text/plain; charset=utf-8", 429, waits)
        exchange.code = limit.key
        return self._faking.error(limit.key, waits, keys=keys)

    def subscribe(self, given: Mapping[str, object]) -> Subscription:
        """Have events sent somewhere.

        Raises:
            ValueError: with every problem, or the service sends none.
        """
        if self.webhooks is None:
            raise ValueError("there are no events to subscribe to")
        try:
            return self.webhooks.subscribe(
                with_tenant(
                    read(self.webhooks.fields, given, looks=self.webhooks.problems), self._tenants
                )
            )
        except BadInput as wrong:
            raise ValueError(str(wrong)) from None

    def preferred(
        self, header: bytes, exchange: Exchange, others: Mapping[int, StubResponse] = {}
    ) -> StubResponse | None:
        """What the header `Prefer` has a request answered with; None without one that it names.

        Raises:
            RequestRefused: malformed, for an error that there is not.
        """
        preference = Preference(header, self._faking.codes, others)
        exchange.wants_example = preference.example
        if preference.status is not None:
            return others[preference.status]
        if preference.code is None:
            return None
        exchange.code = preference.code
        return self._faking.error(preference.code)

    def fails(self, operation: str, what: Mapping[str, object]) -> Rule:
        """Add a fault.

        Raises:
            ValueError: with every problem.
        """
        try:
            asked = {"operation": operation, **what}
            given = read(self.faults.fields, asked, looks=self.faults.problems)
            return self.faults.add(with_tenant(given, self._tenants))
        except BadInput as wrong:
            raise ValueError(str(wrong)) from None

    def wait_for(
        self, operation: str, arguments: Mapping[str, object], times: int, seconds: float
    ) -> None:
        """Wait until so many requests have come that match.

        Raises:
            TimeoutError: they have not.
        """
        wanted = {"operation": operation, "arguments": arguments}
        end = monotonic() + seconds
        while True:
            found = counting.counted(self.journal, wanted)
            if found["count"] >= times:
                return
            if monotonic() >= end:
                near = [each["differences"] for each in found["nearest"][:1]]
                hint = f"; the nearest differs in {near[0]}" if near else ""
                message = f"{found['count']} of {times} requests of {operation} have come{hint}"
                raise TimeoutError(message)
            sleep(_STEP)

    def lives_in(self, home: Callable[[], AbstractEventLoop]) -> None:
        """Which event loop does what is done beside requests."""
        if self.webhooks is not None:
            self.webhooks.deliveries.lives_in(home)

    def start_over(self) -> None:
        """Be as at first, but for the snapshots, and for what counts as exercised."""
        self.clock.restart()
        self.kept.restart()
        if self.webhooks is not None:
            self.webhooks.restart()
        if self.emulator is not None:
            self.emulator.maker.restart()
            self.state.clear()

    def catch_up(self) -> None:
        """Do what was due since the clock stood elsewhere."""
        if self.emulator is not None:
            for tenant, events in self.emulator.catch_up():
                self.told(tenant, events)

    def told(self, tenant: str, events: list[Any]) -> None:
        """Hear of what the service tells its webhooks."""
        if self.webhooks is not None:
            self.webhooks.told(tenant, events)

    async def finish(self, seconds: float) -> None:
        """End what goes on by itself: the server stops."""
        if self.webhooks is not None:
            await self.webhooks.deliveries.finish(seconds)

    def _seed(self, tenant: str | None) -> None:
        """Put there again what was there at first."""
        if tenant is None:
            self.limits.forget()

    def _route(self, method: str, path: str) -> tuple[Route, dict[str, str]]:
        method = "GET" if method == "HEAD" else method
        methods = []
        for route in self.routes:
            texts = matched(route.path, path)
            if texts is None:
                continue
            if route.method == method:
                return route, texts
            methods.append(route.method)
        if methods:
            allow = (b"allow", ", ".join(methods).encode())
            message = f"{method} is not allowed here; use {' or '.join(methods)}"
            raise RequestRefused("method_not_allowed", message, [allow], status=405)
        raise Missing(f"the control API has nothing at {shown(PREFIX + path)}")


def _answered(route: Route, content: object) -> StubResponse:
    if content is None:
        return answer(b"", status=204, headers=_HEADERS)
    return answer(msgspec.json.encode(content), status=route.status, headers=_HEADERS)


def _failed(
    status: int,
    message: str,
    problems: Iterable[Problem] = (),
    headers: Iterable[Header] = (),
) -> StubResponse:
    content = {"message": message, "problems": list(problems)}
    return answer(msgspec.json.encode(content), status=status, headers=[*_HEADERS, *headers])
