"""The gallery's package, run: booleans whose presence says true."""

import json
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

OPENAPI = json.loads((CASES / "good/gallery/output/openapi.json").read_text())
FOUND = answers(json.dumps({"pictures": [], "next": None}))


def test_what_is_true_is_a_name(gallery_call, server):
    server.will(FOUND)
    gallery_call(server.base_url, "search", words="sea", archived=True, deep=True)
    gallery_call(server.base_url, "search", words="sea", archived=False, deep=False)

    assert [each.target for each in server.received] == [
        "/search?words=sea&in-archive&deep=",
        "/search?words=sea",
    ]


def test_a_form_has_a_name_with_a_sign(gallery_call, server):
    server.will(answers("", 204))
    gallery_call(server.base_url, "tidy", thoroughly=True)
    gallery_call(server.base_url, "tidy", by="me", thoroughly=False)

    assert [each.body for each in server.received] == [b"thoroughly=", b"by=me"]


@pytest.mark.parametrize(
    ("query", "archived", "deep"),
    [
        ("", None, None),
        ("&in-archive", True, None),
        ("&in-archive=&deep", True, True),
        ("&in-archive=false&deep=0", True, True),
    ],
)
def test_the_stub_takes_presence_for_true(gallery_v1, query, archived, deep):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        connection = HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
        connection.request(
            "GET", f"/search?words=sea{query}", headers={"Authorization": "Bearer t"}
        )
        response = connection.getresponse()
        response.read()
        connection.close()
        (asked,) = stub.requests

    assert response.status == 200
    assert (asked.arguments.get("archived"), asked.arguments.get("deep")) == (archived, deep)


@pytest.mark.parametrize("given", [{"archived": True, "deep": True}, {"archived": False}])
def test_the_stub_takes_what_clients_send(gallery_v1, given):
    with gallery_v1.stub.StubServer(mode="examples") as stub, stub.client() as client:
        client.picture.search(words="sea", **given)
        client.picture.tidy(thoroughly=True)
        asked, tidied = stub.requests

    assert asked.arguments == {"words": "sea", **{n: v for n, v in given.items() if v}}
    assert tidied.arguments == {"thoroughly": True}


def test_openapi_says_that_it_may_be_empty():
    named = {each["name"]: each for each in OPENAPI["paths"]["/search"]["get"]["parameters"]}

    for name, style in (("in-archive", "bare"), ("deep", "empty")):
        assert named[name]["allowEmptyValue"] is True
        assert named[name]["x-style"] == style
        assert named[name]["schema"]["type"] == "boolean"
