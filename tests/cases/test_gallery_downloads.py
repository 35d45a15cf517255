"""The gallery's package, run: responses that are files and texts, held in memory or saved."""

import asyncio
import gzip
import io
import json

import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import ScriptedServer, answers, http, resets, says

OPENAPI = json.loads((CASES / "good/gallery/output/openapi.json").read_text())
PNG = b"\x89PNG\r\n\0\xff picture" * 20_000
NAMED = "Content-Disposition: attachment; filename*=UTF-8''m%C3%A9er.png\r\n"
CHUNKED = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.fixture(params=["blocking", "async"])
def call(request, gallery_v1):
    """Calls an operation of a client of either kind."""

    def blocking(base_url, operation, /, **arguments):
        with gallery_v1.package.Gallery(token="s3cret", base_url=base_url, retries=1) as client:
            return getattr(client.picture, operation)(**arguments)

    async def awaited(base_url, operation, arguments):
        asynchronous = gallery_v1.package.AsyncGallery
        async with asynchronous(token="s3cret", base_url=base_url, retries=1) as client:
            return await getattr(client.picture, operation)(**arguments)

    if request.param == "blocking":
        return blocking
    return lambda url, operation, /, **arguments: asyncio.run(awaited(url, operation, arguments))


@pytest.fixture
def storage():
    with ScriptedServer() as server:
        yield server


def redirects(to, status=302):
    return answers("", status, more=f"Location: {to}\r\n")


def chunked(*pieces):
    framed = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    return CHUNKED.encode() + framed


def test_a_file_is_returned_with_its_type_and_name(call, server):
    server.will(answers(PNG, kind="image/png", more=NAMED))
    picture = call(server.base_url, "download", id=7)

    assert picture.content == PNG
    assert (picture.media_type, picture.filename) == ("image/png", "méer.png")
    assert server.received[0].headers["accept"] == "image/png, image/webp"


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\x\\passwd"])
def test_a_name_has_no_directories(call, server, name):
    more = f'Content-Disposition: attachment; filename="{name}"\r\n'
    server.will(answers(b"x", kind="image/png", more=more))

    assert call(server.base_url, "download", id=7).filename == "passwd"


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        (b"id;n\xe4me\n", "text/csv; charset=iso-8859-1", "id;näme\n"),
        ("\ufeffnäme".encode(), "text/csv", "näme"),
        (b"x", "text/csv; charset=base64", "x"),
    ],
)
def test_a_text_is_read_as_its_type_says(call, server, body, kind, text):
    server.will(answers(body, kind=kind, more="X-Rows: 2\r\n"))
    report = call(server.base_url, "report")
    assert report.head.rows == 2

    assert (report.text, str(report), report.media_type) == (text, text, kind)


def test_a_text_that_is_none_is_an_error(call, server, gallery_v1):
    server.will(answers(b"\xff\xfe\xfd", kind="text/csv"))
    with pytest.raises(gallery_v1.package.ResponseError, match="not utf-8") as raised:
        call(server.base_url, "report")

    assert raised.value.body == b"\xff\xfe\xfd"


def test_another_type_is_told(call, server, gallery_v1):
    server.will(answers(b"<html>", kind="text/html"))
    with pytest.warns(gallery_v1.package.ResponseMismatchWarning, match="text/html"):
        assert call(server.base_url, "download", id=7).media_type == "text/html"


def test_a_failure_is_no_file(call, server, gallery_v1, tmp_path):
    refusal = json.dumps({"error": "invalid", "message": "no"})
    server.will(answers(refusal, 400), answers(refusal, 400))
    with pytest.raises(gallery_v1.errors.Invalid):
        call(server.base_url, "download", id=7)
    with pytest.raises(gallery_v1.errors.Invalid):
        call(server.base_url, "save_backup", to=tmp_path / "backup")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [True, False], ids=["length", "chunked"])
def test_a_file_is_saved_while_it_comes(call, server, tmp_path, length):
    head = http(PNG, kind="image/png", more=NAMED)
    server.will(says(head if length else chunked(PNG[:7], PNG[7:], b"")))
    path, told = tmp_path / "sea.png", []
    saved = call(
        server.base_url, "save_download", id=7, to_=path, progress=lambda *each: told.append(each)
    )

    assert path.read_bytes() == PNG
    assert (saved.path, saved.size, saved.status) == (str(path), len(PNG), 200)
    assert saved.media_type == "image/png"
    assert saved.filename == ("méer.png" if length else None)
    assert told == sorted(told)
    assert told[-1] == (len(PNG), len(PNG) if length else None)
    assert list(tmp_path.iterdir()) == [path]
    assert server.received[0].headers["accept-encoding"] == "identity"


def test_a_file_may_be_written_to_an_open_one(call, server):
    into = io.BytesIO()
    server.will(answers(PNG, kind="image/png"))
    saved = call(server.base_url, "save_download", id=7, to_=into)

    assert into.getvalue() == PNG
    assert saved.path is None


def test_what_was_packed_all_the_same_is_unpacked(call, server, tmp_path):
    more = "Content-Encoding: gzip\r\n"
    server.will(answers(gzip.compress(PNG), kind="image/png", more=more))
    call(server.base_url, "save_download", id=7, to_=tmp_path / "sea.png", max_bytes=len(PNG))

    assert (tmp_path / "sea.png").read_bytes() == PNG


