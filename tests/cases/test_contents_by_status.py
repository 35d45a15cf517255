"""Files and texts under other statuses than 200, through clients, the stub and the document."""

import asyncio
import json

import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

PATHS = json.loads((CASES / "good/gallery/output/openapi.json").read_text())["paths"]


@pytest.fixture(params=["blocking", "awaiting"])
def call(request, gallery_v1):
    """Calls an operation of either client at a base URL."""

    def call(base_url, name, **arguments):
        if request.param == "blocking":
            with gallery_v1.package.Gallery(token="t", base_url=base_url) as client:
                return getattr(client.picture, name)(**arguments)

        async def work():
            async with gallery_v1.package.AsyncGallery(token="t", base_url=base_url) as client:
                return await getattr(client.picture, name)(**arguments)

        return asyncio.run(work())

    return call


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        yield stub


def test_a_text_under_its_status(call, server, stub):
    server.will(answers("Room 3: the sea\n", 201, kind="text/plain"))

    for base_url in (server.base_url, stub.base_url):
        assert call(base_url, "sign", room=3).text == "Room 3: the sea\n"
    assert [each.status for each in stub.requests] == [201]


def test_a_text_in_json_under_its_status(call, server, stub):
    server.will(answers(json.dumps("3/17"), 201))

    for base_url in (server.base_url, stub.base_url):
        assert call(base_url, "number", room=3) == "3/17"
    assert [each.status for each in stub.requests] == [201]


@pytest.mark.parametrize("status", [200, 206])
def test_a_file_under_each_of_its_statuses(call, server, status, tmp_path):
    pdf = {"kind": "application/pdf"}
    server.will(answers(b"%PDF", status, **pdf), answers(b"%PDF", status, **pdf))

    assert call(server.base_url, "page", number=1).content == b"%PDF"
    saved = call(server.base_url, "save_page", number=1, to=tmp_path / "page.pdf")
    assert (saved.size, saved.status) == (4, status)


def test_a_file_has_a_head_under_each_of_its_statuses(call, server, tmp_path):
    part = answers(b"%PDF", 206, kind="application/pdf", more="Content-Range: bytes 0-3/9\r\n")
    server.will(part, part)

    assert call(server.base_url, "page", number=1).head.range == "bytes 0-3/9"
    saved = call(server.base_url, "save_page", number=1, to=tmp_path / "page.pdf")
    assert saved.head.range == "bytes 0-3/9"


def test_a_status_that_is_not_documented(call, server, gallery_v1):
    server.will(answers("Room 3", 202, kind="text/plain"))
    with pytest.raises(gallery_v1.package.ResponseError, match="a status that is not documented"):
        call(server.base_url, "sign", room=3)
    server.will(answers(b"%PDF", 202, kind="application/pdf"))
    with pytest.raises(gallery_v1.package.ResponseError, match="a status that is not documented"):
        call(server.base_url, "page", number=1)


def test_the_stub_answers_with_another_status_where_it_is_asked(stub, gallery_v1):
    asked = {"extra_headers": {"Prefer": "code=206"}}
    with gallery_v1.package.Gallery(token="t", base_url=stub.base_url) as client:
        pages = [client.picture.page(number=1), client.picture.page(number=1, **asked)]

    assert [each.media_type for each in pages] == ["application/pdf"] * 2
    assert [each.status for each in stub.requests] == [200, 206]


def test_the_document_has_them_by_status():
    def contents(path, method):
        responses = PATHS[path][method]["responses"]
        return {status: list(each.get("content", {})) for status, each in responses.items()}

    failure = ["application/json"]
    assert contents("/rooms/{room}/sign", "post") == {"201": ["text/plain"], "default": failure}
    pdf = ["application/pdf"]
    assert contents("/catalogue/pages/{number}", "get") == {
        "200": pdf,
        "206": pdf,
        "302": [],
        "default": failure,
    }
