"""The gallery's package, run: bodies that are files, and several files in one form."""

import asyncio
import io
import json
import subprocess
from email import message_from_bytes
from email.policy import HTTP
from http.client import HTTPConnection
from importlib import import_module
from urllib.parse import urlsplit

import aiohttp
import pytest
import urllib3
from hypothesis import given, settings

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

SEA = json.dumps({"id": 7, "name": "sea.png", "size": 12})
OPENAPI = json.loads((CASES / "good/gallery/output/openapi.json").read_text())
PNG = b"\x89PNG\r\n\0\xff picture"


@pytest.fixture(params=["blocking", "async"])
def call(request, gallery_v1):
    """Calls an operation of a client of either kind."""

    def blocking(base_url, operation, /, **arguments):
        with gallery_v1.package.Gallery(token="t", base_url=base_url) as client:
            return getattr(client.picture, operation)(**arguments)

    async def awaited(base_url, operation, arguments):
        async with gallery_v1.package.AsyncGallery(token="t", base_url=base_url) as client:
            return await getattr(client.picture, operation)(**arguments)

    if request.param == "blocking":
        return blocking
    return lambda url, operation, /, **arguments: asyncio.run(awaited(url, operation, arguments))


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        yield stub


def parts(received):
    """The parts of a form: name, file name, media type, content."""
    head = b"Content-Type: " + received.headers["content-type"].encode() + b"\r\n\r\n"
    message = message_from_bytes(head + received.body, policy=HTTP)
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part.get_content_type() if "content-type" in part else None,
            part.get_payload(decode=True),
        )
        for part in message.iter_parts()
    ]


def test_a_file_is_the_whole_body(call, server):
    server.will(answers(SEA))
    picture = call(server.base_url, "upload", room=3, name="sea.png", content=PNG)

    (came,) = server.received
    assert (came.method, came.target) == ("POST", "/rooms/3/pictures?name=sea.png")
    assert came.body == PNG
    assert came.headers["content-type"] == "image/png"
    assert came.headers["content-length"] == str(len(PNG))
    assert picture.name == "sea.png"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("sea.webp", "image/webp"),
        ("waves.mp4", "video/mp4"),
        ("sea.gif", "image/png"),  # not documented: what is preferred, rather
        ("sea", "image/png"),
    ],
)
def test_the_name_of_a_path_says_what_it_is(call, server, tmp_path, name, kind):
    path = tmp_path / name
    path.write_bytes(PNG)
    server.will(answers(SEA))
    call(server.base_url, "upload", room=3, name="sea.png", content=path)

    assert server.received[0].headers["content-type"] == kind
    assert server.received[0].body == PNG


def test_a_form_of_a_pipe_is_sent_in_chunks(call, server, tmp_path):
    server.will(answers("", 204))
    paper = tmp_path / "a.txt"
    paper.write_bytes(b"text" * 200_000)
    with subprocess.Popen(["cat", paper], stdout=subprocess.PIPE) as process:
        papers = [("b.txt", process.stdout), paper]
        call(server.base_url, "enclose", id=7, papers=papers, title="Papers")

    (came,) = server.received
    assert came.headers["transfer-encoding"] == "chunked"
    assert "content-length" not in came.headers
    assert [(each[1], each[3]) for each in parts(came) if each[1]] == [
        ("b.txt", paper.read_bytes()),
        ("a.txt", paper.read_bytes()),
    ]


def test_each_pipe_of_a_list_is_checked_at_its_place(call, server, gallery_v1):
    with (
        subprocess.Popen(["printf", "text"], stdout=subprocess.PIPE) as process,
        pytest.raises(gallery_v1.package.InvalidArguments, match=r"more\[1\]: .* awaited"),
    ):
        call(server.base_url, "post", photo="1", more=[process.stdout, Awaited()])

    assert server.received == []


class Awaited:
    async def read(self, size=-1):
        return b""