@pytest.mark.parametrize(
    ("came", "message"),
    [
        (http(PNG, kind="image/png")[:-1], "cut short"),
        (chunked(PNG), "cut short"),
        (http(gzip.compress(PNG, mtime=0)[:-9], more="Content-Encoding: gzip\r\n"), "cut short"),
        (http(PNG, more="Content-Encoding: gzip\r\n"), "not compressed as"),
        (http(PNG, more="Content-Encoding: br\r\n"), "not asked for"),
    ],
)
def test_what_breaks_off_leaves_nothing(call, server, gallery_v1, tmp_path, came, message):
    path = tmp_path / "sea.png"
    path.write_bytes(b"before")
    server.will(resets(came))
    with pytest.raises(gallery_v1.package.ResponseError, match=message):
        call(server.base_url, "save_download", id=7, to_=path)

    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "came",
    [
        http(PNG, kind="image/png"),
        chunked(PNG, b""),
        http(gzip.compress(PNG, mtime=0), more="Content-Encoding: gzip\r\n"),
    ],
)
def test_more_than_is_wanted_is_refused(call, server, gallery_v1, tmp_path, came):
    server.will(says(came))
    with pytest.raises(gallery_v1.package.ResponseError, match="larger than 1000 bytes"):
        call(server.base_url, "save_download", id=7, to_=tmp_path / "x", max_bytes=1000)

    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_not_asked_for(call, server, tmp_path, gallery_v1):
    with pytest.raises(FileNotFoundError):
        call(server.base_url, "save_backup", to=tmp_path / "none" / "x")
    with pytest.raises(IsADirectoryError):
        call(server.base_url, "save_backup", to=tmp_path)
    for wrong in ({"to": 7}, {"to": tmp_path / "x", "max_bytes": 0}):
        with pytest.raises(gallery_v1.package.ConfigurationError):
            call(server.base_url, "save_backup", **wrong)

    assert server.received == []


def test_what_progress_raises_ends_the_call(call, server, tmp_path):
    def stop(done, total):
        raise KeyError("enough")

    server.will(answers(PNG))
    with pytest.raises(KeyError, match="enough"):
        call(server.base_url, "save_backup", to=tmp_path / "x", progress=stop)

    assert list(tmp_path.iterdir()) == []


def test_a_server_error_is_tried_again(call, server, tmp_path):
    server.will(answers("", 503), answers(PNG))
    call(server.base_url, "save_backup", to=tmp_path / "x")

    assert (tmp_path / "x").read_bytes() == PNG


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_storage_learns_nothing_of_who_asks(call, server, storage, tmp_path, status):
    server.will(redirects(f"{storage.base_url}/o/7?sig=x%2Fy", status))
    storage.will(answers(PNG, kind="image/png"))
    call(server.base_url, "save_download", id=7, to_=tmp_path / "x")

    (came,) = storage.received
    assert (tmp_path / "x").read_bytes() == PNG
    assert (came.method, came.target) == ("GET", "/o/7?sig=x%2Fy")
    assert "s3cret" in server.received[0].headers["authorization"]
    assert "s3cret" not in str(came.headers)
    assert came.headers["host"] == storage.base_url.partition("//")[2]


def test_the_api_itself_may_move_a_file(call, server):
    server.will(redirects("/moved/7"), answers(PNG, kind="image/png"))

    assert call(server.base_url, "download", id=7).content == PNG
    assert server.received[1].target == "/moved/7"
    assert "s3cret" in server.received[1].headers["authorization"]


def test_who_was_elsewhere_is_not_trusted_again(call, server, storage):
    server.will(redirects(f"{storage.base_url}/a"), answers(PNG, kind="image/png"))
    storage.will(redirects(f"{server.base_url}/secret"))
    call(server.base_url, "download", id=7)

    assert "authorization" not in server.received[1].headers


def test_redirects_come_to_an_end(call, server, gallery_v1):
    server.will(*[redirects("/again")] * 6)
    with pytest.raises(gallery_v1.package.ResponseError, match="redirect"):
        call(server.base_url, "download", id=7)

    assert len(server.received) == 6


@pytest.mark.parametrize("to", ["ftp://x/y", "file:///etc/passwd", "//u:p@host/", ""])
def test_a_redirect_that_leads_nowhere_is_an_error(call, server, gallery_v1, to):
    server.will(redirects(to))
    with pytest.raises(gallery_v1.package.ResponseError, match="redirect"):
        call(server.base_url, "download", id=7)


def test_only_documented_redirects_are_followed(call, server, gallery_v1):
    server.will(redirects("/elsewhere"))
    with pytest.raises(gallery_v1.package.ResponseError, match="not followed"):
        call(server.base_url, "backup")


def test_the_stub_answers_with_files_and_texts(call, gallery_v1, tmp_path):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        report = call(stub.base_url, "report")
        picture = call(stub.base_url, "download", id=7)
        saved = call(stub.base_url, "save_backup", to=tmp_path / "x")

    assert report.text == "id,name\n7,sea.png\n"
    assert report.media_type == "text/csv; charset=utf-8"
    assert picture.media_type == "image/png"
    assert saved.size == 1


def test_raw_access_has_the_bytes(gallery_v1, server):
    server.will(answers(PNG, kind="image/png"))
    with gallery_v1.package.Gallery(token="t", base_url=server.base_url) as client:
        response = client.with_raw_response.picture.download(id=7)

    assert response.body == PNG
    assert response.parsed().content == PNG


def test_openapi_says_what_responses_are():
    paths = OPENAPI["paths"]
    download = paths["/pictures/{id}/content"]["get"]["responses"]
    assert list(download["200"]["content"]) == ["image/png", "image/webp"]
    assert download["302"]["headers"]["Location"]["required"]
    report = paths["/report"]["get"]["responses"]["200"]["content"]["text/csv"]
    assert report["example"] == "id,name\n7,sea.png\n"
    assert list(paths["/backup"]["get"]["responses"]["200"]["content"]) == ["*/*"]
