"""Which URLs a client sends to, where one is given in place of the documented ones."""

import pytest
from msgspec.structs import replace

from apiscribe.runtime.authentication import Authentication, ClientCredentials
from apiscribe.runtime.client.servers import MAIN, resolve_urls, token_server
from apiscribe.runtime.servers import Server, Servers
from tests.runtime.zoo import CONFIG

TOKENS = token_server("app")


def zoo(token_url, api="https://api.zoo.example/v1", files="https://files.zoo.example"):
    app = ClientCredentials(token_url=token_url, client_id="id", client_secret="secret")
    return replace(
        CONFIG,
        authentication=Authentication(schemes={"app": app}, use=(("app",),)),
        servers=Servers(servers={"real": Server(url=api, others={"files": files})}),
    )


@pytest.mark.parametrize(
    ("given", "main", "files", "tokens"),
    [
        (None, "https://api.zoo.example/v1", "https://files.zoo.example", "https://id.example"),
        ("http://here/v1", "http://here/v1", "http://here", "http://here"),
        ("http://here/zoo/v1", "http://here/zoo/v1", "http://here/zoo", "http://here/zoo"),
        ("http://here", "http://here", "http://here", "http://here"),
        ("http://here/v2", "http://here/v2", "http://here/v2", "http://here/v2"),
    ],
)
def test_paths_of_others_below_another_host(given, main, files, tokens):
    found = resolve_urls(zoo("https://id.example/oauth/token"), given)

    assert found == {MAIN: main, "files": files, TOKENS: tokens}


def test_a_relative_token_url_is_below_the_api():
    assert resolve_urls(zoo("/token"), "http://here/v1")[TOKENS] == "http://here/v1"


def test_the_path_of_another_server_takes_the_place():
    config = zoo("/token", files="https://files.zoo.example/upload/v1")

    assert resolve_urls(config, "http://here/v1")["files"] == "http://here/upload/v1"
