"""Two operations at one path, of which one takes a file as it is and the other one a form."""

import asyncio
import json

import pytest
import urllib3


@pytest.fixture
def stub(cabinet_v2):
    with cabinet_v2.stub.StubServer() as stub:
        yield stub


@pytest.fixture(params=["Cabinet", "AsyncCabinet"])
def call(request, cabinet_v2, stub):
    client = getattr(cabinet_v2.package, request.param)(base_url=stub.base_url)

    async def awaited(operation, arguments):
        async with client:
            return await getattr(client.file, operation)(**arguments)

    def called(operation, **arguments):
        if request.param == "AsyncCabinet":
            return asyncio.run(awaited(operation, arguments))
        with client:
            return getattr(client.file, operation)(**arguments)

    return called


def test_each_method_has_its_body(call, stub):
    found = call("set_note", name="a", text=b"abc")

    assert (found.size, stub.requests[-1].operation) == (3, "file.set_note")


def test_the_other_method_is_a_form(call, stub):
    found = call("set_note_with_labels", name="a", text=("a.json", b"{}"), labels="red")

    assert (found.size, found.labels) == (2, "red")
    assert stub.requests[-1].operation == "file.set_note_with_labels"


@pytest.mark.parametrize("kind", ["", "text/plain", "application/json", "x/y; charset=utf-8"])
def test_what_is_no_form_is_the_file(stub, kind):
    url = f"{stub.base_url}/2/notes/a"
    answer = urllib3.request("PUT", url, body=b"abcd", headers={"Content-Type": kind})

    assert (answer.status, answer.json()) == (200, {"size": 4})


def test_a_form_is_read_as_one(stub):
    url = f"{stub.base_url}/2/notes/a"
    told = urllib3.request("PUT", url, fields={"text": ("a", b"ab"), "labels": "red"})
    lacking = urllib3.request("PUT", url, fields={"text": ("a", b"ab")})

    assert told.json() == {"size": 2, "labels": "red"}
    assert "labels" in lacking.headers["X-Stub-Problem"]


def test_openapi_has_both(made):
    paths = json.loads((made["cabinet"] / "openapi.json").read_text())["paths"]
    raw, form = paths["/notes/{name}"]["put"], paths["/notes/{name}#multipart/form-data"]["put"]

    assert [each["operationId"] for each in (raw, form)] == [
        "file.set_note",
        "file.set_note_with_labels",
    ]
    assert list(raw["requestBody"]["content"]) == ["*/*"]
    assert list(form["requestBody"]["content"]) == ["multipart/form-data"]
