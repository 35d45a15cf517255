"""The harbour's package, run: every scheme, against a server written by hand and the stub."""

import asyncio
import threading
import time
import traceback
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest

from tests.cases import harbour_server as page
from tests.cases.harbour_server import Harbour, signed

PNG = b"\x89PNG\r\n\x1a\n"
EVERYTHING = {
    "api_key": page.KEY,
    "site_code": page.SITE,
    "bot_token": page.BOT,
    "session_id": page.SESSION,
    "user_name": page.USER,
    "user_password": page.PASSWORD,
    "staff_token": page.STAFF,
    "signing_secret": page.SIGNING,
}
APP = {"client_id": page.CLIENT, "client_secret": page.CLIENT_SECRET}


def sign(request):
    moment = str(time.time_ns())
    secret = request.credentials["signing_secret"]
    return {
        "X-Harbour-Signature": signed(secret, moment, request.target, request.body),
        "X-Harbour-Time": moment,
    }


@pytest.fixture
def harbour():
    server = Harbour()
    yield server
    server.stop()


@pytest.fixture
def open_client(harbour_v1, harbour):
    clients = []

    def make(**given):
        given.setdefault("base_url", harbour.base_url)
        clients.append(harbour_v1.package.Harbour(**given))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


def call_everything(client):
    berth = client.berth
    return [
        berth.list(free=True),
        berth.tides(),
        berth.book(id=7, ship="Gull"),
        berth.say(text="Ahoy"),
        berth.report(year=2012),
        berth.mine(),
        berth.logbook(),
        berth.pay(amount=3),
        berth.photo(id=7, photo=PNG),
    ]


def in_tasks(harbour_v1, work, **given):
    async def run():
        async with harbour_v1.package.AsyncHarbour(**given) as client:
            return await work(client)

    return asyncio.run(run())


class TestEveryScheme:
    def test_blocking(self, open_client):
        answers = call_everything(open_client(**EVERYTHING, signature=sign))
        assert [each.name for each in answers[0]] == ["East 7"]
        assert answers[4] == ["2012"]

    def test_awaiting(self, harbour_v1, harbour):
        async def work(client):
            for result in call_everything(client):
                await result

        in_tasks(harbour_v1, work, **EVERYTHING, signature=sign, base_url=harbour.base_url)
        assert len(harbour.seen) == 9

    def test_at_the_stub(self, harbour_v1):
        expected = {**EVERYTHING, **APP}
        with (
            harbour_v1.stub.StubServer(credentials=expected, strict=True) as stub,
            harbour_v1.package.Harbour(
                **EVERYTHING, signature=sign, base_url=stub.base_url
            ) as client,
        ):
            assert call_everything(client)[2].id == 7

    @pytest.mark.parametrize(
        ("name", "method"),
        [
            ("api_key", lambda b: b.list()),
            pytest.param("api_key", lambda b: b.report(year=1), id="in the query"),
            ("site_code", lambda b: b.book(id=7, ship="x")),
            ("bot_token", lambda b: b.say(text="x")),
            ("session_id", lambda b: b.mine()),
            ("staff_token", lambda b: b.logbook()),
        ],
    )
    def test_the_stub_refuses_others(self, harbour_v1, name, method):
        wrong = {**EVERYTHING, name: "another-1"}
        with (
            harbour_v1.stub.StubServer(credentials=EVERYTHING) as stub,
            harbour_v1.package.Harbour(**wrong, base_url=stub.base_url) as client,
            pytest.raises(harbour_v1.errors.BadCredentials) as caught,
        ):
            method(client.berth)
        assert caught.value.status == 401

    def test_the_user_without_a_session(self, open_client):
        user = {"user_name": page.USER, "user_password": page.PASSWORD}
        assert open_client(api_key=page.KEY, **user).berth.mine()[0].id == 7


FORMS = {
    "desk": {"desk_email": page.DESK, "desk_key": page.DESK_KEY},
    "mail": {"mail_key": page.MAIL_KEY},
    "pager": {"pager_key": page.PAGER_KEY},
    "fleet": {"fleet_name": page.FLEET, "fleet_key": page.FLEET_KEY},
}


