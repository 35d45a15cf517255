"""What is known already is not sent again: by both clients, on the service and on the stub."""

import pytest

from github_rest.stub import StubServer
from github_rest.types import NotModified


@pytest.fixture(params=["service", "stub"])
def gists(request, connect):
    """The gists of a client, and the id of one."""
    if request.param == "service":
        client = connect()
        yield client, client.gist.create(files={"a.txt": {"content": "A"}}).id
        return
    with StubServer() as stub:
        client = connect(base_url=stub.base_url)
        yield client, client.gist.create(files={"a.txt": {"content": "A"}}).id


def test_a_gist_is_read_again_when_it_has_changed(gists):
    client, key = gists
    etag = client.with_raw_response.gist.get(gist_id=key).etag
    known = client.gist.get(gist_id=key, if_none_match=etag)
    client.gist.update(gist_id=key, description="Changed")
    changed = client.gist.get(gist_id=key, if_none_match=etag)

    assert isinstance(known, NotModified)
    assert known.etag == etag
    assert changed.description == "Changed"
