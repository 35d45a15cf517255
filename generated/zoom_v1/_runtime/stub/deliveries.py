"""Events on their way to those who subscribed to them, as the service's policy has it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from msgspec import UNSET

from ..emulator import Clock, Event
from ..emulator.moments import moment_text, read_moment
from .delivering import MOST, Delivery, Sender, Written, made_of
from .destinations import Destinations
from .greeting import Greeter
from .namespaces import is_within, within
from .service import WebhookPolicy
from .subscription import Subscription
from .turns import Turns, begin, soon

_STEP = 0.05
"""Seconds between two looks at the emulator's clock."""


class Deliveries:
    """Delivers events, in an event loop that is asked for each time."""

    def __init__(
        self,
        policy: WebhookPolicy,
        clock: Clock,
        written: Written,
        to: Destinations,
        greeter: Greeter,
        current: Callable[[Subscription], Subscription | None] = lambda each: each,
        arrived: Callable[[Delivery], None] = lambda _: None,
    ) -> None:
        self._current = current
        self._arrived = arrived
        self._sender = Sender(policy, clock, to, greeter)
        self._policy = policy
        self._clock = clock
        self._written = written
        self.home: Callable[[], asyncio.AbstractEventLoop] = asyncio.get_running_loop
        self._last_id = 0
        self.log: deque[Delivery] = deque(maxlen=MOST)
        self._headers: dict[int, Mapping[str, str]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._pausing: set[asyncio.Task[None] | None] = set()
        """Those of them that wait for their next attempt."""
        self._ending = False
        self._forsaken: set[int] = set()
        """Subscriptions that are no more: nothing is tried again for them."""
        self._given_up: set[int] = set()
        """Deliveries that are not tried again."""
        self._turns = Turns()

    def tell(
        self, subscriptions: Iterable[Subscription], event: Event, tenant: str, namespace: str
    ) -> list[Delivery]:
        """Send an event to all who want it."""
        made = []
        for each in subscriptions:
            if not each.wants(event.name, tenant, namespace):
                continue
            self._last_id += 1
            whose = tenant, namespace
            delivery, headers = made_of(self._last_id, each, event, whose, self._written)
            if len(self.log) == MOST and self.log[0].state != "pending":
                self._headers.pop(self.log[0].id, None)
            self.log.append(delivery)
            self.send(delivery, each, headers)
            made.append(delivery)
        return made

    def lives_in(self, home: Callable[[], asyncio.AbstractEventLoop]) -> None:
        """Which event loop does it."""
        self.home = home

    def find(self, id: int) -> Delivery | None:
        return next((each for each in self.log if each.id == id), None)

    def send(
        self,
        delivery: Delivery,
        subscription: Subscription,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Try as often as the service does."""
        if headers:
            self._headers[delivery.id] = headers
        delivery.state = "pending"
        self._given_up.discard(delivery.id)
        self._soon(partial(self._carry_out, delivery, subscription))

    def greet(self, subscription: Subscription) -> None:
        """Shake hands with who has just subscribed by the API."""
        self._soon(partial(self._sender.greeter.greet, subscription))

    def forsake(self, webhook: int) -> None:
        """Try nothing again for a subscription that is no more."""
        self._forsaken.add(webhook)

    def give_up(self, tenant: str | None, namespace: str) -> None:
        """Try nothing again that happened to records which are no more."""
        self._given_up.update(
            each.id
            for each in self.log
            if is_within(within(each.tenant, each.namespace), tenant, namespace)
        )

    def restart(self) -> None:
        """Forget all deliveries, and give up those that are under way."""
        for task in list(self._tasks):
            with suppress(RuntimeError):  # its loop may have ended
                task.get_loop().call_soon_threadsafe(task.cancel)
        self.log.clear()
        self._forsaken.clear()
        self._given_up.clear()
        self._sender.greeter.forget()
        self._headers.clear()
        self._last_id = 0

    def _soon(self, do: Callable[[], Coroutine[Any, Any, None]]) -> None:
        soon(self.home(), lambda: begin(self._tasks, do()))

    async def finish(self, seconds: float) -> None:
        """Let first attempts come to their end, and make no further ones: the server stops."""
        loop = asyncio.get_running_loop()
        mine = {task for task in self._tasks if task.get_loop() is loop}
        self._ending = True
        for task in mine & self._pausing:
            task.cancel()
        if mine:
            await asyncio.wait(mine, timeout=seconds)
        for task in mine:
            task.cancel()
        await asyncio.gather(*mine, return_exceptions=True)
        self._ending = False

    async def _carry_out(self, delivery: Delivery, subscription: Subscription) -> None:
        try:
            await self._try(delivery, subscription)
        finally:
            # Nobody goes on with what was cut off; it can be sent again.
            if delivery.state == "pending":
                delivery.state = "failed"
            if not self.log or delivery.id < self.log[0].id:  # it is in the log no more
                self._headers.pop(delivery.id, None)

    async def _try(self, delivery: Delivery, subscription: Subscription) -> None:
        for attempt in range(1, self._policy.attempts + 1):
            async with self._turns.of(subscription.id):
                if self._ending and attempt > 1:
                    return
                wanted = self._current(subscription)
                if wanted is None or (attempt > 1 and delivery.id in self._given_up):
                    break
                delivery.url = wanted.url
                headers = self._headers.get(delivery.id, {})
                reached = await self._sender.attempt(delivery, wanted, headers)
            if reached:
                delivery.state = "delivered"
                self._arrived(delivery)
                return
            if attempt < self._policy.attempts and not self._ending:
                await self._until(delivery, self._clock.seconds() + subscription.pause(attempt))
        delivery.state = "failed"

    async def _until(self, delivery: Delivery, due: float) -> None:
        """Wait for a moment of the emulator's clock."""
        moment = read_moment(due)
        delivery.due = moment_text(moment) if moment is not None else UNSET
        task = asyncio.current_task()
        self._pausing.add(task)
        try:
            while self._clock.seconds() < due and self._is_wanted(delivery):
                await asyncio.sleep(_STEP)
        finally:
            self._pausing.discard(task)
            delivery.due = UNSET

    def _is_wanted(self, delivery: Delivery) -> bool:
        return delivery.webhook not in self._forsaken and delivery.id not in self._given_up