@pytest.mark.parametrize("given", FORMS.values(), ids=FORMS)
class TestWhatStandsAroundCredentials:
    def test_both_clients(self, harbour_v1, open_client, harbour, given):
        async def work(client):
            return await client.berth.report(year=2013)

        assert open_client(**APP, **given).berth.report(year=2012) == ["2012"]
        again = in_tasks(harbour_v1, work, **APP, **given, base_url=harbour.base_url)
        assert again == ["2013"]

    def test_the_stub_compares_each_credential(self, harbour_v1, given):
        with harbour_v1.stub.StubServer(credentials=given) as stub:
            with harbour_v1.package.Harbour(**APP, **given, base_url=stub.base_url) as client:
                client.berth.report(year=1)
            for name in given:
                wrong = {**APP, **given, name: "another-1"}
                with (
                    harbour_v1.package.Harbour(**wrong, base_url=stub.base_url) as client,
                    pytest.raises(harbour_v1.errors.BadCredentials),
                ):
                    client.berth.report(year=1)

    def test_refusals_quote_none_of_it(self, harbour_v1, open_client, given):
        # The server quotes what it was sent, and a key this short is found by nothing else.
        wrong = {**given, [*given][-1]: "k:7"}
        with pytest.raises(harbour_v1.errors.BadCredentials) as caught:
            open_client(**APP, **wrong).berth.report(year=1)
        assert "***" in str(caught.value)
        pair = b64encode(b"api:k:7").decode()
        assert not any(text in str(caught.value) for text in ("k:7", pair, page.DESK))


class TestWhatIsMissing:
    def test_all_alternatives_are_named(self, harbour_v1):
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            harbour_v1.package.Harbour(client_id="x")
        assert str(caught.value) == (
            "Harbour API: missing credentials: pass api_key= or set HARBOUR_API_KEY;"
            " or pass client_secret= or set HARBOUR_CLIENT_SECRET"
        )

    @pytest.mark.parametrize("name", ["Harbour", "AsyncHarbour"])
    def test_nothing_at_all(self, harbour_v1, name):
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            getattr(harbour_v1.package, name)(api_key="")
        assert str(caught.value) == (
            "Harbour API: missing credentials: pass api_key= or set HARBOUR_API_KEY; or pass"
            " client_id= and client_secret= or set HARBOUR_CLIENT_ID and HARBOUR_CLIENT_SECRET;"
            " or, for some operations alone, bot_token=, or desk_email= and desk_key=,"
            " or mail_key=, or pager_key=, or fleet_name= and fleet_key=, or session_id=,"
            " or user_name= and user_password=, or staff_token="
        )

    def test_half_of_what_some_operations_take(self, harbour_v1):
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            harbour_v1.package.Harbour(user_name="ada")
        assert str(caught.value).endswith(
            "HARBOUR_CLIENT_SECRET; or pass user_password= or set HARBOUR_USER_PASSWORD"
        )

    def test_what_some_operations_take_is_enough(self, harbour_v1, open_client):
        client = open_client(user_name=page.USER, user_password=page.PASSWORD)
        assert client.berth.mine()[0].id == 7
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            client.berth.list()
        assert str(caught.value) == (
            "Harbour API: missing credentials for berth.list: pass api_key= or set"
            " HARBOUR_API_KEY; or pass client_id= and client_secret= or set HARBOUR_CLIENT_ID"
            " and HARBOUR_CLIENT_SECRET"
        )

    def test_that_is_enough_to_await_too(self, harbour_v1, harbour):
        async def work(client):
            with pytest.raises(harbour_v1.errors.ConfigurationError, match="credentials for berth"):
                await client.berth.list()
            return await client.berth.logbook()

        given = {"staff_token": page.STAFF, "base_url": harbour.base_url}
        assert in_tasks(harbour_v1, work, **given)

    def test_a_call_names_what_lacks_alone(self, harbour_v1, open_client):
        client = open_client(api_key=page.KEY, user_name=page.USER)
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            client.berth.mine()
        assert str(caught.value).endswith("; or pass user_password= or set HARBOUR_USER_PASSWORD")

    def test_an_operation_names_its_own(self, harbour_v1, open_client):
        client = open_client(api_key=page.KEY)
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            client.berth.mine()
        assert str(caught.value) == (
            "Harbour API: missing credentials for berth.mine: pass session_id= or set"
            " HARBOUR_SESSION_ID; or pass user_name= and user_password= or set"
            " HARBOUR_USER_NAME and HARBOUR_USER_PASSWORD"
        )

    def test_a_signer(self, harbour_v1, open_client):
        client = open_client(api_key=page.KEY, signing_secret=page.SIGNING)
        with pytest.raises(harbour_v1.errors.ConfigurationError, match="signature="):
            client.berth.pay(amount=1)

    def test_the_environment_stands_in(self, open_client, monkeypatch):
        monkeypatch.setenv("HARBOUR_API_KEY", page.KEY)
        assert open_client().berth.list()[0].id == 7

    def test_what_is_passed_goes_before_the_environment(self, open_client, harbour, monkeypatch):
        monkeypatch.setenv("HARBOUR_API_KEY", "another-key")
        assert open_client(**APP).berth.list()[0].id == 7
        assert len(harbour.token_requests) == 1

    @pytest.mark.parametrize(
        "given",
        [
            {"api_key": "a b"},
            {"api_key": "schlüssel"},
            {"api_key": "k", "user_name": "a:b"},
            {"api_key": "k", "bot_token": ".."},
            {"api_key": "k", "session_id": "a;b"},
            {"api_key": "k", "fleet_name": "a:b", "fleet_key": "k"},
            {"api_key": "k", "desk_email": "a:b"},
        ],
    )
    def test_what_cannot_be_sent(self, harbour_v1, given):
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            harbour_v1.package.Harbour(**given)
        assert not any(f"{value!r}" in str(caught.value) for value in given.values())

    def test_headers_of_schemes_are_the_clients_own(self, harbour_v1):
        for name in ("X-Harbour-Key", "Authorization", "Cookie", "X-Harbour-Time"):
            with pytest.raises(harbour_v1.errors.ConfigurationError, match=name):
                harbour_v1.package.Harbour(api_key="k", headers={name: "x"})


