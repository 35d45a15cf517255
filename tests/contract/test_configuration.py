"""Where a client gets its credentials and its address from."""

from urllib.parse import parse_qs

import pytest

from tests.runtime.scripted import ScriptedServer, answers
from zoom_v1 import ConfigurationError, ZoomClient, ZoomError

VARIABLES = ("ZOOM_API_KEY", "ZOOM_API_SECRET", "ZOOM_BASE_URL")


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch):
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)


def test_a_client_without_arguments_reads_the_environment(monkeypatch):
    with ScriptedServer() as server:
        server.will(answers("{}"))
        monkeypatch.setenv("ZOOM_API_KEY", "key of the environment")
        monkeypatch.setenv("ZOOM_API_SECRET", "secret of the environment")
        monkeypatch.setenv("ZOOM_BASE_URL", f"{server.base_url}/behind/")
        with ZoomClient() as client:
            client.with_raw_response.user.get(id="u")

    (request,) = server.received
    assert request.target == "/behind/v1/user/get"
    assert parse_qs(request.body.decode()) == {
        "api_key": ["key of the environment"],
        "api_secret": ["secret of the environment"],
        "id": ["u"],
    }


def test_arguments_go_before_the_environment(monkeypatch):
    with ScriptedServer() as server:
        server.will(answers("{}"))
        for variable in VARIABLES:
            monkeypatch.setenv(variable, "https://environment.example")
        with ZoomClient(api_key="k", api_secret="s", base_url=server.base_url) as client:
            client.with_raw_response.user.list()

    (request,) = server.received
    assert request.body == b"api_key=k&api_secret=s"


def test_the_api_itself_is_called_where_nothing_else_is_said():
    with ZoomClient(api_key="k", api_secret="s") as client:
        assert client.base_url == "https://api.zoom.us"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, ["ZOOM_API_KEY", "ZOOM_API_SECRET"]),
        ({"api_key": "k"}, ["ZOOM_API_SECRET"]),
        ({"api_secret": "s"}, ["ZOOM_API_KEY"]),
    ],
)
def test_missing_credentials_are_named_by_their_variables(given, named):
    with pytest.raises(ConfigurationError) as caught:
        ZoomClient(**given)

    assert [variable for variable in VARIABLES if variable in str(caught.value)] == named
    assert isinstance(caught.value, ZoomError)


def test_an_empty_variable_is_a_missing_one(monkeypatch):
    monkeypatch.setenv("ZOOM_API_KEY", "")
    monkeypatch.setenv("ZOOM_API_SECRET", "s")

    with pytest.raises(ConfigurationError, match="ZOOM_API_KEY"):
        ZoomClient()


@pytest.mark.parametrize("url", ["", "zoom.example", "ftp://zoom.example", "https://"])
def test_an_address_that_cannot_be_called_is_refused(url):
    with pytest.raises(ConfigurationError, match="base_url="):
        ZoomClient(api_key="k", api_secret="s", base_url=url)
