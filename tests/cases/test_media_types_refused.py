"""Bodies that are called what an operation does not take, and callers who take no JSON."""

import json
import shutil

import pytest
import urllib3

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

MOVE = "/v1/shops/east/orders/7"
ALLOWED = {"Authorization": "Bearer k-12345678", "Bakery-Version": "2022-11-28"}
FORM = "application/x-www-form-urlencoded"


def sent(stub, method, path, body=None, **headers):
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    url = f"{stub.base_url}{path}"
    return urllib3.request(method, url, body=body, headers=ALLOWED | told, retries=False)


@pytest.mark.parametrize(
    ("method", "path", "body", "kind"),
    [
        ("PATCH", MOVE, b'{"source": "sdk"}', "text/plain"),
        ("PATCH", MOVE, b"source=sdk", FORM),
        ("POST", "/v1/orders", b'{"customer": "Ada"}', "application/json"),
    ],
)
def test_the_error_of_a_media_type(bakery_v1, method, path, body, kind):
    with bakery_v1.stub.StubServer(mode="examples") as stub:
        refused = sent(stub, method, path, body, Content_Type=kind)

        assert refused.status == 415
        assert refused.json()["error"]["code"] == "bad_media_type"
        assert "takes" in refused.headers["X-Stub-Problem"]
        assert stub.requests[-1].code == "bad_media_type"


def test_a_body_that_is_wrong_otherwise(bakery_v1):
    with bakery_v1.stub.StubServer(mode="examples") as stub:
        refused = sent(stub, "PATCH", MOVE, b"{", Content_Type="application/json")

    assert (refused.status, refused.json()["error"]["code"]) == (400, "bad_request")


def test_where_the_api_does_not_tell_it_apart(cellar_v1):
    with cellar_v1.stub.StubServer(mode="examples") as stub:
        refused = sent(stub, "POST", "/bottles", b"name=Riesling", Content_Type=FORM)

    assert refused.status == 400


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("text/html", 406),
        ("application/json;q=0", 406),
        ("*/*", 200),
        ("text/html, application/*;q=0.1", 200),
        ("application/json", 200),
    ],
)
def test_who_takes_no_json(gallery_v1, accept, status):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        assert sent(stub, "GET", "/search?words=sea", Accept=accept).status == status
        assert sent(stub, "GET", "/posts?photo=p1", Accept=accept).status == 204


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("/trams", "application/vnd.tram+json", 200),
        ("/trams", "application/json", 200),
        ("/trams", "application/*", 200),
        ("/trams", "application/vnd.bus+json", 406),
        ("/trams/4", "application/vnd.bus+json", 200),
    ],
)
def test_json_by_its_own_name_and_whoever_says_another(compiled, tmp_path, path, accept, status):
    spec = tmp_path / "tram"
    shutil.copytree(CASES / "good/tram/spec", spec)
    (spec / "errors.yaml").write_text(
        "errors:\n  NotAcceptable: {when: {status: 406}, meaning: Nothing is of that kind.}\n"
    )
    resource = spec / "resources/tram.yaml"
    kind = "      kind: {type: text, in: header, wire_name: Accept, doc: As what.}\n"
    resource.write_text(
        resource.read_text().replace("    arguments:\n", f"    arguments:\n{kind}", 1)
    )
    json_type = "application/vnd.tram+json"
    _, stub, *_ = compiled(spec, errors=["NotAcceptable"], json={"answers": json_type})
    with stub.StubServer(mode="examples") as server:
        assert sent(server, "GET", path, Accept=accept).status == status


def test_where_no_error_is_for_that(cellar_v1):
    with cellar_v1.stub.StubServer(mode="examples") as stub:
        assert sent(stub, "GET", "/bottles/b", Accept="text/html").status == 200


def test_a_client_raises_it(bakery_v1, server):
    body = {"error": {"code": "bad_media_type", "message": "No."}}
    server.will(answers(json.dumps(body), 415))
    raised = pytest.raises(bakery_v1.errors.BadMediaType, match="No")
    with bakery_v1.package.Bakery(api_key="k", base_url=server.base_url) as client, raised:
        client.order.tag(id=7, tags=["a"])
