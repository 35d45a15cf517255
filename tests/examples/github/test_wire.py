"""What goes over the wire: as the page prints it, from curl and from both clients."""

import json

import pytest
import urllib3

CURL = {
    "Accept": "application/vnd.github+json",
    "Authorization": "Bearer octocat-token",
    "X-GitHub-Api-Version": "2022-11-28",
    "User-Agent": "curl/8.5.0",
}


@pytest.fixture
def http():
    with urllib3.PoolManager() as pool:
        yield pool


def test_every_request_names_version_token_and_sender(octocat, github):
    octocat.gist.list()

    sent = github.api.received[-1].headers
    assert sent["x-github-api-version"] == "2022-11-28"
    assert sent["accept"] == "application/vnd.github+json"
    assert sent["authorization"] == "Bearer octocat-token"
    assert sent["user-agent"].startswith("github-rest/0.1.0")


def test_a_body_is_json_with_what_was_given_and_no_more(octocat, github):
    octocat.gist.create(files={"README.md": {"content": "Hello World"}})

    sent = github.api.received[-1]
    assert sent.headers["content-type"].partition(";")[0] == "application/json"
    assert json.loads(sent.content) == {"files": {"README.md": {"content": "Hello World"}}}


def test_a_star_has_a_body_of_no_bytes(octocat, github):
    gist = octocat.gist.create(files={"a": {"content": "a"}})
    octocat.gist.star(gist_id=gist.id)

    sent = github.api.received[-1]
    assert (sent.method, sent.content) == ("PUT", b"")
    assert sent.headers["content-length"] == "0"


def test_labels_stand_between_commas_and_moments_are_in_utc(octocat, github):
    octocat.issue.list(
        owner="octocat", repo="Hello-World", labels=["bug", "ui"], since="2026-01-01T00:00:00Z"
    )

    target = github.api.received[-1].query
    assert target == {"labels": "bug,ui", "since": "2026-01-01T00:00:00Z"}


def test_curl_makes_a_gist_that_the_clients_read(http, octocat, github):
    body = json.dumps({"description": "Of curl", "files": {"a": {"content": "a"}}}).encode()
    made = http.request("POST", f"{github.api.base_url}/gists", body=body, headers=CURL)

    assert made.status == 201
    assert made.headers["Location"] == f"{github.api.base_url}/gists/{made.json()['id']}"
    assert octocat.gist.get(gist_id=made.json()["id"]).description == "Of curl"


def test_what_has_not_changed_is_not_sent_again(http, github):
    address = f"{github.api.base_url}/gists"
    first = http.request("GET", address, headers=CURL)
    again = http.request("GET", address, headers={**CURL, "If-None-Match": first.headers["ETag"]})

    assert (first.status, again.status, again.data) == (200, 304, b"")
    assert first.headers["X-RateLimit-Used"] == again.headers["X-RateLimit-Used"] == "1"


@pytest.mark.parametrize(
    ("changes", "body", "status", "message"),
    [
        ({"X-GitHub-Api-Version": "1999-01-01"}, b"{}", 400, "not supported"),
        ({"Authorization": "Bearer wrong"}, b"{}", 401, "Bad credentials"),
        ({"User-Agent": ""}, b"{}", 403, "administrative rules"),
        ({}, b"{", 400, "Problems parsing JSON"),
        ({}, b"[]", 400, "Body should be a JSON object"),
        ({}, b'{"description": 1}', 422, "Invalid request"),
    ],
)
def test_what_github_refuses_is_refused_here(http, github, changes, body, status, message):
    headers = CURL | changes
    refused = http.request("POST", f"{github.api.base_url}/gists", body=body, headers=headers)

    assert refused.status == status
    assert message in refused.json()["message"]
