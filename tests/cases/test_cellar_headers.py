"""The cellar's package, run: what responses say in their headers."""

import asyncio
import inspect
import json
import warnings
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.cases.casebook import CASES
from tests.cases.cellar_server import Cellar
from tests.runtime.scripted import answers

OPENAPI = CASES / "good" / "cellar" / "output" / "openapi.json"
FILLED = datetime(2030, 5, 1, 10, tzinfo=UTC)


@pytest.fixture
def cellar():
    server = Cellar()
    yield server
    server.stop()


@pytest.fixture(params=["blocking", "async"])
def call(request, cellar_v1):
    """Calls an operation of a client of either kind; with `raw`, for the response as it came."""

    def blocking(base_url, name, /, raw=False, **arguments):
        with cellar_v1.package.Cellar(base_url=base_url) as client:
            of = client.with_raw_response if raw else client
            return getattr(of.bottle, name)(**arguments)

    async def awaited(base_url, name, /, raw=False, **arguments):
        async with cellar_v1.package.AsyncCellar(base_url=base_url) as client:
            of = client.with_raw_response if raw else client
            return await getattr(of.bottle, name)(**arguments)

    if request.param == "blocking":
        return blocking
    return lambda *given, **arguments: asyncio.run(awaited(*given, **arguments))


@pytest.fixture(params=["examples", "emulate"])
def stub(request, cellar_v1):
    with cellar_v1.stub.StubServer(mode=request.param) as server:
        yield server


def test_a_list_has_a_total_beside_its_items(call, cellar):
    page = call(cellar.base_url, "list")

    assert page.total == 3
    assert [bottle.name for bottle in page.bottles] == ["Riesling", "Merlot"]
    assert page.bottles[0].changed_at == FILLED


def test_a_walk_goes_over_the_items_of_the_body(cellar_v1, cellar):
    async def walked():
        async with cellar_v1.package.AsyncCellar(base_url=cellar.base_url) as client:
            return [bottle.id async for bottle in client.bottle.iter_list()]

    with cellar_v1.package.Cellar(base_url=cellar.base_url) as client:
        found = [bottle.id for bottle in client.bottle.iter_list()]
        totals = [page.total for page in client.bottle.iter_list().pages()]

    assert found == ["b1", "b2", "b3"]
    assert totals == [3, 3]
    assert asyncio.run(walked()) == found


def test_headers_alone_are_an_answer(call, cellar):
    added = call(cellar.base_url, "add", name="Gamay")

    assert added.location == f"{cellar.base_url}/bottles/b4"


def test_each_type_is_read_from_a_header(call, cellar):
    found = call(cellar.base_url, "measure", id="b1")

    assert (found.size, found.rest) == (120, 0.5)
    assert (found.corked, found.sweet) == (True, True)
    assert isinstance(found.price, Decimal)
    assert str(found.price) == "19.90"
    assert found.filled == found.tasted == FILLED
    assert found.aged == timedelta(hours=1)
    assert found.grapes == ["riesling", "silvaner"]


