"""The control API of one stub, put together."""

from __future__ import annotations

import asyncio
import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

from ...clock import monotonic, sleep
from ...emulator import Clock
from ..api import StubApi
from ..board import Board
from ..exchange import Exchange
from ..faking import Faking
from ..fault_rules import Rule
from ..responses import NotYet
from ..service import WebhookPolicy
from ..subscription import Subscription
from ..tenants import Tenants
from ..turns import running_loop
from . import counting, description, health, trying
from .access import Access
from .answering import PREFIX, Answering
from .clock import ClockControl
from .faults import FaultControl
from .fields import BadInput, read
from .interventions import Interventions
from .keeping import Keeping
from .limits import Limits
from .patterns import of_pattern
from .reading import with_tenant
from .routing import Route

if TYPE_CHECKING:
    from ...emulator import Emulator
    from ...program import Program
    from .receipts import Receipts
    from .webhooks import WebhookControl

_STEP = 0.01
"""Seconds between two looks at what is waited for."""


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
        self.turn = threading.RLock()
        """Held by whoever answers a request: a server, or a caller in this process."""
        access = Access(token)
        self._tenants = Tenants(api)
        self.clock = (clock or Clock()) if emulator is None else emulator.clock
        self.emulator = emulator
        program = None if emulator is None else emulator.program
        self.kept = kept = Keeping(
            api, self.clock, program, random_seed=random_seed, limits=limits, board=board
        )
        self.rules, self.limits = kept.rules, kept.limits
        self.journal, self.coverage = kept.journal, kept.coverage
        self.service = service = api.service()
        faking = Faking(api.envelope_of, service.errors)
        self.instead = Interventions(api, faking, self.rules, self.limits)
        self.faults = FaultControl(self.rules, api.operations, faking.codes)
        made: list[Route] = [*health.routes(api, "examples" if emulator is None else "emulate")]
        made += trying.routes(api, program)
        made += ClockControl(self.clock, self.catch_up).routes()
        made += self.faults.routes()
        made += [*self.journal.routes(), *counting.routes(self.journal), *self.coverage.routes()]
        self.webhooks: WebhookControl | None = None
        if emulator is not None:
            from .snapshots import Snapshots
            from .state import StateControl

            self.snapshots = Snapshots(emulator, self._replaced)
            made += self.snapshots.routes()
            self.state = StateControl(emulator, self.told, self._cleared)
            made += self.state.routes()
        if service.webhooks is not None and (emulator is not None or service.webhooks.has_examples):
            from ..event_bodies import EventBodies
            from .webhooks import WebhookControl

            bodies = EventBodies(service.webhooks, program)
            self.webhooks = WebhookControl(
                service.webhooks,
                bodies,
                self.clock,
                webhook_hosts,
                board,
                None if program is None or not _subscribes(program) else emulator,
                receipts=self._receipts(service.webhooks),
                turn=self.turn,
            )
            made += self.webhooks.routes()
        self._greets = self.webhooks is not None and self.webhooks.greets_records
        self._home: Callable[[], AbstractEventLoop] = asyncio.get_running_loop
        made.append(description.route(made, PREFIX, api.title))
        self.answer = Answering(access, self._tenants, tuple(made)).answer

    def _receipts(self, policy: WebhookPolicy) -> Receipts | None:
        emulator = self.emulator
        if emulator is None or not _counts_deliveries(emulator.program):
            return None
        from .receipts import Receipts

        return Receipts(emulator, policy, self.turn)

    def in_turn(self) -> AbstractContextManager[object]:
        """One request after the other; what all processes know is read once for each."""
        board = self.kept.board
        return self.turn if board is None else self._in_turn(board)

    @contextmanager
    def _in_turn(self, board: Board) -> Iterator[None]:
        with self.turn, board.looking():
            yield

    def note(self, exchange: Exchange, status: int) -> None:
        """Keep what became known of a request."""
        self.kept.note(exchange, status)
        if exchange.events:
            self.told(exchange.kept_by, exchange.events)
        if self._greets and exchange.operation and exchange.operation.effect != "read":
            assert self.webhooks is not None
            self.webhooks.greet(exchange.kept_by)
        if self.kept.board is not None:
            self.kept.board.flush()

    def subscribe(self, given: Mapping[str, object]) -> Subscription:
        """Have events sent somewhere.

        Raises:
            ValueError: with every problem, or the service sends none.
        """
        if self.webhooks is None:
            raise ValueError("there are no events to subscribe to")
        fields, looks = self.webhooks.fields, self.webhooks.problems
        # A subscriber in the event loop that runs here could not answer a handshake meanwhile.
        waits = running_loop() is None
        try:
            wanted = with_tenant(read(fields, given, looks=looks), self._tenants)
            try:
                return self.webhooks.subscribe(wanted, waits=waits)
            except NotYet as unready:
                asyncio.run_coroutine_threadsafe(_done(unready), self._home()).result()
            return self.webhooks.subscribe(wanted)
        except BadInput as wrong:
            raise ValueError(str(wrong)) from None

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
            ValueError: no operation is called so.
        """
        if problems := of_pattern(operation, self.journal.operations):
            raise ValueError(str(BadInput(problems)))
        wanted = {"operation": operation, "arguments": arguments}
        end = monotonic() + seconds
        while True:
            found = counting.counted(self.journal, wanted)
            if found["count"] >= times:
                return
            if monotonic() >= end:
                come = f"{found['count']} of {times} requests of {operation} have come"
                raise TimeoutError(f"{come}{counting.told(found)}")
            sleep(_STEP)

    def lives_in(self, home: Callable[[], AbstractEventLoop]) -> None:
        """Which event loop does what is done beside requests."""
        self._home = home
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

    def _cleared(self, tenant: str | None, namespace: str) -> None:
        """Forget what goes with records that are no more."""
        self.limits.forget(tenant, namespace)
        self._replaced(tenant, namespace)

    def _replaced(self, tenant: str | None = None, namespace: str = "") -> None:
        """Try nothing again that happened to records which are no more."""
        if self.webhooks is not None:
            self.webhooks.deliveries.give_up(tenant, namespace)


async def _done(unready: NotYet) -> None:
    await unready.first()


def _subscribes(program: Program) -> bool:
    """Whether any records say who is told of events."""
    return any(each.subscribes for each in program.entities.values())


def _counts_deliveries(program: Program) -> bool:
    """Whether any records say how many have not received them."""
    return any(each.undelivered for each in program.entities.values())
