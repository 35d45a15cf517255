"""Addresses that responses hand out: the stub's own, in the place of those of the service."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from urllib.parse import unquote_plus

import msgspec
from msgspec import Struct

from ..encoding.wire import Array, Csv, Json, Map, Object, Tuple
from ..head import Head, head_of
from ..operation import Operation
from ..semantics import elsewhere
from ..semantics.linked import holders
from .exchange import Exchange
from .responses import StubResponse, instead

Lead = Callable[[str], str]
"""Says where the stub takes what is sent to an address."""
_InBody = tuple[tuple[str, ...], Mapping[str, str], Lead]
"""The keys of an address, what stands beside it, and where it leads."""
_SEVERAL = (Array, Csv, Json, Map, Object, Tuple)


class Note(Struct, frozen=True):
    """What an address of the stub's says besides."""

    own: int
    """How many pairs of its query are the address's own."""
    tenant: str
    """Whose state it is about, as whoever is sent there does not say who asks."""
    namespace: str

    def written(self) -> str:
        text = msgspec.json.encode([self.own, self.tenant, self.namespace])
        return urlsafe_b64encode(text).decode().rstrip("=")


class Asked(Struct, frozen=True):
    """What a request to such an address is about."""

    address: str
    query: bytes
    """What of its query are arguments."""
    note: Note | None


class HandedOut:
    """The keys of responses under which addresses stand, and what they are for.

    Args:
        remembers: whether what was handed out is about somebody's state.
    """

    def __init__(self, operations: Iterable[Operation], *, remembers: bool) -> None:
        self._remembers = remembers
        self.keys: dict[str, list[tuple[tuple[str, ...], Operation]]] = {}
        for operation in operations:
            told = {} if operation.url is None else operation.url.handed_out_by
            for id, keys in told.items():
                self.keys.setdefault(id, []).append((keys, operation))

    def by(self, answered: StubResponse, exchange: Exchange) -> StubResponse:
        """The same response, whose addresses lead here."""
        operation = exchange.operation
        if operation is None or operation.id not in self.keys:
            return answered
        known = self.keys[operation.id]
        head = head_of(operation.heads, answered.start["status"]) or Head()
        in_headers = {field.key: field.header for field in head.fields}
        in_body = list[_InBody]()
        for keys, further in known:
            lead = partial(self._here, further, exchange)
            where = {} if further.url is None else further.url.where.get(operation.id, {})
            if keys[0] in in_headers:
                answered = _in_header(answered, in_headers[keys[0]], lead)
            else:
                in_body.append((keys, where, lead))
        return _in_body(answered, in_body, head) if in_body else answered

    def _here(self, operation: Operation, exchange: Exchange, address: str) -> str:
        """Where the stub takes what an operation would send to an address."""
        note = self._note(operation, address, exchange)
        return elsewhere.here(operation.id, address, exchange.origin, note)

    def _note(self, operation: Operation, address: str, exchange: Exchange) -> str:
        """What the address itself does not say to the stub; empty if that is nothing."""
        pairs = _pairs(elsewhere.without_template(address).partition("?")[2])
        is_foreign = operation.url is not None and operation.url.servers is None
        is_known = is_foreign and self._remembers
        tenant, namespace = (exchange.tenant, exchange.namespace) if is_known else ("", "")
        if not tenant and not namespace and not _own_names(operation) & {*map(_head, pairs)}:
            return ""
        return Note(len(pairs), tenant, namespace).written()


def _in_header(answered: StubResponse, header: str, lead: Lead) -> StubResponse:
    name = header.encode("latin-1")
    headers = [
        (each, lead(text.decode()).encode() if each == name else text)
        for each, text in answered.start["headers"]
    ]
    return StubResponse({**answered.start, "headers": headers}, answered.body, answered.pieces)


def _in_body(answered: StubResponse, known: list[_InBody], head: Head) -> StubResponse:
    if answered.pieces:
        return answered
    try:
        content = msgspec.json.decode(answered.content)
    except msgspec.DecodeError:
        return answered
    whole = {head.body: content} if head.body else content
    for keys, where, lead in known:
        for holder, key in holders(whole, keys, where):
            if isinstance(holder[key], str):
                holder[key] = lead(holder[key])
    return instead(answered, whole[head.body] if head.body else whole)


def asked(operation: Operation, path: str, query: bytes) -> Asked:
    """What a request to an address that was handed out is about."""
    address, text = elsewhere.meant(path)
    note, pairs = _read(text), _pairs(query.decode("latin-1"))
    if note is not None:
        of_it, left = pairs[: note.own], pairs[note.own :]
    else:
        of_it, left = _told_apart(operation, pairs)
    beside = f"?{'&'.join(of_it)}" if of_it else ""
    return Asked(address + beside, "&".join(left).encode("latin-1"), note)


def _told_apart(operation: Operation, pairs: list[str]) -> tuple[list[str], list[str]]:
    """The pairs of an address, and those of the operation: behind them, if names are the same."""
    own, several = _own_names(operation), _own_names(operation, of=_SEVERAL)
    last = {_head(pair): at for at, pair in enumerate(pairs)}
    of_it, left = list[str](), list[str]()
    for at, pair in enumerate(pairs):
        name = _head(pair)
        is_own = name in own and (name in several or at == last[name])
        (left if is_own else of_it).append(pair)
    return of_it, left


def _own_names(operation: Operation, of: tuple[type, ...] = (object,)) -> set[str]:
    """What arguments of the query are called there; those of some kinds, if asked."""
    bindings, wires = operation.bindings, operation.arguments
    named = {name for name in operation.of_query if isinstance(wires.get(name), of)}
    return named if bindings is None else {*map(bindings.wire_name, named)}


def _pairs(query: str) -> list[str]:
    return [each for each in query.split("&") if each]


def _read(text: str) -> Note | None:
    """A note; None for what the stub has not written."""
    try:
        found = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        return Note(*msgspec.json.decode(found, type=tuple[int, str, str])) if text else None
    except (ValueError, msgspec.MsgspecError):
        return None


def _head(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0]).partition("[")[0]
