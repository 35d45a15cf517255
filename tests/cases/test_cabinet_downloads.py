"""Files of the cabinet with JSON in a header beside them, as Dropbox documents it."""

import asyncio
import json
import warnings

import pytest

from tests.runtime.scripted import answers

RESULT = r'Cabinet-Result: {".tag": "file", "name": "\u00fc.txt", "size": 3}' + "\r\n"
CONTENT = b"\x00{no json"


@pytest.fixture(params=["blocking", "async"])
def call(request, cabinet_v2):
    """Calls an operation of a client of either kind."""

    def blocking(base_url, operation, /, strict=False, **arguments):
        with cabinet_v2.package.Cabinet(base_url=base_url, strict_responses=strict) as client:
            return getattr(client.file, operation)(**arguments)

    async def awaited(base_url, operation, arguments, strict=False):
        client = cabinet_v2.package.AsyncCabinet(base_url=base_url, strict_responses=strict)
        async with client:
            return await getattr(client.file, operation)(**arguments)

    if request.param == "blocking":
        return blocking
    return lambda url, operation, /, strict=False, **arguments: asyncio.run(
        awaited(url, operation, arguments, strict)
    )


def test_a_file_and_what_headers_say(call, cabinet_v2, server):
    server.will(answers(CONTENT, kind="image/png", more=RESULT + 'ETag: "7"\r\n'))
    found = call(server.base_url, "download", path="/a")

    assert isinstance(found, cabinet_v2.package.types.FileContent)
    assert (found.content, found.media_type) == (CONTENT, "image/png")
    assert found.head.result == cabinet_v2.models.File(tag="file", name="ü.txt", size=3)
    assert found.head.tag == '"7"'


def test_a_saved_file_and_what_headers_say(call, cabinet_v2, server, tmp_path):
    server.will(answers(CONTENT, kind="image/png", more=RESULT))
    saved = call(server.base_url, "save_download", path="/a", to=tmp_path / "a")

    assert (tmp_path / "a").read_bytes() == CONTENT
    assert (saved.size, saved.head.result.name) == (len(CONTENT), "ü.txt")


@pytest.mark.parametrize("more", ["", "Cabinet-Result: no json\r\n"])
@pytest.mark.parametrize("operation", ["download", "save_download"])
def test_another_head_than_documented(call, cabinet_v2, server, tmp_path, operation, more):
    to = {"to": tmp_path / "a"} if operation.startswith("save") else {}
    package = cabinet_v2.package
    server.will(answers(CONTENT, kind="image/png", more=more))
    with pytest.warns(package.ResponseMismatchWarning, match=r"\$\.result"):
        assert call(server.base_url, operation, path="/a", **to).head.extra == {}
    server.will(answers(CONTENT, kind="image/png", more=more))
    with pytest.raises(package.ResponseError, match=r"\$\.result"):
        call(server.base_url, operation, path="/a", strict=True, **to)


def test_a_failure_has_no_head(call, cabinet_v2, server):
    told = {"error": {".tag": "path"}, "error_summary": "Gone."}
    server.will(answers(json.dumps(told), 409))
    with pytest.raises(cabinet_v2.errors.LookupFailed):
        call(server.base_url, "download", path="/a")


def test_the_stub_says_it_too(call, cabinet_v2):
    with cabinet_v2.stub.StubServer(mode="examples") as stub, warnings.catch_warnings():
        warnings.simplefilter("error")
        documented = call(stub.base_url, "download", path="/a")
    with cabinet_v2.stub.StubServer() as stub:
        call(stub.base_url, "upload", info={"path": "/é\n"}, content=b"x")
        emulated = call(stub.base_url, "download", path="/é\n")

    assert documented.head.result.size == 3
    assert emulated.content == "of /é\n".encode()
    assert (emulated.head.result.name, emulated.head.tag) == ("/é\n", '"1"')


def test_openapi_has_the_headers(made):
    document = json.loads((made["cabinet"] / "openapi.json").read_text())
    answer = document["paths"]["/files/download"]["post"]["responses"]["200"]
    header = answer["headers"]["Cabinet-Result"]

    assert header["required"]
    assert header["content"]["application/json"]["schema"]["$ref"].endswith("/File")
    assert answer["headers"].keys() == {"Cabinet-Result", "ETag"}
    assert list(answer["content"]) == ["*/*"]
