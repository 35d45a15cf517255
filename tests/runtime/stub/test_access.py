"""Who may use the control API."""

import pytest

from apiscribe.runtime.stub.control.access import Access, NotAllowed


@pytest.mark.parametrize("client", [("127.0.0.1", 1), ("127.9.9.9", 1), ("::1", 1), None])
def test_whoever_is_on_this_machine(client):
    Access().check({}, client)


@pytest.mark.parametrize(
    "client", [("::ffff:127.0.0.1", 1), ("::1%lo", 1)], ids=["mapped", "with a zone"]
)
def test_this_machine_by_other_spellings(client):
    Access().check({}, client)


@pytest.mark.parametrize("address", ["10.0.0.7", "::ffff:10.0.0.7", "fe80::1", "", "localhost"])
def test_nobody_from_another_machine(address):
    for headers in ({}, {b"authorization": b"Bearer "}, {b"x-forwarded-for": b"127.0.0.1"}):
        with pytest.raises(NotAllowed) as refused:
            Access().check(headers, (address, 1))
        assert refused.value.status == 403


def test_with_a_token_from_anywhere():
    Access("t").check({b"authorization": b"Bearer t"}, ("10.0.0.7", 1))
    for header in (b"Bearer", b"Bearer x", b"t", b"Basic t", b"Bearer t t"):
        with pytest.raises(NotAllowed) as refused:
            Access("t").check({b"authorization": header}, ("127.0.0.1", 1))
        assert refused.value.status == 401
    assert "secret" not in repr(Access("secret"))
