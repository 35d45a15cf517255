"""What GitHub remembers here, and how it shows people."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from .serving import not_found

TOKENS = {"octocat-token": "octocat", "monalisa-token": "monalisa"}
LOGINS = {"octocat": 1, "monalisa": 104456405}
Record = dict[str, Any]


@dataclass
class Repository:
    """Its owner may push, others may read and write issues."""

    owner: str
    name: str
    issues: dict[int, Record] = field(default_factory=dict)
    comments: dict[int, Record] = field(default_factory=dict)
    labels: dict[str, Record] = field(default_factory=dict)
    """By their names in lower case, which GitHub takes for the same."""
    releases: dict[int, Record] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    moved: dict[int, str] = field(default_factory=dict)
    """Issues that were deleted, and those that were transferred with their address since."""


@dataclass
class World:
    """Times go up by a second with each thing that happens."""

    gists: dict[str, Record] = field(default_factory=dict)
    stars: dict[str, set[str]] = field(default_factory=dict)
    repositories: dict[tuple[str, str], Repository] = field(default_factory=dict)
    files: dict[int, bytes] = field(default_factory=dict)
    storage: str = ""
    """Where the bytes of assets are fetched."""
    numbers: Any = field(default_factory=lambda: count(1))
    seconds: Any = field(default_factory=lambda: count(0))

    def now(self) -> str:
        minutes, second = divmod(next(self.seconds), 60)
        hours, minute = divmod(minutes, 60)
        return f"2026-01-01T{hours:02}:{minute:02}:{second:02}Z"


def user(login: str, host: str) -> Record:
    here = f"{host}/users/{login}"
    return {
        "login": login,
        "id": LOGINS[login],
        "node_id": f"MDQ6VXNlc{LOGINS[login]}",
        "avatar_url": "https://github.com/images/error/octocat_happy.gif",
        "gravatar_id": "",
        "url": here,
        "html_url": f"https://github.com/{login}",
        "followers_url": f"{here}/followers",
        "following_url": here + "/following{/other_user}",
        "gists_url": here + "/gists{/gist_id}",
        "starred_url": here + "/starred{/owner}{/repo}",
        "subscriptions_url": f"{here}/subscriptions",
        "organizations_url": f"{here}/orgs",
        "repos_url": f"{here}/repos",
        "events_url": here + "/events{/privacy}",
        "received_events_url": f"{here}/received_events",
        "type": "User",
        "site_admin": False,
    }


def found_repository(world: World, owner: str, repo: str) -> Repository:
    """Upper and lower case are alike."""
    place = world.repositories.get((owner.lower(), repo.lower()))
    if place is None:
        raise not_found()
    return place
