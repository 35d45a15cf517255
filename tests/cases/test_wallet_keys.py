"""Idempotency keys, by an emulator of a wallet."""

import json
import sqlite3
from importlib import import_module
from typing import Any

import pytest
import urllib3

from tests.cases.wallet_caller import Caller

OLD, NEW = "2031-01-01T00:00:00Z", "2031-01-01T02:00:00Z"


def test_a_known_key_is_answered_again(wallet_call):
    payer, payee = wallet_call.opened(500), wallet_call.opened(0)
    body = {"cents": 200, "from": payer, "to": payee}
    first = wallet_call("/transfers", key="k-1", **body)
    second = wallet_call("/transfers", key="k-1", **body)

    assert (first.status, first.data) == (second.status, second.data)
    assert "Wallet-Replayed" not in first.headers
    assert second.headers["Wallet-Replayed"] == "yes"
    assert (wallet_call.cents(payer), wallet_call.cents(payee)) == (300, 200)
    assert wallet_call("/transfers", key="k-2", **body).json()["id"] != first.json()["id"]


def test_a_key_of_other_arguments_is_refused(wallet_call):
    payer, payee = wallet_call.opened(500), wallet_call.opened(0)
    wallet_call("/transfers", key="k", **{"cents": 200, "from": payer, "to": payee})
    refused = wallet_call("/transfers", key="k", **{"cents": 201, "from": payer, "to": payee})

    assert refused.status == 409
    assert refused.json() == {"error": {"code": "key_used", "message": "Use another key."}}
    assert wallet_call.cents(payer) == 300


def test_a_key_of_the_api_is_one_for_all_operations(wallet_call):
    """`close` has a key of its own, which only tells its own requests apart."""
    account = wallet_call.opened(500)
    wallet_call("/transfers", key="k", **{"cents": 200, "from": account, "to": account})
    closed = wallet_call(f"/accounts/{account}/close", key="k")
    assert closed.status == 204


def test_tenants_and_namespaces_have_keys_of_their_own(wallet_call):
    one = {s: wallet_call("/accounts", secret=s, cents=1).json()["id"] for s in ("sk_a", "sk_b")}
    for secret, account in one.items():
        body = {"cents": 1, "from": account, "to": account}
        assert wallet_call("/transfers", key="k", secret=secret, **body).status == 200


def test_a_key_in_a_body_and_one_without_words(wallet_call):
    """`open` says only that there is a key: other arguments are refused in the API's envelope."""
    first = wallet_call("/accounts", cents=5, once="k")
    again = wallet_call("/accounts", cents=5, once="k")
    other = wallet_call("/accounts", cents=6, once="k")
    assert first.json() == again.json()
    assert (other.status, other.json()["error"]["message"]) == (
        422,
        "the idempotency key was sent before, with other arguments",
    )


def test_a_key_is_known_as_long_as_is_documented(wallet_call):
    payer = wallet_call.opened(500)
    body = {"cents": 1, "from": payer, "to": payer}
    first = wallet_call("/transfers", key="k", **body).json()["id"]
    wallet_call.control("POST", "clock", advance=3599, running=False)
    assert wallet_call("/transfers", key="k", **body).json()["id"] == first
    wallet_call.control("POST", "clock", advance=1)
    second = wallet_call("/transfers", key="k", **body)
    assert second.json()["id"] != first
    assert "Wallet-Replayed" not in second.headers
    assert wallet_call("/transfers", key="k", **{**body, "cents": 2}).status == 409


def test_what_was_refused_is_refused_again(wallet_call):
    payer = wallet_call.opened(0)
    body = {"cents": 1, "from": payer, "to": "a_none"}
    first = wallet_call("/transfers", key="k", **body)
    second = wallet_call("/transfers", key="k", **body)
    assert (first.status, second.status) == (404, 404)
    assert first.json()["error"]["message"] == "There is no a_none."
    assert (second.data, second.headers["Wallet-Replayed"]) == (first.data, "yes")


