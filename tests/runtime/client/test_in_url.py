"""The path of a request, whose arguments may keep their slashes."""

import pytest

from apiscribe.runtime.client.in_url import path_of
from apiscribe.runtime.encoding import wire
from apiscribe.runtime.encoding.bindings import Bindings
from apiscribe.runtime.errors import InvalidArguments
from apiscribe.runtime.operation import Operation


def operation(bindings=None):
    return Operation(
        id="file.get",
        method="GET",
        path="/files/{path}/text",
        effect="read",
        section="Files",
        encoding="query",
        arguments={"path": wire.TEXT},
        in_path=("path",),
        bindings=bindings,
    )


OPEN_ENDED = operation(Bindings(slashes=frozenset({"path"})))


def test_slashes_are_kept_where_the_path_says_so():
    assert path_of(OPEN_ENDED, {"path": "a b/c?.d"}) == "/files/a%20b/c%3F.d/text"
    assert path_of(operation(), {"path": "a/b"}) == "/files/a%2Fb/text"


@pytest.mark.parametrize("path", ["", "/", "a//b", "/a", "a/", ".", "..", "a/../b", "a/./b"])
def test_parts_that_servers_resolve_are_refused(path):
    with pytest.raises(InvalidArguments, match="cannot be part of a path"):
        path_of(OPEN_ENDED, {"path": path})
