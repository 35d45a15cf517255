"""The bureau's package, run: several operations at one address."""

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.runtime.scripted import answers

OPENAPI = Path(__file__).parent / "good/bureau/output/openapi.json"


@pytest.fixture
def stub(bureau_v1: SimpleNamespace) -> Iterator[Any]:
    with bureau_v1.stub.StubServer() as stub:
        yield stub


@pytest.fixture
def client(bureau_v1: SimpleNamespace, stub: Any) -> Iterator[Any]:
    with bureau_v1.package.BureauClient(base_url=stub.base_url) as client:
        yield client


def asked(stub: Any, query: str, **options: Any) -> tuple[int, Any, str]:
    request = Request(f"{stub.base_url}/rest?{query}", **options)
    try:
        with urlopen(request) as response:
            return response.status, json.load(response), ""
    except HTTPError as error:
        with error:
            return error.code, json.load(error), error.headers["X-Stub-Problem"]


def operations(stub: Any) -> list[str | None]:
    return [each.operation for each in stub.requests]


def test_a_constant_in_the_query_tells_them_apart(client: Any, stub: Any) -> None:
    photo = client.photo.add(title="Harbour")

    assert client.photo.get(id=photo.id) == photo
    assert client.photo.search(title="Harbour").photos == [photo]
    assert operations(stub) == ["photo.add", "photo.get", "photo.search"]


def test_a_constant_in_a_form_tells_them_apart(client: Any, stub: Any) -> None:
    photo = client.photo.add(title="Harbour", file=b"\xff\xd8")

    assert client.photo.retitle(id=photo.id, title="Port").title == "Port"
    assert operations(stub) == ["photo.add", "photo.retitle"]


def test_a_constant_in_a_header_tells_them_apart(client: Any, stub: Any) -> None:
    desk = client.desk.open(name="Sports")

    assert client.desk.list() == [desk]
    assert operations(stub) == ["desk.open", "desk.list"]


def test_the_header_may_be_spelled_in_several_ways(compiled: Any, tmp_path: Path) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(OPENAPI.parent.parent / "spec", spec)
    desks = spec / "resources" / "desk.yaml"
    first, wired, rest = desks.read_text().rpartition("X-Bureau-Target")
    desks.write_text(first + wired.lower() + rest)
    _, stub, *_ = compiled(spec)

    with stub.StubServer() as served, served.client() as client:
        desk = client.desk.open(name="Sports")
        assert client.desk.list() == [desk]


def test_the_awaiting_client_calls_them_too(bureau_v1: SimpleNamespace, stub: Any) -> None:
    async def call() -> list[str]:
        async with bureau_v1.package.AsyncBureauClient(base_url=stub.base_url) as client:
            await client.photo.add(title="Harbour")
            return [each.title async for each in client.photo.iter_recent(size=1)]

    assert asyncio.run(call()) == ["Harbour"]


def test_pages_are_handed_out_by_another_of_them(client: Any, stub: Any) -> None:
    for number in range(5):
        client.photo.add(title=f"Photo {number}")

    assert len(list(client.photo.iter_recent(size=2))) == 5
    assert operations(stub)[5:] == ["photo.recent", "photo.more", "photo.more"]


def test_a_form_may_have_the_constant_in_the_query(client: Any, stub: Any) -> None:
    form = urlencode({"title": "Harbour"}).encode()

    status, photo, _ = asked(stub, "method=photos.add", data=form)

    assert (status, photo["title"]) == (200, "Harbour")


def test_a_constant_that_comes_twice_is_one(client: Any, stub: Any) -> None:
    photo = client.photo.add(title="Harbour")

    status, body, _ = asked(stub, f"method=photos.getInfo&id={photo.id}&method=photos.getInfo")

    assert (status, body["id"]) == (200, photo.id)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "method says what is called, and is missing; it is one of photos.search, "),
        ("method=photos.serch", "method is photos.serch, which nothing is called; did you mean"),
    ],
)
def test_what_nothing_is_called_is_refused(stub: Any, query: str, said: str) -> None:
    status, body, problem = asked(stub, query)

    assert (status, body) == (400, {"code": 112, "message": "Method not found"})
    assert problem.startswith(said)


@pytest.mark.parametrize("target", [None, "Bureau.Close", "bureau.opendesk"])
def test_what_tells_nothing_has_an_error_of_its_own(stub: Any, target: str | None) -> None:
    headers = {"X-Bureau-Target": target} if target else {}
    request = Request(f"{stub.base_url}/desks", b"{}", headers, method="POST")

    with pytest.raises(HTTPError) as refused:
        urlopen(request)

    with refused.value as error:
        assert (error.code, json.load(error)) == (400, {"code": 7, "message": "No such target"})
        assert error.headers["X-Stub-Problem"].startswith("X-Bureau-Target ")
    assert stub.requests[-1].code == 7


def test_a_constant_has_an_error_of_its_own(stub: Any) -> None:
    headers = {"Content-Type": "application/json"}
    request = Request(f"{stub.base_url}/desks/Sports", b"{}", headers, method="PUT")

    with pytest.raises(HTTPError) as refused:
        urlopen(request)

    with refused.value as error:
        told = json.load(error)["message"]
        assert (error.code, told) == (406, "Desks are told in JSON of their own.")
    assert stub.requests[-1].code == "NotAcceptable"


