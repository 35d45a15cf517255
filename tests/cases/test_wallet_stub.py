"""Idempotency keys and failures that are kept, by an emulator of a wallet."""

import asyncio
import json
import sqlite3
from importlib import import_module

import pytest
import urllib3

OLD, NEW = "2031-01-01T00:00:00Z", "2031-01-01T02:00:00Z"


class Caller:
    """Sends what the wallet's page documents, as bytes."""

    def __init__(self, pool, base_url, secret="sk_a"):
        self._pool, self.base_url, self._secret = pool, base_url, secret

    def __call__(self, path, *, key=None, secret=None, **body):
        headers = {"Authorization": f"Bearer {secret or self._secret}"}
        headers |= {} if key is None else {"Idempotency-Key": key}
        method = "POST" if body or path.endswith("/close") else "GET"
        return self._pool.request(
            method, self.base_url + path, headers=headers, json=body or None, retries=False
        )

    def control(self, method, path, **body):
        sent = self._pool.request(method, f"{self.base_url}/_stub/{path}", json=body or None)
        assert sent.status < 300, sent.data
        return sent.json() if sent.data else None

    def opened(self, cents, **more):
        return self("/accounts", cents=cents, **more).json()["id"]

    def cents(self, account):
        return self(f"/accounts/{account}").json()["cents"]


@pytest.fixture
def wallet(made):
    return import_module("wallet_v1")


@pytest.fixture
def server(wallet):
    stub = import_module("wallet_v1.stub")
    with stub.StubServer(clock=OLD, random_seed=1) as server:
        yield server


@pytest.fixture
def call(server):
    with urllib3.PoolManager() as pool:
        yield Caller(pool, server.base_url)


def test_a_known_key_is_answered_again(call):
    payer, payee = call.opened(500), call.opened(0)
    body = {"cents": 200, "from": payer, "to": payee}
    first = call("/transfers", key="k-1", **body)
    second = call("/transfers", key="k-1", **body)

    assert (first.status, first.data) == (second.status, second.data)
    assert "Wallet-Replayed" not in first.headers
    assert second.headers["Wallet-Replayed"] == "yes"
    assert (call.cents(payer), call.cents(payee)) == (300, 200)
    assert call("/transfers", key="k-2", **body).json()["id"] != first.json()["id"]


def test_a_key_of_other_arguments_is_refused(call):
    payer, payee = call.opened(500), call.opened(0)
    call("/transfers", key="k", **{"cents": 200, "from": payer, "to": payee})
    refused = call("/transfers", key="k", **{"cents": 201, "from": payer, "to": payee})

    assert refused.status == 409
    assert refused.json() == {"error": {"code": "key_used", "message": "Use another key."}}
    assert call.cents(payer) == 300


def test_a_key_of_the_api_is_one_for_all_operations(call):
    """`close` has a key of its own, which only tells its own requests apart."""
    account = call.opened(500)
    call("/transfers", key="k", **{"cents": 200, "from": account, "to": account})
    closed = call(f"/accounts/{account}/close", key="k")
    assert closed.status == 204


def test_tenants_and_namespaces_have_keys_of_their_own(call):
    one = {s: call("/accounts", secret=s, cents=1).json()["id"] for s in ("sk_a", "sk_b")}
    for secret, account in one.items():
        body = {"cents": 1, "from": account, "to": account}
        assert call("/transfers", key="k", secret=secret, **body).status == 200


def test_a_key_in_a_body_and_one_without_words(call):
    """`open` says only that there is a key: other arguments are refused in the API's envelope."""
    first = call("/accounts", cents=5, once="k")
    again = call("/accounts", cents=5, once="k")
    other = call("/accounts", cents=6, once="k")
    assert first.json() == again.json()
    assert (other.status, other.json()["error"]["message"]) == (
        422,
        "the idempotency key was sent before, with other arguments",
    )


def test_a_key_is_known_as_long_as_is_documented(call):
    payer = call.opened(500)
    body = {"cents": 1, "from": payer, "to": payer}
    first = call("/transfers", key="k", **body).json()["id"]
    call.control("POST", "clock", advance=3599, running=False)
    assert call("/transfers", key="k", **body).json()["id"] == first
    call.control("POST", "clock", advance=1)
    second = call("/transfers", key="k", **body)
    assert second.json()["id"] != first
    assert "Wallet-Replayed" not in second.headers
    assert call("/transfers", key="k", **{**body, "cents": 2}).status == 409


