"""Which addresses of next pages are followed, and where their requests go."""

import pytest

from apiscribe.runtime.client.addresses import target_below
from apiscribe.runtime.errors import PagingError
from apiscribe.runtime.operation import Operation

OPERATION = Operation(
    id="zoo.list", method="GET", path="/zoos", effect="read", arguments={}, section="Zoos"
)
BASE = "http://127.0.0.1:8000/proxy"
DOCUMENTED = ("https://api.zoo.example/v1",)


def below(address, base=BASE, documented=DOCUMENTED, beside=()):
    return target_below(address, base, "/zoos?page=1", OPERATION, beside, documented)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("?page=2", "/zoos?page=2"),
        ("/proxy/zoos?page=2", "/zoos?page=2"),
        ("http://127.0.0.1:8000/proxy/zoos?page=2", "/zoos?page=2"),
        ("https://api.zoo.example/v1/zoos?page=2", "/zoos?page=2"),
        ("https://API.zoo.example:443/v1/zoos?page=2", "/zoos?page=2"),
        ("https://api.zoo.example/v1", "/"),
        ("?q=a b&page=2", "/zoos?q=a%20b&page=2"),
        ("?q=größe|a", "/zoos?q=gr%C3%B6%C3%9Fe%7Ca"),
        ("?q=a%20b+c&ids[]=1,2", "/zoos?q=a%20b+c&ids[]=1,2"),
    ],
)
def test_an_address_of_the_api_is_followed(address, target):
    assert below(address) == target


@pytest.mark.parametrize(
    "address",
    [
        "https://api.zoo.example.evil.example/v1/zoos",
        "https://api.zoo.example@evil.example/v1/zoos",
        "//evil.example/v1/zoos",
        "http://api.zoo.example/v1/zoos",
        "https://api.zoo.example:8443/v1/zoos",
        "https://api.zoo.example/v2/zoos",
    ],
)
def test_another_host_is_refused(address):
    with pytest.raises(PagingError, match="another host"):
        below(address)


@pytest.mark.parametrize(
    "address",
    [
        "/proxy-of-others/zoos",
        "/zoos",
        "http://127.0.0.1:8000/proxy/../zoos",
        "http://127.0.0.1:8000/proxy/%2e%2e/zoos",
        "https://api.zoo.example/v1/../zoos",
    ],
)
def test_what_is_beside_the_api_is_refused(address):
    with pytest.raises(PagingError, match="outside of the API"):
        below(address)


@pytest.mark.parametrize("address", ["http://[zoo/", "http://127.0.0.1:99999/proxy/zoos"])
def test_what_is_no_address_is_an_error_of_paging(address):
    with pytest.raises(PagingError, match="address is none"):
        below(address)


def test_one_documented_server_is_not_another():
    two = ("https://api.zoo.example/v1", "https://sandbox.zoo.example/v1")
    with pytest.raises(PagingError, match=r"sandbox\.zoo\.example, another host"):
        below("https://sandbox.zoo.example/v1/zoos", "https://api.zoo.example/v1", two)


def test_variables_of_a_documented_server_are_anything():
    there = ("https://{region}.zoo.example",)
    assert below("https://eu.zoo.example/zoos", documented=there) == "/zoos"
    with pytest.raises(PagingError, match="another host"):
        below("https://evil.example/.zoo.example/zoos", documented=there)


def test_what_goes_beside_is_added_once():
    beside = [("key", "k"), ("page", "9")]
    assert below("?page=2", beside=beside) == "/zoos?page=2&key=k"
