"""The requests that were made: the last ones, without secrets."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from typing import Any

import msgspec
from msgspec import Struct

from ...authentication import ApiKey, Hook
from ...clock import monotonic
from ...emulator import Clock
from ...emulator.moments import moment_text
from ...encoding.files import FilePart
from ...operation import Operation
from ..api import StubApi
from ..exchange import Exchange
from ..naming_violations import as_sent
from .fields import LONGEST, BadInput, Field
from .patterns import of_pattern
from .routing import NUMBER, OBJECT, TEXT, WHOLE, Call, Route, list_of, object_of

HIDDEN = "***"
MOST = 1000
"""How many requests are kept, and"""
MOST_BYTES = 32 * 1024 * 1024
"""how many bytes they may have had together."""
_QUERY = (
    Field(name="operation", kind="text", doc="Of which operations: an id, or a pattern."),
    Field(name="tenant", kind="text", doc="Whose."),
    Field(
        name="limit", kind="integer", doc="How many at most; the last ones.", least=0, most=LONGEST
    ),
    Field(
        name="after",
        kind="integer",
        doc="Only those behind the one of this id.",
        least=0,
        most=2**53,
    ),
)
REQUEST = object_of(
    id=WHOLE,
    at={"type": "string", "format": "date-time"},
    tenant=TEXT,
    namespace=TEXT,
    operation={"type": ["string", "null"]},
    arguments=OBJECT,
    status=WHOLE,
    code={"type": ["integer", "string", "null"]},
    violations=list_of(object_of(argument=TEXT, rule=TEXT, message=TEXT, severity=TEXT)),
    duration=NUMBER,
)


class Entry(Struct, kw_only=True):
    """A request as the journal shows it."""

    id: int
    at: str
    tenant: str
    namespace: str
    operation: str | None
    arguments: Mapping[str, Any]
    status: int
    code: int | str | None
    violations: list[dict[str, str]]
    duration: float
    """Seconds from the last byte of the request to the first of the response."""


class Noted(Struct, frozen=True):
    """A request as it was met. Few are ever looked at, so an entry is made of it when it is."""

    id: int
    exchange: Exchange
    status: int
    seconds: float
    """When it was answered: since 1970, by the emulator's clock."""
    duration: float


class Journal:
    """Keeps the last requests."""

    def __init__(self, api: StubApi, clock: Clock) -> None:
        self._clock = clock
        # What one operation has to hide, another may be sent by mistake.
        credentials = _credentials(api)
        every = credentials.union(*(each.sensitive for each in api.operations))
        self._credentials = credentials
        self._hidden = {each.id: _hidden(each, every, credentials) for each in api.operations}
        self._hidden_elsewhere = every
        self.operations = tuple(self._hidden)
        self._kept: deque[Noted] = deque()
        self._bytes = 0
        self._last_id = 0

    def note(self, exchange: Exchange, status: int) -> None:
        """Keep what became known of a request."""
        self._last_id += 1
        self._kept.append(noted(self._last_id, exchange, status, self._clock))
        self._bytes += exchange.size
        while len(self._kept) > MOST or (self._bytes > MOST_BYTES and len(self._kept) > 1):
            self._bytes -= self._kept.popleft().exchange.size

    def entry_of(self, noted: Noted) -> Entry:
        exchange = noted.exchange
        operation = exchange.operation
        hidden = self._hidden[operation.id] if operation else self._hidden_elsewhere
        return Entry(
            id=noted.id,
            at=moment_text(datetime.fromtimestamp(noted.seconds, UTC)),
            tenant=exchange.tenant,
            namespace=exchange.namespace,
            operation=operation.id if operation else None,
            arguments=_shown(self._arguments_of(exchange), hidden),
            status=noted.status,
            code=exchange.code,
            violations=_described(exchange, hidden),
            duration=round(noted.duration, 6),
        )

    def _arguments_of(self, exchange: Exchange) -> Mapping[str, object]:
        """Without credentials, which stand among them as long as nobody has looked."""
        known = exchange.operation.arguments if exchange.operation else {}
        strange = self._credentials.difference(known)
        return {name: each for name, each in exchange.given.items() if name not in strange}

    def entries(
        self, operation: str = "", tenant: str | None = None, namespace: str = "", after: int = 0
    ) -> list[Entry]:
        """Those of one kind behind the one whose id is `after`, oldest first."""
        return [
            self.entry_of(noted)
            for noted in list(self._kept)
            if noted.id > after
            and (not operation or fnmatchcase(_operation_of(noted.exchange), operation))
            and (tenant is None or noted.exchange.tenant == tenant)
            and (not namespace or noted.exchange.namespace == namespace)
        ]

    def forget(self, namespace: str = "") -> int:
        """Forget all of a namespace, or all; how many those were."""
        kept = [each for each in self._kept if namespace and each.exchange.namespace != namespace]
        removed = len(self._kept) - len(kept)
        self._kept = deque(kept)
        self._bytes = sum(each.exchange.size for each in kept)
        return removed

    def restart(self) -> None:
        self.forget()
        self._last_id = 0

    def routes(self) -> tuple[Route, ...]:
        return (
            Route(
                method="GET",
                path="requests",
                doc="The last requests, oldest first; without credentials and sensitive arguments.",
                do=self._list,
                query=_QUERY,
                answer=object_of(requests=list_of(REQUEST)),
            ),
            Route(
                method="DELETE",
                path="requests",
                doc="Forget them.",
                do=lambda call: {"removed": self.forget(call.namespace)},
                answer=object_of(removed=WHOLE),
            ),
        )

    def _list(self, call: Call) -> object:
        asked = call.query
        if problems := of_pattern(asked.get("operation"), self.operations):
            raise BadInput(problems)
        whose = asked.get("tenant"), call.namespace, asked.get("after", 0)
        found = self.entries(asked.get("operation", ""), *whose)
        if "limit" in asked:
            found = found[-asked["limit"] :] if asked["limit"] else []
        return {"requests": found}


