"""Events of all processes on their way: each attempt is made by one of them.

Who makes an attempt has a claim on the delivery, and renews it while it waits for the response.
A claim that is not renewed runs out: whoever had it was killed, and another one tries.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from secrets import token_hex

from ....clock import wall
from ....emulator import Clock, Event
from ...board.board import Board
from ...delivering import Delivery, Sender, Written, made_of
from ...destinations import Destinations
from ...greeting import Greeter
from ...service import WebhookPolicy
from ...subscription import Subscription
from ...turns import begin, running_loop, soon
from .delivery_log import Claimed, DeliveryLog

_STEP = 0.05
"""Seconds between two looks at what has become due, and"""
_IDLE = 0.5
"""between two looks while nothing is on its way."""
_RENEWED = 1.0
"""Seconds between two renewals of a claim."""

logger = logging.getLogger(__name__)


class SharedDeliveries:
    """Delivers events, whichever process they come from; of one subscriber, one at a time."""

    def __init__(
        self,
        policy: WebhookPolicy,
        clock: Clock,
        written: Written,
        to: Destinations,
        greeter: Greeter,
        board: Board,
        current: Callable[[Subscription], Subscription | None] = lambda each: each,
        arrived: Callable[[Delivery], None] = lambda _: None,
    ) -> None:
        self._current = current
        self._doubted: set[int] = set()
        """Deliveries without an attempt for whoever was not there when they were looked at."""
        self._arrived = arrived
        self._sender = Sender(policy, clock, to, greeter)
        self._clock = clock
        self._written = written
        self._log = DeliveryLog(board)
        self._home: Callable[[], asyncio.AbstractEventLoop] = asyncio.get_running_loop
        self._owner = token_hex(8)
        self._claims = 0
        self._pump: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()
        self._ending = False

    @property
    def log(self) -> list[Delivery]:
        """The last deliveries, oldest first."""
        return self._log.all()

    def find(self, id: int) -> Delivery | None:
        return next((each for each in self._log.all() if each.id == id), None)

    def lives_in(self, home: Callable[[], asyncio.AbstractEventLoop]) -> None:
        """Which event loop does it; if it runs here, it begins to look what there is to do."""
        self._home = home
        loop = running_loop()
        if loop is not None and home() is loop:
            self._go_on()

    def tell(
        self, subscriptions: Iterable[Subscription], event: Event, tenant: str, namespace: str
    ) -> list[Delivery]:
        """Send an event to all who want it. Once this returns, it is not lost with the process."""
        whose = tenant, namespace
        wanting = [each for each in subscriptions if each.wants(event.name, tenant, namespace)]
        made = [(*made_of(0, each, event, whose, self._written), each) for each in wanting]
        if made:
            self._log.add(made)
            self._wake()
        return [delivery for delivery, *_ in made]

    def send(
        self,
        delivery: Delivery,
        subscription: Subscription,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Try again as often as the service does."""
        delivery.state = "pending"
        self._log.renew(delivery.id, subscription)
        self._wake()

    def greet(self, subscription: Subscription) -> None:
        """Shake hands with who has just subscribed by the API."""
        greet = self._sender.greeter.greet
        soon(self._home(), lambda: begin(self._tasks, greet(subscription)))

    def forsake(self, webhook: int) -> None:
        """Try nothing again for a subscription that is no more."""
        self._log.forsake(webhook)

    def give_up(self, tenant: str | None, namespace: str) -> None:
        """Try nothing again that happened to records which are no more."""
        self._log.give_up(tenant, namespace)

    def restart(self) -> None:
        """Forget all deliveries, and give up those that are under way."""
        self._log.clear()
        self._sender.greeter.forget()
        for task in list(self._tasks):
            with suppress(RuntimeError):  # its loop may have ended
                task.get_loop().call_soon_threadsafe(task.cancel)

    async def finish(self, seconds: float) -> None:
        """Let first attempts come to their end, and leave the rest to others: the server stops."""
        self._ending = True
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._begin() or self._tasks:
                    await asyncio.sleep(_STEP)  # what is left may be another's
        leaving = [*self._tasks, *([self._pump] if self._pump is not None else [])]
        for task in leaving:
            task.cancel()
        await asyncio.gather(*leaving, return_exceptions=True)
        self._pump = None
        self._ending = False

    def _wake(self) -> None:
        soon(self._home(), self._go_on)

    def _go_on(self) -> None:
        loop = asyncio.get_running_loop()
        if self._pump is None or self._pump.done() or self._pump.get_loop() is not loop:
            self._woken = asyncio.Event()
            self._pump = loop.create_task(self._look())
        self._woken.set()

    async def _look(self) -> None:
        """Make attempts that are due, as long as the server runs."""
        while True:
            self._woken.clear()
            busy = False
            try:
                busy = not self._ending and self._begin()
            except Exception:
                logger.exception("deliveries cannot be read; they are looked at again")
            with suppress(TimeoutError):
                async with asyncio.timeout(_STEP if busy else _IDLE):
                    await self._woken.wait()

    def _begin(self) -> bool:
        """Begin what is due and nobody else's; whether anything is on its way."""
        if not self._log.is_pending(fresh=self._ending):
            return False
        self._claims += 1
        owner = f"{self._owner}-{self._claims}"
        for each in self._log.claim(owner, self._clock.seconds(), wall(), fresh=self._ending):
            self._begin_one(each)
        return True

    def _begin_one(self, claimed: Claimed) -> None:
        kept = claimed.kept
        wanted = self._current(kept.subscription)
        if wanted is not None:
            kept.subscription, kept.delivery.url = wanted, wanted.url
            begin(self._tasks, self._carry_out(claimed))
        elif claimed.tries or claimed.id in self._doubted:
            self._doubted.discard(claimed.id)
            self._log.over(claimed, reached=False, due=None)
        else:  # who has just subscribed may not be kept yet by the process that knows it
            self._doubted.add(claimed.id)
            self._log.give_back(claimed)

    async def _carry_out(self, claimed: Claimed) -> None:
        renewing = asyncio.create_task(self._renew(claimed))
        kept = claimed.kept
        try:
            reached = await self._sender.attempt(kept.delivery, kept.subscription, kept.headers)
            again = claimed.tries + 1 < self._sender.policy.attempts
            pause = kept.subscription.pause(claimed.tries + 1)
            due = self._clock.seconds() + pause if again and not reached else None
            self._log.over(claimed, reached, due)
            if reached:
                self._arrived(kept.delivery)
        except asyncio.CancelledError:
            self._log.give_back(claimed)
            raise
        finally:
            renewing.cancel()
            self._woken.set()

    async def _renew(self, claimed: Claimed) -> None:
        while True:
            await asyncio.sleep(_RENEWED)
            self._log.hold(claimed, wall())
