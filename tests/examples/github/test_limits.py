"""Rate limits as GitHub tells them: by 403 and headers."""

import json

import pytest
import urllib3

from github_rest import RateLimited
from github_rest.errors import (
    Forbidden,
    RateLimitExceeded,
    SecondaryRateLimitExceeded,
)
from github_rest.stub import StubServer

HERE = {"owner": "octocat", "repo": "Hello-World"}


def test_a_limit_that_is_used_up_says_when_it_is_over(connect, github):
    github.api.used = github.api.limit
    github.api.reset = 4_000_000_000

    with pytest.raises(RateLimitExceeded, match="API rate limit exceeded") as raised:
        connect(retries=0).gist.list()

    assert isinstance(raised.value, RateLimited)
    assert raised.value.status == 403
    assert raised.value.retry_after is not None
    assert raised.value.retry_after > 1_000_000


def test_haste_is_told_by_the_message_and_a_pause(connect, github):
    github.api.refused, github.api.pause = 1, 60

    with pytest.raises(SecondaryRateLimitExceeded) as raised:
        connect(retries=0).gist.list()

    assert isinstance(raised.value, RateLimited)
    assert raised.value.retry_after == 60


def test_a_list_is_asked_for_again_after_the_pause(octocat, github):
    github.api.refused = 2

    assert octocat.gist.list() == []
    assert len(github.api.asked) == 3


def test_what_writes_is_not_sent_again(octocat, github):
    github.api.refused = 1

    with pytest.raises(SecondaryRateLimitExceeded):
        octocat.label.create(**HERE, name="bug")
    assert len(github.api.asked) == 1


def test_what_is_forbidden_is_no_limit(monalisa, octocat):
    octocat.issue.create(**HERE, title="Found a bug")

    with pytest.raises(Forbidden) as raised:
        monalisa.issue.lock(**HERE, issue_number=1)
    assert not isinstance(raised.value, RateLimited)


def test_nothing_is_sent_once_nothing_remains(connect, github):
    github.api.tokens["used-up"] = "octocat"
    github.api.used, github.api.reset = github.api.limit - 1, 4_000_000_000
    client = connect("used-up", rate_limit="memory")
    client.gist.list()

    with pytest.raises(RateLimited) as raised:
        client.label.list(**HERE)

    assert raised.value.retry_after is not None
    assert raised.value.retry_after > 1_000_000
    assert len(github.api.asked) == 1


def test_the_stub_tells_what_remains_and_refuses_the_rest():
    headers = {"Authorization": "Bearer t", "Content-Type": "application/json"}
    body = json.dumps({"title": "t"}).encode()
    with StubServer(limits="on") as stub, urllib3.PoolManager() as http:
        address = f"{stub.base_url}/repos/octocat/Hello-World/issues"
        statuses = [
            http.request("POST", address, body=body, headers=headers).status for _ in range(81)
        ]
        read = http.request("GET", address, headers=headers)

    assert statuses[:80] == [statuses[0]] * 80  # so many a minute may be made
    assert statuses[0] < 300
    assert statuses[80] in (403, 429)
    assert read.headers["X-RateLimit-Limit"] == "5000"
    assert read.headers["X-RateLimit-Resource"] == "core"
    assert int(read.headers["X-RateLimit-Remaining"]) == 5000 - 81
