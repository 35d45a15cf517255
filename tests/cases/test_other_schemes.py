"""Schemes that the harbour does without, from spec to socket and back from the stub."""

import asyncio
import hashlib
import hmac
import http.client
import json
import logging
import urllib.error
import urllib.request
from importlib import import_module
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from urllib3 import encode_multipart_formdata

from tests.cases.casebook import BASE
from tests.runtime.scripted import ScriptedServer, answers

ADDED = (BASE / "examples/bird/add.response.json").read_text()
BIRD = {"name": "Tit", "species": 1}


def schemes(use, credentials, **named):
    docs = {name: {"doc": f"The {name}."} for name in credentials}
    return {"schemes": named, "use": use, "credentials": docs}


class TestSignedQueries:
    @pytest.fixture
    def made_of(self, compiled):
        signed = {
            "by": "hook",
            "doc": "Signs queries.",
            "credentials": ["secret"],
            "adds": ["time", "signature"],
            "in": "query",
        }
        key = {"by": "api_key", "in": "header", "name": "X-Key", "credential": "key"}
        return compiled(
            BASE,
            encoding="query",
            method="GET",
            authentication=schemes([["key", "signed"]], ["key", "secret"], key=key, signed=signed),
        )

    def test_the_whole_query_is_signed(self, made_of):
        package, stub, *_ = made_of
        heard: list[object] = []

        def sign(request):
            query = urlsplit(request.url).query + "&time=17"
            digest = hmac.new(b"s-1", query.encode(), hashlib.sha256).hexdigest()
            return {"time": "17", "signature": digest}

        with ScriptedServer() as server:
            server.will(answers(ADDED))
            given = {"key": "k-1", "secret": "s-1", "signed": sign, "hooks": [heard.append]}
            with package.AviaryClient(**given, base_url=server.base_url) as client:
                client.bird.add(**BIRD)
        (request,) = server.received
        query, _, signature = urlsplit(request.target).query.rpartition("&signature=")
        assert parse_qs(query) == {"name": ["Tit"], "species": ["1"], "time": ["17"]}
        assert signature == hmac.new(b"s-1", query.encode(), hashlib.sha256).hexdigest()
        assert signature not in repr(heard)

        with (
            stub.StubServer(strict=True) as at_stub,
            package.AviaryClient(
                key="k", secret="s", signed=sign, base_url=at_stub.base_url
            ) as client,
        ):
            assert client.bird.add(**BIRD).name

    def test_each_sending_is_signed_anew(self, made_of):
        package, *_ = made_of
        times = iter(("1", "2"))

        def sign(_request):
            return {"time": next(times), "signature": "x"}

        with ScriptedServer() as server:
            server.will(answers("{}", 503), answers(json.dumps({"birds": [], "pages": 0})))
            with package.AviaryClient(
                key="k", secret="s", signed=sign, base_url=server.base_url, retries=1
            ) as client:
                client.with_raw_response.bird.list()
        sent = [parse_qs(urlsplit(each.target).query)["time"] for each in server.received]
        assert sent == [["1"], ["2"]]


class TestClientsInForms:
    @pytest.fixture
    def made_of(self, compiled):
        app = {
            "by": "client_credentials",
            "token_url": "/token",
            "client_id": "id",
            "client_secret": "secret",
            "client": "form",
        }
        return compiled(BASE, authentication=schemes(["app"], ["id", "secret"], app=app))

    def test_the_client(self, made_of):
        package, *_ = made_of
        token = {"access_token": "t-1", "token_type": "Bearer"}
        with ScriptedServer() as server:
            server.will(answers(json.dumps(token)), answers(ADDED))
            given = {"id": "i", "secret": "a b&c", "base_url": f"{server.base_url}/v9"}
            with package.AviaryClient(**given) as client:
                client.bird.add(**BIRD)
        asked, added = server.received
        assert (asked.target, added.target) == ("/v9/token", "/v9/v2/bird/add")
        assert "authorization" not in asked.headers
        assert asked.body == b"grant_type=client_credentials&client_id=i&client_secret=a+b%26c"
        assert added.headers["authorization"] == "Bearer t-1"

    def test_at_the_stub(self, made_of):
        package, stub, errors, _ = made_of
        with stub.StubServer(credentials={"secret": "right"}) as at_stub:
            given = {"id": "i", "base_url": at_stub.base_url}
            with package.AviaryClient(**given, secret="right") as client:
                assert client.bird.add(**BIRD).name
            with (
                package.AviaryClient(**given, secret="wrong") as client,
                pytest.raises(errors.TokenRefused),
            ):
                client.bird.add(**BIRD)

    def test_the_stub_takes_a_form_of_parts(self, made_of):
        fields = {"grant_type": "client_credentials", "client_id": "i", "client_secret": "right"}
        content, kind = encode_multipart_formdata(fields)
        with made_of[1].StubServer(credentials={"secret": "right"}) as at_stub:
            url = f"{at_stub.base_url}/token"
            request = urllib.request.Request(url, content, {"Content-Type": kind})
            with urllib.request.urlopen(request) as response:
                assert json.load(response)["token_type"] == "Bearer"

    @pytest.mark.parametrize(
        "content",
        [
            "no json",
            "{}",
            '{"access_token": ""}',
            '{"access_token": "a\\nb", "token_type": "bearer"}',
            '{"access_token": "a", "token_type": "mac"}',
            '{"access_token": "a", "expires_in": "soon"}',
        ],
    )
    def test_what_is_no_token(self, made_of, content):
        package, _, errors, _ = made_of
        with ScriptedServer() as server:
            server.will(answers(content))
            given = {"id": "i", "secret": "s-123456", "base_url": server.base_url}
            with package.AviaryClient(**given) as client, pytest.raises(errors.ResponseError):
                client.bird.add(**BIRD)

    def test_tokens_of_the_stub_expire(self, made_of, monkeypatch):
        package, *_ = made_of
        tokens = import_module(f"{package.__name__}._runtime.stub.tokens")
        now = 1000.0
        monkeypatch.setattr(tokens, "wall", lambda: now)
        token = tokens.issued("app")
        assert tokens.is_issued(token)
        assert tokens.client_of(token).startswith("t-")
        now += 3600
        assert not tokens.is_issued(token)
        assert not tokens.is_issued(token[:-1])
        assert not tokens.is_issued("stub")