def test_further_constants_tell_operations_of_one_value_apart(client: Any, stub: Any) -> None:
    photo = client.photo.add(title="Harbour")

    assert client.photo.in_short(id=photo.id) == "Harbour"
    assert client.photo.get(id=photo.id) == photo
    assert operations(stub)[1:] == ["photo.in_short", "photo.get"]
    _, _, problem = asked(stub, f"method=photos.getInfo&part=size&id={photo.id}")
    assert problem == "part is size, which nothing is called; it is one of all, title"


@pytest.mark.parametrize("part", ["", "&part=all"])
def test_one_operation_does_with_its_constant_or_without(client: Any, stub: Any, part: str) -> None:
    photo = client.photo.add(title="Harbour")
    status, body, problem = asked(stub, f"method=photos.getInfo{part}&id={photo.id}")

    assert (status, body["id"], problem) == (200, photo.id, "")


def test_each_method_has_the_constant_in_its_place(client: Any, stub: Any) -> None:
    photo = client.photo.add(title="Harbour")
    form = urlencode({"method": "photos.search", "title": "Harbour"}).encode()
    query = urlencode({"method": "photos.find", "titles": "Harbour|Port"})

    assert client.photo.find(titles=["Harbour"]) == [photo]
    assert asked(stub, query)[1] == [{"id": photo.id, "title": "Harbour"}]
    assert asked(stub, "", data=form)[1]["photos"] == [{"id": photo.id, "title": "Harbour"}]
    assert operations(stub) == ["photo.add", "photo.find", "photo.find", "photo.search"]


def test_what_is_called_with_another_method_is_said(stub: Any) -> None:
    request = Request(f"{stub.base_url}/rest?method=photos.add&title=Harbour")

    with pytest.raises(HTTPError, match="405") as refused:
        urlopen(request)

    with refused.value as error:
        problem = "method is photos.add, which is asked for with POST"
        assert json.load(error)["code"] == 113
        assert (error.headers["Allow"], error.headers["X-Stub-Problem"]) == ("POST", problem)


def test_an_argument_of_all_may_be_in_the_query(bureau_v1: SimpleNamespace, server: Any) -> None:
    server.will(answers('{"photos": []}'))
    with bureau_v1.package.BureauClient(base_url=server.base_url, depth=2) as client:
        client.photo.search()
    paths = json.loads(OPENAPI.read_text())["paths"]
    parameters = paths["/rest?method=photos.search"]["get"]["parameters"]
    body = paths["/rest#method=photos.search"]["post"]["requestBody"]["content"]
    (form,) = body.values()

    assert server.received[0].target == "/rest?method=photos.search&depth=2"
    assert [each["in"] for each in parameters if each["name"] == "depth"] == ["query"]
    assert form["schema"]["properties"]["depth"]["type"] == "integer"


def test_a_failure_has_its_code_in_a_header_too(
    client: Any, stub: Any, bureau_v1: SimpleNamespace
) -> None:
    with pytest.raises(bureau_v1.errors.NotFound) as lost:
        client.photo.get(id="none")
    with pytest.raises(HTTPError, match="400") as refused:
        urlopen(f"{stub.base_url}/rest?method=photos.getInfo")

    assert lost.value.headers["x-bureau-error"] == "1"
    with refused.value as error:
        assert error.headers["X-Bureau-Error"] == "3"
        assert json.load(error) == {"code": 3, "message": "Missing: id: is required [Photos]"}
    with pytest.raises(HTTPError, match="400") as also_wrong:
        urlopen(f"{stub.base_url}/rest?method=photos.getInfo&depth=0")
    with also_wrong.value as error:
        assert error.headers["X-Bureau-Error"] == "3"
    with pytest.raises(HTTPError, match="400") as malformed:
        urlopen(f"{stub.base_url}/rest?method=%zz")
    with malformed.value as error:
        assert "X-Bureau-Error" not in error.headers


@pytest.mark.parametrize(
    ("body", "header", "code"), [("{}", "1", 1), ('{"code": 7}', "1", 7), ("", "1", 1)]
)
def test_a_header_says_the_code_where_no_key_does(
    bureau_v1: SimpleNamespace, server: Any, body: str, header: str, code: int
) -> None:
    server.will(answers(body, 400, more=f"X-Bureau-Error: {header}\r\n"))
    with (
        bureau_v1.package.BureauClient(base_url=server.base_url) as client,
        pytest.raises(bureau_v1.errors.BureauError) as failed,
    ):
        client.photo.get(id="none")

    assert (type(failed.value).__name__, failed.value.code) == (
        {1: "NotFound", 7: "WrongDesk"}[code],
        code,
    )


def test_two_constants_of_one_name_are_refused(stub: Any) -> None:
    _, _, problem = asked(stub, "method=photos.search&method=photos.recent")

    assert problem == "method is given 2 times; it takes one value"


def test_each_has_a_path_of_its_own_in_the_document() -> None:
    paths = json.loads(OPENAPI.read_text())["paths"]

    assert paths["/rest?method=photos.search"]["get"]["operationId"] == "photo.search"
    assert paths["/rest?method=photos.getInfo"]["get"]["operationId"] == "photo.get"
    both = paths["/rest?method=photos.getInfo&part=title"]["get"]
    assert both["operationId"] == "photo.in_short"
    assert {each["name"] for each in both["parameters"]} >= {"method", "part"}
    assert paths["/rest#method=photos.add"]["post"]["operationId"] == "photo.add"
    assert paths["/desks#X-Bureau-Target=Bureau.OpenDesk"].keys() == {"post"}
    assert "/desks/{name}" in paths
