"""Ids that a caller may have as the objects that they name."""

import pytest


@pytest.fixture
def family(wallet_call):
    """Accounts: one, its parent, and the parent of that."""
    first = wallet_call.opened(500)
    second = wallet_call.opened(0, parent=first)
    return first, second, wallet_call.opened(0, parent=second)


def test_ids_become_what_they_name(wallet_call, family):
    first, second, third = family
    body = {"cents": 1, "from": first, "to": third, "witnesses": [second, first]}
    made = wallet_call("/transfers", **body, show=["source", "to.parent", "witnesses"]).json()

    whole = {each: wallet_call(f"/accounts/{each}").json() for each in family}
    assert made["source"] == whole[first]
    assert made["to"] == {**whole[third], "parent": whole[second]}
    assert made["witnesses"] == [whole[second], whole[first]]
    assert wallet_call("/transfers", **body).json()["source"] == first


def test_ids_in_lists_become_what_they_name(wallet_call, family):
    first, _, third = family
    wallet_call("/transfers", **{"cents": 1, "from": first, "to": third})
    wallet_call(f"/accounts/{first}/close")
    [listed] = wallet_call("/transfers?show[]=data.source&show[]=data.to").json()["data"]
    assert (listed["source"], listed["to"]["id"]) == (first, third)


@pytest.mark.parametrize("path", ["id", "to.id", "none", "to.none", "", "to..id"])
def test_what_is_no_id_is_not_expanded(wallet_call, family, path):
    first, _, third = family
    refused = wallet_call("/transfers", **{"cents": 1, "from": first, "to": third}, show=[path])
    assert refused.status == 422
    assert refused.json() == {"error": {"message": f"{path} cannot be shown."}}
    assert wallet_call("/transfers").json()["data"] == []


def test_a_path_that_leads_nowhere_is_refused_without_words(wallet_call):
    refused = wallet_call("/transfers?show[]=data.cents")
    assert refused.status == 422
    assert "data.cents of the response is no id" in refused.json()["error"]["message"]


def test_the_client_has_them_as_objects(wallet, wallet_stub, wallet_call, family):
    first, _, third = family
    with wallet.Wallet(secret_key="sk_a", base_url=wallet_stub.base_url) as client:
        client.transfer.make(cents=1, from_=first, to=third)
        [listed] = client.transfer.list(show=["data.to.parent"]).data
    assert listed.from_ == first
    assert listed.to.id == third
    assert listed.to.parent.cents == 0
