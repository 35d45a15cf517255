"""Arguments that say which fields a response has, through both clients and all kinds of stubs."""

import asyncio
import json
import warnings
from urllib.request import urlopen

import jsonschema
import pytest
from msgspec import UNSET

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

BAZAAR = {"id": "app", "secret": "s3cret"}


@pytest.fixture(params=["blocking", "awaiting"])
def bottles(request, cellar_v1, server):
    """Calls `get` of either client."""
    if request.param == "blocking":
        with cellar_v1.package.Cellar(base_url=server.base_url) as client:
            yield client.bottle.get
        return

    def get(**given):
        async def work():
            async with cellar_v1.package.AsyncCellar(base_url=server.base_url) as client:
                return await client.bottle.get(**given)

        return asyncio.run(work())

    yield get


@pytest.fixture
def bazaar(bazaar_v1):
    with bazaar_v1.stub.StubServer() as stub, stub.client() as client:
        client.ware.create(ware={"name": "Lamp", "stage": "shown"})
        client.ware.create(ware={"name": "Lamb", "stage": "draft"})
        yield client


def test_what_was_not_asked_for_is_no_mismatch(bottles, cellar_v1, server):
    server.will(answers('{"name": "Riesling"}', more='ETag: "1"\r\n'))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = bottles(id="b", fields="name")

    assert type(found) is cellar_v1.models.PartialOneBottle
    assert (found.id, found.name, found.etag) == (UNSET, "Riesling", '"1"')
    assert found.to_dict() == {"name": "Riesling", "etag": '"1"'}


def test_without_the_argument_it_is_one(bottles, cellar_v1, server):
    server.will(answers('{"name": "Riesling"}'))
    with pytest.warns(cellar_v1.package.ResponseMismatchWarning, match=r"\$.id is missing"):
        assert type(bottles(id="b")) is cellar_v1.models.OneBottle


def test_what_is_there_still_has_its_type(bottles, cellar_v1, server):
    server.will(answers('{"name": 7}'))
    with pytest.warns(cellar_v1.package.ResponseMismatchWarning, match="name is a number"):
        bottles(id="b", fields="name")


def test_what_is_always_there_is_missed(bazaar_v1, server):
    server.will(answers('{"access_token": "t"}'), answers('{"wares": [{"name": "Lamp"}]}'))
    base_url = f"{server.base_url}/v1"
    mismatch = pytest.warns(bazaar_v1.package.ResponseMismatchWarning, match="id is missing")
    with bazaar_v1.package.BazaarClient(**BAZAAR, base_url=base_url) as client, mismatch:
        client.ware.list(fields=["name"])


def test_the_emulator_answers_what_is_asked_for(bazaar):
    bazaar = bazaar.with_options(strict_responses=True)
    found = bazaar.ware.list(fields=["name", "bestBefore"])

    assert [each.to_dict() for each in found] == [
        {"id": each.id, "name": each.name, "bestBefore": None} for each in found
    ]
    assert bazaar.ware.list()[0].stage in ("shown", "draft")


def test_a_walk_over_items_in_part(bazaar, bazaar_v1):
    bazaar = bazaar.with_options(strict_responses=True)
    walk = bazaar.ware.iter_search(words="La", ware_fields=["stage"], size=1)

    assert sorted(each.stage for each in walk) == ["draft", "shown"]
    page = next(iter(walk.pages()))
    assert page.wares.total == 2
    assert type(page.wares.wares[0]) is bazaar_v1.models.PartialWare
    assert page.wares.wares[0].name is UNSET


def asked(almanac_v1, fields):
    with almanac_v1.stub.StubServer() as stub, stub.client() as client:
        for number in range(5):
            client.record.add(id=f"r{number}", number=number)
        strict = client.with_options(strict_responses=True)
        return [each.id for each in strict.record.iter_cursors(fields=fields)]


@pytest.mark.parametrize(
    "fields", ["meta(next),result", "meta/next, result.records", "*", "meta,result{records{id}}"]
)
def test_a_walk_that_asks_for_what_leads_on(almanac_v1, fields):
    assert asked(almanac_v1, fields) == ["r0", "r1", "r2", "r3", "r4"]


def test_a_walk_that_leaves_out_what_leads_on(almanac_v1):
    with pytest.raises(almanac_v1.package.PagingError, match=r"leaves out `meta\.next`, which"):
        asked(almanac_v1, "result(records)")


def test_names_in_a_way_of_their_own_choose_nothing(almanac_v1):
    with almanac_v1.stub.StubServer() as stub, stub.client() as client:
        client.record.add(id="r", number=1)
        for fields in ("result:records", "result(records", "result)", "result records(", "a(b)c"):
            assert client.record.cursors(fields=fields).result.records[0].id == "r"
        assert client.record.cursors(fields="result(records(number))").to_dict() == {
            "result": {"records": [{"number": 1}]}
        }


def test_a_member_of_a_union_is_known_by_its_field(almanac_v1, server):
    happened = [{"number": 1, "kind": "added"}, {"number": 2}]
    server.will(answers(json.dumps({"result": happened})))
    with almanac_v1.package.Almanac(base_url=server.base_url) as client:
        added, unknown = client.record.happenings(fields=["kind"]).result

    assert (type(added), added.record) == (almanac_v1.models.PartialAdded, UNSET)
    assert unknown.value == {"number": 2}


@pytest.mark.parametrize("mode", ["examples", "emulate"])
def test_a_version_is_that_of_all_of_it(cellar_v1, mode):
    with cellar_v1.stub.StubServer(mode=mode) as stub, stub.client() as client:
        key = client.bottle.add(name="Riesling").location.rpartition("/")[2]
        whole, part = client.bottle.get(id=key), client.bottle.get(id=key, fields="name")
        assert (part.id, part.name, part.etag) == (UNSET, whole.name, whole.etag)
        known = client.bottle.get(id=key, fields="name", if_none_match=whole.etag)
        assert type(known) is cellar_v1.types.NotModified


def test_a_failure_is_told_whole(cellar_v1):
    raised = pytest.raises(cellar_v1.errors.NotFound)
    with cellar_v1.stub.StubServer() as stub, stub.client() as client:
        with raised as whole:
            client.bottle.get(id="none")
        with raised as chosen:
            client.bottle.get(id="none", fields="name")

    assert json.loads(chosen.value.body) == json.loads(whole.value.body) != {}


def told(url):
    with urlopen(url) as response:
        return json.load(response)


@pytest.mark.parametrize(("query", "fits"), [("?fields=name", True), ("", False)])
def test_the_document_has_both(cellar_v1, query, fits):
    document = json.loads((CASES / "good/cellar/output/openapi.json").read_text())
    get = document["paths"]["/bottles/{id}"]["get"]
    assert next(p for p in get["parameters"] if p["name"] == "fields")["schema"]["x-selects"]
    schema = get["responses"]["200"]["content"]["application/json"]["schema"]
    whole, part = ({**document, **each} for each in schema["anyOf"])
    with cellar_v1.stub.StubServer(mode="examples") as stub:
        found = told(f"{stub.base_url}/bottles/b{query}")
    jsonschema.Draft202012Validator(part).validate(found)
    assert jsonschema.Draft202012Validator(whole).is_valid(found) is not fits
