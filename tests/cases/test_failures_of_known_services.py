"""Failures as frameworks and standards word them, by clients of both kinds and by the stub."""

import asyncio
import json
import re
import shutil
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

TRAM = CASES / "good" / "tram" / "spec"
FIELD = {"key": "{}", "type": "any", "tells": "messages_by_argument", "doc": "What is wrong."}
BY_FIELD = {"message": ["detail", "{}"], "fields": {"wrong": FIELD}}
"""As Django REST framework has it."""
IN_TURN = {"code": "detail.code", "message": ["detail", "detail.message"]}
TITLED = {
    "code": "title",
    "message": ["detail", "title"],
    "status": 400,
    "media_type": "application/problem+json",
}
"""As RFC 9457 has it."""


ERRORS = """errors:
  full: {name: Full, meaning: The tram is full.}
"""


@pytest.fixture
def made(compiled, tmp_path):
    """Compiles the tram's spec with another envelope, and an error that has a code alone."""

    def make(envelope):
        spec = tmp_path / "tram"
        shutil.copytree(TRAM, spec, dirs_exist_ok=True)
        (spec / "errors.yaml").write_text(ERRORS)
        return compiled(spec, envelope=envelope, errors=["Full"])

    return make


def raised(package, server, status, body):
    """What the blocking client raises, as the awaiting one does."""
    server.will(*[answers(body, status=status)] * 2)
    given = {"base_url": server.base_url, "token": "t", "retries": 0, "rate_limit": None}

    async def awaited():
        async with package.AsyncTramClient(**given) as client:
            await client.tram.get(id="4")

    with package.TramClient(**given) as client, pytest.raises(package.TramError) as blocking:
        client.tram.get(id="4")
    with pytest.raises(package.TramError) as awaiting:
        asyncio.run(awaited())
    assert str(awaiting.value) == str(blocking.value)
    return blocking.value


def refused(stub, path="/tickets", body='{"stop": ""}'):
    """What the stub answers to a request that is wrong: its body and its media type."""
    connection = HTTPConnection(urlsplit(stub.base_url).netloc)
    sent = {"Content-Type": "application/json", "Authorization": "Bearer t", "X-Passenger": "p"}
    connection.request("POST", path, body, sent)
    with connection.getresponse() as response:
        found = json.loads(response.read()), response.headers["Content-Type"]
    connection.close()
    return found


def test_texts_by_field_at_the_top(made, server):
    package, *_ = made(BY_FIELD)

    body = {"slug": ["Too short.", "Taken."], "name": ["Missing."]}
    error = raised(package, server, 400, json.dumps(body))
    assert error.message == "slug: Too short.; slug: Taken.; name: Missing."
    assert error.wrong == body

    error = raised(package, server, 404, '{"detail": "Not found."}')
    assert (error.message, error.wrong) == ("Not found.", None)


def test_the_stub_says_texts_by_field(made):
    _, stub, _, openapi = made(BY_FIELD)
    with stub.StubServer() as server:
        body, _ = refused(server)
        assert list(body) == ["stop"]
        assert isinstance(body["stop"][0], str)
        assert list(refused(server, "/nowhere")[0]) == ["detail"]
    assert list(openapi["components"]["schemas"]["_Failure"]["properties"]) == ["detail"]


MAP = {**FIELD, "key": "errors"}
BY_KEY = {"message": ["errors", "errors{}", "error"], "fields": {"wrong": MAP}}
"""As services have it that are made with Rails."""


def test_texts_by_field_are_all_that_the_stub_says(made):
    _, stub, *_ = made(BY_KEY)
    with stub.StubServer() as server:
        body, _ = refused(server)
        assert list(body) == ["errors"]
        assert list(body["errors"]) == ["stop"]
        assert isinstance(refused(server, "/nowhere")[0]["errors"], str)


def test_a_message_before_texts_by_field_is_said_too(made):
    _, stub, *_ = made({"message": ["error", "errors{}"], "fields": {"wrong": MAP}})
    with stub.StubServer() as server:
        assert sorted(refused(server)[0]) == ["error", "errors"]


def test_texts_by_field_are_not_said_in_words_too(made, server):
    of_field = {**MAP, "tells": "message_by_argument"}
    joined = {"join": ["errorMessages[]", "errors{}"], "by": "; "}
    beside: dict[str, list[str]] = {"errorMessages": []}
    package, stub, *_ = made({"message": joined, "fields": {"wrong": of_field}, "beside": beside})
    with stub.StubServer() as served:
        body, _ = refused(served)
        nowhere, _ = refused(served, "/nowhere")
    (text,) = body["errors"].values()
    assert (list(body["errors"]), body["errorMessages"]) == (["stop"], [])
    assert raised(package, server, 400, json.dumps(body)).message == f"stop: {text}"
    assert len(nowhere["errorMessages"]) == 1
    assert "errors" not in nowhere


