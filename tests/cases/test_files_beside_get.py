"""Operations that take a GET too, beside what may be a file: then it is an id or an address."""

import json
import re

import pytest
import urllib3

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

PNG = b"\x89PNG\r\n\0\xff picture"
DOCUMENT = json.loads((CASES / "good/gallery/output/openapi.json").read_text())


@pytest.fixture
def stub(gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples", strict=True) as stub:
        yield stub


def asked(stub, query):
    headers = {"Authorization": "Bearer t"}
    return urllib3.request("GET", f"{stub.base_url}/posts?{query}", headers=headers, retries=False)


def test_the_stub_takes_ids_in_a_query(stub):
    answered = asked(stub, "photo=p1&more=p2&more=p3&caption=Sea")

    assert answered.status == 204
    (request,) = stub.requests
    assert dict(request.arguments) == {"photo": "p1", "more": ["p2", "p3"], "caption": "Sea"}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("caption=Sea", "photo: is required"),
        (f"photo={'p' * 61}", "photo: "),
        ("photo=p1&sound=s", "sound: is text; a file is a part that has a file name"),
    ],
)
def test_what_it_refuses_there(stub, query, told):
    refused = asked(stub, query)

    assert refused.status == 400
    assert told in refused.headers["X-Stub-Problem"]


def test_a_client_sends_the_other_method(gallery_v1, server):
    server.will(answers("", 204), answers("", 204))
    with gallery_v1.package.Gallery(token="t", base_url=server.base_url) as client:
        client.picture.post(photo=PNG)
        client.picture.post(photo="p1")

    assert [each.method for each in server.received] == ["POST", "POST"]


def test_the_document_has_no_file_in_a_query():
    said = DOCUMENT["paths"]["/posts"]["get"]
    names = [each["name"] for each in said["parameters"]]

    assert names == ["photo", "more", "caption", "length"]
    assert not re.search("binary|sound", json.dumps(said))
    assert "x-rules" in DOCUMENT["paths"]["/posts"]["post"]