def test_what_was_refused_is_refused_again(call):
    payer = call.opened(0)
    body = {"cents": 1, "from": payer, "to": "a_none"}
    first = call("/transfers", key="k", **body)
    second = call("/transfers", key="k", **body)
    assert (first.status, second.status) == (404, 404)
    assert first.json()["error"]["message"] == "There is no a_none."
    assert (second.data, second.headers["Wallet-Replayed"]) == (first.data, "yes")


def test_a_refusal_is_forgotten_where_it_is_said_so(call):
    assert call("/accounts/a_none/close", key="k").status == 404
    assert call("/accounts/a_none/close", key="k").status == 404
    account = call.opened(0)
    assert call(f"/accounts/{account}/close", key="c").status == 204
    assert call(f"/accounts/{account}/close", key="c").status == 204
    assert call(f"/accounts/{account}/close").status == 404


def test_arguments_that_are_wrong_do_not_use_a_key(call):
    payer = call.opened(5)
    body = {"from": payer, "to": payer}
    wrong = call("/transfers", key="k", cents=0, **body)
    assert (wrong.status, wrong.headers.get("Wallet-Replayed")) == (422, None)
    assert call("/transfers", key="k", cents=1, **body).status == 200


def test_a_fault_of_the_network_does_not_use_a_key(call):
    payer = call.opened(5)
    body = {"cents": 1, "from": payer, "to": payer}
    call.control("POST", "faults", operation="transfer.*", times=1, connection="reset")
    with pytest.raises(urllib3.exceptions.HTTPError):
        call("/transfers", key="k", **body)
    assert "Wallet-Replayed" not in call("/transfers", key="k", **body).headers
    assert len(call("/transfers").json()["data"]) == 1


def test_what_is_refused_leaves_nothing_behind(call):
    """The account had been charged, and the transfer made, before the payee was looked for."""
    payer = call.opened(500)
    body = {"cents": 200, "from": payer, "to": "a_none"}
    assert call("/transfers", key="k", **body).status == 404
    assert call("/transfers", **body).status == 404
    assert call.cents(payer) == 500
    assert call("/transfers").json()["data"] == []


def test_a_failure_can_be_kept(call):
    payer, payee = call.opened(100), call.opened(0)
    refused = call("/transfers", **{"cents": 200, "from": payer, "to": payee})
    told = refused.json()["error"]

    assert (refused.status, told["code"]) == (402, "no_funds")
    assert told["message"] == "There is not enough money."
    assert told["account"] == call(f"/accounts/{payer}").json()
    assert (told["account"]["cents"], told["account"]["refusals"]) == (100, 1)
    assert type(told["account"]["opened"]) is int
    assert refused.headers["Wallet-Trace"] == f"trace-{payer}"


@pytest.mark.parametrize(("text", "status"), [("true", 200), ("FALSE", 200), ("yes", 422)])
def test_a_boolean_is_taken_in_any_case(call, text, status):
    assert call(f"/accounts?frozen={text}", cents=1).status == status


def test_a_record_knows_what_it_was(call):
    account = call.opened(500)
    paid = call(f"/accounts/{account}/pay", cents=200).json()
    assert paid["before"] == {"cents": 500}
    assert paid["account"]["cents"] == 700
    assert call(f"/accounts/{account}/pay", cents=0).json()["before"] == {}


def test_a_failure_says_what_is_wrong(call):
    refused = call("/accounts/a_none")
    assert refused.json()["error"] == {
        "code": "not_found",
        "message": "There is no such thing.",
        "fields": ["id"],
    }


@pytest.mark.parametrize(
    ("id", "status", "reason", "header"),
    [("frozen", 409, "frozen", "1"), ("ended", 410, "ended", None), ("over", 410, "ended", None)],
)
def test_errors_of_one_code_are_told_apart(wallet, call, id, status, reason, header):
    answer = call(f"/accounts/{id}/close")

    assert (answer.status, answer.headers.get("wallet-reason")) == (status, header)
    assert answer.json()["error"]["code"] == "not_open"
    assert answer.json()["error"]["reason"] == reason


