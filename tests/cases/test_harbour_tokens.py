"""Tokens that the harbour's clients ask for: one for all calls, and another when it is refused."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest

from tests.cases import harbour_server as page
from tests.cases.harbour_tasks import in_tasks


class TestTokens:
    def test_one_serves_all_calls(self, open_harbour, harbour):
        client = open_harbour(**page.APP)
        client.berth.list()
        client.with_options(timeout=5).berth.list()
        assert harbour.token_requests == [
            {
                "grant_type": "client_credentials",
                "scope": "berths.read berths.write",
                "audience": "https://harbour.example",
            }
        ]

    def test_threads_wait_for_one_renewal(self, open_harbour, harbour):
        harbour.token_delay = 0.2
        client = open_harbour(**page.APP)
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: client.berth.list()[0].id, range(8)))
        assert (found, len(harbour.token_requests)) == ([7] * 8, 1)

    def test_tasks_wait_for_one_renewal(self, harbour_v1, harbour):
        harbour.token_delay = 0.2

        async def work(client):
            return await asyncio.gather(*(client.berth.list() for _ in range(8)))

        found = in_tasks(harbour_v1, work, **page.APP, base_url=harbour.base_url)
        assert (len(found), len(harbour.token_requests)) == (8, 1)

    def test_a_cancelled_renewal_leaves_it_to_the_next(self, harbour_v1, harbour):
        harbour.token_delay = 0.3

        async def work(client):
            first = asyncio.create_task(client.berth.list())
            second = asyncio.create_task(client.berth.list())
            await asyncio.sleep(0.1)
            first.cancel()
            return await second

        assert in_tasks(harbour_v1, work, **page.APP, base_url=harbour.base_url)[0].id == 7

    @pytest.mark.parametrize("lifetime", [3600, None])
    def test_once_more_after_a_refusal(self, open_harbour, harbour, lifetime):
        harbour.lifetime = lifetime
        client = open_harbour(**page.APP)
        client.berth.list()
        harbour.valid.clear()
        assert client.berth.list()[0].id == 7
        assert len(harbour.token_requests) == 2

    def test_only_once(self, harbour_v1, open_harbour, harbour):
        class Nothing(set[str]):
            def add(self, token):
                pass

        harbour.valid = Nothing()
        with pytest.raises(harbour_v1.errors.BadCredentials) as caught:
            open_harbour(**page.APP).berth.list()
        assert (len(harbour.token_requests), len(harbour.seen)) == (2, 2)
        assert caught.value.message == "not with ***"

    def test_threads_renew_a_refused_one_once(self, open_harbour, harbour):
        client = open_harbour(**page.APP)
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

    def test_renewed_before_it_expires(self, harbour_v1, open_harbour, harbour, monkeypatch):
        tokens = import_module("harbour_v1._runtime.client.tokens")

        now = 1000.0
        monkeypatch.setattr(tokens, "monotonic", lambda: now)
        client = open_harbour(**page.APP)
        client.berth.list()
        now += 3600 - 61
        client.berth.list()
        assert len(harbour.token_requests) == 1
        now += 2
        client.berth.list()
        assert len(harbour.token_requests) == 2

    def test_a_refused_client(self, harbour_v1, open_harbour, harbour):
        client = open_harbour(client_id="nobody", client_secret=page.CLIENT_SECRET)
        with pytest.raises(harbour_v1.errors.TokenRefused) as caught:
            client.berth.list()
        assert (caught.value.error, caught.value.status) == ("invalid_client", 401)
        assert str(caught.value) == (
            "authentication.app: no token: invalid_client: not *** (HTTP 401)"
        )
        assert isinstance(caught.value, harbour_v1.errors.HarbourError)
        assert not harbour.seen

    def test_an_endpoint_that_is_down(self, harbour_v1, open_harbour, harbour):
        harbour.token_status = 503
        client = open_harbour(**page.APP, retries=1)
        with pytest.raises(harbour_v1.errors.TokenRefused):
            client.berth.list()
        assert len(harbour.token_requests) == 2

    def test_the_stub_gives_them_out(self, harbour_v1):
        with (
            harbour_v1.stub.StubServer(credentials=page.APP) as stub,
            harbour_v1.package.Harbour(**page.APP, base_url=stub.base_url) as client,
            harbour_v1.package.Harbour(
                client_id="x", client_secret="y", base_url=stub.base_url
            ) as stranger,
        ):
            assert client.berth.list()[0].id == 7
            with pytest.raises(harbour_v1.errors.TokenRefused, match="there is no such client"):
                stranger.berth.list()
