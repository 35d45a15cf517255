"""Where an API is, as data, which the generated package fills in."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Variable(Struct, frozen=True, kw_only=True):
    """A part of URLs that each client chooses."""

    default: str | None = None
    choices: tuple[str, ...] = ()
    """Nothing else is taken, if there are any."""


class Server(Struct, frozen=True, kw_only=True):
    """The URLs of one installation, with variables in braces."""

    url: str
    others: Mapping[str, str] = {}
    """URLs for some operations, by the names that those have for them."""


class Servers(Struct, frozen=True, kw_only=True):
    """The installations of an API; the first is meant where none is chosen."""

    servers: Mapping[str, Server]
    variables: Mapping[str, Variable] = {}