def test_keys_of_a_map_are_headers(call, cellar):
    found = call(cellar.base_url, "measure", id="b1")

    assert found.seal == "Domaine Zoë"
    assert found.notes == {"taste": "dry, 100 %", "colour": "gold"}
    assert found.tasters == {"ann": 7}

    cellar.leaves_out = ["X-Note-Seal", "X-Note-Taste", "X-note-COLOUR", "X-Marks-Ann"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        without = call(cellar.base_url, "measure", id="b1")
    assert (without.notes, without.tasters) == ({}, {})
    assert not without.seal


def test_a_header_of_another_kind_is_told(cellar_v1, server):
    told = "X-Size: 1\r\nX-Marks-Ann: many\r\nX-Marks-: 1\r\n"
    server.will(answers("", more=told))
    with (
        cellar_v1.package.Cellar(base_url=server.base_url) as client,
        pytest.warns(cellar_v1.package.ResponseMismatchWarning, match="tasters.ann"),
    ):
        assert client.bottle.measure(id="b1").tasters == {"ann": "many"}


def test_a_header_that_is_optional_may_be_missing(call, cellar):
    cellar.leaves_out = ["X-Left", "X-Tasted"]

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        note = call(cellar.base_url, "note", id="b1")
        measured = call(cellar.base_url, "measure", id="b1")

    assert note.text == "Riesling is dry."
    assert not note.left
    assert not measured.tasted


def test_a_header_stands_beside_what_is_unwrapped(call, cellar):
    assert call(cellar.base_url, "note", id="b2").left == 4


def test_a_header_that_is_missing_is_told_as_a_field_is(cellar_v1, cellar):
    cellar.leaves_out = ["X-Size"]
    package = cellar_v1.package

    with package.Cellar(base_url=cellar.base_url) as client:
        with pytest.warns(package.ResponseMismatchWarning, match="size"):
            assert client.bottle.measure(id="b1").rest == 0.5
        with pytest.raises(package.ResponseError, match="size"):
            client.with_options(strict_responses=True).bottle.measure(id="b1")


@pytest.mark.parametrize(("body", "said"), [("", "empty"), ("<a>", "XML"), ("7", "bottles")])
def test_headers_do_not_hide_a_body_that_is_none(cellar_v1, server, body, said):
    server.will(answers(body, more="X-Left: 4\r\nX-Total-Count: 1\r\n"))
    package = cellar_v1.package

    with (
        package.Cellar(base_url=server.base_url, strict_responses=True) as client,
        pytest.raises(package.ResponseError, match=said) as caught,
    ):
        client.bottle.list()

    assert caught.value.body == body.encode()


def test_raw_access_has_headers_and_the_same_object(call, cellar):
    raw = call(cellar.base_url, "list", raw=True)

    assert raw.headers["X-Total-Count"] == "3"
    assert json.loads(raw.body)[0]["id"] == "b1"
    assert raw.parsed().total == 3


@pytest.mark.parametrize(("key", "status"), [("b1", 200), ("b2", 206)])
def test_an_unusual_status_has_an_answer(call, cellar, key, status):
    assert call(cellar.base_url, "label", id=key).url == (f"/labels/{key}" if key == "b1" else None)
    assert call(cellar.base_url, "label", raw=True, id=key).status == status


def test_a_failure_is_one_before_headers_are_looked_at(cellar_v1, call, cellar):
    with pytest.raises(cellar_v1.errors.NotFound):
        call(cellar.base_url, "measure", id="none")


def test_the_stub_says_the_same_in_headers(call, stub):
    added = call(stub.base_url, "add", name="Gamay")
    page = call(stub.base_url, "list")
    key = page.bottles[0].id
    measured = call(stub.base_url, "measure", id=key)
    assert call(stub.base_url, "measure", raw=True, id=key).status == 200

    assert added.location.startswith("/bottles/b")
    assert page.total == len(page.bottles) > 0
    assert (measured.size, str(measured.price)) == (120, "19.90")
    assert (measured.corked, measured.sweet) == (True, False)
    assert measured.grapes == ["riesling", "silvaner"]
    assert (measured.seal, measured.tasters) == ("Domaine Zoë", {"ann": 7})
    assert measured.notes == {"taste": "dry, 100 %"}
    assert call(stub.base_url, "note", id=key).left == 4


def test_a_body_that_says_nothing_more_is_sent_too(call, stub):
    key = call(stub.base_url, "add", name="Gamay").location.rpartition("/")[2]
    told = call(stub.base_url, "turn", raw=True, id=key)

    assert call(stub.base_url, "turn", id=key) is None
    assert (told.status, json.loads(told.body)) == (200, {"turned": True})


def test_the_body_is_that_of_the_status(cellar_v1, call):
    with cellar_v1.stub.StubServer(mode="emulate") as stub:
        key = call(stub.base_url, "add", name="Gamay").location.rpartition("/")[2]
        told = call(stub.base_url, "turn", raw=True, id=key, later=True)

    assert (told.status, json.loads(told.body)) == (202, {"turned": False})


def test_the_stub_says_that_there_is_no_message(call, stub):
    key = call(stub.base_url, "add", name="Gamay").location.rpartition("/")[2]
    told = call(stub.base_url, "rename", raw=True, id=key, name="Merlot")

    assert json.loads(told.body)["message"] == ""


def test_openapi_shows_such_a_body():
    paths = json.loads(OPENAPI.read_text())["paths"]
    shown = paths["/bottles/{id}/turn"]["post"]["responses"]["202"]["content"]

    assert shown == {"application/json": {"schema": {}, "example": {"turned": False}}}


def test_the_stub_has_a_list_as_its_body(stub):
    connection = HTTPConnection(urlsplit(stub.base_url).netloc)
    connection.request(
        "POST", "/bottles", '{"name": "Gamay"}', {"Content-Type": "application/json"}
    )
    added = connection.getresponse()
    assert (added.status, added.read()) == (201, b"")
    assert added.headers["Location"]
    connection.request("GET", "/bottles")
    listed = connection.getresponse()
    assert isinstance(json.loads(listed.read()), list)
    assert listed.headers["X-Total-Count"].isdecimal()
    connection.close()


def test_the_emulator_counts_in_a_header(call, cellar_v1):
    with cellar_v1.stub.StubServer(mode="emulate") as stub:
        for name in ("Gamay", "Malbec", "Merlot"):
            call(stub.base_url, "add", name=name)
        page = call(stub.base_url, "list")

    assert (page.total, len(page.bottles)) == (3, 2)


def test_openapi_has_headers_where_they_are():
    document = json.loads(OPENAPI.read_text())
    listed = document["paths"]["/bottles"]["get"]["responses"]["200"]
    added = document["paths"]["/bottles"]["post"]["responses"]["201"]
    noted = document["paths"]["/bottles/{id}/note"]["get"]["responses"]["200"]

    assert listed["headers"].pop("Link")
    assert listed["headers"] == {
        "X-Total-Count": {
            "description": "How many there are on all pages.",
            "required": True,
            "schema": {"type": "integer", "format": "int64"},
        }
    }
    assert listed["content"]["application/json"]["schema"]["type"] == "array"
    assert added["headers"]["Location"]["schema"] == {"type": "string"}
    assert "content" not in added
    assert "required" not in noted["headers"]["X-Left"]
    assert document["components"]["schemas"]["Note"]["properties"].keys() == {"text"}
    assert document["components"]["schemas"].keys() == {
        *("_Failure", "Bottle", "Cork", "Described", "Label", "Note", "OneBottle"),
        "PartialOneBottle",
    }


def test_a_field_says_in_which_header_it_stands(cellar_v1):
    assert "It stands in the header `X-Total-Count`." in _source(cellar_v1, "BottlePage")


def _source(package, name):
    module = inspect.getmodule(getattr(package.models, name))
    assert module is not None
    return inspect.getsource(module)


def test_an_options_has_its_arguments_in_the_query(call, cellar):
    described = call(cellar.base_url, "describe", language="de")

    (came,) = cellar.came
    assert described.fields == ["id", "name"]
    assert (came.method, came.path) == ("OPTIONS", "/bottles?language=de")
    assert not {"content-type", "content-length"} & came.headers.keys()


def test_a_stub_takes_an_options_that_is_documented(call, stub):
    assert call(stub.base_url, "describe").fields == ["id", "name"]

    connection = HTTPConnection(urlsplit(stub.base_url).netloc)
    for path, allowed in {
        "/bottles": "GET, POST, OPTIONS, HEAD",
        "/bottles/b1/note": "GET, HEAD, OPTIONS",
    }.items():
        connection.request("PUT", path)
        with connection.getresponse() as refused:
            assert refused.getheader("allow") == allowed
            refused.read()
        connection.request("OPTIONS", path)
        with connection.getresponse() as answered:
            assert answered.status == (200 if path == "/bottles" else 204)
            answered.read()
    connection.close()


def test_an_options_is_documented_as_one():
    path = json.loads(OPENAPI.read_text())["paths"]["/bottles"]

    assert [*path] == ["get", "post", "options"]
    assert path["options"]["operationId"] == "bottle.describe"
    assert "requestBody" not in path["options"]
