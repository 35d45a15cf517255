"""What a test does with a stub in Python, beside what it sends."""

import pytest

from zoom_v1.errors import ResponseError
from zoom_v1.stub import StubServer


def test_a_stub_recovers_from_one_fault_or_from_all(zoom_stub):
    client = zoom_stub.client(retries=0)
    outage = zoom_stub.fails("user.list", status=503)
    zoom_stub.fails("group.list", status=500)
    zoom_stub.fails("device.list", status=500)
    for listed in (client.user.list, client.group.list):
        with pytest.raises(ResponseError):
            listed()

    zoom_stub.recovers(outage)

    assert client.user.list().users == []
    with pytest.raises(ResponseError):
        client.group.list()
    zoom_stub.recovers()
    assert client.group.list().groups == client.device.list().devices == []


def test_records_are_as_they_were_copied(zoom_stub, zoom_client):
    zoom_client.user.create(email="ann@example.com", type=1)
    zoom_stub.snapshot("one")
    zoom_client.user.create(email="bob@example.com", type=1)
    zoom_stub.snapshot("two")

    zoom_stub.restore("one")
    assert [each["email"] for each in zoom_stub.records("user")] == ["ann@example.com"]
    zoom_stub.restore("two")
    assert len(zoom_stub.records("user")) == 2


def test_a_copy_has_a_name_and_is_there(zoom_stub):
    with pytest.raises(ValueError, match=r"^there is no snapshot of that name$"):
        zoom_stub.restore("none")
    with pytest.raises(ValueError, match=r"^name: has none, or more than 200 characters$"):
        zoom_stub.snapshot("")
    with pytest.raises(ValueError, match=r"^a stub that answers with examples has no state$"):
        StubServer(mode="examples").snapshot("a")
