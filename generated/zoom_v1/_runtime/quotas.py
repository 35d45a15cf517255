"""What responses tell of what is left of a rate limit. Data that a generated package fills in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

import msgspec
from msgspec import Struct

from .envelope import Wait
from .semantics.numbers import says_no
from .semantics.paths import reach

_ITEM = re.compile(r'(?:"[^"]*"|[^,"])+')
_PART = re.compile(r'(?:"[^"]*"|[^;"])+')
_WHOLE = re.compile(r"(-?[0-9]{1,18})(?:\.[0-9]*)?")


class Left(Struct, frozen=True):
    """What a response says of a limit."""

    group: str
    """The name that it has there; empty if none."""
    remaining: int | None
    seconds: int | None = None
    """Until there is more, if the same header says so,"""
    reset: Wait | None = None
    """or where that is told."""
    window: int | None = None
    """Which of several windows it is about, by its place."""
    limit: int | None = None
    """Of how many requests it is, if that is told."""

    @property
    def least(self) -> int:
        """How many requests may be sent at once."""
        return max(self.remaining or 0, 0)


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

    @property
    def tells_of_everything(self) -> bool:
        return bool(self.everything or self.everything_key)

    def read(self, body: bytes) -> object:
        """The body, where something of it tells of limits."""
        for told in (self, *self.others):
            waits = (each for each in (told.reset, told.wait) if each is not None)
            if told.remaining_key or any(each.key is not None for each in waits):
                return _json(body)
        return None

    def left(
        self,
        headers: Mapping[str, str],
        data: object = None,
        limits: Sequence[tuple[str, int]] = (),
    ) -> list[Left]:
        """What is left of which limits, and those that a response asks to leave alone.

        Args:
            limits: the groups of what was called, and how many requests each allows.
        """
        if self.standard:
            found = _standard(headers.get(self.standard, ""))
            return [each for each in found if each.remaining is not None]
        found = []
        for told in (self, *self.others):
            group = told.about or headers.get(told.group, "")
            requests = [most for name, most in limits if told._is_about(name, group)]
            left = told._remaining(headers, data, requests)
            of_one = told.of_requests or len(left) > 1
            limit = None if told.used else told._limit(headers, data)
            found += [
                Left(group, each, reset=told.reset, window=place if of_one else None, limit=limit)
                for place, each in enumerate(left)
                if each is not None
            ]
            if told.wait is not None:
                found.append(Left(group, None, reset=told.wait))
        return found

    def _is_about(self, name: str, group: str) -> bool:
        return name == group if group else name not in self.silent

    def _limit(self, headers: Mapping[str, str], data: object) -> int | None:
        if self.limit_key:
            return _whole(str(reach(data, self.limit_key)))
        return _whole(headers.get(self.limit, ""))

    def _remaining(
        self, headers: Mapping[str, str], data: object, requests: Sequence[int]
    ) -> list[int | None]:
        """What remains, of each window that is told of."""
        if self.remaining_key:
            return [_whole(str(reach(data, self.remaining_key)))]
        if not self.used:
            return [_whole(headers.get(self.remaining, ""))]
        used = headers.get(self.used, "").split(",")
        if self.of_requests:
            most = [str(each) for each in requests]
        elif self.limit:
            most = headers.get(self.limit, "").split(",")
        else:
            most = [each.partition("/")[2] for each in used]
            used = [each.partition("/")[0] for each in used]
        return [_difference(*each) for each in zip(most, used, strict=False)]

    def is_about_everything(self, headers: Mapping[str, str], body: bytes) -> bool:
        """Whether a refusal is about whatever is called."""
        said: object = headers.get(self.everything) if self.everything else None
        if self.everything_key:
            said = reach(_json(body), self.everything_key)
        return not says_no(said)


def _json(body: bytes) -> object:
    with suppress(msgspec.DecodeError, RecursionError):
        return msgspec.json.decode(body)
    return None


def _standard(text: str) -> list[Left]:
    """What the IETF's header says, in its newer drafts (an item a policy) or the older one."""
    found: list[Left] = []
    alone: dict[str, str] = {}
    for item in _ITEM.findall(text):
        name, *parts = (each.strip() for each in _PART.findall(item))
        given = dict(_pair(each) for each in parts)
        if parts:
            seconds = _whole(given.get("t", ""))
            found.append(Left(name.strip('"'), _whole(given.get("r", "")), seconds))
        else:
            alone |= [_pair(name)]
    if "remaining" in alone:
        found.append(Left("", _whole(alone["remaining"]), _whole(alone.get("reset", ""))))
    return found


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name.strip().lower(), value.strip().strip('"')


def _difference(most: str, used: str) -> int | None:
    one, other = _whole(most), _whole(used)
    return None if one is None or other is None else one - other


def _whole(text: str) -> int | None:
    """The whole number that a text writes, be it with a fraction."""
    found = _WHOLE.fullmatch(text.strip())
    return int(found[1]) if found else None
