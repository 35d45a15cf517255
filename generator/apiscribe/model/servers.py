"""Where an API is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class ServerVariable(Struct, frozen=True, kw_only=True):
    """A part of addresses that each client chooses."""

    name: str
    doc: str
    default: str | None = None
    choices: tuple[str, ...] = ()


class Server(Struct, frozen=True, kw_only=True):
    name: str
    doc: str
    url: str
    others: Mapping[str, str]
    """Addresses for some operations, by the names that those have for them."""


class Servers(Struct, frozen=True, kw_only=True):
    servers: tuple[Server, ...]
    """Those that a client may choose; the first is the one it takes otherwise."""
    variables: tuple[ServerVariable, ...] = ()
    plain: bool = True
    """Whether there is one address, and nothing about it to choose."""
