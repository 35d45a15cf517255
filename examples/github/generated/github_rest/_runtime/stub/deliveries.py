"""Events on their way to those who subscribed to them, as the service's policy has it."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from ..emulator import Clock, Event
from ..emulator.moments import moment_text, read_moment
from .destinations import Destinations
from .posting import NotAnswered, post
from .service import WebhookPolicy

_MOST = 1000
"""How many deliveries are kept."""
_STEP = 0.05
"""Seconds between two looks at the emulator's clock."""
_PAUSES = (1.0, 2.0)


class Subscription(Struct, kw_only=True):
    """Who wants to hear of which events."""

    id: int
    url: str
    events: tuple[str, ...] = ()
    """Names; all, if there are none."""
    pauses: tuple[float, ...] = _PAUSES
    tenant: str | None = None
    namespace: str = ""
    username: str = ""
    password: str = ""
    secret: str = ""

    def __repr__(self) -> str:
        return f"Subscription(id={self.id}, url={self.url!r})"

    def wants(self, event: str, tenant: str, namespace: str) -> bool:
        if self.namespace and self.namespace != namespace:
            return False
        if self.tenant is not None and self.tenant != tenant:
            return False
        return not self.events or event in self.events

    def pause(self, attempt: int) -> float:
        """Seconds after an attempt that failed; the last pause is that of all further ones."""
        return self.pauses[min(attempt, len(self.pauses)) - 1] if self.pauses else 0


class Attempt(Struct, kw_only=True):
    """One request, and what came of it."""

    at: str
    status: int | None = None
    error: str | None = None


class Delivery(Struct, kw_only=True):
    """An event on its way to one subscriber."""

    id: int
    webhook: int
    event: str
    tenant: str
    namespace: str
    url: str
    content_type: str
    body: str
    state: Literal["pending", "delivered", "failed"] = "pending"
    attempts: list[Attempt] = []
    due: str | UnsetType = UNSET


Written = Callable[[Event], tuple[str, bytes, Mapping[str, str]]]
"""An event as its media type, its body and headers of its own."""


class Deliveries:
    """Delivers events, in an event loop that is asked for each time."""

    def __init__(
        self, policy: WebhookPolicy, clock: Clock, written: Written, to: Destinations
    ) -> None:
        self._policy = policy
        self._clock = clock
        self._written = written
        self._to = to
        self.home: Callable[[], asyncio.AbstractEventLoop] = asyncio.get_running_loop
        self._last_id = 0
        self.log: deque[Delivery] = deque(maxlen=_MOST)
        self._headers: dict[int, Mapping[str, str]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._pausing: set[asyncio.Task[None] | None] = set()
        """Those of them that wait for their next attempt."""
        self._ending = False
        self._turns: dict[int, tuple[object, asyncio.Lock]] = {}

    def tell(
        self, subscriptions: Iterable[Subscription], event: Event, tenant: str, namespace: str
    ) -> None:
        """Send an event to all who want it."""
        for each in subscriptions:
            if not each.wants(event.name, tenant, namespace):
                continue
            media_type, body, headers = self._written(event)
            self._last_id += 1
            delivery = Delivery(
                id=self._last_id,
                webhook=each.id,
                event=event.name,
                tenant=tenant,
                namespace=namespace,
                url=each.url,
                content_type=media_type,
                body=body.decode(),
                attempts=[],
            )
            if len(self.log) == _MOST and self.log[0].state != "pending":
                self._headers.pop(self.log[0].id, None)
            self.log.append(delivery)
            self.send(delivery, each, headers)

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
        loop = self.home()
        if loop is _running_loop():
            self._begin(delivery, subscription)
        else:
            loop.call_soon_threadsafe(self._begin, delivery, subscription)

    def restart(self) -> None:
        """Forget all deliveries, and give up those that are under way."""
        for task in list(self._tasks):
            with suppress(RuntimeError):  # its loop may have ended
                task.get_loop().call_soon_threadsafe(task.cancel)
        self.log.clear()
        self._headers.clear()
        self._last_id = 0

    def _begin(self, delivery: Delivery, subscription: Subscription) -> None:
        task = asyncio.get_running_loop().create_task(self._carry_out(delivery, subscription))
        self._tasks.add(task)  # a loop itself does not keep its tasks
        task.add_done_callback(self._tasks.discard)

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
            async with self._turn(subscription):
                if self._ending and attempt > 1:
                    return
                reached = await self._attempt(delivery, subscription)
            if reached:
                delivery.state = "delivered"
                return
            if attempt < self._policy.attempts and not self._ending:
                await self._until(delivery, self._clock.seconds() + subscription.pause(attempt))
        delivery.state = "failed"

    async def _attempt(self, delivery: Delivery, subscription: Subscription) -> bool:
        made = Attempt(at=self._clock.text())
        body = delivery.body.encode()
        headers = self._headers_of(delivery, subscription, body)
        try:
            made.status = await post(
                subscription.url, headers, body, self._policy.timeout, self._to
            )
        except NotAnswered as failed:
            made.error = str(failed)
        except asyncio.CancelledError:
            made.error = "the stub has stopped before a response came"
            raise
        finally:
            delivery.attempts.append(made)
        return made.status is not None and 200 <= made.status < 300

    def _headers_of(
        self, delivery: Delivery, subscription: Subscription, body: bytes
    ) -> Mapping[str, str]:
        """With what says whom it is from: a signature is as old as its attempt."""
        headers = {
            "Content-Type": delivery.content_type,
            **self._headers.get(delivery.id, {}),
            **_authorization(subscription),
        }
        vouching = self._policy.vouching
        if vouching is None or not subscription.secret:
            return headers
        secret = subscription.secret
        return headers | vouching.sign(body, secret, timestamp=None, headers=headers)

    async def _until(self, delivery: Delivery, due: float) -> None:
        """Wait for a moment of the emulator's clock."""
        moment = read_moment(due)
        delivery.due = moment_text(moment) if moment is not None else UNSET
        task = asyncio.current_task()
        self._pausing.add(task)
        try:
            while self._clock.seconds() < due:
                await asyncio.sleep(_STEP)
        finally:
            self._pausing.discard(task)
            delivery.due = UNSET

    def _turn(self, subscription: Subscription) -> asyncio.Lock:
        """What has events of one subscriber sent in their order."""
        loop = asyncio.get_running_loop()
        of, lock = self._turns.get(subscription.id, (None, None))
        if lock is None or of is not loop:  # the server was started again
            lock = asyncio.Lock()
            self._turns[subscription.id] = loop, lock
        return lock


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _authorization(subscription: Subscription) -> Mapping[str, str]:
    if not subscription.username and not subscription.password:
        return {}
    text = f"{subscription.username}:{subscription.password}"
    return {"Authorization": f"Basic {b64encode(text.encode()).decode()}"}