@pytest.mark.parametrize("error", ["Frozen", "Ended"])
def test_faults_of_errors_of_one_code_are_told_apart(wallet, server, error):
    server.fails("account.close", error=error)
    kind = getattr(wallet.errors, error)

    with server.client(retries=0) as client, pytest.raises(kind) as blocking:
        client.account.close(id="a_1")
    with pytest.raises(kind) as awaiting:
        asyncio.run(closed(server))

    assert blocking.value.code == awaiting.value.code == "not_open"
    assert [each.code for each in server.requests] == [error] * 2


async def closed(server):
    async with server.async_client(retries=0) as client:
        await client.account.close(id="a_1")


def test_a_code_that_several_share_is_the_first_of_them(wallet, call):
    call.control("POST", "faults", error="not_open")

    assert call("/accounts/a_1/close").json()["error"]["reason"] == "frozen"


def test_resetting_forgets_keys_and_snapshots_have_them(call):
    first = call("/accounts", cents=5, once="k").json()
    call.control("POST", "snapshots", name="before")
    call.control("POST", "reset", tenant="sk_a")
    second = call("/accounts", cents=5, once="k").json()
    assert second["id"] != first["id"]
    assert call.control("GET", "state")["counts"] == {"account": 1, "transfer": 0}
    call.control("POST", "snapshots/before/restore")
    assert call("/accounts", cents=5, once="k").json() == first


def test_keys_outlive_the_process_and_old_ones_go(wallet, tmp_path):
    stub, db = import_module("wallet_v1.stub"), str(tmp_path / "wallet.db")

    def sent(clock, key):
        with stub.StubServer(db=db, clock=clock) as server, urllib3.PoolManager() as pool:
            call = Caller(pool, server.base_url)
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


def test_a_retry_of_the_client_is_done_once(wallet, server, call):
    """The first response is lost behind a server that did the work."""
    account = call.opened(10)
    with wallet.Wallet(secret_key="sk_a", base_url=server.base_url) as client:
        kept = client.transfer.make(cents=1, from_=account, to=account, key="same")
        again = client.transfer.make(cents=1, from_=account, to=account, key="same")
        with pytest.raises(wallet.errors.KeyUsed):
            client.transfer.make(cents=2, from_=account, to=account, key="same")
        with pytest.raises(wallet.errors.NoFunds) as raised:
            client.transfer.make(cents=20, from_=account, to=account)
    assert kept == again
    assert raised.value.account["id"] == account
    assert raised.value.trace == f"trace-{account}"


def test_the_document_says_what_becomes_of_keys(wallet, server, call):
    document = json.loads(call("/openapi.json").data)
    operation = document["paths"]["/transfers"]["post"]
    [key] = [each for each in operation["parameters"] if each["name"] == "Idempotency-Key"]
    assert key["schema"]["x-idempotency-key"] == {
        "seconds": 3600,
        "per": "api",
        "otherwise": "KeyUsed",
        "replayed": {"Wallet-Replayed": "yes"},
    }
    assert "Wallet-Replayed" in operation["responses"]["200"]["headers"]
    with wallet.Wallet(secret_key="sk_a", base_url=server.base_url) as client:
        assert "3600 seconds" in client.transfer.make.__doc__


@pytest.fixture
def family(call):
    """Accounts: one, its parent, and the parent of that."""
    first = call.opened(500)
    second = call.opened(0, parent=first)
    return first, second, call.opened(0, parent=second)


def test_ids_become_what_they_name(call, family):
    first, second, third = family
    body = {"cents": 1, "from": first, "to": third, "witnesses": [second, first]}
    made = call("/transfers", **body, show=["source", "to.parent", "witnesses"]).json()

    whole = {each: call(f"/accounts/{each}").json() for each in family}
    assert made["source"] == whole[first]
    assert made["to"] == {**whole[third], "parent": whole[second]}
    assert made["witnesses"] == [whole[second], whole[first]]
    assert call("/transfers", **body).json()["source"] == first


def test_ids_in_lists_become_what_they_name(call, family):
    first, _, third = family
    call("/transfers", **{"cents": 1, "from": first, "to": third})
    call(f"/accounts/{first}/close")
    [listed] = call("/transfers?show[]=data.source&show[]=data.to").json()["data"]
    assert (listed["source"], listed["to"]["id"]) == (first, third)


