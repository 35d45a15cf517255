"""The cabinet's package, run: keys whose points are their own are read and written as they are."""

import json
import urllib.error
import urllib.request
from datetime import UTC, date, datetime
from importlib import import_module
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest

from tests.runtime.scripted import answers

FILE = {".tag": "file", "name": "a.txt", "size": 3}
FOLDER = {".tag": "folder", "name": "b"}
FAILURE = {
    "error_summary": "path/restricted/..",
    "error": {".tag": "path", "path": {".tag": "restricted"}, "retry.after": 15},
}
INFO = {"path": "/ü/😀\x7f", "mode": {".tag": "update", "rev": "a"}}
RESULT = r'Cabinet-Result: {".tag": "file", "name": "\u00fc.txt"}' + "\r\n"


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


class TestHeadersOfJson:
    def test_an_object_is_json_in_ascii(self, client, server):
        server.will(answers('{"status": "there"}', more=RESULT))
        client.file.upload(info=INFO, labels=["é", "b, c"], content=b"x")

        headers = server.received[-1].headers
        assert headers["cabinet-arg"].isascii()
        assert headers["cabinet-arg"].isprintable()
        assert json.loads(headers["cabinet-arg"]) == INFO
        assert headers["cabinet-labels"] == r'["\u00e9","b, c"]'
        assert server.received[-1].body == b"x"

    def test_a_field_of_a_header_is_read(self, client, cabinet_v2, server):
        server.will(answers('{"status": "there"}', more=RESULT + 'Cabinet-Labels: ["a"]\r\n'))
        found = client.file.upload(info=INFO, content=b"x")

        assert found.result == cabinet_v2.models.File(tag="file", name="ü.txt")
        assert (found.labels, found.status) == (["a"], "there")

    def test_a_header_that_is_no_json_is_told(self, client, cabinet_v2, server):
        server.will(answers('{"status": "there"}', more=RESULT + "Cabinet-Labels: a, b\r\n"))

        with pytest.warns(cabinet_v2.package.ResponseMismatchWarning, match=r"\$\.labels"):
            found = client.file.upload(info=INFO, content=b"x")
        assert found.labels == "a, b"

    @pytest.mark.parametrize(
        "info", [{"path": ""}, {}, {"path": "/", "mode": {".tag": "none"}}, "text"]
    )
    def test_what_breaks_a_rule_is_not_sent(self, client, cabinet_v2, server, info):
        with pytest.raises(cabinet_v2.package.InvalidArguments, match="info"):
            client.file.upload(info=info, content=b"x")
        assert server.received == []

    def test_the_stub_reads_and_sends_them(self, cabinet_v2):
        with cabinet_v2.stub.StubServer(mode="examples") as stub:
            with cabinet_v2.package.Cabinet(base_url=stub.base_url) as client:
                found = client.file.upload(info=INFO, labels=["é"], content=b"x")
            journal = json.load(urllib.request.urlopen(f"{stub.base_url}/_stub/requests"))
            headers = {"Cabinet-Arg": "{not json", "Content-Type": "application/octet-stream"}
            request = urllib.request.Request(f"{stub.base_url}/files/upload", b"x", headers)
            with pytest.raises(urllib.error.HTTPError, match="409"):
                urllib.request.urlopen(request)

        assert found.result.name == "ü.txt"
        (entry,) = journal["requests"]
        assert entry["arguments"]["info"] == INFO
        assert entry["arguments"]["labels"] == ["é"]

    def test_openapi_says_that_it_is_json(self, made):
        document = json.loads((made["cabinet"] / "openapi.json").read_text())
        operation = document["paths"]["/files/upload"]["post"]
        argument = next(each for each in operation["parameters"] if each["name"] == "Cabinet-Arg")
        header = operation["responses"]["200"]["headers"]["Cabinet-Result"]

        assert argument["content"]["application/json"]["schema"]["$ref"].endswith("/Commit")
        assert header["content"]["application/json"]["schema"]["$ref"].endswith("/File")
        assert "schema" not in argument
        assert "schema" not in header


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


