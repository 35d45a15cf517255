"""Clients that log in by themselves, and go on with what they are given."""

import asyncio
import json
import re
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import import_module
from urllib.error import HTTPError
from urllib.parse import parse_qsl, urlencode, urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.cases.casebook import BASE
from tests.runtime.scripted import answers

ADDED = (BASE / "examples/bird/add.response.json").read_text()
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
GIVEN = {"keeper": "ada", "word": "a b&c"}
LOGIN = {
    "by": "session",
    "token_url": "/login",
    "fields": {"user": "{keeper}@zoo", "password": "{word}", "kind": "keeper"},
    "over": ["KeyRefused"],
}
IN_BODY = {
    **LOGIN,
    "encoding": "json",
    "token": "session.id",
    "in": "header",
    "name": "Authorization",
    "prefix": "Bearer",
    "lifetime": 600,
}
IN_HEADER = {**LOGIN, "token": {"header": "X-Zoo"}, "in": "query", "name": "_sid"}
IN_COOKIE = {**LOGIN, "token": {"cookie": "SID"}, "in": "cookie", "name": "SID"}
EVERY = {"body": IN_BODY, "header": IN_HEADER, "cookie": IN_COOKIE}


def logged_in(kind, token):
    """The response to a login, with its session where a scheme has it."""
    if kind == "body":
        return answers(json.dumps({"session": {"id": token}}))
    if kind == "header":
        return answers("{}", more=f"X-Zoo: {token}\r\n")
    return answers(
        "{}", more=f"Set-Cookie: XSID=b; Path=/\r\nSet-Cookie: SID={token}; HttpOnly\r\n"
    )


def carried(request):
    """What a request has of a session, wherever that is."""
    query = dict(parse_qsl(urlsplit(request.target).query))
    return (
        query.get("_sid")
        or request.headers.get("authorization", "").removeprefix("Bearer ")
        or request.headers.get("x-key", "").removeprefix("Bearer ")
        or request.headers.get("cookie", "").removeprefix("SID=")
    )


@pytest.fixture(scope="module")
def made(compiled_for_all):
    """Packages with a session of each kind."""

    @cache
    def of(kind):
        credentials = {name: {"doc": f"The {name}."} for name in GIVEN}
        schemes = {"schemes": {"own": EVERY[kind]}, "use": ["own"], "credentials": credentials}
        return compiled_for_all(BASE, authentication=schemes)

    return of


@pytest.fixture(params=["AviaryClient", "AsyncAviaryClient"])
def add(request):
    """Adds birds by a client of either kind."""

    async def awaited(kind, given, times):
        async with kind(**given) as client:
            return [await client.bird.add(name="Tit", species=1) for _ in range(times)]

    def added(package, base_url, times=1, **changes):
        kind = getattr(package, request.param)
        given = {**GIVEN, "base_url": base_url, **changes}
        if request.param.startswith("Async"):
            return asyncio.run(awaited(kind, given, times))
        with kind(**given) as client:
            return [client.bird.add(name="Tit", species=1) for _ in range(times)]

    return added


@pytest.mark.parametrize("kind", EVERY)
class TestEachPlace:
    def test_one_login_is_for_all_calls(self, kind, made, add, server):
        package, *_ = made(kind)
        server.will(logged_in(kind, "s-1"), answers(ADDED), answers(ADDED))
        add(package, server.base_url, 2)

        login, *calls = server.received
        assert (login.method, login.target) == ("POST", "/login")
        assert login.headers["accept"] == JSON
        assert login.headers["user-agent"] == calls[0].headers["user-agent"]
        sent = {"user": "ada@zoo", "password": "a b&c", "kind": "keeper"}
        if kind == "body":
            assert login.headers["content-type"] == JSON
            assert json.loads(login.body) == sent
        else:
            assert login.headers["content-type"] == FORM
            assert dict(parse_qsl(login.body.decode())) == sent
        assert list(map(carried, calls)) == ["s-1", "s-1"]

    @pytest.mark.parametrize("status", [401, 400])
    def test_one_that_is_over_is_opened_again(self, kind, status, made, add, server):
        package, _, errors, _ = made(kind)
        ended = answers("{}" if status == 401 else '{"code": 1, "message": "Over."}', status)
        server.will(logged_in(kind, "s-1"), ended, logged_in(kind, "s-2"), answers(ADDED))
        add(package, server.base_url)
        assert [carried(each) for each in server.received] == ["", "s-1", "", "s-2"]

        server.will(logged_in(kind, "s-3"), ended, logged_in(kind, "s-4"), ended)
        with pytest.raises(errors.AviaryError):
            add(package, server.base_url)
        assert len(server.received) == 8

    def test_another_failure_is_no_end(self, kind, made, add, server):
        package, _, errors, _ = made(kind)
        server.will(logged_in(kind, "s-1"), answers('{"code": 2, "message": "No."}', 400))
        with pytest.raises(errors.ArgumentsRefused):
            add(package, server.base_url)
        assert len(server.received) == 2

    def test_client_and_stub_agree(self, kind, made, add):
        package, stub, errors, _ = made(kind)
        with stub.StubServer(credentials=GIVEN) as at_stub:
            assert add(package, at_stub.base_url)[0].name
            with pytest.raises(errors.TokenRefused) as caught:
                add(package, at_stub.base_url, word="another")
        assert caught.value.operation == "authentication.own"
        assert caught.value.error == "1"
        assert "another" not in str(caught.value)

    def test_a_response_without_a_session(self, kind, made, add, server):
        package, _, errors, _ = made(kind)
        server.will(answers("no JSON"), answers('{"session": {}}'))
        for _ in range(2):
            with pytest.raises(errors.ResponseError, match="has no session in the"):
                add(package, server.base_url)

    def test_what_the_stub_refuses(self, kind, made):
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


