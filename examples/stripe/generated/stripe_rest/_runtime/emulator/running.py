"""One run of a program's steps, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ..pages import AnyPages
    from .records import Found, Records
    from .refusing import Refused

NOW, TENANT = "now", "tenant"


class Event(Struct, frozen=True):
    """Something that the service tells its webhooks."""

    name: str
    fields: Mapping[str, object]
    example: str = ""
    """Which documented example it is, if it is one."""


class NotInState(Exception):
    """A transition that does not lead from where a record is."""

    def __init__(self, transition: str, state: str, sources: tuple[str, ...]) -> None:
        listed = " or ".join(sources)
        super().__init__(f"`{transition}` leads from {listed}, and the state is {state}")


class Outcome(Struct):
    """What came of an operation."""

    body: object = None
    status: int | None = None
    """The first that is documented where it is none."""
    head: object = None
    """What headers say beside a body that is no JSON."""
    refused: Refused | None = None
    """The API's error, where what was done stays done all the same."""
    events: list[Event] = []
    beside: Mapping[str, object] = {}
    """What the whole response says of its page: dotted key -> value."""
    links: Mapping[str, Mapping[str, object]] = {}
    """Other pages, such as `next` -> the arguments that ask for them."""
    scheme: AnyPages | None = None
    """How its page was asked for."""
    headers: Mapping[str, object] = {}
    """What headers say of its page."""


class Run:
    """One run of steps over the records of a tenant.

    Args:
        records: those.
        given: the arguments.
        defaults: what arguments are that are not given, where records are made of them.
        seen: what names mean besides.
        resumed: how many items are before the page, where a walk of another operation goes on.
    """

    __slots__ = ("answered", "defaults", "given", "outcome", "records", "resumed", "scope")

    def __init__(
        self,
        records: Records,
        given: Mapping[str, object],
        *,
        defaults: Mapping[str, object] = {},
        seen: Mapping[str, object] = {},
        resumed: int | None = None,
    ) -> None:
        self.records = records
        self.given = given
        self.defaults = defaults
        self.resumed = resumed
        self.scope: dict[str, object] = {
            NOW: records.clock.text(),
            TENANT: records.account,
            **seen,
            **given,
        }
        """What names mean: arguments, records, items."""
        self.outcome = Outcome(events=[])
        self.answered = False

    def found(self, name: str) -> Found:
        """A record that a name means."""
        record = self.scope[name]
        from .records import Found

        assert isinstance(record, Found)
        return record


Do = Callable[[Run], None]
"""Does something in a run."""
