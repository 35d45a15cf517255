"""What the wallet's emulator keeps and computes."""

import pytest


@pytest.mark.parametrize(("text", "status"), [("true", 200), ("FALSE", 200), ("yes", 422)])
def test_a_boolean_is_taken_in_any_case(wallet_call, text, status):
    assert wallet_call(f"/accounts?frozen={text}", cents=1).status == status


def test_a_record_knows_what_it_was(wallet_call):
    account = wallet_call.opened(500)
    paid = wallet_call(f"/accounts/{account}/pay", cents=200).json()
    assert paid["before"] == {"cents": 500}
    assert paid["account"]["cents"] == 700
    assert wallet_call(f"/accounts/{account}/pay", cents=0).json()["before"] == {}


def test_what_stands_for_none_is_kept_as_none(wallet_call, wallet_stub):
    limited = wallet_call("/accounts", cents=1, allowance=5).json()
    unlimited = wallet_call("/accounts", cents=1, allowance=-1).json()
    unsaid = wallet_call("/accounts", cents=1).json()

    assert [each.get("allowance") for each in (limited, unlimited, unsaid)] == [5, -1, -1]
    records = wallet_call.control("GET", "state/account?tenant=sk_a")["records"]
    assert [each.get("allowance") for each in records] == [5, None, None]


def test_a_record_that_let_names_is_one_to_change(wallet_call):
    first, second = wallet_call.opened(1), wallet_call.opened(2)

    assert wallet_call("/accounts/oldest/close").status == 204
    assert wallet_call(f"/accounts/{first}").status == 404
    assert wallet_call(f"/accounts/{second}/close").status == 204
    assert wallet_call("/accounts/oldest/close").status == 404


def test_whole_numbers_in_text_are_numbers_meanwhile(wallet_call):
    account = wallet_call.opened(0, points="9007199254740993")
    wallet_call("/transfers", cents=5, **{"from": wallet_call.opened(9), "to": account})

    assert wallet_call(f"/accounts/{account}").json()["points"] == "9007199254740994"
    assert wallet_call(f"/accounts/{wallet_call.opened(0)}").json()["points"] == "0"
    assert wallet_call("/accounts", cents=0, points="-1").status == 422


def test_a_counted_number_has_to_be_above_all_before(wallet, wallet_stub, wallet_call):
    account = wallet_call.opened(500)
    with wallet.Wallet(secret_key="sk_a", base_url=wallet_stub.base_url) as client:
        client.account.spend(id=account, cents=1)
        assert client.account.spend(id=account, cents=2).cents == 497
        for nonce in (1, wallet_stub.requests[-1].arguments["nonce"]):
            with pytest.raises(wallet.errors.StaleNonce):
                client.account.spend(id=account, cents=3, nonce=nonce)
        assert wallet_call(f"/accounts/{account}/spend", cents=3).status == 409
        client.account.spend(id=account, cents=4)

    assert wallet_call.cents(account) == 493
