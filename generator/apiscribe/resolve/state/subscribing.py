"""Entities whose records are told of events."""

from __future__ import annotations

from apiscribe.document.state import SubscribesDoc
from apiscribe.document.webhooks import WebhooksDoc
from apiscribe.load.source import Place
from apiscribe.resolve.state.names import Known, Scope
from apiscribe.resolve.state.values import Reader
from apiscribe.runtime.program import Subscribes


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
    _check_events(doc, place, webhooks, known)
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
    )


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