@pytest.mark.parametrize("path", ["id", "to.id", "none", "to.none", "", "to..id"])
def test_what_is_no_id_is_not_expanded(call, family, path):
    first, _, third = family
    refused = call("/transfers", **{"cents": 1, "from": first, "to": third}, show=[path])
    assert refused.status == 422
    assert refused.json() == {"error": {"message": f"{path} cannot be shown."}}
    assert call("/transfers").json()["data"] == []


def test_a_path_that_leads_nowhere_is_refused_without_words(call):
    refused = call("/transfers?show[]=data.cents")
    assert refused.status == 422
    assert "data.cents of the response is no id" in refused.json()["error"]["message"]


def test_the_client_has_them_as_objects(wallet, server, call, family):
    first, _, third = family
    with wallet.Wallet(secret_key="sk_a", base_url=server.base_url) as client:
        client.transfer.make(cents=1, from_=first, to=third)
        [listed] = client.transfer.list(show=["data.to.parent"]).data
    assert listed.from_ == first
    assert listed.to.id == third
    assert listed.to.parent.cents == 0


def test_what_stands_for_none_is_kept_as_none(call, server):
    limited = call("/accounts", cents=1, allowance=5).json()
    unlimited = call("/accounts", cents=1, allowance=-1).json()
    unsaid = call("/accounts", cents=1).json()

    assert [each.get("allowance") for each in (limited, unlimited, unsaid)] == [5, -1, -1]
    records = call.control("GET", "state/account?tenant=sk_a")["records"]
    assert [each.get("allowance") for each in records] == [5, None, None]


def test_a_record_that_let_names_is_one_to_change(call):
    first, second = call.opened(1), call.opened(2)

    assert call("/accounts/oldest/close").status == 204
    assert call(f"/accounts/{first}").status == 404
    assert call(f"/accounts/{second}/close").status == 204
    assert call("/accounts/oldest/close").status == 404


def test_errors_that_share_a_code_are_told_apart(call, server, wallet):
    payer, payee = call("/accounts?frozen=true", cents=500).json()["id"], call.opened(0)
    refused = call("/transfers", cents=200, **{"from": payer, "to": payee})
    assert refused.status == 423
    assert refused.json() == {"error": {"code": "no_funds", "message": "The account is frozen."}}

    refused = call("/transfers", cents=200, **{"from": payee, "to": payer})
    assert (refused.status, refused.json()["error"]["code"]) == (402, "no_funds")

    lost = call("/nowhere")
    assert lost.status == 404
    assert lost.json() == {"error": {"code": "not_found", "message": "There is nothing here."}}

    server.fails("account.get", error="Blocked", times=1)
    server.fails("account.get", error="no_funds", times=1)
    with server.client() as client:
        with pytest.raises(wallet.errors.Blocked):
            client.account.get(id=payee)
        with pytest.raises(wallet.errors.NoFunds) as caught:
            client.account.get(id=payee)
    assert type(caught.value) is wallet.errors.NoFunds


def test_whole_numbers_in_text_are_numbers_meanwhile(call):
    account = call.opened(0, points="9007199254740993")
    call("/transfers", cents=5, **{"from": call.opened(9), "to": account})

    assert call(f"/accounts/{account}").json()["points"] == "9007199254740994"
    assert call(f"/accounts/{call.opened(0)}").json()["points"] == "0"
    assert call("/accounts", cents=0, points="-1").status == 422


def test_a_counted_number_has_to_be_above_all_before(wallet, server, call):
    account = call.opened(500)
    with wallet.Wallet(secret_key="sk_a", base_url=server.base_url) as client:
        client.account.spend(id=account, cents=1)
        assert client.account.spend(id=account, cents=2).cents == 497
        for nonce in (1, server.requests[-1].arguments["nonce"]):
            with pytest.raises(wallet.errors.StaleNonce):
                client.account.spend(id=account, cents=3, nonce=nonce)
        assert call(f"/accounts/{account}/spend", cents=3).status == 409
        client.account.spend(id=account, cents=4)

    assert call.cents(account) == 493
