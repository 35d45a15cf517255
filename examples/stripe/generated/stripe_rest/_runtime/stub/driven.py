"""What a test does with a stub of its own process: the control API, without requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..emulator import Clock
from .app import Application
from .background import abandon
from .control.fields import BadInput
from .control.journal import Entry
from .control.routing import Call, Missing
from .delivering import Delivery
from .errands import Errands
from .fault_rules import Rule
from .subscription import Subscription

if TYPE_CHECKING:
    from .control.state import StateControl
    from .in_process import InProcess


class Driven:
    """A stub in the hands of a test."""

    def __init__(self, application: Application, credentials: Mapping[str, str]) -> None:
        self._driven = application
        self._right = credentials
        self._errands = Errands()
        self._driven.control.lives_in(self._errands.loop)

    @property
    def transport(self) -> InProcess:
        """The way to the stub without sockets, for clients of this process of both kinds.

        It need not run for that, and may.
        """
        from .in_process import InProcess

        return InProcess(self._driven)

    @property
    def clock(self) -> Clock:
        """What time it is to the stub; can be set, moved on and stopped."""
        return self._driven.control.clock

    def records(self, entity: str, tenant: str | None = None) -> list[dict[str, Any]]:
        """The records of an entity, oldest first, as `GET /_stub/state/ENTITY` has them.

        Args:
            entity: which.
            tenant: whose; may be left out where there is but one.

        Raises:
            ValueError: there is no such entity, or there are several tenants.
        """
        call = Call(path={"entity": entity}, query={"tenant": self._whose(tenant)}, body={})
        found: Any = self._done(lambda: self._state.records(call))
        return list(found["records"])

    def happens(
        self, entity: str, id: str | int, transition: str, tenant: str | None = None, **given: Any
    ) -> dict[str, Any]:
        """What the service itself does to a record, as `POST /_stub/state/...` does.

            stub.happens("order", order.id, "ship")

        Args:
            entity: of what.
            id: of which record.
            transition: what happens.
            tenant: whose; may be left out where there is but one.
            given: what is told with it.

        Returns:
            The `record` afterwards, and the `events`.

        Raises:
            ValueError: there is no such record or transition, it does not lead from where the
                record is, or it takes nothing of a name that is given.
        """
        path = {"entity": entity, "id": str(id), "transition": transition}
        call = Call(path=path, query={}, body={**given, "tenant": self._whose(tenant)})
        found: Any = self._done(lambda: self._state.happen(call))
        return dict(found)

    @property
    def requests(self) -> list[Entry]:
        """The last requests, oldest first, without secrets."""
        return self._driven.control.journal.entries()

    def fails(self, operation: str = "*", **what: object) -> Rule:
        """Have requests fail, as `POST /_stub/faults` does.

            stub.fails("user.*", times=2, status=503)

        Raises:
            ValueError: with every problem.
        """
        return self._driven.control.fails(operation, what)

    def recovers(self, fault: Rule | None = None) -> None:
        """Have requests fail no more, as `DELETE /_stub/faults` does.

            outage = stub.fails("user.*", status=503)
            stub.recovers(outage)

        Args:
            fault: what `fails` gave; all of them without it.
        """
        self._driven.control.rules.remove(None if fault is None else fault.id)

    def snapshot(self, name: str) -> None:
        """Copy all records, as `POST /_stub/snapshots` does; a copy of that name is replaced.

        Raises:
            ValueError: there is no state to copy, or the name is empty or too long.
        """
        self._done(lambda: self._driven.control.snapshots.save(name))

    def restore(self, name: str) -> None:
        """Put a copy in the place of all records; the clock goes on.

        Raises:
            ValueError: there is none of that name.
        """
        self._done(lambda: self._driven.control.snapshots.restore(name))

    def subscribe(self, url: str, **how: object) -> Subscription:
        """Have events sent to an address, as `POST /_stub/webhooks` does.

        Raises:
            ValueError: with every problem.
        """
        return self._driven.control.subscribe({"url": url, **how})

    def tells(
        self, event: str, example: str | None = None, *, tenant: str | None = None
    ) -> dict[str, Any]:
        """Send a documented example of an event to all who subscribed, as the service would.

            stub.tells("order_shipped")

        Args:
            event: which event.
            example: which of its examples; the first without it.
            tenant: whose event it is; nobody's without it.

        Returns:
            The `event`, the `example`, and to how many it is `sent`.

        Raises:
            ValueError: there is no such event, or no such example of it.
        """
        webhooks = self._driven.control.webhooks
        if webhooks is None:
            raise ValueError("there are no events to send")
        found: Any = self._in_turn(lambda: webhooks.documented.send(event, example, tenant))
        return dict(found)

    @property
    def deliveries(self) -> list[Delivery]:
        """The last deliveries of events, oldest first."""
        webhooks = self._driven.control.webhooks
        return [] if webhooks is None else list(webhooks.deliveries.log)

    def wait_for(
        self,
        operation: str = "*",
        *,
        arguments: Mapping[str, object] | None = None,
        times: int = 1,
        seconds: float = 5,
    ) -> None:
        """Wait until so many requests have come that match, as `requests/count` has it.

        Raises:
            TimeoutError: they have not; it says which came nearest.
            ValueError: no operation is called so.
        """
        self._driven.control.wait_for(operation, arguments or {}, times, seconds)

    def client_options(
        self,
        credentials: Mapping[str, str],
        signers: Mapping[str, Iterable[str]],
        given: Mapping[str, Any],
    ) -> dict[str, Any]:
        """What a client of this stub is made with.

        Args:
            credentials: argument of a client -> the credential that it is.
            signers: argument of a client -> what the signer adds.
            given: what the caller says; the rest is made up.
        """
        made: dict[str, Any] = {
            argument: self._right.get(name, name) for argument, name in credentials.items()
        }
        made |= {argument: _signer(tuple(adds)) for argument, adds in signers.items()}
        return {**made, "rate_limit": None, "transport": self.transport, **given}

    def reset(self) -> None:
        """Be as at first: without records, faults, requests and webhooks, and with the first time.

        Snapshots stay, and what counts as exercised.
        """
        with self._driven.turn:
            self._driven.control.start_over()

    def coverage(self) -> dict[str, Any]:
        """What of the API was exercised, as `GET /_stub/coverage` has it."""
        return self._driven.control.coverage.shown()

    @property
    def _state(self) -> StateControl:
        return self._driven.control.state

    def _whose(self, tenant: str | None) -> str:
        if tenant is not None:
            return tenant
        counts: Any = self._done(lambda: self._state.counts(Call(path={}, query={}, body={})))
        tenants = list(counts["tenants"])
        if len(tenants) > 1:
            raise ValueError(f"there are {len(tenants)} tenants: say whose with tenant=")
        return tenants[0] if tenants else ""

    def _done(self, do: Callable[[], object]) -> object:
        if self._driven.control.emulator is None:
            raise ValueError("a stub that answers with examples has no state")
        return self._in_turn(do)

    def _in_turn(self, do: Callable[[], object]) -> object:
        try:
            with self._driven.turn:
                return do()
        except (Missing, BadInput) as wrong:
            raise ValueError(str(wrong)) from None

    def rest(self) -> None:
        """Do nothing beside requests until there is something to do again."""
        self._driven.control.lives_in(self._errands.loop)
        self._errands.stop()

    def leave(self) -> None:
        """In the child of a fork: let go of what the parent does beside requests."""
        abandon(self._errands.leave())
        self._driven.control.lives_in(self._errands.loop)


def _signer(adds: tuple[str, ...]) -> Callable[[object], Mapping[str, str]]:
    """A signature that the stub takes: it looks only whether there is one."""
    return lambda _: dict.fromkeys(adds, "signed")
