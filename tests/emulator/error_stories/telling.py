"""What stories are told with: which code each ends in, and what accounts begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tests.emulator.asking import Account

JPEG = b"\xff\xd8\xff\xe0 picture"
NOBODY = "nobody-of-this-account"
SERIES = {"start_time": "2031-01-06T17:00:00Z", "recurrence": '{"type":1,"end_times":3}'}
Tell = Callable[[Account, str], Any]


class Story(NamedTuple):
    code: int
    path: str
    """Below `/v1/`."""
    tell: Tell
    rules: str
    """Whose seed the account has: a key of `SEEDS`."""

    @property
    def name(self) -> str:
        return f"{self.code}-{self.path.replace('/', '-')}-{self.tell.__name__}"


STORIES: list[Story] = []


def provokes(code: int, *paths: str, rules: str = "none") -> Callable[[Tell], Tell]:
    """The story is told of each path."""

    def listed(tell: Tell) -> Tell:
        STORIES.extend(Story(code, path, tell, rules) for path in paths)
        return tell

    return listed


def seeds() -> Iterator[tuple[str, dict[str, Any]]]:
    """What each account of a story begins with, by its key."""
    for story in STORIES:
        yield story.name, SEEDS[story.rules]


def _rule(kind: str, value: str = "") -> dict[str, str]:
    return {"kind": kind, "value": value}


ADMIN = {"id": "admin", "email": "admin@example.com", "type": 2, "role": "admin"}
SEEDS: dict[str, dict[str, Any]] = {
    "none": {},
    "domains": {"restriction": [_rule("blocked_domain", "spam.example")]},
    "own_domains": {"restriction": [_rule("allowed_domain", "example.com")]},
    "managed": {"restriction": [_rule("managed_domain", "example.com")]},
    "no_sso": {"restriction": [_rule("no_sso_provisioning")]},
    "passwords": {
        "restriction": [
            _rule("password_length", "10"),
            *(_rule("password_needs", each) for each in ("letter", "number", "special")),
            _rule("password_needs", "both_cases"),
        ]
    },
    "admin": {"user": [ADMIN]},
    "on_premise": {
        "user": [
            {"id": "prem", "email": "p@example.com", "type": 2, "enable_webinar": True}
            | {"on_premise": True}
        ]
    },
    "no_contact": {
        "account": [
            {"id": "sub", "owner_email": "sub@example.net"}
            | {"plan_base": {"type": "monthly", "hosts": 9}}
        ]
    },
}


def hosted(account: Account, path: str, **more: object) -> tuple[str, Any]:
    host = account.speaker()
    kind = path.split("/")[0]
    return host, getattr(account, kind)(host, **more)


UNPROVOKED = {
    403: "told by the clock: `test_control_limits` and `rate_limits_are_told`",
    1135: "the page knows no clusters: an account has all of its users",
    2010: "whatever is no plan of the page's lists is no right argument, 300",
    2024: "telephony of accounts and users has no operation on the page",
    2201: "webhooks have no operation on the page",
    2202: "webhooks have no operation on the page",
    3037: "personal audio conferences have no operation on the page",
}
"""Codes that nothing of the API brings about, and why."""
