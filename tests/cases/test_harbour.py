"""The harbour's package, run: every scheme, against a server written by hand and the stub."""

import traceback
from base64 import b64encode

import pytest

from tests.cases import harbour_server as page
from tests.cases.harbour_tasks import in_tasks

PNG = b"\x89PNG\r\n\x1a\n"


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


class TestEveryScheme:
    def test_blocking(self, open_harbour):
        answers = call_everything(open_harbour(**page.OF_CALLERS, signature=page.sign))
        assert [each.name for each in answers[0]] == ["East 7"]
        assert answers[4] == ["2012"]

    def test_awaiting(self, harbour_v1, harbour):
        async def work(client):
            for result in call_everything(client):
                await result

        in_tasks(
            harbour_v1, work, **page.OF_CALLERS, signature=page.sign, base_url=harbour.base_url
        )
        assert len(harbour.seen) == 9

    def test_at_the_stub(self, harbour_v1):
        expected = {**page.OF_CALLERS, **page.APP}
        with (
            harbour_v1.stub.StubServer(credentials=expected, strict=True) as stub,
            harbour_v1.package.Harbour(
                **page.OF_CALLERS, signature=page.sign, base_url=stub.base_url
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
        wrong = {**page.OF_CALLERS, name: "another-1"}
        with (
            harbour_v1.stub.StubServer(credentials=page.OF_CALLERS) as stub,
            harbour_v1.package.Harbour(**wrong, base_url=stub.base_url) as client,
            pytest.raises(harbour_v1.errors.BadCredentials) as caught,
        ):
            method(client.berth)
        assert caught.value.status == 401

    def test_the_user_without_a_session(self, open_harbour):
        user = {"user_name": page.USER, "user_password": page.PASSWORD}
        assert open_harbour(api_key=page.KEY, **user).berth.mine()[0].id == 7


@pytest.mark.parametrize("given", page.OF_REPORTS.values(), ids=page.OF_REPORTS)
class TestWhatStandsAroundCredentials:
    def test_both_clients(self, harbour_v1, open_harbour, harbour, given):
        async def work(client):
            return await client.berth.report(year=2013)

        assert open_harbour(**page.APP, **given).berth.report(year=2012) == ["2012"]
        again = in_tasks(harbour_v1, work, **page.APP, **given, base_url=harbour.base_url)
        assert again == ["2013"]

    def test_the_stub_compares_each_credential(self, harbour_v1, given):
        with harbour_v1.stub.StubServer(credentials=given) as stub:
            with harbour_v1.package.Harbour(**page.APP, **given, base_url=stub.base_url) as client:
                client.berth.report(year=1)
            for name in given:
                wrong = {**page.APP, **given, name: "another-1"}
                with (
                    harbour_v1.package.Harbour(**wrong, base_url=stub.base_url) as client,
                    pytest.raises(harbour_v1.errors.BadCredentials),
                ):
                    client.berth.report(year=1)

    def test_refusals_quote_none_of_it(self, harbour_v1, open_harbour, given):
        # The server quotes what it was sent, and a key this short is found by nothing else.
        wrong = {**given, [*given][-1]: "k:7"}
        with pytest.raises(harbour_v1.errors.BadCredentials) as caught:
            open_harbour(**page.APP, **wrong).berth.report(year=1)
        assert "***" in str(caught.value)
        pair = b64encode(b"api:k:7").decode()
        assert not any(text in str(caught.value) for text in ("k:7", pair, page.DESK))


class TestSecrets:
    def test_nothing_shows_them(self, harbour_v1, open_harbour, harbour, caplog):
        caplog.set_level("DEBUG")
        heard: list[object] = []
        secrets = {**page.OF_CALLERS, "bot_token": "78:another-bot", "staff_token": "wrong-token-9"}
        client = open_harbour(**secrets, signature=page.sign, hooks=[heard.append])
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

    def test_a_signer_sees_the_request_and_shows_nothing(self, open_harbour):
        seen = []

        def keep(request):
            seen.append(request)
            return page.sign(request)

        open_harbour(**page.OF_CALLERS, signature=keep).berth.pay(amount=3)
        (request,) = seen
        assert (request.method, request.target, request.body) == (
            "POST",
            "/payments",
            b'{"amount":3}',
        )
        assert request.url.endswith("/payments")
        assert repr(request) == "<UnsignedRequest POST>"

    def test_what_a_signer_returns_is_checked(self, harbour_v1, open_harbour):
        client = open_harbour(**page.OF_CALLERS, signature=lambda request: {"Host": "elsewhere"})
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            client.berth.pay(amount=3)
        assert "X-Harbour-Signature, X-Harbour-Time" in str(caught.value)
