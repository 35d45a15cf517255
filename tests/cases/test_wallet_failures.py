"""Failures that are kept, and that are told apart, by an emulator of a wallet."""

import asyncio
import json

import pytest

from tests.runtime.scripted import answers


def test_what_is_refused_leaves_nothing_behind(wallet_call):
    """The account had been charged, and the transfer made, before the payee was looked for."""
    payer = wallet_call.opened(500)
    body = {"cents": 200, "from": payer, "to": "a_none"}
    assert wallet_call("/transfers", key="k", **body).status == 404
    assert wallet_call("/transfers", **body).status == 404
    assert wallet_call.cents(payer) == 500
    assert wallet_call("/transfers").json()["data"] == []


def test_a_failure_can_be_kept(wallet_call):
    payer, payee = wallet_call.opened(100), wallet_call.opened(0)
    refused = wallet_call("/transfers", **{"cents": 200, "from": payer, "to": payee})
    told = refused.json()["error"]

    assert (refused.status, told["code"]) == (402, "no_funds")
    assert told["message"] == "There is not enough money."
    assert told["account"] == wallet_call(f"/accounts/{payer}").json()
    assert (told["account"]["cents"], told["account"]["refusals"]) == (100, 1)
    assert type(told["account"]["opened"]) is int
    assert refused.headers["Wallet-Trace"] == f"trace-{payer}"


def test_a_failure_says_what_is_wrong(wallet_call):
    refused = wallet_call("/accounts/a_none")
    assert refused.json()["error"] == {
        "code": "not_found",
        "message": "There is no such thing.",
        "fields": ["id"],
    }


@pytest.mark.parametrize(
    ("id", "status", "reason", "header"),
    [("frozen", 409, "frozen", "1"), ("ended", 410, "ended", None), ("over", 410, "ended", None)],
)
def test_errors_of_one_code_are_told_apart(wallet, wallet_call, id, status, reason, header):
    answer = wallet_call(f"/accounts/{id}/close")

    assert (answer.status, answer.headers.get("wallet-reason")) == (status, header)
    assert answer.json()["error"]["code"] == "not_open"
    assert answer.json()["error"]["reason"] == reason


@pytest.mark.parametrize("error", ["Frozen", "Ended"])
def test_faults_of_errors_of_one_code_are_told_apart(wallet, wallet_stub, error):
    wallet_stub.fails("account.close", error=error)
    kind = getattr(wallet.errors, error)

    with wallet_stub.client(retries=0) as client, pytest.raises(kind) as blocking:
        client.account.close(id="a_1")
    with pytest.raises(kind) as awaiting:
        asyncio.run(close_awaiting(wallet_stub))

    assert blocking.value.code == awaiting.value.code == "not_open"
    assert [each.code for each in wallet_stub.requests] == [error] * 2


async def close_awaiting(wallet_stub):
    async with wallet_stub.async_client(retries=0) as client:
        await client.account.close(id="a_1")


def test_a_code_that_several_share_is_the_first_of_them(wallet, wallet_call):
    wallet_call.control("POST", "faults", error="not_open")

    assert wallet_call("/accounts/a_1/close").json()["error"]["reason"] == "frozen"


def test_errors_that_share_a_code_are_told_apart(wallet_call, wallet_stub, wallet):
    payer = wallet_call("/accounts?frozen=true", cents=500).json()["id"]
    payee = wallet_call.opened(0)
    refused = wallet_call("/transfers", cents=200, **{"from": payer, "to": payee})
    assert refused.status == 423
    assert refused.json() == {"error": {"code": "no_funds", "message": "The account is frozen."}}

    refused = wallet_call("/transfers", cents=200, **{"from": payee, "to": payer})
    assert (refused.status, refused.json()["error"]["code"]) == (402, "no_funds")

    lost = wallet_call("/nowhere")
    assert lost.status == 404
    assert lost.json() == {"error": {"code": "not_found", "message": "There is nothing here."}}

    wallet_stub.fails("account.get", error="Blocked", times=1)
    wallet_stub.fails("account.get", error="no_funds", times=1)
    with wallet_stub.client() as client:
        with pytest.raises(wallet.errors.Blocked):
            client.account.get(id=payee)
        with pytest.raises(wallet.errors.NoFunds) as caught:
            client.account.get(id=payee)
    assert type(caught.value) is wallet.errors.NoFunds


@pytest.mark.parametrize(("told", "seconds"), [({}, 5), ({"interval": 7}, 7)])
def test_an_error_says_itself_how_long_to_wait(wallet, server, told, seconds):
    async def awaited():
        async with wallet.AsyncWallet(secret_key="sk_a", base_url=server.base_url) as client:
            await client.with_options(max_wait=0).grant.exchange(code="c")

    refusal = answers(json.dumps({"error": "slow_down", **told}), status=400)
    server.will(refusal, refusal)
    with (
        wallet.Wallet(secret_key="sk_a", base_url=server.base_url) as client,
        pytest.raises(wallet.errors.SlowDown) as blocking,
    ):
        client.with_options(max_wait=0).grant.exchange(code="c")
    with pytest.raises(wallet.errors.SlowDown) as awaiting:
        asyncio.run(awaited())

    assert (blocking.value.retry_after, awaiting.value.retry_after) == (seconds, seconds)