def test_a_refusal_is_forgotten_where_it_is_said_so(wallet_call):
    assert wallet_call("/accounts/a_none/close", key="k").status == 404
    assert wallet_call("/accounts/a_none/close", key="k").status == 404
    account = wallet_call.opened(0)
    assert wallet_call(f"/accounts/{account}/close", key="c").status == 204
    assert wallet_call(f"/accounts/{account}/close", key="c").status == 204
    assert wallet_call(f"/accounts/{account}/close").status == 404


def test_arguments_that_are_wrong_do_not_use_a_key(wallet_call):
    payer = wallet_call.opened(5)
    body = {"from": payer, "to": payer}
    wrong = wallet_call("/transfers", key="k", cents=0, **body)
    assert (wrong.status, wrong.headers.get("Wallet-Replayed")) == (422, None)
    assert wallet_call("/transfers", key="k", cents=1, **body).status == 200


def test_a_fault_of_the_network_does_not_use_a_key(wallet_call):
    payer = wallet_call.opened(5)
    body = {"cents": 1, "from": payer, "to": payer}
    wallet_call.control("POST", "faults", operation="transfer.*", times=1, connection="reset")
    with pytest.raises(urllib3.exceptions.HTTPError):
        wallet_call("/transfers", key="k", **body)
    assert "Wallet-Replayed" not in wallet_call("/transfers", key="k", **body).headers
    assert len(wallet_call("/transfers").json()["data"]) == 1


def test_resetting_forgets_keys_and_snapshots_have_them(wallet_call):
    first = wallet_call("/accounts", cents=5, once="k").json()
    wallet_call.control("POST", "snapshots", name="before")
    wallet_call.control("POST", "reset", tenant="sk_a")
    second = wallet_call("/accounts", cents=5, once="k").json()
    assert second["id"] != first["id"]
    assert wallet_call.control("GET", "state")["counts"] == {"account": 1, "transfer": 0}
    wallet_call.control("POST", "snapshots/before/restore")
    assert wallet_call("/accounts", cents=5, once="k").json() == first


def test_keys_outlive_the_process_and_old_ones_go(wallet, tmp_path):
    stub, db = import_module("wallet_v1.stub"), str(tmp_path / "wallet.db")

    def sent(clock, key):
        with stub.StubServer(db=db, clock=clock) as running, urllib3.PoolManager() as pool:
            call: Any = Caller(pool, running.base_url)
            found = call("/transfers", key=key, **{"cents": 1, "from": "a_1", "to": "a_1"})
            return found.headers.get("Wallet-Replayed")

    assert [sent(OLD, "a"), sent(OLD, "a"), sent(OLD, "b"), sent(NEW, "c")] == [
        None,
        "yes",
        None,
        None,
    ]
    with sqlite3.connect(db) as database:
        [(kept,)] = database.execute("SELECT count(*) FROM records")
    assert kept == 1


def test_what_the_client_sends_twice_is_done_once(wallet, wallet_stub, wallet_call):
    account = wallet_call.opened(10)
    with wallet.Wallet(secret_key="sk_a", base_url=wallet_stub.base_url) as client:
        kept = client.transfer.make(cents=1, from_=account, to=account, key="same")
        again = client.transfer.make(cents=1, from_=account, to=account, key="same")
        with pytest.raises(wallet.errors.KeyUsed):
            client.transfer.make(cents=2, from_=account, to=account, key="same")
        with pytest.raises(wallet.errors.NoFunds) as raised:
            client.transfer.make(cents=20, from_=account, to=account)
    assert kept == again
    assert raised.value.account["id"] == account
    assert raised.value.trace == f"trace-{account}"


def test_the_document_says_what_becomes_of_keys(wallet, wallet_stub, wallet_call):
    document = json.loads(wallet_call("/openapi.json").data)
    operation = document["paths"]["/transfers"]["post"]
    [key] = [each for each in operation["parameters"] if each["name"] == "Idempotency-Key"]
    assert key["schema"]["x-idempotency-key"] == {
        "seconds": 3600,
        "per": "api",
        "otherwise": "KeyUsed",
        "replayed": {"Wallet-Replayed": "yes"},
    }
    assert "Wallet-Replayed" in operation["responses"]["200"]["headers"]
    with wallet.Wallet(secret_key="sk_a", base_url=wallet_stub.base_url) as client:
        assert "3600 seconds" in client.transfer.make.__doc__
