"""Logins at the stub, and what is said of them elsewhere: in the document and on the page."""

import json
import re
from importlib import import_module
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.cases.session_schemes import (
    EVERY,
    FORM,
    GIVEN,
    LOGIN,
    packages,
    posted,
    refused,
    related_package,
)


@pytest.fixture(scope="module")
def made(compiled_for_all):
    """Packages with a session of each kind."""
    return packages(compiled_for_all)


@pytest.fixture(scope="module")
def related(compiled_for_all, tmp_path_factory):
    return related_package(compiled_for_all, tmp_path_factory.mktemp("related"))


@pytest.mark.parametrize("kind", EVERY)
def test_what_the_stub_refuses(kind, made):
    _, stub, *_ = made(kind)
    with stub.StubServer() as at_stub:
        for body, problem in (
            ({"user": "ada@zoo"}, "`password` must be given"),
            ({"user": "@zoo", "password": "w", "kind": "keeper"}, "`user` has to be"),
            ({"user": "ada", "password": "w", "kind": "keeper"}, "`user` has to be"),
            ({"user": "ada@zoo", "password": "w", "kind": "x"}, "`kind` has to be `keeper`"),
        ):
            told = refused(f"{at_stub.base_url}/login", urlencode(body), FORM)
            assert problem in told["X-Stub-Problem"]
        bird = f"{at_stub.base_url}/v2/bird/add", "name=Tit&species=1", FORM
        nobody = refused(*bird)
        strange = refused(*bird, Authorization="Bearer x", Cookie="SID=x")
    assert "with what /login gives" in nobody["X-Stub-Problem"]
    assert nobody["WWW-Authenticate"] == ("Bearer" if kind == "body" else None)
    if kind != "header":
        assert "none that /login of this stub has given out" in strange["X-Stub-Problem"]


def test_openapi_says_what_stands_before_a_session(related):
    *_, document = related
    own = document["components"]["securitySchemes"]["own"]
    assert (own["type"], own["in"], own["name"]) == ("apiKey", "header", "X-Key")
    assert own["description"].endswith(" gives, behind the word `Bearer`.")


def test_operations_share_the_path_of_a_login(related):
    package, stub, *_ = related
    with stub.StubServer() as at_stub:
        for base_url in (at_stub.base_url, f"{at_stub.base_url}/api"):
            with package.AviaryClient(**GIVEN, base_url=base_url) as client:
                assert client.bird.add(name="Tit", species=1).name


def test_openapi_says_how_to_log_in(made):
    *_, body = made("body")
    assert body["components"]["securitySchemes"]["own"] == {
        "type": "http",
        "scheme": "bearer",
        "description": "What a login at `/login` gives.",
        "x-login": {
            "url": "/login",
            "encoding": "json",
            "fields": LOGIN["fields"],
            "token": "session.id",
        },
    }
    *_, cookie = made("cookie")
    own = cookie["components"]["securitySchemes"]["own"]
    assert (own["type"], own["in"], own["name"]) == ("apiKey", "cookie", "SID")
    assert own["x-login"]["token"] == {"cookie": "SID"}


@pytest.mark.parametrize("kind", EVERY)
def test_the_page_writes_requests_with_a_session(kind, made):
    _, stub, *_ = made(kind)
    with stub.StubServer() as at_stub:
        asked = {"arguments": {"name": "Tit", "species": 1}, "credentials": GIVEN}
        told = posted(f"{at_stub.base_url}/_stub/operations/bird.add/request", asked)
    tokens = import_module(f"{stub.__name__.partition('.')[0]}._runtime.stub.tokens")
    (token,) = re.findall(r"stub-[\w-]+", json.dumps(told["request"]))
    assert tokens.client_of(token) == tokens.client_of(tokens.issued("ada"))


def test_a_session_of_the_stub_says_whose_it_is(made):
    package, stub, *_ = made("body")
    tokens = import_module(f"{package.__name__}._runtime.stub.tokens")
    with stub.StubServer() as at_stub:
        content = urlencode({"user": "ada@zoo", "password": "w", "kind": "keeper"}).encode()
        with urlopen(Request(f"{at_stub.base_url}/login", content)) as response:
            assert response.headers["Cache-Control"] == "no-store"
        ada, ben, again = (
            posted(
                f"{at_stub.base_url}/login",
                {"user": f"{user}@zoo", "password": "w", "kind": "keeper"},
            )
            for user in ("ada", "ben", "ada")
        )
    whose = [tokens.client_of(each["session"]["id"]) for each in (ada, ben, again)]
    assert whose[0] == whose[2] != whose[1]
    assert all(whose)


def test_a_session_of_the_stub_lives_as_long(made, monkeypatch):
    package, stub, *_ = made("body")
    tokens = import_module(f"{package.__name__}._runtime.stub.tokens")
    now = 1000.0
    monkeypatch.setattr(tokens, "wall", lambda: now)
    with stub.StubServer() as at_stub:
        login = {"user": "ada@zoo", "password": "w", "kind": "keeper"}
        token = posted(f"{at_stub.base_url}/login", login)["session"]["id"]
        assert tokens.is_issued(token)
        now += 599
        assert tokens.is_issued(token)
        now += 2
        assert not tokens.is_issued(token)
