"""The bureau's arguments: names that come twice, and what stands in each place."""

import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from jsonschema import Draft202012Validator
from msgspec import UNSET

from tests.runtime.scripted import answers

ACCEPT = "application/vnd.bureau+json"
OPENAPI = Path(__file__).parent / "good/bureau/output/openapi.json"


@pytest.fixture
def stub(bureau_v1: SimpleNamespace) -> Iterator[Any]:
    with bureau_v1.stub.StubServer() as stub:
        yield stub


@pytest.fixture
def client(bureau_v1: SimpleNamespace, stub: Any) -> Iterator[Any]:
    with bureau_v1.package.BureauClient(base_url=stub.base_url) as client:
        yield client


def asked(stub: Any, query: str, **options: Any) -> tuple[int, Any, str]:
    request = Request(f"{stub.base_url}/rest?{query}", **options)
    try:
        with urlopen(request) as response:
            return response.status, json.load(response), ""
    except HTTPError as error:
        with error:
            return error.code, json.load(error), error.headers["X-Stub-Problem"]


def renamed(stub: Any, query: str, body: dict[str, str], accept: str | None) -> str:
    """What is wrong with a request that calls a desk otherwise."""
    request = Request(
        f"{stub.base_url}/desks/Sports?{query}",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", **({"Accept": accept} if accept else {})},
        method="PUT",
    )
    try:
        with urlopen(request) as response:
            return str(response.headers.get("X-Stub-Problem", ""))
    except HTTPError as error:
        with error:
            return str(error.headers["X-Stub-Problem"])


def test_one_name_may_stand_in_path_query_and_body(client: Any, stub: Any) -> None:
    client.desk.open(name="Sports")
    given = {
        "name": "Sports",
        "known_name": "Games",
        "known_state": "busy",
        "new_name": "Matches",
        "state": "closed",
    }

    desk = client.desk.change(**given)

    assert (desk.name, desk.state) == ("Matches", "closed")
    assert stub.requests[-1].arguments == given


@pytest.mark.parametrize(
    ("given", "is_noted", "is_cleared"),
    [
        ({"note": "Call."}, True, False),
        ({"note": ""}, True, False),
        ({"note": None}, False, True),
        ({}, False, False),
    ],
)
def test_empty_null_and_left_out_are_three_things(
    client: Any, given: dict[str, str | None], is_noted: bool, is_cleared: bool
) -> None:
    client.desk.open(name="Sports")

    desk = client.desk.change(name="Sports", new_name="Sports", **given)

    assert desk.note == given.get("note", UNSET)
    assert (desk.is_noted, desk.is_cleared) == (is_noted, is_cleared)
    assert desk.is_kept is ("note" not in given)


@pytest.mark.parametrize(
    ("query", "body", "problem"),
    [
        ("state=closed", {"name": "Matches"}, "state: 'closed' is not one of"),
        ("state=busy", {"name": "Matches", "state": "busy"}, "state: 'busy' is not one of"),
        ("name=Games", {}, "name: is required"),
    ],
)
def test_each_keeps_the_rules_of_its_place(
    client: Any, stub: Any, query: str, body: dict[str, str], problem: str
) -> None:
    client.desk.open(name="Sports")

    assert renamed(stub, query, body, ACCEPT).startswith(problem)


@pytest.mark.parametrize(
    ("accept", "problem"),
    [
        (None, "Accept: must be application/vnd.bureau+json"),
        ("application/json", "Accept: must be application/vnd.bureau+json"),
        ("text/html, application/vnd.bureau+json;q=0.9", ""),
    ],
)
def test_an_accept_that_is_not_optional_has_to_be_sent(
    client: Any, stub: Any, accept: str | None, problem: str
) -> None:
    client.desk.open(name="Sports")

    assert renamed(stub, "", {"name": "Matches"}, accept) == problem


def test_a_key_in_the_query_is_a_scheme_of_the_document() -> None:
    document = json.loads(OPENAPI.read_text())
    read = document["paths"]["/rest?method=photos.getInfo"]["get"]
    add = document["paths"]["/rest#method=photos.add"]["post"]
    scheme = document["components"]["securitySchemes"]["key"]

    assert (scheme["type"], scheme["in"], scheme["name"]) == ("apiKey", "query", "api_key")
    assert read["security"] == [{"key": []}, {"user": []}, {}]
    assert [each["name"] for each in read["parameters"]] == ["id", "depth", "method", "part"]
    assert "security" not in add
    (media,) = add["requestBody"]["content"].values()
    assert "api_key" in media["schema"]["properties"]


def test_signs_between_items_of_a_path_stay_as_they_are(client: Any, stub: Any) -> None:
    ids = [client.photo.add(title=title).id for title in ("Harbour", "Port")]

    found = client.photo.several(ids=ids)

    assert [photo.id for photo in found] == ids
    assert stub.requests[-1].arguments == {"ids": ids}
    with urlopen(f"{stub.base_url}/photos/{ids[0]}%3B{ids[1]}") as response:
        assert len(json.load(response)) == 2


def test_a_sign_in_a_path_is_not_quoted(bureau_v1: SimpleNamespace, server: Any) -> None:
    server.will(answers("[]"))
    with bureau_v1.package.BureauClient(base_url=server.base_url) as client:
        client.photo.several(ids=["a/b", "c"])

    assert server.received[0].target == "/photos/a%2Fb;c"


@pytest.mark.parametrize(("text", "is_right"), [("a|b", True), ("a", False), ("a|b|c|d", False)])
def test_the_number_of_items_is_a_pattern(text: str, is_right: bool) -> None:
    (get,) = json.loads(OPENAPI.read_text())["paths"]["/photos/{ids}"].values()
    schema = next(each["schema"] for each in get["parameters"] if each["name"] == "tags")

    assert Draft202012Validator(schema).is_valid(text) is is_right
    assert not {"minItems", "maxItems", "uniqueItems"} & schema.keys()


def test_a_variable_without_a_default_makes_no_address() -> None:
    (server,) = json.loads(OPENAPI.read_text())["servers"]

    assert server["variables"]["paper"]["default"] == "<paper>"


@pytest.mark.parametrize(
    ("pair", "status"),
    [("anyone:k-1", 200), ("somebody:k-1", 200), (":k-1", 401), ("anyone:k-2", 401)],
)
def test_any_user_name_goes_with_the_key(
    bureau_v1: SimpleNamespace, pair: str, status: int
) -> None:
    header = {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}

    with bureau_v1.stub.StubServer(credentials={"api_key": "k-1"}) as stub:
        assert asked(stub, "method=photos.recent", headers=header)[0] == status


def test_a_header_has_items_between_commas(client: Any, stub: Any, bureau_v1: Any) -> None:
    client.desk.open(name="Sports", features=["new_desks", "old names"])

    assert stub.requests[-1].arguments["features"] == ["new_desks", "old names"]
    with pytest.raises(bureau_v1.errors.InvalidArguments):
        client.desk.open(name="Sports", features=["a,b"])
    with pytest.raises(bureau_v1.errors.InvalidArguments):
        client.desk.open(name="Sports", features=["caf\u00e9"])
