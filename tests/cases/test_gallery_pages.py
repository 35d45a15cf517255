"""Pages whose addresses lead to another server of the API, by clients of both kinds."""

import asyncio
import json
import shutil
from types import SimpleNamespace

import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import ScriptedServer, answers

SPEC = CASES / "good" / "gallery" / "spec"
DOCUMENT = CASES / "good" / "gallery" / "output" / "openapi.json"


@pytest.fixture
def other():
    with ScriptedServer() as server:
        yield server


@pytest.fixture
def gallery(compiled, tmp_path, server, other):
    """The gallery at two servers that are its own."""
    shutil.copytree(SPEC, tmp_path / "spec")
    main = {"url": server.base_url, "doc": "Ours.", "others": {"uploads": f"{other.base_url}/up"}}
    package, *_ = compiled(tmp_path / "spec", servers={"main": main})
    return package


def page(number, leads_to=None):
    picture = {"id": number, "name": "dawn.png", "size": 12}
    link = f'Link: <{leads_to}>; rel="next"\r\n' if leads_to else ""
    return answers(json.dumps([picture]), more=link)


def found(number, leads_to=None):
    picture = {"id": number, "name": "dawn.png", "size": 12}
    return answers(json.dumps({"pictures": [picture], "next": leads_to}))


def walked(package, kind, how, **given):
    """The numbers of the pictures that a walk yields."""
    given = {"token": "t-1", "retries": 0, **given}
    if kind == "awaits":
        return asyncio.run(walked_awaiting(package, how, given))
    with package.Gallery(**given) as client:
        return [each.id for each in how(client.picture)]


async def walked_awaiting(package, how, given):
    async with package.AsyncGallery(**given) as client:
        return [each.id async for each in how(client.picture)]


def by_link(picture):
    return picture.iter_list()


def by_address(picture):
    return picture.iter_search(words="dawn")


kinds = pytest.mark.parametrize("kind", ["blocks", "awaits"])
ways = pytest.mark.parametrize(("how", "told"), [(by_link, page), (by_address, found)])


@kinds
@ways
def test_a_page_may_be_on_another_server_of_the_api(gallery, server, other, kind, how, told):
    server.will(told(1, f"{other.base_url}/up/pictures?page=2"), told(5))
    last = told(4, f"{server.base_url}/pictures?page=5")
    other.will(told(2, "?page=3"), told(3, "/up/pictures?page=4"), last)

    assert walked(gallery, kind, how) == [1, 2, 3, 4, 5]

    asked = [each.target for each in other.received]
    assert asked == [f"/up/pictures?page={number}" for number in (2, 3, 4)]
    assert server.received[-1].target == "/pictures?page=5"
    sent = {each.headers.get("authorization") for each in (*server.received, *other.received)}
    assert sent == {"Bearer t-1"}


@kinds
@ways
@pytest.mark.parametrize("path", ["/pictures", "/upper/pictures"])
def test_any_other_address_is_refused(gallery, server, other, kind, how, told, path):
    with ScriptedServer() as evil:
        for leads_to in (f"{evil.base_url}/pictures", f"{other.base_url}{path}"):
            server.will(told(1, leads_to))
            with pytest.raises(gallery.PagingError) as refused:
                walked(gallery, kind, how)
        assert evil.received == []

    assert other.received == []
    message = str(refused.value)
    known = [each.base_url.removeprefix("http://") for each in (server, other)]
    assert f"addresses lead to {known[0]} and {known[1]} alone" in message


@kinds
@ways
def test_one_base_url_stands_for_all_servers(gallery_v1, server, kind, how, told):
    package: SimpleNamespace = gallery_v1.package
    first = told(1, "https://uploads.gallery.example/pictures?page=2")
    server.will(first, told(2, "?page=3"), told(3))

    assert walked(package, kind, how, base_url=server.base_url) == [1, 2, 3]
    assert [each.target for each in server.received][1:] == ["/pictures?page=2", "/pictures?page=3"]


def test_the_document_says_where_addresses_lead():
    paths = json.loads(DOCUMENT.read_text())["paths"]
    paging = paths["/pictures"]["get"]["x-paging"]

    assert paging["servers"] == ["https://uploads.gallery.example"]
