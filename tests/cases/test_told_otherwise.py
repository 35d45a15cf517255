"""Failures that one operation, or a server, tells otherwise than the rest of the API."""

import asyncio
import json
from importlib import import_module
from urllib.parse import urlencode

import pytest
import urllib3

from tests.runtime.scripted import answers

OAUTH = {"error": "invalid_grant", "error_description": "Ask again.", "trace": "t-1"}


@pytest.fixture(params=["blocking", "async"])
def failed(request):
    """What a call of a client of either kind ends in."""

    def blocking(client_class, how, options):
        with client_class[0](**options) as client:
            how(client)

    async def awaited(client_class, how, options):
        async with client_class[1](**options) as client:
            await how(client)

    def running(*given):
        asyncio.run(awaited(*given))

    run = blocking if request.param == "blocking" else running

    def call(client_class, how, error, **options):
        with pytest.raises(error) as told:
            run(client_class, how, options)
        return told.value

    return call


@pytest.fixture
def wallet(wallet_v1):
    return wallet_v1.package.Wallet, wallet_v1.package.AsyncWallet


@pytest.fixture
def errors(made):
    return import_module("wallet_v1.errors")


@pytest.fixture
def stub(made):
    with import_module("wallet_v1.stub").StubServer(random_seed=1) as server:
        yield server


@pytest.fixture
def ask(stub):
    """Asks for a token with bare HTTP."""
    with urllib3.PoolManager() as pool:

        def asked(path="/oauth/token", method="POST", headers=None, **fields):
            kind = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
            return pool.request(method, stub.base_url + path, headers=kind, body=urlencode(fields))

        yield asked


def exchange(client):
    return client.grant.exchange(code="c")


def fetch(client):
    return client.account.get(id="a")


def test_an_operation_is_read_in_its_own_way(failed, wallet, errors, server):
    server.will(answers(json.dumps(OAUTH), 400))
    error = failed(wallet, exchange, errors.InvalidGrant, secret_key="s", base_url=server.base_url)
    assert (error.code, error.message, error.trace) == ("invalid_grant", "Ask again.", "t-1")
    assert (error.page, error.account, error.field) == (None, None, ())
    assert "authorization" not in server.received[-1].headers


def test_the_rest_is_read_as_the_api_has_it(failed, wallet, errors, server):
    more = "Wallet-Trace: h-1\r\n"
    nested = {"error": {"code": "not_found", "message": "No."}, "trace": "t-1"}
    server.will(answers(json.dumps(nested), 404, more=more))
    error = failed(wallet, fetch, errors.NotFound, secret_key="s", base_url=server.base_url)
    assert (error.message, error.trace, error.page) == ("No.", "h-1", None)

    server.will(answers(json.dumps(OAUTH), 400))
    failed(wallet, fetch, errors.ResponseError, secret_key="s", base_url=server.base_url)


def test_a_wait_stands_where_the_operation_has_it(failed, wallet, errors, server):
    told = {"error": "slow_down", "error_description": "Not so fast.", "interval": 7}
    server.will(answers(json.dumps(told), 400))
    options = {"secret_key": "s", "base_url": server.base_url, "retries": 0}
    assert failed(wallet, exchange, errors.SlowDown, **options).retry_after == 7


def test_the_stub_tells_a_client_so(failed, wallet, errors, stub):
    error = failed(
        wallet,
        lambda client: client.grant.exchange(code="spent"),
        errors.InvalidGrant,
        secret_key="s",
        base_url=stub.base_url,
    )
    assert (error.code, error.message) == ("invalid_grant", "Ask the owner again.")
    assert (error.trace, error.page) == ("trace-spent", "https://wallet.example/grants")
    error = failed(wallet, fetch, errors.NotFound, secret_key="s", base_url=stub.base_url)
    assert error.code == "not_found"


def test_the_stub_answers_in_each_way(ask):
    beside = {"error_uri": "https://wallet.example/grants"}
    assert ask(code="again").json() == {
        "error": "slow_down",
        "error_description": "Somebody asks too often for a token.",
        **beside,
    }
    refused = ask().json()
    assert refused["error"] == "invalid_request"
    assert refused["fields"] == ["code is required"]
    nested = ask("/accounts/a", "GET").json()
    assert [*nested] == ["error"]
    assert isinstance(nested["error"], dict)


def test_faults_and_preferences_are_told_so(ask, stub):
    wanted = ask(code="c", headers={"Prefer": "code=no_funds"}).json()
    assert wanted["error"] == "no_funds"
    stub.fails("grant.exchange", error="slow_down", retry_after=3)
    assert ask(code="c").json()["interval"] == 3


def test_a_key_of_other_arguments_is_told_so(ask):
    key = {"Idempotency-Key": "k-1"}
    assert ask(code="c", headers=key).status == 200
    told = ask(code="d", headers=key).json()
    assert (told["error"], told["error_description"]) == ("key_used", "Use another key.")


def test_coverage_counts_errors_of_each_way(stub):
    shown = stub.coverage()["operations"]
    assert "invalid_request" in shown["grant.exchange"]["errors"]
    assert "Wrong" in shown["account.open"]["errors"]
    assert "invalid_request" not in shown["account.open"]["errors"]


def test_a_server_has_failures_of_its_own(failed, gallery_v1, server):
    gallery = gallery_v1.package.Gallery, gallery_v1.package.AsyncGallery
    told = {"token": "t", "base_url": server.base_url, "retries": 0}

    def upload(client):
        return client.picture.upload(room=1, name="a.png", content=b"p")

    def note(client):
        return client.picture.note(id=1, text=b"#")

    root = import_module("gallery_v1.errors").GalleryError
    api_error = import_module("gallery_v1.errors").APIError
    server.will(answers("The disk is full.", 507, kind="text/plain"))
    error = failed(gallery, upload, api_error, **told)
    assert (error.message, error.status, error.code) == ("The disk is full.", 507, 507)
    server.will(answers("The disk is full.", 507, kind="text/plain"))
    assert not isinstance(failed(gallery, note, root, **told), api_error)


def test_the_stub_of_that_server_says_texts(made):
    with import_module("gallery_v1.stub").StubServer() as stub, urllib3.PoolManager() as pool:
        told = pool.request("POST", f"{stub.base_url}/rooms/1/pictures?name=a", body=b"p")
        assert (told.status, told.headers["Content-Type"]) == (401, "text/plain; charset=utf-8")
        told = pool.request("PUT", f"{stub.base_url}/pictures/1/note", body=b"p")
        assert told.headers["Content-Type"] == "application/json"
