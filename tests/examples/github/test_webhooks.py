"""Events, with the page's own signature and deliveries as GitHub sends them."""

import hashlib
import hmac
from pathlib import Path
from typing import Any

import pytest

from github_rest import webhooks

DELIVERIES = Path(__file__).parent / "deliveries"
SECRET = "It's a Secret to Everybody"


def delivery(name):
    """The body and the headers of an event, signed as the page's examples do it."""
    body = (DELIVERIES / f"{name}.json").read_bytes()
    digest = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    headers = {
        "User-Agent": "GitHub-Hookshot/044aadd",
        "Content-Type": "application/json",
        "X-GitHub-Delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
        "X-GitHub-Event": name.partition(".")[0],
        "X-Hub-Signature-256": f"sha256={digest}",
    }
    return body, headers


def test_the_signature_that_the_page_prints_is_right():
    digest = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
    headers = {"X-Hub-Signature-256": f"sha256={digest}"}

    assert webhooks.authenticated(b"Hello, World!", headers, secrets=SECRET)
    assert not webhooks.authenticated(b"Hello, World?", headers, secrets=SECRET)
    assert not webhooks.authenticated(b"Hello, World!", {}, secrets=SECRET)


@pytest.mark.parametrize(
    ("name", "kind", "action"),
    [
        ("issues.labeled", webhooks.Issues, "labeled"),
        ("issue_comment.created", webhooks.IssueComment, "created"),
        ("label.created", webhooks.Label, "created"),
        ("release.published", webhooks.Release, "published"),
    ],
)
def test_an_event_is_told_by_its_header(name, kind, action):
    event: Any = webhooks.parse(*delivery(name))

    assert type(event) is kind
    assert event.mismatch_warning() is None
    assert event.payload.action == action
    assert event.payload.repository.full_name == "Codertocat/Hello-World"
    assert event.payload.sender.login == "Codertocat"


def test_an_issue_comes_whole():
    event: Any = webhooks.parse(*delivery("issues.labeled"))

    issue = event.payload.issue
    assert (issue.number, issue.title) == (1, "Spelling error in the README file")
    assert [label.name for label in issue.labels] == ["bug"]
    assert event.payload.label.name == "bug"


def test_a_ping_says_of_which_webhook_it_is():
    event: Any = webhooks.parse(*delivery("ping"))

    assert type(event) is webhooks.Ping
    assert event.payload.hook_id == event.payload.hook.id
    assert event.payload.hook.config["content_type"] == "json"


def test_an_event_that_is_not_in_the_spec_is_kept():
    body, headers = delivery("label.created")
    event: Any = webhooks.parse(body, headers | {"X-GitHub-Event": "star"})

    assert type(event) is webhooks.UnknownEvent
    assert event.body["action"] == "created"
