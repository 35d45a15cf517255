"""The gallery's package, run: addresses in headers, ends of paths, and keys that stand in them."""

import asyncio

import pytest
import urllib3

from tests.runtime.scripted import answers

TOKEN = "t0ken-of-the-curator"
PIECE = ("sea.part.gz", b"piece")


def clients(gallery, **options):
    """Calls an operation with a client of each kind."""

    def blocking(operation, **arguments):
        with gallery.package.Gallery(token=TOKEN, **options) as client:
            return getattr(client.copy, operation)(**arguments)

    def awaited(operation, **arguments):
        async def made():
            async with gallery.package.AsyncGallery(token=TOKEN, **options) as client:
                return await getattr(client.copy, operation)(**arguments)

        return asyncio.run(made())

    return blocking, awaited


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        yield stub


def test_an_address_may_leave_its_host_out(gallery_v1, server):
    server.will(answers("", 204))
    for ask in clients(gallery_v1, base_url=f"{server.base_url}/below"):
        ask("finish", where="/copies/7/pieces?state=a%2Fb", digest="d")
        ask("finish", where=f"{server.base_url}/copies/7", digest="d")

    targets = ["/copies/7/pieces?state=a%2Fb&digest=d", "/copies/7?digest=d"] * 2
    assert [each.target for each in server.received] == targets
    assert {each.headers["authorization"] for each in server.received} == {f"Bearer {TOKEN}"}


@pytest.mark.parametrize("where", ["//storage.example/7", "copies/7", "/copies/7 8", "?a=b"])
def test_what_is_no_path_of_the_host_is_refused(gallery_v1, where):
    for ask in clients(gallery_v1, base_url="https://gallery.example"):
        with pytest.raises(gallery_v1.package.InvalidArguments, match="where"):
            ask("finish", where=where, digest="d")


def test_a_foreign_address_has_a_host(gallery_v1):
    with (
        gallery_v1.package.Gallery(token=TOKEN) as client,
        pytest.raises(gallery_v1.package.InvalidArguments, match="address"),
    ):
        client.picture.send(address="/large/7", content=b"\x89PNG\r\n\0\xff")


def test_the_stub_hands_out_itself_in_headers(gallery_v1, stub):
    ways = ({"base_url": stub.base_url}, {"transport": stub.transport})
    for ask in (each for way in ways for each in clients(gallery_v1, **way)):
        begun = ask("begin")
        sent = ask("extend", place=begun.place, piece=PIECE)
        ask("finish", where=sent.place, digest="d")
        ask("finish", where=begun.place, digest="d")
        extended, *finished = stub.requests[-3:]

        assert begun.place.startswith("/_elsewhere/")
        assert extended.operation == "copy.extend"
        assert extended.arguments["place"] == "/copies/7/pieces?state=a%2Fb"
        assert [each.operation for each in finished] == ["copy.finish"] * 2
        asked = [each.arguments["where"] for each in finished]
        assert asked[0] == "https://api.gallery.example/copies/7/pieces?state=c"
        assert asked[1] == "/copies/7/pieces?state=a%2Fb"


def test_one_address_is_for_several_operations(gallery_v1, stub):
    with gallery_v1.package.Gallery(token=TOKEN, base_url=stub.base_url) as client:
        begun = client.picture.begin(name="sea")
        client.picture.send(address=begun.to.address, content=b"\x89PNG\r\n\0\xff")

        assert client.picture.fetch(address=begun.to.address).content


@pytest.mark.parametrize("name", ["a.part", "A.PART.GZ", "a.b.part.gz"])
def test_endings_may_have_points(gallery_v1, server, name):
    server.will(answers("", 202, more="Location: /copies/7\r\n"))
    for ask in clients(gallery_v1, base_url=server.base_url):
        assert ask("extend", place="/copies/7", piece=(name, b"p")).place == "/copies/7"


@pytest.mark.parametrize("name", ["a.gz", "part.gz", "a.part.zip"])
def test_other_endings_are_refused(gallery_v1, name):
    for ask in clients(gallery_v1):
        with pytest.raises(gallery_v1.package.InvalidArguments, match=r"\.part, \.part\.gz"):
            ask("extend", place="/copies/7", piece=(name, b"p"))


def test_the_longer_of_two_open_paths_is_meant(gallery_v1, stub):
    for ask in clients(gallery_v1, base_url=stub.base_url):
        assert ask("list", path="sea/2012") == ["sea.png", "hills/"]
        assert ask("read", path="sea/2012/list").content == b"\0"

    assert [each.operation for each in stub.requests] == ["copy.list", "copy.read"] * 2


def test_callers_say_what_they_accept(gallery_v1, server, stub):
    server.will(answers("", kind="image/png"))
    for ask in clients(gallery_v1, base_url=server.base_url):
        ask("read", path="sea", kinds="image/jpeg")
        ask("read", path="sea")
    accepted = [each.headers["accept"] for each in server.received]
    for ask in clients(gallery_v1, base_url=stub.base_url):
        ask("read", path="sea", kinds="image/jpeg")
        ask("read", path="sea")
    http = urllib3.PoolManager()
    told = {"Authorization": f"Bearer {TOKEN}"}
    kinds = ["*/*", "image/png", "image/webp", "text/html"]
    where = f"{stub.base_url}/drawers/sea"
    statuses = [http.request("GET", where, headers={**told, "Accept": e}).status for e in kinds]

    assert accepted == ["image/jpeg", "image/png, image/jpeg"] * 2
    assert statuses == [200, 200, 406, 400]
    given = [each.arguments.get("kinds") for each in stub.requests]
    assert given == [*["image/jpeg", None] * 2, None, "image/png", "image/webp", "text/html"]


def test_a_key_in_a_path_is_made_and_kept(gallery_v1, server, stub):
    server.will(answers("", 503), answers("", 204))
    for ask in clients(gallery_v1, base_url=server.base_url, retries=1):
        ask("order", id=7, to="ada")
        ask("order", id=7, to="ada", order="mine/1")
    for ask in clients(gallery_v1, base_url=stub.base_url):
        ask("order", id=7, to="ada")

    made, again, own = (each.target for each in server.received[:3])
    assert made == again
    assert len(made) == len("/copies/7/orders/") + 36
    assert own == "/copies/7/orders/mine%2F1"
    assert made not in [each.target for each in server.received[3:]]
    assert all(len(each.arguments["order"]) == 36 for each in stub.requests)


def test_the_end_of_a_path_may_be_empty(gallery_v1, server, stub):
    server.will(answers("", 204))
    for ask in clients(gallery_v1, base_url=server.base_url):
        ask("note", id=7, about="", text="Torn.")
    for ask in clients(gallery_v1, base_url=stub.base_url):
        ask("note", id=7, about="", text="Torn.")
        assert ask("fetch_note", id=7, about="sky").text == "Torn."
        with pytest.raises(gallery_v1.package.InvalidArguments, match="dots"):
            ask("fetch_note", id=7, about="..")

    assert {each.target for each in server.received} == {"/copies/7/notes/"}
    assert [each.arguments["about"] for each in stub.requests] == ["", "sky"] * 2


def test_a_head_has_each_header_once(gallery_v1, stub):
    for ask in clients(gallery_v1, base_url=stub.base_url):
        size = ask("look", id=7)
        assert (size.length, size.kind) == (123, "image/png")

    http = urllib3.PoolManager()
    told = {"Authorization": f"Bearer {TOKEN}"}
    response = http.request("HEAD", f"{stub.base_url}/copies/7", headers=told)
    assert response.headers.getlist("content-length") == ["123"]
    assert response.headers.getlist("content-type") == ["image/png"]
