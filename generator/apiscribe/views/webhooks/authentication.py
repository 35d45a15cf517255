"""Who vouches for deliveries, in a generated `webhooks` module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from apiscribe.model import (
    BasicWebhooks,
    OpenWebhooks,
    SharedSecretWebhooks,
    SignedWebhooks,
    WebhookAuthentication,
)
from apiscribe.views.text import literal


@dataclass(frozen=True)
class Vouching:
    """All of it is Python source."""

    imports: tuple[str, ...]
    source: str | None
    """What the API is told of it, if anything."""
    functions: str
    imported: tuple[str, ...]
    """Functions of the module that are imported, and those that are made."""
    exported: tuple[str, ...]
    example: str


def vouching(package: str, given: WebhookAuthentication) -> Vouching:
    runtime = f"from {package}._runtime.webhooks"
    match given:
        case BasicWebhooks():
            return Vouching(
                imports=(f"{runtime}.functions import WebhookFunctions, authenticated",),
                source=None,
                functions="WebhookFunctions[WebhookEvent](_API)",
                imported=("authenticated",),
                exported=(),
                example=', username="user", password="password"',
            )
        case OpenWebhooks():
            return Vouching(
                imports=(f"{runtime}.open_functions import OpenFunctions",),
                source=None,
                functions="OpenFunctions[WebhookEvent](_API)",
                imported=(),
                exported=(),
                example="",
            )
        case SharedSecretWebhooks():
            imports = (f"{runtime}.shared_secret import SharedSecret",)
            return _by_secret(runtime, imports, _call("SharedSecret", _shared(given)))
        case SignedWebhooks():
            names = "Signature, Timestamp" if given.timestamp is not None else "Signature"
            imports = (f"{runtime}.signature import {names}",)
            return _by_secret(runtime, imports, _call("Signature", _signed(given)))
        case _:
            assert_never(given)


def _by_secret(runtime: str, imports: tuple[str, ...], source: str) -> Vouching:
    return Vouching(
        imports=(f"{runtime}.secret_functions import SecretFunctions", *imports),
        source=source,
        functions="SecretFunctions[WebhookEvent](_API, _AUTHENTICATION)",
        imported=(),
        exported=("authenticated", "sign"),
        example=', secrets="secret"',
    )


def _call(name: str, keywords: Iterator[tuple[str, str]]) -> str:
    return f"{name}({', '.join(f'{key}={value}' for key, value in keywords)})"


def _shared(given: SharedSecretWebhooks) -> Iterator[tuple[str, str]]:
    yield "header", literal(given.header)
    if given.prefix:
        yield "prefix", literal(given.prefix)


def _signed(given: SignedWebhooks) -> Iterator[tuple[str, str]]:
    """What is not as it usually is."""
    yield "header", literal(given.header)
    yield "hash", literal(given.hash)
    usual = {
        "encoding": "hex",
        "signs": "{body}",
        "prefix": "",
        "separator": None,
        "secret_prefix": "",
        "secret_encoding": "text",
    }
    for name, value in usual.items():
        if getattr(given, name) != value:
            yield name, literal(getattr(given, name))
    timestamp = given.timestamp
    if timestamp is not None:
        where = ("header", timestamp.header) if timestamp.header else ("prefix", timestamp.prefix)
        stated = (where, ("tolerance", timestamp.tolerance))
        yield "timestamp", _call("Timestamp", ((key, literal(value)) for key, value in stated))