def test_what_is_wrong_names_the_argument_somewhere(made):
    each = {"key": "errors", "type": "any", "tells": {"text": "message"}, "doc": "What is wrong."}
    _, stub, *_ = made({"message": "errors[].text", "fields": {"wrong": each}})
    with stub.StubServer() as served:
        (told,) = refused(served)[0]["errors"]
    assert told["text"].startswith("stop ")


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ('{"detail": "Gone."}', None, "Gone."),
        ('{"detail": {"code": "sudo", "message": "Prove it."}}', "sudo", "Prove it."),
    ],
)
def test_a_text_or_an_object_with_a_code(made, server, body, code, message):
    package, *_ = made(IN_TURN)
    error = raised(package, server, 409, body)
    assert (error.code, error.message) == (code, message)


def test_the_stub_says_a_text_where_there_is_no_code(made):
    _, stub, *_ = made({**IN_TURN, "faults": {"unknown_path": {"code": "full"}}})
    with stub.StubServer() as server:
        assert isinstance(refused(server)[0]["detail"], str)
        unknown, _ = refused(server, "/nowhere")
        assert (unknown["detail"]["code"], list(unknown["detail"])) == ("full", ["code", "message"])


IN_PARTS = {
    "when": [{"key": "parts[].status", "not": ["0"]}, {"key": "parts[].lost[]", "present": True}],
    "code": "parts[].status",
    "message": "parts[].why",
    "status": 200,
}
"""As services have it that send messages in parts."""


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([{"status": "7", "why": "Full."}], "7"),
        ([{"status": "7", "why": "Full."}, {"status": "8"}], "7"),
        ([{"status": "0", "lost": ["a"]}], "0"),
    ],
)
def test_each_part_says_that_it_failed(made, server, parts, code):
    package, *_ = made(IN_PARTS)

    assert raised(package, server, 200, json.dumps({"parts": parts})).code == code


@pytest.mark.parametrize("parts", [[], [{"status": "0"}, {"status": "7"}], [{"lost": []}], None])
def test_what_was_done_in_part_is_an_answer(made, server, parts):
    package, *_ = made(IN_PARTS)
    given = {"base_url": server.base_url, "token": "t", "rate_limit": None}
    answer = {**json.loads((TRAM / "examples/tram/get.response.json").read_text()), "parts": parts}
    server.will(*[answers(json.dumps(answer))] * 2)

    async def awaited():
        async with package.AsyncTramClient(**given) as client:
            return await client.tram.get(id="4")

    with package.TramClient(**given) as client:
        assert client.tram.get(id="4") == asyncio.run(awaited())


def test_the_stub_says_it_in_one_part(made):
    _, stub, *_ = made({**IN_PARTS, "faults": {"unknown_path": {"code": "full"}}})
    with stub.StubServer() as server:
        assert list(refused(server)[0]) == ["parts"]
        unknown, _ = refused(server, "/nowhere")
        assert unknown["parts"][0]["status"] == "full"


EACH = {"join": ["errors[].field", "errors[].why"], "by": " "}
WHOLE = {"join": ["message", "errors[].field", "errors[].why"], "by": ": "}
NAMED = {"join": ["messages[]", "errors{}"], "by": "; "}
INSIDE = {"join": ["title", "items[].errors{}"], "by": ": "}
SINGLE = {"join": ["title", "detail.text"], "by": " - "}


