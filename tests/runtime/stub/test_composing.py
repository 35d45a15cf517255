"""What was filled in becomes the request that a client sends, and a command that sends the same."""

import json
import shlex
from typing import Any

import pytest
from msgspec.structs import replace

from apiscribe.runtime.authentication import (
    ApiKey,
    Authentication,
    Basic,
    Bearer,
    ClientCredentials,
    Hook,
    Scheme,
)
from apiscribe.runtime.encoding.wire import Array
from apiscribe.runtime.validation.validate import OperationChecks
from tests.runtime.stub.conftest import KEYS
from tests.runtime.stub.library import API, CONFIG, OPERATIONS, LibraryStub, anything

VALUES: dict[str, object] = {
    "title": "A 'b' & c",
    "pages": 7,
    "lent": True,
    "tags": ["a", "b"],
    "author": {"name": "Ö", "born": 1},
    "readers": [{"name": "r"}],
    "notes": {"any": [1, None]},
    "image": {"filename": "cover.png"},
    "boards": 2,
}
NO_CHECKS = OperationChecks(section="", fields=dict.fromkeys(["id", "image"], anything))
WITH_CHECKS = [each for each in OPERATIONS if each.id != "book.burn"]


def composed(call, id, arguments, /, **more):
    sent = {"arguments": arguments, "credentials": KEYS, "base_url": call.stub.base_url, **more}
    reply = call(f"/_stub/operations/{id}/request", body=json.dumps(sent))
    assert reply.status == 200, reply.body
    return reply.content


def send(call, request):
    """As the page does."""
    fields: list[tuple[str, Any]] = [
        (part["name"], part["text"] if "text" in part else (part["filename"], b"\x89PNG"))
        for part in request["parts"]
    ]
    body = {"fields": fields} if fields else {"body": request["body"]}
    return call(request["target"], request["method"], headers=request["headers"], **body)


def sent_by(command):
    """What curl sends, as far as commands use it."""
    words = iter(shlex.split(command.replace("\\\n", "")))
    assert next(words) == "curl"
    sent: dict[str, Any] = {"headers": {}, "fields": [], "body": None, "multipart": False}
    for word in words:
        if word == "-X":
            sent["method"] = next(words)
        elif word == "-H":
            name, _, value = next(words).partition(": ")
            sent["headers"][name] = value
        elif word in ("--data-urlencode", "--form-string"):
            sent["fields"].append(tuple(next(words).split("=", 1)))
            sent["multipart"] |= word == "--form-string"
        elif word == "-F":
            name, _, file = next(words).partition("=@")
            sent["fields"].append((name, (file, b"\x89PNG")))
        elif word == "--data-raw":
            sent["body"] = next(words)
        else:
            sent["url"] = word
    return sent


def run(call, command):
    sent = sent_by(command)
    path = sent["url"].removeprefix(call.stub.base_url)
    body: dict[str, Any] = {"body": sent["body"]}
    if sent["fields"]:
        body = {"fields": sent["fields"], "encode_multipart": sent["multipart"]}
    return call(path, sent["method"], headers=sent["headers"], **body)


def journal(call):
    entry = call("/_stub/requests", "GET").content["requests"][-1]
    return {name: entry[name] for name in ("operation", "arguments", "tenant", "violations")}


@pytest.mark.parametrize("operation", WITH_CHECKS, ids=lambda each: each.id)
def test_page_and_curl_send_the_same(call, operation):
    given = {name: VALUES.get(name, "12") for name in operation.arguments}

    found = composed(call, operation.id, given)
    send(call, found["request"])
    by_page = journal(call)
    run(call, found["curl"])

    assert by_page["operation"] == operation.id
    assert by_page["tenant"] == KEYS["key"]
    assert journal(call) == by_page


