"""The postroom's package, run: names that only callers know, behind the prefixes of the page."""

import asyncio
import json
import re
from datetime import date
from email import message_from_bytes
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from urllib.request import Request, urlopen

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runtime.scripted import answers

QUEUED = json.dumps({"id": "l1"})


@pytest.fixture
def client(postroom_v3, server):
    with postroom_v3.package.Postroom(key="k", base_url=server.base_url) as client:
        yield client


@pytest.fixture(scope="module")
def stub(postroom_v3):
    with postroom_v3.stub.StubServer(mode="examples") as stub:
        yield stub


def asked(stub, method, path, body=None, headers=None):
    """What the stub says it was given, with a raw request: the arguments of its journal."""
    given = {"Authorization": "Basic azo=", **(headers or {})}
    urlopen(Request(stub.base_url + path, body, given, method=method)).read()
    journal = json.load(urlopen(f"{stub.base_url}/_stub/requests"))["requests"]
    return journal[-1]["arguments"]


class TestClient:
    def test_keys_are_names_of_a_form(self, client, server):
        server.will(answers(QUEUED))
        client.letter.send(
            to="Ada",
            tag=["a", "b"],
            options_={"testmode": "yes"},
            variables={"my-var": "red & blue", "x": "é"},
            marks={"weight": 3},
        )

        assert parse_qsl(server.received[-1].body.decode()) == [
            ("to", "Ada"),
            ("o:tag", "a"),
            ("o:tag", "b"),
            ("o:testmode", "yes"),
            ("v:my-var", "red & blue"),
            ("v:x", "é"),
            ("n-weight", "3"),
        ]

    def test_keys_are_names_of_parts(self, client, server):
        server.will(answers(QUEUED))
        client.letter.attach(id="l1", paper=b"%PDF", headers={"X-My": "1"})

        received = server.received[-1]
        head = f"Content-Type: {received.headers['content-type']}\r\n\r\n".encode()
        parts: Any = message_from_bytes(head + received.body).get_payload()
        named = {part.get_param("name", header="content-disposition"): part for part in parts}
        assert set(named) == {"paper", "h:X-My"}
        assert named["h:X-My"].get_payload() == "1"

    def test_keys_are_names_of_a_query_and_headers(self, client, server):
        server.will(answers("[]"))
        slips = {"who": "Zoë, 5 %", "why": ""}
        client.letter.find(where={"open": "yes"}, stamps={"red": True}, sealed="Bo", slips=slips)

        received = server.received[-1]
        assert urlsplit(received.target).query == "is-open=yes"
        assert received.headers["x-stamp-red"] == "true"
        assert received.headers["x-stamp-sealed"] == "Bo"
        assert received.headers["x-slip-who"] == "Zo%C3%AB%2C%205%20%25"
        assert received.headers["x-slip-why"] == ""

    def test_keys_are_keys_of_json(self, client, server):
        server.will(answers(QUEUED))
        client.letter.keep(id="l1", name="n", extensions={"days": [date(2020, 1, 2)]})

        assert json.loads(server.received[-1].body) == {"name": "n", "x-days": ["2020-01-02"]}

    def test_the_async_client_does_the_same(self, postroom_v3, server):
        server.will(answers(QUEUED), answers("[]"))

        async def send():
            async with postroom_v3.package.AsyncPostroom(key="k", base_url=server.base_url) as own:
                await own.letter.send(to="Ada", variables={"a": "1"})
                await own.letter.find(where={"open": "yes"}, slips={"who": "Zoë"})

        asyncio.run(send())
        sent, found = server.received
        assert parse_qsl(sent.body.decode()) == [("to", "Ada"), ("v:a", "1")]
        assert found.headers["x-slip-who"] == "Zo%C3%AB"

    @pytest.mark.parametrize(
        ("operation", "arguments", "message"),
        [
            ("send", {"to": "A", "options_": {"tag": "a"}}, "o:tag"),
            ("send", {"to": "A", "variables": {}}, "at least 1"),
            ("send", {"to": "A", "variables": {"a b": "1"}}, "a b"),
            ("send", {"to": "A", "variables": dict.fromkeys("abcdef", "1")}, "at most 5"),
            ("send", {"to": "A", "marks": {"weight": 0}}, "marks.weight"),
            ("send", {"to": "A", "marks": {"depth": 1}}, "marks"),
            ("send", {"to": "A", "marks": {"weight": 1}}, "variables: is required"),
            ("find", {"where": {"a": "b"}, "stamps": {"sealed": True}}, "x-stamp-sealed"),
            ("find", {"where": {"a": "b"}, "stamps": {"Red": True}}, "Red"),
        ],
    )
    def test_what_cannot_be_a_name_is_not_sent(
        self, client, postroom_v3, server, operation, arguments, message
    ):
        with pytest.raises(postroom_v3.package.InvalidArguments, match=f"(?i){message}"):
            getattr(client.letter, operation)(**arguments)

        assert server.received == []


