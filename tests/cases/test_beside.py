"""What a response has beside what methods return, typed, by clients of both kinds."""

import asyncio
import json
import pickle
from decimal import Decimal
from importlib import import_module

import jsonschema
import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

PLAN = {"id": 12, "title": "Harbour plan", "kept_until": None}
WRAPPED = {"data": PLAN, "meta": {"took_ms": 3, "cost": 0.10}, "hint": "none"}
FOUND = {
    "data": {"found": {"pages": 1, "page": 1, "documents": [PLAN]}, "words": ["plan"]},
    "meta": {"took_ms": 4},
}


@pytest.fixture(params=["blocking", "async"])
def raw(request, archive_v2, server):
    """The response of a client of either kind."""
    package = archive_v2.package
    given = {"token": "t0ken", "base_url": server.base_url, "retries": 0}

    def blocking(operation, arguments):
        with package.Archive(**given) as client:
            return getattr(client.with_raw_response.document, operation)(**arguments)

    async def awaited(operation, arguments):
        async with package.AsyncArchive(**given) as client:
            return await getattr(client.with_raw_response.document, operation)(**arguments)

    def call(operation, **arguments):
        if request.param == "blocking":
            return blocking(operation, arguments)
        return asyncio.run(awaited(operation, arguments))

    return call


def test_it_is_an_object_of_its_own(raw, server, archive_v2):
    server.will(answers(json.dumps(WRAPPED)))
    response = raw("get", id=12)

    assert response.parsed().title == "Harbour plan"
    around = response.beside()
    assert isinstance(around, archive_v2.models.Around)
    assert (around.meta.took_ms, around.meta.cost) == (3, Decimal("0.1"))
    assert around.extra == {"hint": "none"}


def test_an_operation_has_another_one(raw, server):
    server.will(answers(json.dumps(FOUND)))
    response = raw("search", words="plan")

    assert [each.id for each in response.parsed().documents] == [12]
    around = response.beside()
    assert (around.data.words, around.meta.took_ms) == (["plan"], 4)
    assert around.extra == {}


def test_an_operation_may_have_none(raw, server):
    server.will(answers(json.dumps({**WRAPPED, "data": [PLAN]})))
    assert not hasattr(raw("recent"), "beside")


def test_a_failure_is_raised_from_it(raw, server, archive_v2):
    server.will(answers('{"error": {"code": 7}}', 400))
    response = raw("get", id=12)

    errors = import_module("archive_v2.errors")
    with pytest.raises(errors.ArchiveError):
        response.beside()


@pytest.mark.filterwarnings("error")
def test_what_is_not_as_documented_is_told(raw, server, archive_v2):
    server.will(answers(json.dumps({**WRAPPED, "meta": {"took_ms": "long"}})))
    response = raw("get", id=12)
    assert response.parsed().id == 12
    warning = import_module("archive_v2.errors").ResponseMismatchWarning
    with pytest.raises(warning, match=r"\$\.meta\.took_ms"):
        response.beside()


def test_it_is_pickled_with_its_response(raw, server):
    server.will(answers(json.dumps(WRAPPED)))
    twin = pickle.loads(pickle.dumps(raw("get", id=12)))

    assert twin.parsed().id == 12
    assert twin.beside().meta.took_ms == 3
    assert pickle.loads(pickle.dumps(twin)).beside() == twin.beside()


def test_the_stub_answers_with_what_is_documented(archive_v2):
    with archive_v2.stub.StubServer() as stub, stub.client() as client:
        response = client.with_raw_response.document.search(words="plan")
    assert response.beside().data.words == ["letter"]


def test_the_emulator_tells_where_a_list_stands(relay_v1):
    with relay_v1.stub.StubServer() as stub, stub.client() as client:
        for number in range(3):
            client.item.add(id=f"i{number}", number=number)
        response = client.with_raw_response.item.zone()
    info = response.beside().result_info
    assert (len(response.parsed()), info.total_pages, info.all) == (2, 2, 3)
    assert response.beside().messages == []


def test_openapi_has_it_beside():
    document = json.loads((CASES / "good/archive/output/openapi.json").read_text())
    operation = document["paths"]["/v2/documents/{id}"]["get"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    schema = {**schema, "components": document["components"]}
    jsonschema.validate(WRAPPED, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**WRAPPED, "meta": {"took_ms": "long"}}, schema)
