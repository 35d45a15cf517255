"""Clients that log in by themselves, and go on with what they are given."""

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from urllib.parse import parse_qsl

import pytest

from tests.cases.casebook import BASE
from tests.cases.session_schemes import (
    ADDED,
    EVERY,
    FORM,
    GIVEN,
    IN_BODY,
    IN_COOKIE,
    IN_HEADER,
    JSON,
    authenticated_by,
    carried,
    logged_in,
    packages,
    posted,
    related_package,
)
from tests.runtime.scripted import answers


@pytest.fixture(scope="module")
def made(compiled_for_all):
    """Packages with a session of each kind."""
    return packages(compiled_for_all)


@pytest.fixture(scope="module")
def related(compiled_for_all, tmp_path_factory):
    return related_package(compiled_for_all, tmp_path_factory.mktemp("related"))


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


@pytest.mark.parametrize(("kind", "header"), [("body", "Authorization"), ("cookie", "cookie")])
def test_no_call_says_a_session_itself(kind, header, made):
    package, _, errors, _ = made(kind)
    with package.AviaryClient(**GIVEN) as client, pytest.raises(errors.ConfigurationError):
        client.bird.add(name="Tit", species=1, extra_headers={header: "x"})


def test_each_client_says_where_it_logs_in(compiled, add, server):
    own = IN_BODY | {"token_url": "/{shop}/login"}
    package, *_ = compiled(
        BASE,
        server_variables={"shop": {"doc": "Whose birds.", "default": "main"}},
        authentication=authenticated_by(own=own),
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


def test_a_cookie_stands_beside_others(compiled, server):
    shop = {"by": "api_key", "in": "cookie", "name": "shop", "credential": "shop"}
    package, stub, *_ = compiled(BASE, authentication=authenticated_by(shop=shop, own=IN_COOKIE))
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
    package, *_ = compiled(BASE, authentication=authenticated_by(shop=shop, own=IN_HEADER))
    server.will(logged_in("header", "s-1"), answers(ADDED))
    with package.AviaryClient(**GIVEN, shop="pets", base_url=server.base_url) as client:
        client.bird.add(name="Tit", species=1)
    assert server.received[1].target.endswith("?shop=pets&_sid=s-1")


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