def test_one_file_may_stand_in_two_places(call, server):
    server.will(answers("", 204))
    call(server.base_url, "enclose", id=7, papers=[("a.txt", file := io.BytesIO(b"text"))] * 2)

    assert [each[3] for each in parts(server.received[0])] == [b"text", b"text"]
    assert not file.closed


def test_the_stub_of_this_process_takes_what_is_read_meanwhile(gallery_v1, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"text" * 200_000)
    told = []
    with gallery_v1.stub.StubServer() as stub:
        for kind in ("Gallery", "AsyncGallery"):
            client = getattr(gallery_v1.package, kind)(token="t", transport=stub.transport)
            calling = client.picture.attach(
                id=7, content_type="text/plain", paper=path, progress=lambda *x: told.append(x)
            )
            if kind == "AsyncGallery":
                asyncio.run(asyncio.wait_for(calling, 10))
        sizes = [each.arguments["paper"]["size"] for each in stub.requests]

    assert sizes == [800_000, 800_000]
    assert told[-1] == (800_000, 800_000)


def test_connections_of_ones_own_send_what_is_read_meanwhile(server, gallery_v1, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"text" * 200_000)

    async def awaited():
        async with aiohttp.ClientSession() as http:
            given = {"token": "t", "base_url": server.base_url, "http": http}
            client = gallery_v1.package.AsyncGallery(**given)
            await client.picture.attach(id=7, content_type="text/plain", paper=path)

    server.will(answers("", 204))
    with urllib3.PoolManager() as http:
        client = gallery_v1.package.Gallery(token="t", base_url=server.base_url, http=http)
        client.picture.attach(id=7, content_type="text/plain", paper=path)
    asyncio.run(awaited())

    assert [each.body for each in server.received] == [path.read_bytes()] * 2


def test_with_raw_response_takes_progress_too(call, server, gallery_v1):
    server.will(answers("", 204))
    told = []
    with gallery_v1.package.Gallery(token="t", base_url=server.base_url) as client:
        raw = client.with_raw_response.picture.note(
            id=7, text=b"# Sea", progress=lambda *x: told.append(x)
        )

    assert (raw.status, told) == (204, [(5, 5)])


def test_methods_without_files_take_no_progress(call, server):
    with pytest.raises(TypeError, match="unexpected keyword argument 'progress'"):
        call(server.base_url, "remove", id=7, progress=print)


def test_a_type_of_ones_own_goes_before_the_name(call, server):
    server.will(answers(SEA))
    content = ("a.webp", io.BytesIO(PNG), "video/webm; codecs=vp9")
    call(server.base_url, "upload", room=3, name="sea.png", content=content)

    assert server.received[0].headers["content-type"] == "video/webm; codecs=vp9"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ((None, PNG, "text/html"), "'text/html' is not image/png or image/webp or video/*"),
        ((None, PNG, "image/png\r\nX: y"), "is no media type"),
        (b"x" * 100_001, "more than 100000 bytes"),
        (("a.png",), "a path, bytes or a binary file"),
        (("a.png", "/no/such/file"), "cannot be read"),
    ],
)
def test_a_file_that_is_not_as_documented_is_not_sent(call, server, gallery_v1, content, message):
    with pytest.raises(gallery_v1.package.InvalidArguments, match="content") as refused:
        call(server.base_url, "upload", room=3, name="sea.png", content=content)

    assert message in str(refused.value)
    assert server.received == []


def test_an_argument_may_say_what_the_body_is(call, server):
    server.will(answers("", 204))
    call(server.base_url, "attach", id=7, content_type="text/plain", paper=b"")

    (came,) = server.received
    assert (came.headers["content-type"], came.body) == ("text/plain", b"")


def test_a_constant_may_say_what_the_body_is(call, server):
    server.will(answers("", 204))
    call(server.base_url, "note", id=7, text=("n.md", b"# Sea", "text/plain"))

    assert server.received[0].headers["content-type"] == "text/markdown"