def refused(url, content, media_type, **headers):
    request = Request(url, content.encode(), {"Content-Type": media_type, **headers})
    with pytest.raises(HTTPError) as caught:
        urlopen(request)
    with caught.value as error:
        return error.headers


def posted(url, content):
    with urlopen(Request(url, json.dumps(content).encode(), {"Content-Type": JSON})) as response:
        return json.load(response)


@pytest.mark.parametrize(("kind", "header"), [("body", "Authorization"), ("cookie", "cookie")])
def test_no_call_says_a_session_itself(kind, header, made):
    package, _, errors, _ = made(kind)
    with package.AviaryClient(**GIVEN) as client, pytest.raises(errors.ConfigurationError):
        client.bird.add(name="Tit", species=1, extra_headers={header: "x"})


@pytest.fixture(scope="module")
def related(compiled_for_all, tmp_path_factory):
    """A package with an operation at the path of its login, and a kind of `KeyRefused`."""
    spec = shutil.copytree(BASE, tmp_path_factory.mktemp("related") / "spec")
    birds, errors = spec / "resources/bird.yaml", spec / "errors.yaml"
    deleted = "path: /login\n    method: DELETE\n    effect"
    birds.write_text(birds.read_text().replace("path: /v2/bird/add\n    effect", deleted))
    lapsed = "  3: {name: Lapsed, extends: KeyRefused, meaning: It is old., basis: documented}\n"
    errors.write_text(errors.read_text() + lapsed)
    own = IN_BODY | {"name": "X-Key"}
    credentials = {name: {"doc": f"The {name}."} for name in GIVEN}
    return compiled_for_all(
        spec,
        base_url="https://api.aviary.example/api",
        authentication={"schemes": {"own": own}, "use": ["own"], "credentials": credentials},
    )


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


def test_each_client_says_where_it_logs_in(compiled, add, server):
    credentials = {name: {"doc": f"The {name}."} for name in GIVEN}
    own = IN_BODY | {"token_url": "/{shop}/login"}
    package, *_ = compiled(
        BASE,
        server_variables={"shop": {"doc": "Whose birds.", "default": "main"}},
        authentication={"schemes": {"own": own}, "use": ["own"], "credentials": credentials},
    )
    for given, path in (({}, "/main/login"), ({"shop": "pets"}, "/pets/login")):
        server.will(logged_in("body", "s-1"), answers(ADDED))
        add(package, server.base_url, **given)
        assert server.received[-2].target == path


def test_a_kind_of_an_error_ends_a_session_too(related, add, server):
    package, *_ = related
    ended = answers('{"code": 3, "message": "Old."}', 400)
    server.will(logged_in("body", "s-1"), ended, logged_in("body", "s-2"), answers(ADDED))
    add(package, server.base_url)
    assert [carried(each) for each in server.received] == ["", "s-1", "", "s-2"]


@pytest.mark.parametrize("kind", EVERY)
def test_a_session_may_have_other_signs(kind, made, add, server):
    package, *_ = made(kind)
    server.will(logged_in(kind, "a/b+c=&?"), answers(ADDED))
    add(package, server.base_url)
    assert carried(server.received[1]) == "a/b+c=&?"


def test_a_session_may_be_a_number(made, add, server):
    package, *_ = made("body")
    server.will(logged_in("body", 7), answers(ADDED))
    add(package, server.base_url)
    assert carried(server.received[1]) == "7"


