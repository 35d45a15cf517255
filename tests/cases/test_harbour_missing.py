"""The harbour's clients without credentials that they need: what is said, and when."""

import pytest

from tests.cases import harbour_server as page
from tests.cases.harbour_tasks import in_tasks


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

    def test_what_some_operations_take_is_enough(self, harbour_v1, open_harbour):
        client = open_harbour(user_name=page.USER, user_password=page.PASSWORD)
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

    def test_a_call_names_what_lacks_alone(self, harbour_v1, open_harbour):
        client = open_harbour(api_key=page.KEY, user_name=page.USER)
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            client.berth.mine()
        assert str(caught.value).endswith("; or pass user_password= or set HARBOUR_USER_PASSWORD")

    def test_an_operation_names_its_own(self, harbour_v1, open_harbour):
        client = open_harbour(api_key=page.KEY)
        with pytest.raises(harbour_v1.errors.ConfigurationError) as caught:
            client.berth.mine()
        assert str(caught.value) == (
            "Harbour API: missing credentials for berth.mine: pass session_id= or set"
            " HARBOUR_SESSION_ID; or pass user_name= and user_password= or set"
            " HARBOUR_USER_NAME and HARBOUR_USER_PASSWORD"
        )

    def test_a_signer(self, harbour_v1, open_harbour):
        client = open_harbour(api_key=page.KEY, signing_secret=page.SIGNING)
        with pytest.raises(harbour_v1.errors.ConfigurationError, match="signature="):
            client.berth.pay(amount=1)

    def test_the_environment_stands_in(self, open_harbour, monkeypatch):
        monkeypatch.setenv("HARBOUR_API_KEY", page.KEY)
        assert open_harbour().berth.list()[0].id == 7

    def test_what_is_passed_goes_before_the_environment(self, open_harbour, harbour, monkeypatch):
        monkeypatch.setenv("HARBOUR_API_KEY", "another-key")
        assert open_harbour(**page.APP).berth.list()[0].id == 7
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