def test_several_files_go_in_one_form(call, server, tmp_path):
    deed = tmp_path / "deed.pdf"
    deed.write_bytes(b"%PDF")
    server.will(answers("", 204))
    call(
        server.base_url,
        "enclose",
        id=7,
        title="Papers",
        papers=[deed, ("räx.txt", b"text"), ("x", b"", "text/csv")],
        cover=b"\0",
    )

    assert sorted(parts(server.received[0]), key=str) == [
        ("cover-page", "cover", "application/octet-stream", b"\0"),
        ("papers[]", "deed.pdf", "application/pdf", b"%PDF"),
        ("papers[]", "räx.txt", "text/plain", b"text"),
        ("papers[]", "x", "text/csv", b""),
        ("title", None, None, b"Papers"),
    ]


def test_each_file_of_a_list_is_checked(call, server, gallery_v1):
    with pytest.raises(gallery_v1.package.InvalidArguments, match=r"papers\[1\].*image/png"):
        call(server.base_url, "enclose", id=7, papers=[b"", (None, PNG, "image/png")])
    with pytest.raises(gallery_v1.package.InvalidArguments, match=r"papers: .* at most 3"):
        call(server.base_url, "enclose", id=7, papers=[b""] * 4)

    assert server.received == []


def test_what_is_a_file_or_a_text_is_sent_as_it_is(call, server, tmp_path):
    path = tmp_path / "sea.png"
    path.write_bytes(PNG)
    server.will(answers("", 204))
    call(server.base_url, "post", photo=path, more=["id-1", PNG, str(path)], caption="Sea")
    call(server.base_url, "post", photo="https://pictures.example/1", more=[("a.txt", b"a")])

    assert parts(server.received[0]) == [
        ("photo", "sea.png", "image/png", PNG),
        ("more", None, None, b"id-1"),
        ("more", "more", "application/octet-stream", PNG),
        ("more", None, None, str(path).encode()),
        ("caption", None, None, b"Sea"),
    ]
    assert parts(server.received[1]) == [
        ("photo", None, None, b"https://pictures.example/1"),
        ("more", "a.txt", "text/plain", b"a"),
    ]


@pytest.mark.parametrize(
    ("given", "argument", "message"),
    [
        ({"photo": 7}, "photo", "is not a file or text"),
        ({"photo": "x" * 61}, "photo", "has 61 characters"),
        ({"photo": b"x" * 1001}, "photo", "more than 1000 bytes"),
        ({"photo": ("a.pdf", b"x", "application/pdf")}, "photo", "is not image/*"),
        ({"photo": "1", "more": ["2", 3]}, "more[1]", "is not a file or text"),
        ({"photo": "1", "more": [b"2", "3", b"4", b"5"]}, "more", "has 4 items"),
    ],
)
def test_each_keeps_its_own_rules(call, server, gallery_v1, given, argument, message):
    with pytest.raises(gallery_v1.package.InvalidArguments) as caught:
        call(server.base_url, "post", **given)

    (found,) = caught.value.violations
    assert found.argument == argument
    assert message in found.message
    assert server.received == []


def test_the_stub_takes_a_file_or_a_text(call, gallery_v1, tmp_path):
    path = tmp_path / "sea.png"
    path.write_bytes(PNG)
    with gallery_v1.stub.StubServer() as stub:
        call(stub.base_url, "post", photo=path, more=["id-1", PNG])
        call(stub.base_url, "post", photo="id-1", more=["id-2"])
        told = ["curl", "-sS", "--max-time", "10", "-w", "%{http_code}", f"{stub.base_url}/posts"]
        told += ["-H", "Authorization: Bearer t"]
        ways = [["-F", f"photo=@{path}"], ["-F", "photo=id-1"], ["-d", "photo=id-1"]]
        ways += [["-F", f"photo=@{path};type=text/css"], ["-F", f"photo={'x' * 61}"]]
        said = [subprocess.run([*told, *way], capture_output=True, timeout=20) for way in ways]
        given = [each.arguments["photo"] for each in stub.requests]

    assert [run.stdout[-3:] for run in said] == [b"204", b"204", b"204", b"400", b"400"]
    assert given[1] == given[3] == given[4] == "id-1"
    assert given[0] == given[2] != "id-1"