def test_quotes_around_a_cookie_are_no_part_of_it(made, add, server):
    package, *_ = made("cookie")
    server.will(logged_in("cookie", '"s-1"'), answers(ADDED))
    add(package, server.base_url)
    assert carried(server.received[1]) == "s-1"


def test_a_login_that_fails(made, add, server):
    package, _, errors, _ = made("body")
    server.will(answers("", 404))
    with pytest.raises(errors.ResponseError, match="the server failed"):
        add(package, server.base_url)
    server.will(answers('{"message": "No."}', 400))
    with pytest.raises(errors.TokenRefused) as caught:
        add(package, server.base_url)
    assert (caught.value.description, caught.value.error) == ("No.", "")


def test_a_session_ends_by_the_clock(made, server, monkeypatch):
    package, *_ = made("body")
    tokens = import_module(f"{package.__name__}._runtime.client.tokens")
    now = 1000.0
    monkeypatch.setattr(tokens, "monotonic", lambda: now)
    server.will(logged_in("body", "s-1"), answers(ADDED), answers(ADDED))
    with package.AviaryClient(**GIVEN, base_url=server.base_url) as client:
        client.bird.add(name="Tit", species=1)
        now += 600 - 61
        client.bird.add(name="Tit", species=1)
        server.will(logged_in("body", "s-2"), answers(ADDED))
        now += 2
        client.bird.add(name="Tit", species=1)
    assert [carried(each) for each in server.received] == ["", "s-1", "s-1", "", "s-2"]


def test_threads_log_in_once(made):
    package, stub, *_ = made("cookie")
    barrier = threading.Barrier(6)
    with (
        stub.StubServer() as at_stub,
        package.AviaryClient(**GIVEN, base_url=at_stub.base_url) as client,
    ):

        def work(_):
            barrier.wait()
            return client.bird.add(name="Tit", species=1).name

        with ThreadPoolExecutor(6) as pool:
            assert len(set(pool.map(work, range(6)))) == 1
        assert len(client._authorizer._tokens) == 1
        tokens = client._authorizer._tokens["own"]
    assert tokens._renewals == 1


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


def test_a_cookie_stands_beside_others(compiled, server):
    shop = {"by": "api_key", "in": "cookie", "name": "shop", "credential": "shop"}
    credentials = {name: {"doc": f"The {name}."} for name in ("shop", *GIVEN)}
    schemes = {"own": IN_COOKIE, "shop": shop}
    package, stub, *_ = compiled(
        BASE,
        authentication={"schemes": schemes, "use": [["shop", "own"]], "credentials": credentials},
    )
    server.will(logged_in("cookie", "s-1"), answers(ADDED))
    given = {**GIVEN, "shop": "pets"}
    with package.AviaryClient(**given, base_url=server.base_url) as client:
        client.bird.add(name="Tit", species=1)
    assert server.received[1].headers["cookie"] == "shop=pets; SID=s-1"
    with (
        stub.StubServer() as at_stub,
        package.AviaryClient(**given, base_url=at_stub.base_url) as client,
    ):
        assert client.bird.add(name="Tit", species=1).name
        asked = {"arguments": {"name": "Tit", "species": 1}, "credentials": given}
        composed = posted(f"{at_stub.base_url}/_stub/operations/bird.add/request", asked)
    assert composed["request"]["headers"]["cookie"].startswith("shop=pets; SID=stub-")


def test_a_session_in_a_query_stands_beside_others(compiled, server):
    shop = {"by": "api_key", "in": "query", "name": "shop", "credential": "shop"}
    credentials = {name: {"doc": f"The {name}."} for name in ("shop", *GIVEN)}
    schemes = {"own": IN_HEADER, "shop": shop}
    package, *_ = compiled(
        BASE,
        authentication={"schemes": schemes, "use": [["shop", "own"]], "credentials": credentials},
    )
    server.will(logged_in("header", "s-1"), answers(ADDED))
    with package.AviaryClient(**GIVEN, shop="pets", base_url=server.base_url) as client:
        client.bird.add(name="Tit", species=1)
    assert server.received[1].target.endswith("?shop=pets&_sid=s-1")


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
    assert whose == [tokens.client_of(tokens.issued(user)) for user in ("ada", "ben", "ada")]


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


@pytest.mark.parametrize("token", ["a\u00e4", "a b\n", ""])
def test_a_session_that_cannot_be_sent(token, made, server):
    package, _, errors, _ = made("body")
    server.will(answers(json.dumps({"session": {"id": token}})))
    with (
        package.AviaryClient(**GIVEN, base_url=server.base_url) as client,
        pytest.raises(errors.ResponseError, match=r"no session in the key `session\.id`"),
    ):
        client.bird.add(name="Tit", species=1)
    assert len(server.received) == 1