class TestStub:
    def test_names_of_a_form_are_collected(self, stub):
        body = b"to=Ada&v:a=1&v%3Ab%5Bc%5D=2&o:tag=x&o:tag=y&o:dkim=no&n-weight=3"
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        with pytest.raises(OSError, match="400"):  # a key with brackets is none
            asked(stub, "POST", "/letters", body, form)
        body = body.replace(b"%5Bc%5D", b"")

        assert asked(stub, "POST", "/letters", body, form) == {
            "to": "Ada",
            "tag": ["x", "y"],
            "options": {"dkim": "no"},
            "variables": {"a": "1", "b": "2"},
            "marks": {"weight": 3},
        }

    def test_names_of_a_body_are_none_of_the_query(self, stub):
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        given = asked(stub, "POST", "/letters?v:a=1", b"to=Ada", form)

        assert given["to"] == "Ada"
        assert "variables" not in given

    def test_names_of_a_query_and_headers_are_collected(self, stub):
        headers = {"X-Stamp-Red": "true", "X-STAMP-Blue": "false", "X-Stamp-Sealed": "Bo"}
        headers |= {"X-Slip-Who": "Zo%C3%AB", "X-Slip-Why": ""}

        assert asked(stub, "GET", "/letters?is-open=yes&since=2020-01-01", headers=headers) == {
            "since": "2020-01-01",
            "where": {"open": "yes"},
            "stamps": {"red": True, "blue": False},
            "sealed": "Bo",
            "slips": {"who": "Zoë", "why": ""},
        }

    def test_keys_of_json_are_collected(self, stub):
        body = json.dumps({"name": "n", "x-days": ["2020-01-02"]}).encode()
        kind = {"Content-Type": "application/json"}

        assert asked(stub, "PUT", "/letters/l1", body, kind) == {
            "id": "l1",
            "name": "n",
            "extensions": {"days": ["2020-01-02"]},
        }

    def test_the_page_asks_for_a_map(self, stub):
        url = f"{stub.base_url}/_stub/operations/letter.find"
        found = {each["name"]: each for each in json.load(urlopen(url))["arguments"]}

        assert (found["where"]["required"], found["where"]["schema"]["type"]) == (True, "object")
        assert found["stamps"]["doc"] == "Stamps that it has."

    def test_the_page_has_the_documented_request(self, stub):
        found = json.load(urlopen(f"{stub.base_url}/_stub/operations/letter.send"))

        assert found["example"] == {"to": "Ada", "variables": {"colour": "red"}}

    def test_curl_on_the_page_writes_each_name(self, stub):
        body = json.dumps({"arguments": {"to": "A", "variables": {"x": "1"}}}).encode()
        request = Request(f"{stub.base_url}/_stub/operations/letter.send/request", body)
        request.add_header("Content-Type", "application/json")

        assert "--data-urlencode v:x=1" in json.load(urlopen(request))["curl"]

    def test_a_prefix_alone_is_no_key(self, stub):
        with pytest.raises(OSError, match="400"):
            asked(stub, "GET", "/letters?is-=c")


@settings(max_examples=60)
@given(data=st.data())
def test_what_is_drawn_arrives_as_it_was(postroom_v3, stub, data):
    drawn = data.draw(postroom_v3.package.strategies.valid_arguments("letter.send"))
    with postroom_v3.package.Postroom(key="k", base_url=stub.base_url) as client:
        client.letter.send(**{("options_" if n == "options" else n): v for n, v in drawn.items()})
    journal = json.load(urlopen(f"{stub.base_url}/_stub/requests?limit=1"))["requests"]

    assert journal[-1]["arguments"] == drawn


