"""The cabinet's package, run: keys whose points are their own are read and written as they are."""

import json
import urllib.error
import urllib.request
from datetime import UTC, date, datetime
from importlib import import_module
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest
from hypothesis import given, settings

from tests.runtime.scripted import answers

FILE = {".tag": "file", "name": "a.txt", "size": 3}
FOLDER = {".tag": "folder", "name": "b"}
FAILURE = {
    "error_summary": "path/restricted/..",
    "error": {".tag": "path", "path": {".tag": "restricted"}, "retry.after": 15},
}


@pytest.fixture
def client(cabinet_v2, server):
    with cabinet_v2.package.Cabinet(base_url=server.base_url) as client:
        yield client


def page(*entries, more=False, cursor=None):
    info = {"has.more": more} | ({"next.cursor": cursor} if cursor else {})
    return answers(json.dumps({"list.entries": entries, "page.info": info}))


def test_a_walk_goes_by_keys_with_points(client, cabinet_v2, server):
    server.will(page(FILE, more=True, cursor="c.2"), page(FOLDER))

    found = list(client.file.iter_list(path="/"))

    file, folder = cabinet_v2.models.File, cabinet_v2.models.Folder
    assert found == [file(tag="file", name="a.txt", size=3), folder(tag="folder", name="b")]
    sent = [json.loads(each.body) for each in server.received]
    assert sent == [{"path": "/"}, {"path": "/", "cursor": "c.2"}]


def test_a_cursor_inside_of_an_object_has_a_point(client, server):
    server.will(page(FILE, more=True, cursor="c.2"), page(FOLDER))

    assert len(list(client.file.iter_revisions(which={"limit": 1}))) == 2
    sent = [json.loads(each.body) for each in server.received]
    assert sent == [{"which": {"limit": 1}}, {"which": {"limit": 1, "next.cursor": "c.2"}}]


def test_a_failure_is_told_by_a_key_with_a_point(client, cabinet_v2, server):
    server.will(answers(json.dumps(FAILURE), 409))

    with pytest.raises(cabinet_v2.errors.RestrictedContent, match="path/restricted") as caught:
        client.file.get(path="/a")

    assert (caught.value.code, caught.value.retry) == ("path", 15)


def test_a_mark_with_a_point_makes_a_success_a_failure(client, cabinet_v2, server):
    server.will(answers(json.dumps({"error": {".tag": "path"}})))

    with pytest.raises(cabinet_v2.errors.LookupFailed):
        client.file.get(path="/a")


def test_what_is_returned_is_unwrapped(client, server):
    server.will(answers(json.dumps({"the.result": {"meta": FILE}, "error": {".tag": "none"}})))

    assert client.file.get(path="/a").name == "a.txt"


def test_a_body_has_keys_with_points(client, server):
    server.will(answers(json.dumps({"the.result": {"meta": FILE}})))
    client.file.get(
        path="/a",
        before=date(2020, 1, 31),
        mode={".tag": "update", "rev": "7"},
        created={"from.day": date(2020, 1, 1)},
    )

    assert json.loads(server.received[-1].body) == {
        "path": "/a",
        "changed.before": "2020-01-31",
        "mode": {".tag": "update", "rev": "7"},
        "created": {"from.day": "2020-01-01"},
    }


def test_a_query_has_names_with_points(client, server):
    server.will(answers("[]"))
    client.search.find(created_gte=date(2020, 1, 1), name="a", span={"from.day": "2020-01-02"})

    assert parse_qs(urlsplit(server.received[-1].target).query) == {
        "created.gte": ["2020-01-01"],
        "file.name": ["a"],
        "span[from.day]": ["2020-01-02"],
    }


@pytest.mark.parametrize(
    ("arguments", "broken"),
    [
        ({"path": "/", "created": {"from.day": "2020-01-01"}}, ["before"]),
        ({"path": "/", "created": {"to.day": "2020-01-01"}}, []),
        ({"path": "/", "after": "2020-01-02", "before": "2020-01-01"}, ["before"]),
        ({"path": "/", "mode": {".tag": "update"}}, ["mode.rev"]),
        ({"path": "/", "seen": {"to.day": "2020-01-01"}}, ["after"]),
        ({"path": "/", "seen": {"from.day": "2020-01-01"}}, []),
    ],
)
def test_rules_reach_keys_with_points(cabinet_v2, arguments, broken):
    found = cabinet_v2.validators.validate("file.get", arguments)

    assert [each.argument for each in found] == broken


def test_an_order_between_keys_with_points(cabinet_v2):
    span = {"from.day": "2020-01-02", "to.day": "2020-01-01"}
    days = {"created.gte": "2020-01-02", "created.lte": "2020-01-01"}

    assert cabinet_v2.validators.validate("search.find", {"span": span}) != []
    assert cabinet_v2.validators.validate("search.find", days) != []


