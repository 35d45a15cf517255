"""The gallery's package, run: bodies that are files, and several files in one form."""

import asyncio
import io
import json
import subprocess
from importlib import import_module

import aiohttp
import pytest
import urllib3
from hypothesis import given, settings

from tests.cases.form_parts import parts
from tests.runtime.scripted import answers

SEA = json.dumps({"id": 7, "name": "sea.png", "size": 12})
PNG = b"\x89PNG\r\n\0\xff picture"


def test_a_file_is_the_whole_body(gallery_call, server):
    server.will(answers(SEA))
    picture = gallery_call(server.base_url, "upload", room=3, name="sea.png", content=PNG)

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
def test_the_name_of_a_path_says_what_it_is(gallery_call, server, tmp_path, name, kind):
    path = tmp_path / name
    path.write_bytes(PNG)
    server.will(answers(SEA))
    gallery_call(server.base_url, "upload", room=3, name="sea.png", content=path)

    assert server.received[0].headers["content-type"] == kind
    assert server.received[0].body == PNG


def test_a_form_of_a_pipe_is_sent_in_chunks(gallery_call, server, tmp_path):
    server.will(answers("", 204))
    paper = tmp_path / "a.txt"
    paper.write_bytes(b"text" * 200_000)
    with subprocess.Popen(["cat", paper], stdout=subprocess.PIPE) as process:
        papers = [("b.txt", process.stdout), paper]
        gallery_call(server.base_url, "enclose", id=7, papers=papers, title="Papers")

    (came,) = server.received
    assert came.headers["transfer-encoding"] == "chunked"
    assert "content-length" not in came.headers
    assert [(each[1], each[3]) for each in parts(came) if each[1]] == [
        ("b.txt", paper.read_bytes()),
        ("a.txt", paper.read_bytes()),
    ]


def test_each_pipe_of_a_list_is_checked_at_its_place(gallery_call, server, gallery_v1):
    with (
        subprocess.Popen(["printf", "text"], stdout=subprocess.PIPE) as process,
        pytest.raises(gallery_v1.package.InvalidArguments, match=r"more\[1\]: .* awaited"),
    ):
        gallery_call(server.base_url, "post", photo="1", more=[process.stdout, Awaited()])

    assert server.received == []


class Awaited:
    async def read(self, size=-1):
        return b""


def test_one_file_may_stand_in_two_places(gallery_call, server):
    server.will(answers("", 204))
    gallery_call(
        server.base_url, "enclose", id=7, papers=[("a.txt", file := io.BytesIO(b"text"))] * 2
    )

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


def test_with_raw_response_takes_progress_too(gallery_call, server, gallery_v1):
    server.will(answers("", 204))
    told = []
    with gallery_v1.package.Gallery(token="t", base_url=server.base_url) as client:
        raw = client.with_raw_response.picture.note(
            id=7, text=b"# Sea", progress=lambda *x: told.append(x)
        )

    assert (raw.status, told) == (204, [(5, 5)])


def test_methods_without_files_take_no_progress(gallery_call, server):
    with pytest.raises(TypeError, match="unexpected keyword argument 'progress'"):
        gallery_call(server.base_url, "remove", id=7, progress=print)


def test_a_type_of_ones_own_goes_before_the_name(gallery_call, server):
    server.will(answers(SEA))
    content = ("a.webp", io.BytesIO(PNG), "video/webm; codecs=vp9")
    gallery_call(server.base_url, "upload", room=3, name="sea.png", content=content)

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
def test_a_file_that_is_not_as_documented_is_not_sent(
    gallery_call, server, gallery_v1, content, message
):
    with pytest.raises(gallery_v1.package.InvalidArguments, match="content") as refused:
        gallery_call(server.base_url, "upload", room=3, name="sea.png", content=content)

    assert message in str(refused.value)
    assert server.received == []


def test_a_pipe_that_is_the_body_is_checked_too(gallery_call, server, gallery_v1):
    with (
        subprocess.Popen(["head", "-c", "100001", "/dev/zero"], stdout=subprocess.PIPE) as process,
        pytest.raises(gallery_v1.package.InvalidArguments, match="more than 100000 bytes"),
    ):
        gallery_call(server.base_url, "upload", room=3, name="sea.png", content=process.stdout)

    assert server.received == []


def test_an_argument_may_say_what_the_body_is(gallery_call, server):
    server.will(answers("", 204))
    gallery_call(server.base_url, "attach", id=7, content_type="text/plain", paper=b"")

    (came,) = server.received
    assert (came.headers["content-type"], came.body) == ("text/plain", b"")


