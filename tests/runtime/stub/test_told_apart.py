"""Operations at one path, of which a header says which one is meant."""

import pytest

from apiscribe.runtime.encoding.bindings import Bindings
from apiscribe.runtime.stub.bounds import Bounds
from apiscribe.runtime.stub.responses import RequestRefused, answer
from apiscribe.runtime.stub.route import StubRoute
from apiscribe.runtime.stub.told_apart import ToldApart
from tests.runtime.stub.library import operation


def route(id, kind, *, optional=False):
    bindings = Bindings(
        written={"kind": "Accept"},
        headers=("kind",),
        constants={"kind": kind},
        optional=frozenset(("kind",) if optional else ()),
    )
    made = operation(id, "/files", "read", {}, method="GET", bindings=bindings)
    return StubRoute(made, answer(b"{}"))


def meant(several, accept):
    headers = {} if accept is None else {b"accept": accept.encode()}
    return several.route(b"", headers, b"", Bounds()).operation.id


@pytest.fixture
def several():
    data = route("file.get", "application/vnd.file+json", optional=True)
    return ToldApart([data, route("file.read", "application/vnd.file.raw")], "GET")


@pytest.mark.parametrize(
    ("accept", "id"),
    [
        (None, "file.get"),
        ("*/*", "file.get"),
        ("text/html, */*;q=0.8", "file.get"),
        ("application/vnd.file+json", "file.get"),
        ("application/vnd.file.raw", "file.read"),
        ("Application/vnd.file.raw; charset=utf-8", "file.read"),
        ("*/*;q=0.1, application/vnd.file.raw", "file.read"),
    ],
)
def test_a_header_says_what_is_accepted(several, accept, id):
    assert meant(several, accept) == id


@pytest.mark.parametrize("accept", ["text/html", "application/*"])
def test_what_is_not_accepted_is_not_answered(several, accept):
    with pytest.raises(RequestRefused, match="which nothing is called; it is one of"):
        meant(several, accept)


def test_without_one_by_default_something_has_to_be_said():
    both = ToldApart([route("file.get", "text/csv"), route("file.read", "text/xml")], "GET")

    assert meant(both, "text/xml, */*") == "file.read"
    with pytest.raises(RequestRefused, match="Accept"):
        meant(both, "*/*")