def test_what_breaks_rules_is_written_all_the_same(call):
    found = composed(call, "book.add", {"title": "t" * 21, "nonsense": "1"})

    rules = {each["argument"]: each["rule"] for each in found["violations"]}
    assert rules["title"] == "max_length"
    assert rules["nonsense"] == "unknown_argument"
    assert "nonsense=1" in found["request"]["body"]


def test_what_cannot_be_written_is_said(call):
    found = composed(call, "shelf.get", {"id": ".."})

    assert found["request"] is None
    assert "curl" not in found
    assert [each["rule"] for each in found["violations"]] == ["encoding"]


def test_several_files_are_several_parts(call_stub):
    cover = next(each for each in OPERATIONS if each.id == "book.cover")
    many = replace(cover, arguments={**cover.arguments, "image": Array(cover.arguments["image"])})

    class Many(LibraryStub):
        api = replace(API, operations=(many,), checks=lambda _: NO_CHECKS)

    call = call_stub(Many)
    given = {"id": "1", "image": [{"filename": "a.png"}, {"filename": "b.png"}]}

    assert call("/_stub/operations/book.cover", "GET").content["arguments"][1]["file"] == {
        "media_type": "image/png",
        "many": True,
        "named": False,
        "or_else": False,
    }
    found = composed(call, "book.cover", given)
    files = [part for part in found["request"]["parts"] if "argument" in part]
    assert found["request"]["parts"][-2:] == files  # behind all texts
    assert [(each["name"], each.get("place", 0), each["filename"]) for each in files] == [
        ("image", 0, "a.png"),
        ("image", 1, "b.png"),
    ]
    assert "-F image=@a.png" in found["curl"]
    assert "-F image=@b.png" in found["curl"]
    assert 'image=[Path("a.png"), Path("b.png")]' in found["python"]


def test_credentials_left_out_are_not_sent(call):
    found = composed(call, "book.add", {"title": "t"}, credentials={"key": "k"})

    assert found["request"]["body"] == "key=k&title=t"
    assert 'key="k"' in found["python"]
    assert "secret" not in found["python"]


def test_headers_go_along(call):
    headers = {"Prefer": "code=3", "X-Stub-Namespace": "mine"}

    found = composed(call, "book.add", {"title": "t"}, headers=headers)

    assert found["request"]["headers"].items() >= headers.items()
    assert "-H 'Prefer: code=3'" in found["curl"]
    assert '"Prefer": "code=3"' in found["python"]


SCHEMES: dict[str, Scheme] = {
    "key": ApiKey(place="header", name="X-Key", value="{key}", prefix="Key"),
    "cookie": ApiKey(place="cookie", name="sid", value="{key}"),
    "query": ApiKey(place="query", name="k", value="{key}"),
    "basic": Basic(value="{key}:{secret}"),
    "bearer": Bearer(value="{key}"),
    "app": ClientCredentials(token_url="/token", client_id="key", client_secret="secret"),
    "signed": Hook(adds=("X-Sign",)),
}


@pytest.mark.parametrize("name", SCHEMES)
def test_each_scheme_is_right_or_missing(call_stub, name):
    authentication = Authentication(schemes={name: SCHEMES[name]}, use=((name,),))

    class Schemed(LibraryStub):
        api = replace(
            API,
            authentication=authentication,
            config=replace(CONFIG, authentication=authentication),
        )

    call = call_stub(Schemed)

    found = composed(call, "book.add", {"title": "t"})
    assert send(call, found["request"]).operation == "book.add"
    assert run(call, found["curl"]).operation == "book.add"
    without = composed(call, "book.add", {"title": "t"}, credentials={})
    if name != "signed":
        assert send(call, without["request"]).fault == "credentials_missing"


def test_what_is_asked_for_has_a_form(call):
    assert call("/_stub/operations/none/request", body="{}").status == 404
    assert call("/_stub/operations/none", "GET").status == 404
    reply = call("/_stub/operations/book.add/request", body='{"headers": {"Prefer": 1}, "x": 1}')
    assert reply.status == 422
    assert {each["at"] for each in reply.content["problems"]} == {"x"}
