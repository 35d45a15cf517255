"""Entities whose records are told of events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from apiscribe.document.state import SubscribesDoc
from apiscribe.document.webhooks import WebhooksDoc
from apiscribe.load.source import Place
from apiscribe.model import (
    AnyType,
    ListType,
    MapType,
    ObjectRef,
    ObjectType,
    UnionType,
    ValueType,
)
from apiscribe.problems import quoted
from apiscribe.resolve.state.names import Known, Scope
from apiscribe.resolve.state.values import Reader
from apiscribe.runtime.program import Subscribes
from apiscribe.runtime.semantics.paths import keys_of


def subscribes(
    entity: str,
    doc: SubscribesDoc | None,
    place: Place,
    webhooks: WebhooksDoc | None,
    known: Known,
    reader: Reader,
) -> Subscribes | None:
    """What of a record says who is told of what; None if its entity subscribes to nothing."""
    if doc is None:
        return None
    place = place / "subscribes"
    for key, field in (("url", doc.url), ("events", doc.events), ("secret", doc.secret)):
        if field is not None:
            known.field(entity, field, place / key)
    about = {
        name: tuple(keys) if isinstance(keys, list) else (keys,) for name, keys in doc.about.items()
    }
    _check_events(doc, place, webhooks, known)
    _check_about(entity, about, place / "about", webhooks, known)
    _check_headers(entity, doc, place / "headers", webhooks, known)
    scope = Scope(entity, known, frozenset())
    query = reader.looking.query(entity, doc.where, None, place, place, scope)
    if query is None:
        return None
    return Subscribes(
        query=query,
        url=doc.url,
        events=doc.events or "",
        every=doc.every or "",
        secret=doc.secret or "",
        about=about,
        headers=doc.headers,
    )


def undelivered(
    entity: str, field: str | None, place: Place, webhooks: WebhooksDoc | None, known: Known
) -> str:
    """The field of a record that counts who has not received it; empty if none does."""
    if field is None:
        return ""
    known.field(entity, field, place)
    says_which = webhooks is not None and webhooks.id is not None and webhooks.id.key is not None
    if not says_which and ("webhooks",) not in known.dropped:
        message = (
            "no delivery says which record it is of: `id` of `webhooks.yaml` does, with a `key`"
        )
        known.problems.add(place.position, "bad-value", message)
    return field


def _check_about(
    entity: str,
    about: Mapping[str, tuple[str, ...]],
    place: Place,
    webhooks: WebhooksDoc | None,
    known: Known,
) -> None:
    """Note problems where a record has no such field, or the payload of no event such a key."""
    payloads = [each.payload for each in webhooks.events.values()] if webhooks else []
    for name, keys in about.items():
        known.field(entity, name, place / name, key=True)
        for key in keys:
            if payloads and not any(
                _may_have(ObjectRef(object=each), keys_of(key), known.objects) for each in payloads
            ):
                message = f"the payload of no event has {quoted(key)}"
                known.problems.add((place / name).position, "unknown-name", message)


def _check_headers(
    entity: str, doc: SubscribesDoc, place: Place, webhooks: WebhooksDoc | None, known: Known
) -> None:
    """Note problems where a record has no such field, or a header says something else already."""
    vouching = None if webhooks is None else webhooks.authentication
    named = (
        getattr(webhooks and webhooks.event, "header", None),
        getattr(webhooks and webhooks.id, "header", None),
        getattr(vouching, "header", None),
    )
    taken = {"content-type", "content-length", "host", "authorization"}
    taken |= {each.lower() for each in named if isinstance(each, str)}
    for name, field in doc.headers.items():
        known.field(entity, field, place / name)
        if name.lower() in taken:
            message = f"{quoted(name)} says something else of each delivery"
            known.problems.add((place / name).key_position, "bad-value", message)


def _may_have(of: ValueType, keys: Sequence[str], objects: Mapping[str, ObjectType]) -> bool:
    """Whether a value may have something under keys inside of one another."""
    if not keys or isinstance(of, AnyType | MapType | UnionType):
        return True
    if isinstance(of, ListType):
        return _may_have(of.item, keys, objects)
    if not isinstance(of, ObjectRef):
        return False
    declared = objects.get(of.object)
    if declared is None:
        return True  # which has been said
    first = keys[0].removesuffix("[]")
    inside = (each.type for each in declared.fields if each.wire_name == first)
    return any(_may_have(each, keys[1:], objects) for each in inside)


def _check_events(
    doc: SubscribesDoc, place: Place, webhooks: WebhooksDoc | None, known: Known
) -> None:
    """Note problems where the service has no such events, or does not sign them."""
    if ("webhooks",) in known.dropped:
        return
    if webhooks is None:
        message = "there are no events to be told of: `webhooks.yaml` says which there are"
        known.problems.add(place.key_position, "bad-value", message)
        return
    if doc.events is not None and webhooks.event is None:
        message = "nothing says what the service calls its events: `event` of `webhooks.yaml` does"
        known.problems.add((place / "events").position, "bad-value", message)
    if doc.secret is not None and webhooks.authentication in ("basic", "none"):
        message = "no delivery has a secret: `authentication` of `webhooks.yaml` says how"
        known.problems.add((place / "secret").position, "bad-value", message)
    if doc.every is not None and doc.events is None:
        message = "without `events`, all are told anyway"
        known.problems.add((place / "all").position, "bad-value", message)
