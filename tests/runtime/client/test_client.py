"""Clients: where they find what they need, what they share, and what they keep to themselves."""

from typing import Any

import msgspec
import pytest
from msgspec import UNSET

from apiscribe.runtime.errors import (
    ConfigurationError,
    InvalidArguments,
    TransportError,
    TransportTimeout,
)
from apiscribe.runtime.events import CallEvent, RequestFailed
from tests.runtime import zoo
from tests.runtime.scripted import answers, stalls
from tests.runtime.zoo import KEY, SECRET, Animal, AnimalNotFound, ZooClient

REX = b'{"id": 7, "name": "Rex"}'
BEARER = msgspec.structs.replace(zoo.CONFIG, scheme="bearer", credentials=("api_secret",))


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch):
    for name in ("ZOO_API_KEY", "ZOO_API_SECRET", "ZOO_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def test_a_call_sends_arguments_and_returns_what_came(server, client):
    server.will(answers(REX))

    animal = client.animal.add(name="Rex", tame=True, from_="Rome")

    assert animal == Animal(id=7, name="Rex")
    assert animal.extra == {}
    (received,) = server.received
    assert received.body.decode() == (
        f"api_key={KEY}&api_secret={SECRET}&name=Rex&tame=true&from=Rome"
    )


def test_wrong_arguments_are_refused_and_nothing_is_sent(server, client):
    with pytest.raises(InvalidArguments) as caught:
        client.animal.add(name=7, legs="four")

    assert [violation.argument for violation in caught.value.violations] == ["name", "legs"]
    assert server.received == []


def test_an_error_of_the_api_is_raised(server, client):
    server.will(answers('{"error": {"code": 404, "message": "gone"}}'))

    with pytest.raises(AnimalNotFound, match="gone"):
        client.animal.add(name="Rex")


def test_nothing_comes_back_where_nothing_is_documented(server, client):
    server.will(answers("whatever"))

    assert client.animal.remove(zoo="z", id="7") is None


def test_a_file_is_sent(server, client, tmp_path):
    server.will(answers(""))
    path = tmp_path / "rex.png"
    path.write_bytes(b"\x89PNG...")

    client.animal.picture(id="7", pic=path)

    assert b'filename="rex.png"' in server.received[0].body
    assert server.received[0].headers["content-type"].startswith("multipart/form-data; boundary=")


# Credentials and base URL


def test_credentials_and_base_url_come_from_the_environment(server, monkeypatch):
    monkeypatch.setenv("ZOO_API_KEY", "from the")
    monkeypatch.setenv("ZOO_API_SECRET", "environment")
    monkeypatch.setenv("ZOO_BASE_URL", server.base_url + "/")
    server.will(answers(REX))

    with ZooClient() as client:
        client.animal.add(name="Rex")

    assert client.base_url == server.base_url
    assert server.received[0].body.startswith(b"api_key=from+the&api_secret=environment&")


def test_an_argument_goes_before_the_environment(monkeypatch):
    monkeypatch.setenv("ZOO_API_KEY", "other")
    monkeypatch.setenv("ZOO_BASE_URL", "http://other.example")

    with ZooClient(api_key=KEY, api_secret=SECRET, base_url="http://zoo.example:81/x/") as client:
        assert client.base_url == "http://zoo.example:81/x"


def test_without_a_base_url_it_is_the_apis_own():
    with ZooClient(api_key=KEY, api_secret=SECRET) as client:
        assert client.base_url == "https://api.zoo.example"


@pytest.mark.parametrize("empty", [None, ""])
def test_all_that_is_missing_is_named_at_once(empty):
    with pytest.raises(ConfigurationError) as caught:
        ZooClient(api_key=empty, api_secret=empty)

    assert str(caught.value) == (
        "Zoo API: missing credentials: pass api_key= and api_secret="
        " or set ZOO_API_KEY and ZOO_API_SECRET"
    )


def test_an_api_may_want_no_credentials(server):
    server.will(answers(""))
    free = msgspec.structs.replace(BEARER, credentials=())

    with ZooClient(base_url=server.base_url, config=free) as client:
        client.animal.remove(zoo="z", id="7")

    assert "authorization" not in server.received[0].headers


def test_only_what_is_missing_is_named(monkeypatch):
    monkeypatch.setenv("ZOO_API_SECRET", SECRET)

    with pytest.raises(ConfigurationError) as caught:
        ZooClient()

    assert "api_key=" in str(caught.value)
    assert "SECRET" not in str(caught.value)


def test_an_empty_argument_is_not_filled_from_the_environment(monkeypatch):
    monkeypatch.setenv("ZOO_API_KEY", KEY)

    with pytest.raises(ConfigurationError, match="api_key="):
        ZooClient(api_key="", api_secret=SECRET)


@pytest.mark.parametrize(
    "secret", [7, b"bytes-that-are-secret", "half-\ud800-secret", "nul-\0-secret"]
)
def test_an_unsendable_credential_is_refused_unseen(secret):
    with pytest.raises(ConfigurationError, match="api_secret=") as caught:
        ZooClient(api_key=KEY, api_secret=secret)

    assert "-secret" not in f"{caught.value!r}"


@pytest.mark.parametrize("token", ["line\nbreak", "spa ce", "umläut", "tab\t"])
def test_an_unsendable_bearer_token_is_refused_unseen(token):
    with pytest.raises(ConfigurationError) as caught:
        ZooClient(api_secret=token, config=BEARER)

    assert token not in str(caught.value)


def test_a_bearer_token_is_sent_in_its_header(server):
    server.will(answers(""))

    with ZooClient(api_secret=SECRET, base_url=server.base_url, config=BEARER) as client:
        client.animal.remove(zoo="z", id="7")

    assert server.received[0].headers["authorization"] == f"Bearer {SECRET}"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "zoo.example",
        "ftp://zoo.example",
        "http://",
        "http://[::1",
        "https://user:pass-word@zoo.example",
        "https://zoo.example?key=pass-word",
        "https://zoo.example#pass-word",
        7,
    ],
)
def test_a_base_url_that_is_none_is_refused_without_being_shown(url):
    with pytest.raises(ConfigurationError, match="base_url=") as caught:
        ZooClient(api_key=KEY, api_secret=SECRET, base_url=url)

    assert "pass-word" not in str(caught.value)