class TestScopes:
    def test_a_docstring_has_them(self, cabinet_v2):
        resource = import_module("cabinet_v2.resources.file").FileResource

        assert "Scopes: `files.metadata.read`.\n" in resource.list.__doc__
        choice = "Scopes: `files.content:write`; `files.metadata.read` or `files.all`.\n"
        assert choice in resource.get.__doc__
        assert "Scopes" not in resource.upload.__doc__

    def test_openapi_requires_them(self, made):
        document = json.loads((made["cabinet"] / "openapi.json").read_text())
        paths = document["paths"]
        read = ["files.metadata.read"]
        write = ["files.content:write", "files.metadata.read"]
        everything = ["files.content:write", "files.all"]

        assert paths["/files/list"]["post"]["security"] == [
            {"user": read, "key": read},
            {"app": read},
            {},
        ]
        assert paths["/files/get"]["post"]["security"] == [
            {"user": write},
            {"user": everything},
            {"app": write},
            {"app": everything},
            {},
        ]
        assert "security" not in paths["/files/upload"]["post"]
        flow = document["components"]["securitySchemes"]["app"]["flows"]["clientCredentials"]
        assert set(flow["scopes"]) == {*write, *everything}


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


def test_credentials_that_a_stub_is_given_are_of_one_account(cabinet_v2):
    own = {"token": "t", "app_key": "k", "app_secret": "s"}
    with cabinet_v2.stub.StubServer(credentials=own) as stub:
        at = {"base_url": stub.base_url}
        with cabinet_v2.package.Cabinet(token="t", app_key="k", **at) as person:
            person.file.upload(info={"path": "/a"}, content=b"x")
        with cabinet_v2.package.Cabinet(app_key="k", app_secret="s", **at) as app:
            assert app.file.get(path="/a").name == "/a"
        with cabinet_v2.package.Cabinet(**at) as anybody:
            assert anybody.file.get(path="/a").name == "/a"


@pytest.mark.parametrize("name", ["Cabinet", "AsyncCabinet"])
def test_half_of_a_pair_is_no_client(cabinet_v2, monkeypatch, name):
    make = getattr(cabinet_v2.package, name)
    for given in ({"app_key": "k"}, {"app_key": "k", "app_secret": ""}):
        with pytest.raises(cabinet_v2.errors.ConfigurationError) as caught:
            make(**given)
        assert "credentials beside app_key=: pass token= or set" in str(caught.value)
        assert "; or pass app_secret= or set" in str(caught.value)
    monkeypatch.setenv("CABINET_APP_SECRET", "s")
    make(app_key="k")
    with pytest.raises(cabinet_v2.errors.ConfigurationError) as caught:
        make()
    assert str(caught.value).endswith(
        "missing credentials beside CABINET_APP_SECRET: pass app_key= or set CABINET_APP_KEY"
    )


def test_what_one_operation_takes_is_a_client(cabinet_v2, server):
    server.will(answers(json.dumps({"the.result": {"meta": FILE}})), answers("[]"))
    with cabinet_v2.package.Cabinet(token="t", base_url=server.base_url) as client:
        client.file.get(path="/a")
        client.search.find(name="a")

    sent = [each.headers.get("authorization") for each in server.received]
    assert sent == ["Bearer t", None]


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"Authorization": "Basic !!!"}, "what is there cannot be read as credentials"),
        ({"Authorization": "Digest x"}, "what is there cannot be read as credentials"),
        ({"Authorization": "Bearer "}, "what is there cannot be read as credentials"),
        ({"Cabinet-Key": "k"}, "what lacks beside the header `Cabinet-Key: ...` is the header"),
        ({"Authorization": ""}, None),
        ({"Cabinet-Key": ""}, None),
        ({}, None),
    ],
)
def test_only_nothing_is_nobodys(cabinet_v2, headers, told):
    with cabinet_v2.stub.StubServer(mode="examples") as stub:
        request = urllib.request.Request(f"{stub.base_url}/search", headers=headers)
        if told is None:
            with urllib.request.urlopen(request) as response:
                assert response.status == 200
            return
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request)
        with refused.value as error:
            assert error.headers["X-Stub-Problem"].startswith(told)