def test_an_order_that_is_broken_inside_stays_so(cabinet_v2):
    """Another rule asks for an argument because of one of the two, which must not be left out."""
    strategies = import_module("cabinet_v2.strategies")
    wrong = strategies.invalid_arguments("file.get", argument="created", rule="ordered")

    @settings(max_examples=100)
    @given(wrong)
    def both_are_there(call):
        assert call.arguments["created"].keys() == {"from.day", "to.day"}

    both_are_there()


def test_the_stub_reads_what_the_client_writes(cabinet_v2):
    with cabinet_v2.stub.StubServer(mode="examples") as stub:
        with cabinet_v2.package.Cabinet(base_url=stub.base_url) as client:
            found = client.search.find(
                created_gte=date(2020, 1, 1), span={"from.day": "2020-01-02"}
            )
            walked = list(client.file.iter_list(path="/"))
        url = f"{stub.base_url}/search?created.gte=2020-01-02&created.lte=2020-01-01"
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(url)

    assert [each.name for each in found] == ["b"]
    assert [each.name for each in walked] == ["a.txt", "b"]
    body = json.loads(refused.value.read())
    assert refused.value.code == 409
    assert body["error"][".tag"] == "path"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"event": {".tag": "added", "new.file": FILE}}, "FileAdded"),
        ({"event": {".tag": "removed", "old.file": FILE}}, "FileRemoved"),
        ({"event": {".tag": "removed"}}, "UnknownEvent"),
        ({"event": {"tag": "added", "new": {"file": FILE}}}, "UnknownEvent"),
    ],
)
def test_an_event_is_told_by_keys_with_points(cabinet_v2, body, name):
    webhooks = import_module("cabinet_v2.webhooks")
    event = webhooks.parse(json.dumps(body).encode(), {"content-type": "application/json"})

    assert type(event).__name__ == name
    assert name != "FileAdded" or event.payload.name == "a.txt"


def test_openapi_describes_failures_by_their_keys(made):
    document = json.loads((made["cabinet"] / "openapi.json").read_text())

    error = document["components"]["schemas"]["_Failure"]["properties"]["error"]
    assert set(error["properties"]) == {".tag", "retry.after"}
    event = document["webhooks"]["file_added"]["post"]["requestBody"]["content"]
    schema = event["application/json"]["schema"]
    assert "new.file" in json.dumps(schema)


def test_rules_in_openapi_reach_keys_with_points(made):
    document = json.loads((made["cabinet"] / "openapi.json").read_text())
    body = document["paths"]["/files/get"]["post"]["requestBody"]
    schema = body["content"]["application/json"]["schema"]
    check = jsonschema.Draft202012Validator({**schema, "components": document["components"]})
    seen = {"path": "/", "last.seen": {"to.day": "2020-01-01"}}

    assert not check.is_valid(seen)
    assert check.is_valid({**seen, "changed.after": "2020-01-01"})
    assert check.is_valid({"path": "/", "last.seen": {"from.day": "2020-01-01"}})
    assert not check.is_valid({"path": "/", "created": {"from.day": "2020-01-01"}})


def test_a_key_that_is_taken_is_refused(cabinet_v2, caplog):
    caplog.set_level("ERROR")
    with (
        cabinet_v2.stub.StubServer() as stub,
        stub.client() as client,
    ):
        client.file.upload(info={"path": "/a"}, content=b"x")
        with pytest.raises(cabinet_v2.errors.LookupFailed) as refused:
            client.file.upload(info={"path": "/a"}, content=b"y")
        assert len(stub.records("file")) == 1
    assert "there is a file with this name already" in str(refused.value)
    assert not caplog.text


def test_the_emulator_knows_keys_with_points(cabinet_v2):
    with cabinet_v2.stub.StubServer() as stub:
        stub.clock.set(datetime(2020, 1, 15, tzinfo=UTC))
        with cabinet_v2.package.Cabinet(base_url=stub.base_url) as client:
            stored = [client.file.upload(info={"path": f"/{n}"}, content=b"x") for n in "abc"]
            got = client.file.get(path="/b")
            walked = list(client.file.iter_list(limit=2))
            found = client.search.find(created_gte=date(2020, 1, 1))
            later = client.search.find(created_gte=date(2020, 2, 1))
            spanned = client.search.find(span={"from.day": date(2020, 1, 1)})
            with pytest.raises(cabinet_v2.errors.LookupFailed):
                client.file.get(path="/none")

    assert [(each.result.name, each.status) for each in stored[:1]] == [("/a", "a file")]
    assert (got.tag, got.name) == ("file", "/b")
    assert [each.name for each in walked] == ["/a", "/b", "/c"]
    assert [len(each) for each in (found, later, spanned)] == [3, 0, 0]
