"""How many requests a service takes, and how responses tell what is left."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from apiscribe.model.failures import Wait


class Limit(Struct, frozen=True, kw_only=True):
    """At most `requests` in any `seconds`, shared by the operations of `group`."""

    group: str
    requests: int
    """0 if that is not known, and only responses tell what is left."""
    seconds: int
    several: bool = False
    """Whether the group has other windows as well."""
    per: Literal["key", "operation", "method", "argument"] = "key"
    """What has a window of its own: each key, and of it each operation, method or value."""
    argument: str = ""
    cost: int = 1
    """As how many requests a call of the operation counts, and"""
    dearest: int = 1
    """as how many the dearest call of the group does."""


class ToldLimits(Struct, frozen=True, kw_only=True):
    """Headers, in lower case, in which responses tell what is left of a limit."""

    remaining: str = ""
    remaining_key: str = ""
    """The key of the body that tells it instead."""
    used: str = ""
    """What is used of `limit`, or without that header of what stands behind a slash in this one;
    several numbers are of several windows."""
    of_requests: bool = False
    """It is of the `requests` of the group."""
    reset: Wait | None = None
    wait: Wait | None = None
    """Where any response says how long nothing may be sent."""
    limit: str = ""
    limit_key: str = ""
    group: str = ""
    """Says which group it is about."""
    bucket: str = ""
    """Names the limit that a request was counted against, which nothing else says."""
    everything: str = ""
    """In a refusal, whether it is about whatever is called: a header,"""
    everything_key: str = ""
    """or a key of the body."""
    standard: str = ""
    """A header as the IETF's `RateLimit`, which says all of it."""
    silent: tuple[str, ...] = ()
    """Groups of which no response tells."""
    about: str = ""
    """The only group that it is about."""
    others: tuple[ToldLimits, ...] = ()
    """Further headers, each about another group."""