class TestFurtherFieldsOfTokens:
    """As of Box (`box_subject_id`), and of Zoom, whose grant is called otherwise."""

    @pytest.fixture
    def made_of(self, compiled):
        app = {
            "by": "client_credentials",
            "token_url": "/token",
            "client_id": "id",
            "client_secret": "secret",
            "client": "form",
            "fields": {"grant_type": "account", "kind": "firm", "subject": "f:{firm}"},
        }
        return compiled(BASE, authentication=schemes(["app"], ["id", "secret", "firm"], app=app))

    @pytest.mark.parametrize("kind", ["AviaryClient", "AsyncAviaryClient"])
    def test_clients_send_them(self, made_of, kind):
        package, *_ = made_of
        given = {"id": "i", "secret": "s-123456", "firm": "f 77"}
        with ScriptedServer() as server:
            server.will(answers('{"access_token": "t"}'), answers(ADDED))
            add_with(getattr(package, kind), **given, base_url=server.base_url)
        sent = parse_qs(server.received[0].body.decode())
        assert sent == {
            "grant_type": ["account"],
            "kind": ["firm"],
            "subject": ["f:f 77"],
            "client_id": ["i"],
            "client_secret": ["s-123456"],
        }

    def test_a_client_needs_their_credentials(self, made_of):
        package, _, errors, _ = made_of
        with pytest.raises(errors.ConfigurationError, match="firm="):
            package.AviaryClient(id="i", secret="s-123456")

    @pytest.mark.parametrize(
        ("changed", "told"),
        [
            ({"grant_type": "client_credentials"}, "only account is supported"),
            ({"kind": "person"}, "kind has to be firm"),
            ({"subject": "77"}, "subject has to be f:{firm}"),
            ({"subject": "f:78"}, "subject is another"),
        ],
    )
    def test_the_stub_wants_them(self, made_of, changed, told):
        _, stub, *_ = made_of
        known = {"id": "i", "secret": "s", "firm": "77"}
        right = {"grant_type": "account", "kind": "firm", "subject": "f:77"}
        form = {"client_id": "i", "client_secret": "s", **right, **changed}
        with stub.StubServer(credentials=known) as at_stub:
            request = urllib.request.Request(
                f"{at_stub.base_url}/token", urlencode(form).encode(), method="POST"
            )
            with pytest.raises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(request)
            with caught.value as refusal:
                assert json.load(refusal)["error_description"] == told

    def test_client_and_stub_agree(self, made_of):
        package, stub, *_ = made_of
        given = {"id": "i", "secret": "s-123456", "firm": "77"}
        with stub.StubServer(credentials=given) as at_stub:
            assert add_with(package.AviaryClient, **given, base_url=at_stub.base_url).name


def add_with(kind, **given):
    """Adds a bird by a client of either kind."""

    async def awaited():
        async with kind(**given) as client:
            return await client.bird.add(**BIRD)

    if kind.__name__.startswith("Async"):
        return asyncio.run(awaited())
    with kind(**given) as client:
        return client.bird.add(**BIRD)


def test_keys_beside_the_arguments(compiled):
    key = {"by": "api_key", "in": "arguments", "name": "apiKey", "credential": "key"}
    package, stub, errors, openapi = compiled(
        BASE, authentication=schemes(["key"], ["key"], key=key)
    )
    with stub.StubServer(credentials={"key": "k-1"}, strict=True) as at_stub:
        with package.AviaryClient(key="k-1", base_url=at_stub.base_url) as client:
            assert client.bird.add(**BIRD).name
        with (
            package.AviaryClient(key="k-2", base_url=at_stub.base_url) as client,
            pytest.raises(errors.APIError),
        ):
            client.bird.add(**BIRD)
    assert "securitySchemes" not in openapi["components"]


def test_logs_of_the_stub_have_no_keys_of_paths(harbour_v1, caplog):
    caplog.set_level(logging.INFO)
    with harbour_v1.stub.StubServer() as stub:
        connection = http.client.HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
        connection.request("GET", "/bot77:secret/shout")
        assert connection.getresponse().status == 404
        connection.close()
    assert "/bot***/shout" in caplog.text
    assert "77:secret" not in caplog.text