@pytest.mark.parametrize(
    ("message", "body", "said"),
    [
        (
            EACH,
            {"errors": [{"field": "stop", "why": "is short"}, {"why": "no"}]},
            "stop is short; no",
        ),
        (EACH, {"errors": [{"field": "stop"}, {"other": 1}, "odd"]}, "stop"),
        (EACH, {"errors": [{"field": 4, "why": True}]}, "4"),
        ([EACH, "message"], {"errors": [], "message": "no"}, "no"),
        (["message", EACH], {"errors": [{"why": "x"}], "message": "no"}, "no"),
        (WHOLE, {"message": "Bad", "errors": [{"field": "a", "why": "b"}] * 2}, "Bad: a: b; a: b"),
        (WHOLE, {"message": "Bad"}, "Bad"),
        (
            NAMED,
            {"messages": ["Bad", "So"], "errors": {"a": "no", "b": ["x"]}},
            "Bad; So; a: no; b: x",
        ),
        (NAMED, {"messages": [], "errors": {"a": "no"}}, "a: no"),
        (NAMED, {"messages": ["Bad"], "errors": {}}, "Bad"),
        (INSIDE, {"title": "Bad", "items": [{"errors": {"a": "b"}}] * 2}, "Bad: a: b; a: b"),
        (SINGLE, {"title": "Bad", "detail": {"text": " so it is "}}, "Bad - so it is"),
        (SINGLE, {"title": "", "detail": {"text": "x"}}, "x"),
        (SINGLE, {"title": ["a"]}, "the request failed"),
        ("errors[].why", {"errors": [{"why": "one"}, {"why": "two"}]}, "one; two"),
        ("errors[]", {"errors": ["one", "two"]}, "one; two"),
    ],
)
def test_a_message_is_joined_of_parts(made, server, message, body, said):
    package, *_ = made({"message": message})
    server.will(*[answers(json.dumps(body), status=500)] * 2)
    given = {"base_url": server.base_url, "token": "t", "retries": 0, "rate_limit": None}

    async def awaited():
        async with package.AsyncTramClient(**given) as client:
            await client.tram.get(id="4")

    with package.TramClient(**given) as client, pytest.raises(package.TramError) as blocking:
        client.tram.get(id="4")
    with pytest.raises(package.TramError) as awaiting:
        asyncio.run(awaited())

    assert blocking.value.message == awaiting.value.message == said


@pytest.mark.parametrize(
    ("message", "place"),
    [
        (EACH, ("errors", 0, "why")),
        (WHOLE, ("message",)),
        (SINGLE, ("title",)),
        (NAMED, ("messages", 0)),
    ],
)
def test_the_stub_says_a_joined_message_once(made, server, message, place):
    package, stub, _, openapi = made({"message": message})
    with stub.StubServer() as served:
        body, _ = refused(served)
    said: Any = body
    for key in place:
        said = said[key]
    assert said
    assert raised(package, server, 400, json.dumps(body)).message == said
    described = openapi["components"]["schemas"]["_Failure"]["properties"]
    heads = {re.split(r"[\[.{]", part)[0] for part in message["join"]}
    assert set(described) == heads


def test_the_text_of_a_code_may_be_the_message(made, server):
    package, stub, _, openapi = made(TITLED)
    error = raised(package, server, 400, '{"title": "Bad."}')
    assert (error.code, error.message) == ("Bad.", "Bad.")
    error = raised(package, server, 400, '{"title": "Bad.", "detail": "Too long."}')
    assert (error.code, error.message) == ("Bad.", "Too long.")

    with stub.StubServer() as answering:
        body, media_type = refused(answering)
    assert (list(body), media_type) == (["detail"], "application/problem+json")
    (failure,) = openapi["paths"]["/tickets"]["post"]["responses"]["default"]["content"]
    assert failure == "application/problem+json"


LISTED = {
    "when": {"key": "json.errors", "present": True},
    "message": "json.errors[].text",
    "status": 200,
    "fields": {"helps": {"key": "json.errors[].help", "type": "texts", "doc": "What helps."}},
}


def test_a_list_that_is_not_empty_tells_a_failure(made, server):
    package, _, _, openapi = made(LISTED)
    errors = [{"text": "Late.", "help": "Wait."}, {"text": "Full.", "help": "Walk."}]
    error = raised(package, server, 200, json.dumps({"json": {"errors": errors}}))
    assert (error.message, error.helps) == ("Late.; Full.", ("Wait.", "Walk."))

    body = {"id": "4", "stop": "Harbour", "json": {"errors": []}}
    server.will(answers(json.dumps(body)))
    with package.TramClient(base_url=server.base_url, token="t", rate_limit=None) as client:
        assert client.tram.get(id="4").stop == "Harbour"
    inside = openapi["components"]["schemas"]["_Failure"]["properties"]["json"]["properties"]
    assert inside["errors"]["items"]["properties"]["help"]["type"] == "string"


def test_the_status_of_failures_is_documented(made):
    responses = made(TITLED)[3]["paths"]["/tickets"]["post"]["responses"]
    assert "`Full`" in responses["400"]["description"]
    said_nowhere = made({"code": "title", "message": "detail"})[3]
    assert "400" not in said_nowhere["paths"]["/tickets"]["post"]["responses"]
