"""The client of GitHub, against its own stub."""

import github_rest
from github_rest.stub import StubServer


def test_a_gist_is_read():
    with (
        StubServer(mode="examples") as stub,
        github_rest.GitHub(token="t", base_url=stub.base_url) as client,
    ):
        gist = client.gist.get(gist_id="aa5a315d61ae9438b18d")

    assert gist.description == "Hello World Examples"