def test_the_stub_refuses_a_text_for_a_file(stub):
    told = ["curl", "-sS", "-i", "--max-time", "10", "-H", "Authorization: Bearer t"]
    told += [f"{stub.base_url}/pictures/7/enclosures", "-F", "papers[]=text", "-F", "cover-page=x"]
    run = subprocess.run(told, capture_output=True, timeout=20, text=True)

    assert "HTTP/1.1 400" in run.stdout
    problem = next(line for line in run.stdout.splitlines() if line.startswith("x-stub-problem"))
    assert "papers[0]: is text; a file is a part that has a file name" in problem
    assert "cover: is text" in problem


def test_openapi_says_that_it_may_be_either():
    form = OPENAPI["paths"]["/posts"]["post"]["requestBody"]["content"]["multipart/form-data"]
    file = {"type": "string", "format": "binary"}
    either = [
        {**file, "contentMediaType": "image/*", "maxLength": 1000},
        {"type": "string", "maxLength": 60},
    ]
    assert form["schema"]["properties"]["photo"]["anyOf"] == either
    assert form["schema"]["properties"]["more"]["items"]["anyOf"] == [file, {"type": "string"}]
    assert form["encoding"]["photo"]["contentType"] == "image/*, text/plain"


def test_strategies_draw_both(gallery_v1):
    strategies = import_module("gallery_v1.strategies")
    drawn = set()

    @settings(max_examples=60, database=None, derandomize=True)
    @given(strategies.valid_arguments("picture.post"))
    def look(arguments):
        assert gallery_v1.validators.validate("picture.post", arguments) == []
        drawn.add(type(arguments["photo"]))

    look()
    assert drawn == {bytes, str}


def test_the_stub_takes_what_the_client_sends(call, stub):
    assert call(stub.base_url, "upload", room=3, name="sea.png", content=PNG).id == 7
    call(stub.base_url, "attach", id=7, content_type="text/plain", paper=b"")
    call(stub.base_url, "attach", id=7, content_type="text/plain")
    call(stub.base_url, "note", id=7, text=b"# Sea")
    call(stub.base_url, "enclose", id=7, papers=[b"", PNG], cover=b"")
    call(stub.base_url, "enclose", id=7, papers=[PNG])


def post(stub, target, body, method="POST", **headers):
    connection = HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, target, body, {"Authorization": "Bearer t", **told})
    response = connection.getresponse()
    found = response.status, response.read().decode()
    connection.close()
    return found


@pytest.mark.parametrize(
    ("kind", "status", "message"),
    [
        ("image/webp", 200, ""),
        ("application/octet-stream", 200, ""),
        ("text/html", 400, "content: 'text/html' is not image/png or image/webp or video/*"),
        ("nonsense", 400, "content: 'nonsense' is no media type"),
    ],
)
def test_the_stub_looks_at_the_type_of_a_body(stub, kind, status, message):
    found = post(stub, "/rooms/3/pictures?name=sea.png", PNG, content_type=kind)

    assert found[0] == status
    assert message in found[1]


def test_the_stub_refuses_what_the_page_does(stub):
    assert post(stub, "/rooms/3/pictures?name=sea", b"x" * 100_001)[0] == 400
    assert post(stub, "/rooms/3/pictures?name=sea", b"")[0] == 400
    refused = post(stub, "/pictures/7/attachment", PNG, "PUT", content_type="image/png")
    assert "content_type: 'image/png' is not one of" in refused[1]
    note = "/pictures/7/note"
    assert post(stub, note, b"#", "PUT", content_type="text/markdown; charset=utf-8")[0] == 204
    assert post(stub, note, b"#", "PUT", content_type="text/html")[0] == 400


