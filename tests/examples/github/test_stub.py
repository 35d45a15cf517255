"""The stub with the page's examples: by both clients, and as curl sends what the page prints."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import urllib3

from github_rest.stub import StubServer

EXAMPLES = Path(__file__).parents[3] / "examples" / "github" / "spec" / "examples"
CURL = {
    "Accept": "application/vnd.github+json",
    "Authorization": "Bearer <YOUR-TOKEN>",
    "X-GitHub-Api-Version": "2022-11-28",
    "User-Agent": "curl/8.5.0",
}


@dataclass(frozen=True)
class Printed:
    id: str
    method: str
    path: str
    status: int

    def example(self, kind: str) -> Any:
        resource, _, name = self.id.partition(".")
        file = EXAMPLES / resource / f"{name}.{kind}.json"
        return json.loads(file.read_text()) if file.exists() else None


LINES = (Path(__file__).parent / "operations.txt").read_text().splitlines()
WORDS = [line.split() for line in LINES if not line.startswith("#")]
PRINTED = [Printed(name, method, path, int(status)) for name, method, path, status in WORDS]
printed = pytest.mark.parametrize("operation", PRINTED, ids=lambda operation: operation.id)


@pytest.fixture(scope="module")
def stub() -> Iterator[str]:
    with StubServer(mode="examples") as server:
        yield server.base_url


@pytest.fixture(scope="module")
def http() -> Iterator[urllib3.PoolManager]:
    with urllib3.PoolManager() as pool:
        yield pool


def test_every_example_belongs_to_an_operation_of_the_page():
    kept = {f"{file.parent.name}.{file.name.split('.')[0]}" for file in EXAMPLES.glob("*/*.json")}

    assert kept == {operation.id for operation in PRINTED}


UPLOADED = {"release_asset.upload": {"content": ("example.zip", b"PK", "application/zip")}}
"""What is in the files that the page's examples name."""


@printed
def test_a_client_gets_the_documented_response(connect, stub, operation):
    resource, _, name = operation.id.partition(".")
    client = connect(base_url=stub)
    call = getattr(getattr(client.with_raw_response, resource), name)
    response = call(**operation.example("curl") | UPLOADED.get(operation.id, {}))

    expected = operation.example("response")
    assert response.status == operation.status
    assert (json.loads(response.body) if response.body else None) == expected


@printed
def test_curl_gets_it_as_well(http, stub, operation):
    arguments = operation.example("curl")
    path = operation.path
    for name in [name for name in arguments if f"{{{name}}}" in path]:
        path = path.replace(f"{{{name}}}", quote(str(arguments.pop(name)), ""))
    body = json.dumps(arguments).encode() if arguments else None
    headers = CURL
    if operation.id in UPLOADED:
        # As `--data-binary "@example.zip"` does, with the name in the address.
        path, body = f"{path}?name={arguments['name']}", b"PK"
        headers = CURL | {"Content-Type": "application/octet-stream"}
    sent = http.request(operation.method, stub + path, body=body, headers=headers)

    assert sent.status == operation.status
    assert (sent.json() if sent.data else None) == operation.example("response")


def test_what_breaks_a_rule_is_answered_as_the_page_says(http, stub):
    body = json.dumps({"name": "bug", "color": "#f29513"}).encode()
    refused = http.request("POST", f"{stub}/repos/o/r/labels", body=body, headers=CURL)

    assert refused.status == 422
    assert refused.json()["message"].startswith("Validation Failed")


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "message"),
    [
        ("POST", "/gists", b"{", 400, "Problems parsing JSON"),
        ("GET", "/nothing", None, 404, "Not Found"),
    ],
)
def test_what_is_no_request_is_told_too(http, stub, method, path, body, status, message):
    refused = http.request(method, stub + path, body=body, headers=CURL)

    assert (refused.status, refused.json()["message"]) == (status, message)


def test_without_a_token_there_is_what_is_public(http, stub):
    anonymous = {name: value for name, value in CURL.items() if name != "Authorization"}
    read = http.request("GET", f"{stub}/gists/public", headers=anonymous)
    refused = http.request("GET", f"{stub}/gists/starred", headers=anonymous)

    assert read.status == 200
    assert (refused.status, refused.json()["message"]) == (401, "Requires authentication")


def test_the_version_may_be_left_out_and_no_other_be_named(http, stub):
    version = "X-GitHub-Api-Version"
    silent = {name: value for name, value in CURL.items() if name != version}
    taken = http.request("GET", f"{stub}/gists/public", headers=silent)
    refused = http.request("GET", f"{stub}/gists/public", headers=CURL | {version: "1999-01-01"})

    assert (taken.status, refused.status) == (200, 422)
