"""The gallery's stub and document, asked about files by others than its clients."""

import json
import subprocess
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.cases.casebook import CASES

PNG = b"\x89PNG\r\n\0\xff picture"
OPENAPI = json.loads((CASES / "good/gallery/output/openapi.json").read_text())


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        yield stub


def test_the_stub_refuses_a_text_for_a_file(stub):
    told = ["curl", "-sS", "-i", "--max-time", "10", "-H", "Authorization: Bearer t"]
    told += [f"{stub.base_url}/pictures/7/enclosures", "-F", "papers[]=text", "-F", "cover-page=x"]
    run = subprocess.run(told, capture_output=True, timeout=20, text=True)

    assert "HTTP/1.1 400" in run.stdout
    problem = next(line for line in run.stdout.splitlines() if line.startswith("x-stub-problem"))
    assert "papers[0]: is text; a file is a part that has a file name" in problem
    assert "cover-page: is text" in problem


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
        ("text/html", 415, "content: 'text/html' is not image/png or image/webp or video/*"),
        ("nonsense", 415, "content: 'nonsense' is no media type"),
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
    assert "Content-Type: 'image/png' is not one of" in refused[1]
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
    assert json.loads(run.stdout) == {"id": 7, "name": "sea.png", "size": 12}

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
