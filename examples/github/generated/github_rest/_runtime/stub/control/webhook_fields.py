"""What a subscription may say, by how a service sends its events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...errors import ConfigurationError
from ..destinations import Destinations
from ..service import SentEvent, WebhookPolicy
from ..subscription import Subscription
from .fields import Field, Problem, closest


def webhook_fields(policy: WebhookPolicy) -> Iterator[Field]:
    """What a subscription says: of credentials, those that the service sends."""
    yield Field(
        name="url",
        kind="text",
        doc="Where events are sent to.",
        required=True,
        says={"format": "uri", "pattern": "^https?://[!-~]+$"},
    )
    if policy.basic:
        yield Field(
            name="username", kind="text", doc="For HTTP Basic.", says={"pattern": "^[^:]*$"}
        )
        yield Field(name="password", kind="text", doc="For HTTP Basic; it is never given back.")
    if policy.vouching is not None:
        yield Field(
            name="secret",
            kind="text",
            doc="What deliveries are signed with, or have in them; it is never given back, and"
            f" without it {'one is made' if policy.hands_out else 'none is signed'}.",
            says={"minLength": 1},
        )
    yield Field(
        name="events",
        kind="texts",
        doc="Which events, by our names or by what the service says for them; all without it.",
        says={"items": {"type": "string", "enum": list(words_of_events(policy))}},
    )
    yield Field(
        name="pauses",
        kind="numbers",
        doc="Seconds after each failed attempt, by the emulator's clock; 1 and 2 without it.",
        says={"maxItems": policy.attempts - 1},
    )
    yield Field(name="tenant", kind="text", doc="Whose events; everybody's without it.")


def words_of_events(policy: WebhookPolicy) -> dict[str, list[str]]:
    """What events may be asked for by, and which ones that means: names, and a service's words."""
    found = {name: [name] for name in policy.events}
    for name, event in policy.events.items():
        for word in _words(event):
            if word not in policy.events:
                found.setdefault(word, []).append(name)
    return found


def by_our_names(words: Mapping[str, list[str]], given: Mapping[str, Any]) -> dict[str, Any]:
    """What a subscription says, with events by our names beside the words that it has."""
    asked_for = given.get("events") or ()
    meant = dict.fromkeys(name for word in asked_for for name in words[word])
    return {**given, "events": tuple(meant), "asked_for": asked_for}


def _words(event: SentEvent) -> tuple[str, ...]:
    if event.called or event.headers:
        return event.called
    return tuple(value for value in event.match.values() if isinstance(value, str))


def shown_subscription(subscription: Subscription) -> dict[str, object]:
    """A subscription without its secrets."""
    return {
        "id": subscription.id,
        "url": subscription.url,
        "username": subscription.username,
        "signed": bool(subscription.secret),
        "events": subscription.asked_for or subscription.events,
        "pauses": subscription.pauses,
        "tenant": subscription.tenant,
        "namespace": subscription.namespace,
        "record": subscription.record,
        **({"about": subscription.about} if subscription.about else {}),
    }


def subscription_problems(
    policy: WebhookPolicy,
    words: Mapping[str, list[str]],
    destinations: Destinations,
    given: Mapping[str, Any],
) -> list[Problem]:
    """What is wrong with a subscription whose parts are of the right kinds, or None."""
    url = given.get("url")
    wrong = "" if url is None else destinations.problem(url)
    found = [Problem("url", wrong)] if wrong else []
    found += [
        Problem("events", f"has {name}, which is no event{closest(name, words)}")
        for name in given.get("events") or ()
        if name not in words
    ]
    if len(given.get("pauses") or ()) >= policy.attempts:
        most = policy.attempts - 1
        found.append(Problem("pauses", f"has more than the {most} that the service makes"))
    if ":" in (given.get("username") or ""):
        found.append(Problem("username", "holds a colon, which HTTP cannot carry"))
    if given.get("secret") is not None:
        found += _secret_problems(policy, given["secret"])
    return found


def _secret_problems(policy: WebhookPolicy, secret: str) -> list[Problem]:
    """What is wrong with a secret."""
    vouching = policy.vouching
    if vouching is None:
        return []
    try:
        headers = vouching.sign(b"", secret, timestamp=None, headers={})
    except (ConfigurationError, UnicodeError):
        return [Problem("secret", "is not what the service hands out")]
    if isinstance(headers, bytes):  # it is a body
        return []
    if not all(text.isascii() and text.isprintable() for text in headers.values()):
        return [Problem("secret", "has characters that no header carries")]
    return []