def test_curl_uploads_as_the_page_of_the_stub_says(stub, tmp_path):
    path = tmp_path / "FILE"
    path.write_bytes(PNG)
    told = ["-H", "Authorization: Bearer t", "-sS", "--max-time", "10"]
    target = f"{stub.base_url}/rooms/3/pictures?name=sea.png"
    body = ["-H", "content-type: image/png", "--data-binary", f"@{path}"]
    run = subprocess.run(["curl", *told, target, *body], capture_output=True, timeout=20)
    assert json.loads(run.stdout) == json.loads(SEA)

    form = ["-F", f"papers[]=@{path};type=text/csv", "-F", f"papers[]=@{path};type=text/plain"]
    target = f"{stub.base_url}/pictures/7/enclosures"
    run = subprocess.run(
        ["curl", *told, "-w", "%{http_code}", target, *form], capture_output=True, timeout=20
    )
    assert run.stdout == b"204"


@pytest.mark.parametrize("source", ["a file", "a pipe"])
def test_curl_sends_a_large_body_as_it_reads_it(gallery_v1, tmp_path, source):
    path = tmp_path / "large.txt"
    path.write_bytes(bytes(3_000_000))
    told = ["curl", "-sS", "--max-time", "20", "-w", "%{http_code}", "-T"]
    told.append(str(path) if source == "a file" else "-")
    told += ["-H", "Authorization: Bearer t", "-H", "Content-Type: text/plain"]
    with gallery_v1.stub.StubServer() as stub:
        target = f"{stub.base_url}/pictures/7/attachment"
        run = subprocess.run(
            [*told, target], input=path.read_bytes(), capture_output=True, timeout=30
        )
        (came,) = stub.requests

    assert run.stdout == b"204"
    assert came.arguments["paper"]["size"] == 3_000_000


def test_openapi_says_what_bodies_are():
    paths = OPENAPI["paths"]
    upload = paths["/rooms/{room}/pictures"]["post"]
    assert list(upload["requestBody"]["content"]) == ["image/png", "image/webp", "video/*"]
    picture = upload["requestBody"]["content"]["image/webp"]["schema"]
    assert (picture["format"], picture["maxLength"]) == ("binary", 100_000)
    attach = paths["/pictures/{id}/attachment"]["put"]
    assert list(attach["requestBody"]["content"]) == ["application/pdf", "text/plain"]
    assert [each["name"] for each in attach["parameters"]] == ["id"]
    note = paths["/pictures/{id}/note"]["put"]
    assert list(note["requestBody"]["content"]) == ["text/markdown"]
    form = paths["/pictures/{id}/enclosures"]["post"]["requestBody"]["content"]
    (form,) = form.values()
    assert form["schema"]["properties"]["papers"]["items"]["format"] == "binary"
    assert form["encoding"]["papers"]["contentType"] == "application/pdf, text/*"


@pytest.mark.parametrize(
    ("id", "name", "file"),
    [
        ("picture.post", "photo", {"many": False, "or_else": True}),
        ("picture.post", "more", {"many": True, "or_else": True}),
        ("picture.enclose", "papers", {"many": True, "or_else": False}),
        ("picture.post", "caption", None),
    ],
)
def test_forms_for_people_say_where_files_go(stub, id, name, file):
    address = urlsplit(stub.base_url)
    connection = HTTPConnection(str(address.hostname), address.port)
    connection.request("GET", f"/_stub/operations/{id}")
    arguments = json.loads(connection.getresponse().read())["arguments"]
    connection.close()
    (found,) = (each.get("file") for each in arguments if each["name"] == name)

    assert found == (None if file is None else found | file)
