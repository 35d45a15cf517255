"""Who vouches for deliveries, in a generated `webhooks` module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct

from apiscribe.model import (
    Api,
    BasicWebhooks,
    BodySecretWebhooks,
    BodySignatureTimestamp,
    BodySignedWebhooks,
    OpenWebhooks,
    SharedSecretWebhooks,
    SignatureTimestamp,
    SignedWebhooks,
    WebhookAuthentication,
    Webhooks,
)
from apiscribe.views.text import block, literal

_ASGI = "webhooks.asgi(handle"
_USUAL = {
    "encoding": "hex",
    "signs": "{body}",
    "prefix": "",
    "secret_prefix": "",
    "secret_encoding": "text",
}


class Vouching(Struct, frozen=True):
    """All of it is Python source."""

    imports: tuple[str, ...]
    source: str | None
    """What the API is told of it, if anything."""
    functions: str
    imported: tuple[str, ...]
    """Functions of the module that are imported, and those that are made."""
    exported: tuple[str, ...]
    example: str
    """How an application is made."""
    applications: tuple[str, ...] = ("asgi", "wsgi")
    """Functions that make one."""


def vouching(api: Api, webhooks: Webhooks) -> Vouching:
    runtime = f"from {api.package}._runtime.webhooks"
    given = webhooks.authentication
    match given:
        case BasicWebhooks():
            return Vouching(
                imports=(f"{runtime}.functions import WebhookFunctions, authenticated",),
                source=None,
                functions="WebhookFunctions[WebhookEvent](_API)",
                imported=("authenticated",),
                exported=(),
                example=f'{_ASGI}, username="user", password="password")  # or webhooks.wsgi',
            )
        case OpenWebhooks():
            return Vouching(
                imports=(f"{runtime}.open_functions import OpenFunctions",),
                source=None,
                functions="OpenFunctions[WebhookEvent](_API)",
                imported=(),
                exported=(),
                example=f"{_ASGI})  # or webhooks.wsgi",
            )
        case SharedSecretWebhooks():
            imports = (f"{runtime}.shared_secret import SharedSecret",)
            source = _call("SharedSecret", _shared(given))
            return _in_header(webhooks, runtime, imports, source)
        case SignedWebhooks():
            names = "Signature, Timestamp" if given.timestamp is not None else "Signature"
            imports = (f"{runtime}.signature import {names}",)
            source = _call("Signature", _signed(given))
            if given.has_address:
                return _addressed(runtime, imports, source)
            return _in_header(webhooks, runtime, imports, source)
        case BodySecretWebhooks():
            imports = (f"{runtime}.in_body import BodySecret",)
            source = _call("BodySecret", _secret_of_each(given.key, webhooks))
            return _by_secret(runtime, imports, source, functions="BodyFunctions")
        case BodySignedWebhooks():
            names = "BodySignature, BodyTimestamp" if given.timestamp else "BodySignature"
            imports = (f"{runtime}.in_body import {names}",)
            source = _call("BodySignature", _body_signed(api, webhooks, given))
            return _by_secret(runtime, imports, source, functions="BodyFunctions")
        case _:
            assert_never(given)


def unsigned(given: WebhookAuthentication) -> list[str]:
    """What readers have to know where a signature is not of the whole body."""
    if not isinstance(given, BodySignedWebhooks):
        return []
    text = f"The signature is of `{given.signs}` and nothing else: it says that the service has"
    text += " sent something, and not that the rest of a body is as it was."
    return ["", *block(text)]


def _by_secret(
    runtime: str, imports: tuple[str, ...], source: str, functions: str = "SecretFunctions"
) -> Vouching:
    return Vouching(
        imports=(f"{runtime}.secret_functions import {functions}", *imports),
        source=source,
        functions=f"{functions}[WebhookEvent](_API, _AUTHENTICATION)",
        imported=(),
        exported=("authenticated", "sign"),
        example=f'{_ASGI}, secrets="secret")  # or webhooks.wsgi',
    )


def _in_header(webhooks: Webhooks, runtime: str, imports: tuple[str, ...], source: str) -> Vouching:
    if webhooks.asks is None or not webhooks.asks.secret:
        return _by_secret(runtime, imports, source)
    return Vouching(
        imports=(f"{runtime}.greeted_functions import GreetedFunctions", *imports),
        source=source,
        functions="GreetedFunctions[WebhookEvent](_API, _AUTHENTICATION)",
        imported=(),
        exported=("authenticated", "sign"),
        example=f"{_ASGI}, handshake=print)  # or webhooks.wsgi",
    )


def _addressed(runtime: str, imports: tuple[str, ...], source: str) -> Vouching:
    return Vouching(
        imports=(f"{runtime}.addressed_functions import AddressedFunctions", *imports),
        source=source,
        functions="AddressedFunctions[WebhookEvent](_API, _AUTHENTICATION)",
        imported=(),
        exported=(),
        example='webhooks.at("https://you.example/").asgi(handle, secrets="secret")  # or wsgi',
        applications=("at",),
    )


def _call(name: str, keywords: Iterator[tuple[str, str]]) -> str:
    return f"{name}({', '.join(f'{key}={value}' for key, value in keywords)})"


def _shared(given: SharedSecretWebhooks) -> Iterator[tuple[str, str]]:
    yield "header", literal(given.header)
    if given.prefix:
        yield "prefix", literal(given.prefix)


def _secret_of_each(key: str, webhooks: Webhooks) -> Iterator[tuple[str, str]]:
    yield from _body_secret(key, webhooks)
    if webhooks.items:
        yield "items", literal(webhooks.items)


def _body_secret(key: str, webhooks: Webhooks) -> Iterator[tuple[str, str]]:
    yield "key", literal(webhooks.path(key))
    if webhooks.body == "form":
        yield "form", "True"


def once(api: Api, webhooks: Webhooks, given: BodySignedWebhooks) -> tuple[tuple[str, ...], ...]:
    """The keys that are signed and are in no payload: they are another's each time."""
    inside: set[tuple[str, ...]] = set()
    for event in webhooks.events:
        if event.payload_key is not None:
            inside.add(event.path(event.payload_key))
        elif event.content_key is None:
            fields = api.objects[event.payload].fields
            inside |= {(each.wire_name,) for each in fields}
    keys = (webhooks.path(key) for key in given.keys)
    return tuple(key for key in keys if not any(key[: len(each)] == each for each in inside))