def noted(id: int, exchange: Exchange, status: int, clock: Clock) -> Noted:
    """A request that is answered now."""
    return Noted(id, exchange, status, clock.seconds(), monotonic() - exchange.began)


def is_meant(entry: Entry, operation: str, tenant: str | None, namespace: str) -> bool:
    """Whether somebody who asks for these means a request."""
    return (
        (not operation or fnmatchcase(entry.operation or "", operation))
        and (tenant is None or entry.tenant == tenant)
        and (not namespace or entry.namespace == namespace)
    )


def _operation_of(exchange: Exchange) -> str:
    return exchange.operation.id if exchange.operation else ""


def _described(exchange: Exchange, hidden: frozenset[str]) -> list[dict[str, str]]:
    found, operation = exchange.violations, exchange.operation
    named = found if operation is None else as_sent(found, operation)
    return [
        {
            "argument": each.argument,
            "rule": each.rule,
            "message": HIDDEN if _root(ours.argument) in hidden else each.message,
            "severity": each.severity,
        }
        for ours, each in zip(found, named, strict=True)
    ]


def _shown(given: Mapping[str, object], hidden: frozenset[str]) -> dict[str, Any]:
    return {name: HIDDEN if name in hidden else _plain(each) for name, each in given.items()}


def _hidden(
    operation: Operation, every: frozenset[str], credentials: frozenset[str]
) -> frozenset[str]:
    """What of an operation's arguments is not shown; a name may be both argument and credential."""
    return (every - (operation.arguments.keys() - credentials)) | operation.sensitive


def _plain(value: object) -> Any:
    if isinstance(value, int) and value.bit_length() >= 64:
        return str(value)  # longer than JSON that all can read
    if isinstance(value, str):
        return str(value)  # what could not be read is a text of a kind of its own
    if isinstance(value, int | float | None):
        return value
    if isinstance(value, FilePart):
        return {"filename": value.filename, "size": value.size}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    try:
        return msgspec.to_builtins(value)
    except TypeError:
        return str(value)


def _root(argument: str) -> str:
    return argument.partition(".")[0].partition("[")[0]


def _credentials(api: StubApi) -> frozenset[str]:
    """Names of what stands among the arguments and is none."""
    names = set(api.credentials)
    schemes = api.authentication.schemes.values() if api.authentication else ()
    for scheme in schemes:
        if isinstance(scheme, ApiKey):
            names.add(scheme.name)
        elif isinstance(scheme, Hook):
            names.update(scheme.adds)
    return frozenset(names)
