"""Requests that have all of one alternative, and something of another that asks for more."""

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.cases.casebook import BASE


@pytest.fixture
def stub(compiled):
    key = {"by": "api_key", "in": "header", "name": "X-Key", "credential": "key"}
    user = {"by": "bearer", "prefix": "Token", "credential": "user"}
    credentials = {name: {"doc": f"The {name}."} for name in ("key", "user")}
    use = [["key", "user"], ["key"]]
    schemes = {"key": key, "user": user}
    _, stub, *_ = compiled(
        BASE, authentication={"schemes": schemes, "use": use, "credentials": credentials}
    )
    with stub.StubServer(credentials={"key": "k", "user": "u"}) as running:
        yield running


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"X-Key": "k"}, 200),
        ({"X-Key": "k", "Authorization": "Token u"}, 200),
        ({"X-Key": "k", "Authorization": "Token of-another"}, 400),
        ({"X-Key": "k", "Authorization": "Bearer u"}, 400),
        ({"X-Key": "k", "Authorization": "u"}, 400),
        ({"Authorization": "Token u"}, 400),
    ],
)
def test_what_is_wrong_of_it_is_refused(stub, headers, status):
    try:
        with urlopen(Request(f"{stub.base_url}/v2/bird/list", b"", headers)) as response:
            found = response.status
    except HTTPError as error:
        with error:
            found = error.code

    assert found == status