def test_a_base_url_of_the_environment_is_blamed_by_its_name(monkeypatch):
    monkeypatch.setenv("ZOO_BASE_URL", "zoo.example")

    with pytest.raises(ConfigurationError, match="ZOO_BASE_URL"):
        ZooClient(api_key=KEY, api_secret=SECRET)


# Options


@pytest.mark.parametrize("timeout", [0, -1, "10", True, float("nan"), float("inf"), 10**400])
def test_a_timeout_that_is_none_is_refused(timeout):
    with pytest.raises(ConfigurationError, match="timeout="):
        ZooClient(api_key=KEY, api_secret=SECRET, timeout=timeout)


def test_common_arguments_go_with_every_call(server):
    server.will(answers(REX))

    with ZooClient(
        api_key=KEY, api_secret=SECRET, base_url=server.base_url, data_type="JSON"
    ) as client:
        client.animal.add(name="Rex")

    assert b"data_type=JSON" in server.received[0].body


def test_common_arguments_are_checked_too(server):
    wrong: dict[str, Any] = {"data_type": 7}
    with (
        ZooClient(api_key=KEY, api_secret=SECRET, base_url=server.base_url, **wrong) as client,
        pytest.raises(InvalidArguments, match="data_type"),
    ):
        client.animal.add(name="Rex")


def test_other_options_share_the_connection(server, client):
    server.will(answers(REX))
    other = client.with_options(timeout=None, common={"data_type": "XML", "tags": UNSET})

    client.animal.add(name="Rex")
    other.animal.add(name="Rex")
    other.with_options(common={"data_type": "JSON"}).animal.add(name="Rex")

    assert type(other) is ZooClient
    assert server.connections == 1
    assert [each.body.rpartition(b"&data_type=")[2] for each in server.received] == [
        server.received[0].body,
        b"XML&name=Rex",
        b"JSON&name=Rex",
    ]


def test_another_timeout_holds_for_the_other_client_alone(server, client):
    server.will(stalls(), answers(REX))

    with pytest.raises(TransportTimeout):
        client.with_options(timeout=0.2).animal.add(name="Rex")

    assert client.animal.add(name="Rex").id == 7


def test_other_options_are_checked_as_well(client):
    with pytest.raises(ConfigurationError):
        client.with_options(timeout=-1)


def test_closing_a_client_ends_its_calls_with_an_error(server):
    server.will(stalls())

    def close(event: CallEvent) -> None:
        if isinstance(event, RequestFailed):
            client.close()

    client = ZooClient(
        api_key=KEY, api_secret=SECRET, base_url=server.base_url, timeout=0.2, hooks=[close]
    )

    with pytest.raises(TransportError) as caught:
        client.animal.list()

    assert caught.value.reason == "the client has been closed"
    assert len(server.received) == 1
