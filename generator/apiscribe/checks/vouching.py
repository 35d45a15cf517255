"""Who vouches for deliveries: what is signed, and where that is found."""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import (
    BodySecretWebhooks,
    BodySignedWebhooks,
    SharedSecretWebhooks,
    SignedWebhooks,
    WebhookBody,
    Webhooks,
)
from apiscribe.problems import Problem, quoted
from apiscribe.runtime.semantics.paths import keys_of, path_of

RULE = "webhooks"


def check(subject: Subject, webhooks: Webhooks) -> Iterator[Problem]:
    if any(path[0] == "authentication" for path in subject.resolved.documents.dropped if path):
        return  # what is left of it says nothing
    match webhooks.authentication:
        case SignedWebhooks() as signed:
            yield from _signature(subject, webhooks, signed)
        case BodySignedWebhooks() as signed:
            keys = [signed.key, *signed.keys]
            if signed.timestamp is not None and signed.timestamp.key:
                keys.append(signed.timestamp.key)
            yield from _in_each_body(subject, webhooks, signed)
            yield from key_paths(subject, webhooks.body, signed, keys)
            yield from _inside(subject, signed)
        case BodySecretWebhooks() as given:
            yield from _in_each_body(subject, webhooks, given)
            yield from key_paths(subject, webhooks.body, given, [given.key])
        case _:
            pass


def _in_each_body(
    subject: Subject, webhooks: Webhooks, given: BodySecretWebhooks | BodySignedWebhooks
) -> Iterator[Problem]:
    if len(webhooks.bodies) > 1:
        message = (
            "a `key` of the body that vouches for it is of one kind of body, and there are two"
        )
        yield Problem(subject.origins.at(given, "key"), RULE, message)


def key_paths(
    subject: Subject, body: WebhookBody, part: object, keys: list[str], *, hint: str = ""
) -> Iterator[Problem]:
    """Keys that lead into a list; `hint` is what may be meant by that."""
    if body == "form":
        return
    for key in keys:
        steps = keys_of(key)
        if any(step.isdigit() or "[" in step for step in steps):
            message = (
                f"{quoted(key)} points into a list, and nothing says which item is meant; "
                f"name keys of objects{hint}"
            )
        elif not all(steps) or path_of(steps) != key:
            message = f"{quoted(key)} is not keys with points between them (`\\.` is a point of"
            message += " a key itself)"
        else:
            continue
        yield Problem(subject.origins.at(part), RULE, message)


def _inside(subject: Subject, signed: BodySignedWebhooks) -> Iterator[Problem]:
    """A signature that stands under a key of the body."""
    at, timestamp = subject.origins, signed.timestamp
    if any(part in signed.signs for part in ("{body}", "{fields}", "{url}")):
        message = "a signature inside of the body cannot sign all of it; `signs` names parts:"
        yield Problem(at.at(signed, "signs"), RULE, f"{message} `{{timestamp}}{{key:token}}`")
    elif not signed.keys and "{timestamp}" not in signed.signs:
        message = "`signs` has neither `{timestamp}` nor `{key:some.key}`: nothing is signed"
        yield Problem(at.at(signed, "signs"), RULE, message)
    if signed.key in signed.keys:
        message = f"{quoted(signed.key)} is the signature, which cannot sign itself"
        yield Problem(at.at(signed, "signs"), RULE, message)
    yield from _moment(subject, signed, there=timestamp is not None)
    if timestamp is not None and not timestamp.key:
        message = "the timestamp of a signature inside of the body is under a `key` of it, too"
        yield Problem(at.at(signed, "timestamp"), RULE, message)


def _moment(
    subject: Subject, signed: SignedWebhooks | BodySignedWebhooks, *, there: bool
) -> Iterator[Problem]:
    at, signs = subject.origins, "{timestamp}" in signed.signs
    if signs and not there:
        message = "`signs` has `{timestamp}`, and no `timestamp` says where that is"
        yield Problem(at.at(signed, "signs"), RULE, message)
    if there and not signs:
        message = "`signs` has no `{timestamp}`, so that an old delivery could be sent as a new one"
        yield Problem(at.at(signed, "timestamp"), RULE, message)


def _signature(subject: Subject, webhooks: Webhooks, signed: SignedWebhooks) -> Iterator[Problem]:
    at, timestamp = subject.origins, signed.timestamp
    if "{body}" not in signed.signs and "{fields}" not in signed.signs:
        message = "`signs` has no `{body}`, so that anything could be in it"
        yield Problem(at.at(signed, "signs"), RULE, message)
    if "{fields}" in signed.signs and webhooks.bodies != ("form",):
        message = "`{fields}` are those of a form; what is signed of JSON is the `{body}`"
        yield Problem(at.at(signed, "signs"), RULE, message)
    if "{key:" in signed.signs:
        message = "`{key:...}` is for a signature under a `key` of the body; one in a header"
        message += " signs `{body}`"
        yield Problem(at.at(signed, "signs"), RULE, message)
    yield from _moment(subject, signed, there=timestamp is not None)
    names = [name.lower() for name in (signed.header, *signed.others)]
    if len({*names}) < len(names):
        yield Problem(at.at(signed, "header"), RULE, "one header stands here twice")
    if timestamp is None:
        return
    if signed.others and timestamp.header is None:
        message = "of several headers, nothing says which has the timestamp; it needs a `header`"
        yield Problem(at.at(signed, "timestamp"), RULE, f"{message} of its own")
    elif (timestamp.header is None) == (not timestamp.prefix):
        message = (
            "a timestamp has a `header` of its own, or a `prefix` in the signature's; write one"
        )
        yield Problem(at.at(signed, "timestamp"), RULE, message)
    elif timestamp.header is None and (signed.separator is None or not signed.prefix):
        message = (
            "a signature beside its timestamp needs `separator` and `prefix`, to be told from it"
        )
        yield Problem(at.at(signed, "timestamp"), RULE, message)


def handshake(subject: Subject, webhooks: Webhooks) -> Iterator[Problem]:
    """What a header hands out before any delivery is what vouches for these."""
    asks, given = webhooks.asks, webhooks.authentication
    if asks is None or asks.header is None:
        return
    position = subject.origins.place(webhooks) / "asks"
    signed = isinstance(given, SignedWebhooks) and not given.has_address
    if asks.secret and not (signed or isinstance(given, SharedSecretWebhooks)):
        message = "a `secret` that is handed out vouches for deliveries in a header: `by: hmac` or"
        message += " `by: shared_secret`, with a `header` and without `{url}`"
        yield Problem((position / "secret").position, RULE, message)
    vouching = [given.header] if isinstance(given, SignedWebhooks | SharedSecretWebhooks) else []
    vouching += given.others if isinstance(given, SignedWebhooks) else ()
    if asks.header.lower() in {name.lower() for name in vouching}:
        message = f"each delivery has the header {quoted(asks.header)}, which tells no handshake"
        yield Problem((position / "header").position, RULE, message)
