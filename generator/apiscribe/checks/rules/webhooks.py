"""`webhooks`: each event can be told, and each secret be checked, from what is written.

event: {key: type}
events:
  paid: {value: invoice.paid, ...}      # tells itself from every event before it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apiscribe.checks import vouching
from apiscribe.checks.subject import Subject
from apiscribe.checks.vouching import key_paths
from apiscribe.model import (
    PLAIN_STYLE,
    BodySignedWebhooks,
    Event,
    TellingValue,
    Webhooks,
)
from apiscribe.problems import Problem, quoted

RULE = "webhooks"
_SEVERAL = "; `items` says where a body has several events"


def check(subject: Subject) -> Iterator[Problem]:
    webhooks = subject.api.webhooks
    if webhooks is None or ("webhooks",) in subject.resolved.documents.dropped:
        return
    yield from _told_by(subject, webhooks)
    for index, event in enumerate(webhooks.events):
        yield from _event(subject, webhooks, event)
        before = next((e for e in webhooks.events[:index] if _covers(e, event)), None)
        if before is not None:
            message = f"whatever is told by this is {quoted(before.name)} already, which is above"
            yield Problem(subject.origins.key_at(event), RULE, message)
    if webhooks.style != PLAIN_STYLE and "form" not in webhooks.bodies:
        message = "`style` says how a form has lists and objects, and no event is one"
        yield Problem(subject.origins.key_at(webhooks, "style"), RULE, message)
    if webhooks.challenge is not None:
        keys = [*webhooks.challenge.match, webhooks.challenge.key]
        yield from key_paths(subject, webhooks.body, webhooks.challenge, keys)
    if webhooks.id is not None and webhooks.id.key is not None:
        yield from key_paths(subject, webhooks.body, webhooks.id, [webhooks.id.key])
    if webhooks.items:
        yield from _of_each(subject, webhooks)
    yield from vouching.check(subject, webhooks)
    yield from vouching.handshake(subject, webhooks)


def _of_each(subject: Subject, webhooks: Webhooks) -> Iterator[Problem]:
    """What bodies that hold several events cannot have."""
    at = subject.origins
    if "form" in webhooks.bodies:
        message = "`items` is of JSON: a form holds one event"
        yield Problem(at.key_at(webhooks, "items"), RULE, message)
    if isinstance(webhooks.authentication, BodySignedWebhooks):
        message = "a signature inside of a body with several `items` is of none of them; it needs a"
        yield Problem(at.at(webhooks.authentication, "key"), RULE, f"{message} `header`")
    if webhooks.id is not None and webhooks.id.header is not None:
        message = "a header is of all `items` of a body; what tells each apart is a `key` of it"
        yield Problem(at.at(webhooks.id, "header"), RULE, message)
    for event in webhooks.events:
        if event.reply is not None or event.reply_text is not None:
            message = "several `items` have one response, which is a reply to none of them"
            yield Problem(at.key_at(event, "reply"), RULE, message)


def _told_by(subject: Subject, webhooks: Webhooks) -> Iterator[Problem]:
    located = subject.resolved.documents.webhooks
    told = located.doc.event if located is not None else None
    if told is not None and (told.key is None) == (told.header is None):
        position = subject.origins.at(webhooks, "event")
        yield Problem(position, RULE, "events are told by a `key` or by a `header`; write one")


def _event(subject: Subject, webhooks: Webhooks, event: Event) -> Iterator[Problem]:
    at = subject.origins
    stated = (event.match, event.headers, event.present, event.content_key)
    if not any(stated) and len(webhooks.written(event.body)) > 1:
        message = "nothing tells this event; write `value`, `match`, `headers` or `present`"
        yield Problem(at.key_at(event), RULE, message)
    keys = [*event.match, *event.present]
    if event.payload_key is not None:
        keys.append(event.payload_key)
    yield from key_paths(subject, event.body, event, keys, hint=_SEVERAL)
    if event.body == "form":
        for key, values in event.match.items():
            if not all(isinstance(value, str) for value in values):
                message = "a form has only texts; put the value in quotes"
                yield Problem(at.at(event, "match", key), RULE, message)
        if event.payload_key is not None:
            message = "a form has no keys inside of others; `content_key` names a field with JSON"
            yield Problem(at.key_at(event, "payload_key"), RULE, message)
    elif event.content_key is not None:
        message = "`content_key` is for forms; `payload_key` says where in JSON the payload is"
        yield Problem(at.key_at(event, "content_key"), RULE, message)


def _covers(before: Event, event: Event) -> bool:
    """Whether all that is told as `event` is told as `before` too."""
    there = {*event.present, *event.match}
    return (
        before.body == event.body
        and _narrows(before.match, event.match)
        and _narrows(before.headers, event.headers)
        and there.issuperset(before.present)
        and (before.content_key is None or before.content_key == event.content_key)
    )


def _narrows(
    wide: Mapping[str, tuple[TellingValue, ...]], narrow: Mapping[str, tuple[TellingValue, ...]]
) -> bool:
    return all(key in narrow and set(narrow[key]) <= set(values) for key, values in wide.items())
