"""Bodies each of whose lines is JSON, as search engines take many changes at once."""

import asyncio
import json
from datetime import date
from http.client import HTTPConnection

import jsonschema
import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

CHANGES = [{"title": "Map\nof é", "kept_until": date(2031, 1, 31)}, {"gone": 7}, {"title": ""}]
LINES = ['{"title":"Map\\nof é","kept_until":"2031-01-31"}', '{"gone":7}', '{"title":""}']
ANSWER = '{"data": [{"id": 15, "title": "Map", "kept_until": null}]}'


@pytest.fixture(params=["Archive", "AsyncArchive"])
def add(request, archive_v2):
    async def awaited(client, changes):
        async with client:
            return await client.document.add(changes=changes)

    def call(base_url, changes):
        client = getattr(archive_v2.package, request.param)(token="t", base_url=base_url)
        if request.param == "AsyncArchive":
            return asyncio.run(awaited(client, changes))
        with client:
            return client.document.add(changes=changes)

    return call


def test_each_item_is_a_line(add, server):
    server.will(answers(ANSWER))
    (found,) = add(server.base_url, CHANGES)
    (sent,) = server.received

    assert found.id == 15
    assert sent.body.decode() == "".join(f"{each}\n" for each in LINES)
    assert sent.headers["content-type"] == "application/x-ndjson"


def test_items_keep_their_rules(add, archive_v2, server):
    both = {"gone": 7, "title": "x"}
    for wrong in ([{"title": "x" * 41}], CHANGES * 2, [{"gone": "x"}], [both]):
        with pytest.raises(archive_v2.errors.InvalidArguments):
            add(server.base_url, wrong)
    assert server.received == []


def posted(stub, body, kind="application/x-ndjson"):
    connection = HTTPConnection("127.0.0.1", stub.port, timeout=10)
    headers = {"Authorization": "Bearer t", "Content-Type": kind}
    connection.request("POST", "/v2/lines", body.encode(), headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status, response.headers.get("X-Stub-Problem", "")


def test_the_stub_takes_what_clients_send(add, archive_v2):
    with archive_v2.stub.StubServer() as stub:
        assert add(stub.base_url, CHANGES)[0].title == "Map"


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        ("\n".join(LINES), 200, ""),
        ("\r\n\r\n".join(LINES) + "\n\n", 200, ""),
        (LINES[0] + "\n{oops\n", 400, "line 2 of the body is not JSON"),
        ('{"gone": 1, "gone": 2}\n', 400, "gone is given 2 times"),
        (f"[{LINES[1]}]\n", 400, "changes[0]"),
        ('{"gone": 1, "title": "x"}\n', 400, "has both `title` and `gone`"),
        ('{"gone": 1}\n' * 4, 400, "3"),
        ("", 200, ""),
    ],
)
def test_the_stub_reads_lines(archive_v2, body, status, problem):
    with archive_v2.stub.StubServer() as stub:
        found, said = posted(stub, body)

    assert (found, problem in said) == (status, True), said


def test_the_stub_refuses_what_is_called_otherwise(archive_v2):
    with archive_v2.stub.StubServer() as stub:
        assert posted(stub, LINES[1], "application/x-www-form-urlencoded")[0] == 400
        assert posted(stub, LINES[1], "application/json")[0] == 200


def test_the_document_says_that_it_is_a_list():
    document = json.loads((CASES / "good/archive/output/openapi.json").read_text())
    content = document["paths"]["/v2/lines"]["post"]["requestBody"]["content"]

    assert list(content) == ["application/x-ndjson"]
    assert content["application/x-ndjson"]["schema"]["type"] == "array"


def test_the_document_allows_one_kind_of_change_alone():
    document = json.loads((CASES / "good/archive/output/openapi.json").read_text())
    content = document["paths"]["/v2/lines"]["post"]["requestBody"]["content"]
    (body,) = content.values()
    schema = {**body["schema"], "components": document["components"]}
    valid = jsonschema.Draft202012Validator(schema).is_valid

    assert valid([json.loads(line) for line in LINES])
    assert not valid([{"gone": 1, "title": "x"}])