class TestTokens:
    def test_one_serves_all_calls(self, open_client, harbour):
        client = open_client(**APP)
        client.berth.list()
        client.with_options(timeout=5).berth.list()
        assert harbour.token_requests == [
            {
                "grant_type": "client_credentials",
                "scope": "berths.read berths.write",
                "audience": "https://harbour.example",
            }
        ]

    def test_threads_wait_for_one_renewal(self, open_client, harbour):
        harbour.token_delay = 0.2
        client = open_client(**APP)
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: client.berth.list()[0].id, range(8)))
        assert (found, len(harbour.token_requests)) == ([7] * 8, 1)

    def test_tasks_wait_for_one_renewal(self, harbour_v1, harbour):
        harbour.token_delay = 0.2

        async def work(client):
            return await asyncio.gather(*(client.berth.list() for _ in range(8)))

        found = in_tasks(harbour_v1, work, **APP, base_url=harbour.base_url)
        assert (len(found), len(harbour.token_requests)) == (8, 1)

    def test_a_cancelled_renewal_leaves_it_to_the_next(self, harbour_v1, harbour):
        harbour.token_delay = 0.3

        async def work(client):
            first = asyncio.create_task(client.berth.list())
            second = asyncio.create_task(client.berth.list())
            await asyncio.sleep(0.1)
            first.cancel()
            return await second

        assert in_tasks(harbour_v1, work, **APP, base_url=harbour.base_url)[0].id == 7

    @pytest.mark.parametrize("lifetime", [3600, None])
    def test_once_more_after_a_refusal(self, open_client, harbour, lifetime):
        harbour.lifetime = lifetime
        client = open_client(**APP)
        client.berth.list()
        harbour.valid.clear()
        assert client.berth.list()[0].id == 7
        assert len(harbour.token_requests) == 2

    def test_only_once(self, harbour_v1, open_client, harbour):
        class Nothing(set[str]):
            def add(self, token):
                pass

        harbour.valid = Nothing()
        with pytest.raises(harbour_v1.errors.BadCredentials) as caught:
            open_client(**APP).berth.list()
        assert (len(harbour.token_requests), len(harbour.seen)) == (2, 2)
        assert caught.value.message == "not with ***"

    def test_threads_renew_a_refused_one_once(self, open_client, harbour):
        client = open_client(**APP)
        client.berth.list()
        harbour.valid.clear()
        harbour.token_delay = 0.1
        barrier = threading.Barrier(6)

        def work(_):
            barrier.wait()
            return client.berth.list()[0].id

        with ThreadPoolExecutor(6) as pool:
            assert list(pool.map(work, range(6))) == [7] * 6
        assert len(harbour.token_requests) == 2

    def test_renewed_before_it_expires(self, harbour_v1, open_client, harbour, monkeypatch):
        tokens = import_module("harbour_v1._runtime.client.tokens")

        now = 1000.0
        monkeypatch.setattr(tokens, "monotonic", lambda: now)
        client = open_client(**APP)
        client.berth.list()
        now += 3600 - 61
        client.berth.list()
        assert len(harbour.token_requests) == 1
        now += 2
        client.berth.list()
        assert len(harbour.token_requests) == 2

    def test_a_refused_client(self, harbour_v1, open_client, harbour):
        client = open_client(client_id="nobody", client_secret=page.CLIENT_SECRET)
        with pytest.raises(harbour_v1.errors.TokenRefused) as caught:
            client.berth.list()
        assert (caught.value.error, caught.value.status) == ("invalid_client", 401)
        assert str(caught.value) == (
            "authentication.app: no token: invalid_client: not *** (HTTP 401)"
        )
        assert isinstance(caught.value, harbour_v1.errors.HarbourError)
        assert not harbour.seen

    def test_an_endpoint_that_is_down(self, harbour_v1, open_client, harbour):
        harbour.token_status = 503
        client = open_client(**APP, retries=1)
        with pytest.raises(harbour_v1.errors.TokenRefused):
            client.berth.list()
        assert len(harbour.token_requests) == 2

    def test_the_stub_gives_them_out(self, harbour_v1):
        with (
            harbour_v1.stub.StubServer(credentials=APP) as stub,
            harbour_v1.package.Harbour(**APP, base_url=stub.base_url) as client,
            harbour_v1.package.Harbour(
                client_id="x", client_secret="y", base_url=stub.base_url
            ) as stranger,
        ):
            assert client.berth.list()[0].id == 7
            with pytest.raises(harbour_v1.errors.TokenRefused, match="there is no such client"):
                stranger.berth.list()