def _body_signed(
    api: Api, webhooks: Webhooks, given: BodySignedWebhooks
) -> Iterator[tuple[str, str]]:
    yield from _body_secret(given.key, webhooks)
    yield "hash", literal(given.hash)
    yield from _unusual(given)
    if given.keys:
        yield "keys", literal({key: webhooks.path(key) for key in given.keys})
    if found := once(api, webhooks, given):
        yield "once", literal(found)
    if given.timestamp is not None:
        key = literal(webhooks.path(given.timestamp.key))
        stated = (("key", key), *_written(given.timestamp))
        yield "timestamp", _call("BodyTimestamp", iter(stated))


def _unusual(given: SignedWebhooks | BodySignedWebhooks) -> Iterator[tuple[str, str]]:
    """What is not as it usually is."""
    for name, value in _USUAL.items():
        if getattr(given, name) != value:
            yield name, literal(getattr(given, name))


def _signed(given: SignedWebhooks) -> Iterator[tuple[str, str]]:
    yield "header", literal(given.header)
    if given.others:
        yield "others", literal(given.others)
    yield "hash", literal(given.hash)
    yield from _unusual(given)
    if given.separator is not None:
        yield "separator", literal(given.separator)
    timestamp = given.timestamp
    if timestamp is not None:
        where = ("header", timestamp.header) if timestamp.header else ("prefix", timestamp.prefix)
        stated = ((where[0], literal(where[1])), *_written(timestamp))
        yield "timestamp", _call("Timestamp", iter(stated))


def _written(given: SignatureTimestamp | BodySignatureTimestamp) -> Iterator[tuple[str, str]]:
    if given.unit != "epoch_seconds":
        yield "unit", literal(given.unit)
    yield "tolerance", literal(given.tolerance)
