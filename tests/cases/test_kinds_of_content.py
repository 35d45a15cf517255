"""Responses of several kinds of content: the stub answers with the one that is asked for."""

import asyncio
import json

import pytest
import urllib3

CSV, XML = "id,name\n7,sea\n", '<pictures><picture id="7"/></pictures>'


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        yield stub


def asked(stub, path, accept):
    headers = {"Authorization": "Bearer t", **({} if accept is None else {"Accept": accept})}
    return urllib3.request("GET", f"{stub.base_url}{path}", headers=headers, retries=False)


@pytest.mark.parametrize(
    ("accept", "kind", "text"),
    [
        (None, "text/csv", CSV),
        ("*/*", "text/csv", CSV),
        ("text/csv", "text/csv", CSV),
        ("application/xml", "application/xml", XML),
    ],
)
def test_a_text_is_of_the_kind_that_is_asked_for(stub, accept, kind, text):
    found = asked(stub, "/catalogue", accept)

    assert (found.status, found.data.decode()) == (200, text)
    assert found.headers["Content-Type"] == f"{kind}; charset=utf-8"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("image/webp", "image/webp"),
        ("text/html, image/webp, image/png", "image/webp"),
        ("image/webp;q=0.5, image/png", "image/png"),
        ("image/*", "image/png"),
        ("image/*, image/png;q=0", "image/webp"),
        ("IMAGE/WEBP", "image/webp"),
        ("image/webp; charset=x", "image/webp"),
        ("*/*;q=0.1, image/webp;q=2", "image/webp"),
    ],
)
def test_a_file_is_of_what_is_wanted_most(stub, accept, kind):
    found = asked(stub, "/pictures/7/content", accept)

    assert (found.status, found.headers["Content-Type"]) == (200, kind)


def test_whoever_takes_nothing_of_it_is_refused(stub):
    refused = asked(stub, "/pictures/7/content", "text/html")

    assert refused.status == 406
    assert refused.json()["message"] == "There is nothing of that kind."
    assert asked(stub, "/pictures/7/content", "image/png;q=0").status == 406
    assert asked(stub, "/backup", "text/html").status == 200


def test_both_clients_ask_for_it(gallery_v1, stub):
    with gallery_v1.package.Gallery(token="t", base_url=stub.base_url) as client:
        table = client.picture.catalogue()
        document = client.picture.catalogue(accept="application/xml")

    async def awaited():
        async with gallery_v1.package.AsyncGallery(token="t", base_url=stub.base_url) as client:
            return await client.picture.catalogue(accept="application/xml")

    assert (table.text, table.media_type) == (CSV, "text/csv; charset=utf-8")
    assert [sorted(each.arguments) for each in stub.requests[:2]] == [[], ["accept"]]
    assert document.text == asyncio.run(awaited()).text == XML


def test_openapi_has_an_example_of_each(made):
    paths = json.loads((made["gallery"] / "openapi.json").read_text())["paths"]
    content = paths["/catalogue"]["get"]["responses"]["200"]["content"]

    assert {kind: each.get("example") for kind, each in content.items()} == {
        "text/csv": CSV,
        "application/xml": XML,
    }


def test_state_goes_by_what_is_asked_for(cabinet_v2):
    with cabinet_v2.stub.StubServer() as stub:
        url = f"{stub.base_url}/2/files/table"
        table = urllib3.request("GET", url)
        document = urllib3.request("GET", url, headers={"Accept": "text/html, application/xml"})
        other = urllib3.request("GET", url, headers={"Accept": "text/html"})

    assert (table.data, table.headers["Content-Type"]) == (b"files\n0\n", "text/csv; charset=utf-8")
    assert document.data == b"<files>0</files>"
    assert document.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert (other.status, other.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