class TestSecrets:
    def test_nothing_shows_them(self, harbour_v1, open_client, harbour, caplog):
        caplog.set_level("DEBUG")
        heard: list[object] = []
        secrets = {**EVERYTHING, "bot_token": "78:another-bot", "staff_token": "wrong-token-9"}
        client = open_client(**secrets, signature=sign, hooks=[heard.append])
        for method in (
            lambda: client.berth.say(text="x"),
            lambda: client.berth.report(year=1),
            client.berth.logbook,
        ):
            try:
                method()
            except harbour_v1.errors.HarbourError as error:
                heard += [str(error), error.message, *traceback.format_exception(error)]
        told = f"{heard} {caplog.text} {client!r}"
        for secret in secrets.values():
            assert secret not in told
        assert "/bot{bot_token}/say" in told

    def test_a_signer_sees_the_request_and_shows_nothing(self, open_client):
        seen = []

        def keep(request):
            seen.append(request)
            return sign(request)

        open_client(**EVERYTHING, signature=keep).berth.pay(amount=3)
        (request,) = seen
        assert (request.method, request.target, request.body) == (
            "POST",
            "/payments",
            b'{"amount":3}',
        )
        assert request.url.endswith("/payments")
        assert repr(request) == "<UnsignedRequest POST>"

    def test_what_a_signer_returns_is_checked(self, harbour_v1, open_client):
        client = open_client(**EVERYTHING, signature=lambda request: {"Host": "elsewhere"})
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            client.berth.pay(amount=3)
        assert "X-Harbour-Signature, X-Harbour-Time" in str(caught.value)