def test_openapi_has_patterns_of_names(made):
    document = json.loads((made["postroom"] / "openapi.json").read_text())
    operation = document["paths"]["/letters"]["post"]
    schema = operation["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]

    patterns = schema["patternProperties"]
    assert [pattern for pattern in patterns if re.search(pattern, "o:tag")] == list(patterns)[:1]
    assert [pattern for pattern in patterns if re.search(pattern, "v:my-var")] == list(patterns)[
        1:2
    ]
    assert [pattern for pattern in patterns if re.search(pattern, "n-weight")] == list(patterns)[2:]
    assert not any(re.search(pattern, "n-depth") for pattern in patterns)
    named = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    assert named.items() <= patterns[next(iter(patterns))]["anyOf"][1].items()
    assert "allOf" not in schema  # no schema says that one of several names is there
    assert [each["description"] for each in operation["x-rules"]] == [
        "`variables` is required when `marks` is given."
    ]
    find = document["paths"]["/letters"]["get"]
    keys = ("prefix", "in", "required", "x-style")
    assert [tuple(map(each.get, keys)) for each in find["x-prefixes"]] == [
        ("is-", "query", True, None),
        ("X-Stamp-", "header", None, None),
        ("X-Slip-", "header", None, "percent"),
    ]
    where = next(each for each in find["parameters"] if each["name"] == "where")
    assert (where["style"], where["explode"], where["required"]) == ("form", True, True)


class TestEitherEncoding:
    CHANGE = (
        b"to=Bo&copies=2&tags[]=a&tags[]=b&seal[colour]=red&v:x=1",
        b'{"to": "Bo", "copies": 2, "tags": ["a", "b"], "seal": {"colour": "red"}, "v:x": "1"}',
    )
    FORM = "application/x-www-form-urlencoded"

    def test_the_client_sends_the_first(self, client, server):
        server.will(answers(QUEUED), answers(QUEUED))
        client.letter.change(id="l1", to="Bo", tags=[], variables={"x": "1"})
        client.letter.recall(id="l1", reasons=["a", "b"], urgent=True)

        change, recall = server.received
        assert change.headers["content-type"] == "application/json"
        assert json.loads(change.body) == {"to": "Bo", "tags": [], "v:x": "1"}
        assert recall.headers["content-type"] == self.FORM
        assert parse_qsl(recall.body.decode()) == [("reasons", "a,b"), ("urgent", "true")]

    @pytest.mark.parametrize(("body", "kind"), [(CHANGE[0], FORM), (CHANGE[1], "application/json")])
    def test_the_stub_takes_each(self, stub, body, kind):
        found = asked(stub, "PATCH", "/letters/l1", body, {"Content-Type": kind})

        assert found == {
            "id": "l1",
            "to": "Bo",
            "copies": 2,
            "tags": ["a", "b"],
            "seal": {"colour": "red"},
            "variables": {"x": "1"},
        }

    @pytest.mark.parametrize(
        ("body", "kind"),
        [(b"reasons=a%2Cb", FORM), (b'{"reasons": "a,b"}', "application/json; charset=utf-8")],
    )
    def test_so_it_is_where_forms_come_first(self, stub, body, kind):
        found = asked(stub, "POST", "/letters/l1/recall", body, {"Content-Type": kind})

        assert found == {"id": "l1", "reasons": ["a", "b"]}

    @pytest.mark.parametrize(
        ("body", "kind"),
        [
            (CHANGE[0], "application/json"),
            (CHANGE[0], "text/plain"),
            (CHANGE[1], FORM),
            (b"copies=0", FORM),
            (b'{"copies": 0}', "application/json"),
        ],
    )
    def test_neither_is_refused(self, stub, body, kind):
        with pytest.raises(OSError, match="400"):
            asked(stub, "PATCH", "/letters/l1", body, {"Content-Type": kind})

    def test_openapi_has_both(self, made):
        document = json.loads((made["postroom"] / "openapi.json").read_text())
        content = document["paths"]["/letters/{id}"]["patch"]["requestBody"]["content"]

        assert list(content) == ["application/json", self.FORM]
        assert content[self.FORM]["encoding"]["seal"] == {"style": "deepObject", "explode": True}
        assert "encoding" not in content["application/json"]
        for each in content.values():
            assert set(each["schema"]["properties"]) == {"to", "copies", "tags", "seal"}
            assert list(each["schema"]["patternProperties"]) == ["^v:(?:[A-Za-z0-9_.-]+)$"]


def test_a_validator_reads_open_names_of_a_form(postroom_v3):
    validate_form = postroom_v3.validators.validate_form
    form = {"to": "Ada", "v:colour": "red", "o:dkim": "yes", "n-weight": "5"}
    assert validate_form("letter.send", form) == []

    found = validate_form("letter.send", {**form, "n-weight": "0", "n-depth": "1", "x:y": "z"})
    assert [(each.argument, each.rule) for each in found] == [
        ("marks.weight", "minimum"),
        ("marks.depth", "choices"),
        ("x:y", "unknown_argument"),
    ]