def test_a_constant_may_say_what_the_body_is(gallery_call, server):
    server.will(answers("", 204))
    gallery_call(server.base_url, "note", id=7, text=("n.md", b"# Sea", "text/plain"))

    assert server.received[0].headers["content-type"] == "text/markdown"


def test_several_files_go_in_one_form(gallery_call, server, tmp_path):
    deed = tmp_path / "deed.pdf"
    deed.write_bytes(b"%PDF")
    server.will(answers("", 204))
    gallery_call(
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


def test_each_file_of_a_list_is_checked(gallery_call, server, gallery_v1):
    with pytest.raises(gallery_v1.package.InvalidArguments, match=r"papers\[1\].*image/png"):
        gallery_call(server.base_url, "enclose", id=7, papers=[b"", (None, PNG, "image/png")])
    with pytest.raises(gallery_v1.package.InvalidArguments, match=r"papers: .* at most 3"):
        gallery_call(server.base_url, "enclose", id=7, papers=[b""] * 4)

    assert server.received == []


def test_what_is_a_file_or_a_text_is_sent_as_it_is(gallery_call, server, tmp_path):
    path = tmp_path / "sea.png"
    path.write_bytes(PNG)
    server.will(answers("", 204))
    gallery_call(server.base_url, "post", photo=path, more=["id-1", PNG, str(path)], caption="Sea")
    gallery_call(
        server.base_url, "post", photo="https://pictures.example/1", more=[("a.txt", b"a")]
    )

    assert parts(server.received[0]) == [
        ("caption", None, None, b"Sea"),  # before any file
        ("photo", "sea.png", "image/png", PNG),
        ("more", None, None, b"id-1"),
        ("more", "more", "application/octet-stream", PNG),
        ("more", None, None, str(path).encode()),
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
def test_each_keeps_its_own_rules(gallery_call, server, gallery_v1, given, argument, message):
    with pytest.raises(gallery_v1.package.InvalidArguments) as caught:
        gallery_call(server.base_url, "post", **given)

    (found,) = caught.value.violations
    assert found.argument == argument
    assert message in found.message
    assert server.received == []


def test_the_stub_takes_a_file_or_a_text(gallery_call, gallery_v1, tmp_path):
    path = tmp_path / "sea.png"
    path.write_bytes(PNG)
    with gallery_v1.stub.StubServer() as stub:
        gallery_call(stub.base_url, "post", photo=path, more=["id-1", PNG])
        gallery_call(stub.base_url, "post", photo="id-1", more=["id-2"])
        told = ["curl", "-sS", "--max-time", "10", "-w", "%{http_code}", f"{stub.base_url}/posts"]
        told += ["-H", "Authorization: Bearer t"]
        ways = [["-F", f"photo=@{path}"], ["-F", "photo=id-1"], ["-d", "photo=id-1"]]
        ways += [["-F", f"photo=@{path};type=text/css"], ["-F", f"photo={'x' * 61}"]]
        said = [subprocess.run([*told, *way], capture_output=True, timeout=20) for way in ways]
        given = [each.arguments["photo"] for each in stub.requests]

    assert [run.stdout[-3:] for run in said] == [b"204", b"204", b"204", b"400", b"400"]
    assert given[1] == given[3] == given[4] == "id-1"
    assert given[0] == given[2] != "id-1"


def test_strategies_draw_both(gallery_v1):
    strategies = import_module("gallery_v1.strategies")
    drawn = set()

    @settings(max_examples=60)
    @given(strategies.valid_arguments("picture.post"))
    def look(arguments):
        assert gallery_v1.validators.validate("picture.post", arguments) == []
        drawn.add(type(arguments["photo"]))

    look()
    assert drawn == {bytes, str}


def test_the_stub_takes_what_the_client_sends(gallery_call, gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        assert gallery_call(stub.base_url, "upload", room=3, name="sea.png", content=PNG).id == 7
        gallery_call(stub.base_url, "attach", id=7, content_type="text/plain", paper=b"")
        gallery_call(stub.base_url, "attach", id=7, content_type="text/plain")
        gallery_call(stub.base_url, "note", id=7, text=b"# Sea")
        gallery_call(stub.base_url, "enclose", id=7, papers=[b"", PNG], cover=b"")
        gallery_call(stub.base_url, "enclose", id=7, papers=[PNG])
