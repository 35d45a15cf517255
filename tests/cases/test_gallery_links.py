"""The gallery's package, run: addresses that stand in a list of links, told by what each is."""

import asyncio
import json

import pytest

from tests.cases.casebook import CASES

EXAMPLE = CASES / "good/gallery/spec/examples/picture/begin.response.json"
DOCUMENTED = {each["rel"]: each["href"] for each in json.loads(EXAMPLE.read_text())["links"]}


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        yield stub


def test_each_link_leads_to_its_operation(gallery_v1, stub):
    with gallery_v1.package.Gallery(token="t", base_url=stub.base_url) as client:
        links = {each.rel: each.href for each in client.picture.begin(name="a").links}
        client.picture.cancel(address=links["cancel"])
        client.picture.look(address=links["self"])

    assert [each.operation for each in stub.requests[-2:]] == ["picture.cancel", "picture.look"]
    assert links["self"].startswith(f"{stub.base_url}/_elsewhere/picture.look/")
    assert stub.requests[-2].arguments == {"address": DOCUMENTED["cancel"]}


def test_a_link_that_is_for_nothing_stays(gallery_v1, stub):
    async def asked():
        async with gallery_v1.package.AsyncGallery(token="t", base_url=stub.base_url) as client:
            begun = await client.picture.begin(name="a")
            links = {each.rel: each.href for each in begun.links}
            await client.picture.cancel(address=links["cancel"])
            return links

    assert asyncio.run(asked())["help"] == DOCUMENTED["help"]
    assert stub.requests[-1].operation == "picture.cancel"


def test_docstrings_and_openapi_say_which_link(gallery_v1, made):
    paths = json.loads((made["gallery"] / "openapi.json").read_text())["paths"]
    (server,) = paths["/#picture.cancel"]["post"]["servers"]
    told = gallery_v1.package.Gallery(token="t").picture.cancel.__doc__

    assert server["x-handed-out-by"] == {
        "picture.begin": {"key": "links[].href", "where": {"rel": "cancel"}}
    }
    assert "`links[].href` of `picture.begin` where `rel` is" in " ".join(told.split())
