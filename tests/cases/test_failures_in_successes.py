"""Failures with a status of success: rows in a list, plain texts, and logins that are refused."""

import asyncio
import json
import shutil
from urllib.request import urlopen

import pytest

from tests.cases.casebook import BASE, CASES
from tests.runtime.scripted import answers

TRAM = CASES / "good" / "tram" / "spec"
FOUND = (TRAM / "examples/tram/get.response.json").read_text()
ROWS = {
    "when": {"key": "json.errors", "present": True},
    "code": "json.errors[].0",
    "message": "json.errors[].1",
    "status": 200,
    "fields": {
        "rows": {"key": "json.errors", "type": "any", "doc": "All of them."},
        "argument": {"key": "json.errors[].2", "type": "texts", "doc": "Of which arguments."},
    },
    "faults": {"arguments_refused": "full", "unknown_path": "full"},
}
JOINED = {**ROWS, "message": {"join": ["json.errors[].0", "json.errors[].1"], "by": ": "}}
del JOINED["code"]
TEXTS = {"when": [{"status": "400-599"}, {"text": "Fails."}], "message": "text"}
BY_CODE = "errors:\n  full: {name: Full, status: 200, meaning: The tram is full.}\n"
BY_TEXT = "errors:\n  Full: {when: {message: fails.}, status: 200, meaning: The tram is full.}\n"
BY_STATUS = (
    "errors:\n  Full: {when: {status: 200, keys: {'json.errors[].0': full}}, meaning: Full.}\n"
)
ROW = '{"json": {"errors": [["full", "No room.", "seat"], ["late", "Gone.", null]]}}'


@pytest.fixture
def made(compiled, tmp_path):
    def make(envelope, errors):
        spec = tmp_path / "tram"
        shutil.copytree(TRAM, spec)
        (spec / "errors.yaml").write_text(errors)
        return compiled(spec, envelope=envelope, errors=["Full"])

    return make


@pytest.fixture(params=["TramClient", "AsyncTramClient"])
def get(request):
    """Fetches a tram by a client of either kind."""

    async def awaited(kind, given):
        async with kind(**given) as client:
            return await client.tram.get(id="4")

    def got(package, base_url):
        kind = getattr(package, request.param)
        given = {"base_url": base_url, "token": "t", "retries": 0, "rate_limit": None}
        if request.param.startswith("Async"):
            return asyncio.run(awaited(kind, given))
        with kind(**given) as client:
            return client.tram.get(id="4")

    return got


def asked(stub, path):
    server = stub.StubServer(mode="examples")
    with server as at_stub, urlopen(f"{at_stub.base_url}{path}") as told:
        return told.status, told.read()


def test_a_row_has_code_and_message(made, get, server):
    package, _, errors, openapi = made(ROWS, BY_CODE)
    server.will(answers(ROW))
    with pytest.raises(errors.Full, match=r"No room\.; Gone\.") as caught:
        get(package, server.base_url)
    assert (caught.value.code, caught.value.status) == ("full", 200)
    assert caught.value.rows == [["full", "No room.", "seat"], ["late", "Gone.", None]]
    assert caught.value.argument == ("seat",)

    failure = openapi["components"]["schemas"]["_Failure"]["properties"]["json"]
    row = failure["properties"]["errors"]["items"]
    assert row["type"] == "array"
    assert [each["type"] for each in row["prefixItems"][:2]] == ["string", "string"]


def test_rows_that_are_short_or_none(made, get, server):
    package, _, errors, _ = made(ROWS, BY_CODE)
    server.will(answers('{"json": {"errors": [["odd"], {}, []]}}'))
    with pytest.raises(errors.APIError) as caught:
        get(package, server.base_url)
    assert caught.value.code == "odd"


def test_no_rows_are_no_failure(made, get, server):
    package, *_ = made(ROWS, BY_CODE)
    server.will(answers(json.dumps({**json.loads(FOUND), "json": {"errors": []}})))
    assert get(package, server.base_url)


def test_texts_of_a_row_are_joined(made, get, server):
    package, _, errors, _ = made(
        JOINED | {"faults": {}}, "errors:\n  Full: {when: {message: full}, meaning: Full.}\n"
    )
    server.will(answers(ROW))
    with pytest.raises(errors.Full, match=r"full: No room\.; late: Gone\."):
        get(package, server.base_url)


def test_the_stub_writes_a_row(made):
    _, stub, *_ = made(ROWS, BY_CODE)
    status, body = asked(stub, "/nothing")
    [[code, message]] = json.loads(body)["json"]["errors"]
    assert (status, code) == (200, "full")
    assert "nothing" in message


def test_a_status_of_success_and_a_key_tell_an_error(made, get, server):
    package, _, errors, _ = made({**ROWS, "faults": {}}, BY_STATUS)
    server.will(answers(FOUND), answers(ROW))
    assert get(package, server.base_url)
    with pytest.raises(errors.Full):
        get(package, server.base_url)


def test_openapi_has_a_failure_beside_a_success(made):
    _, _, _, openapi = made({**ROWS, "status": 400}, BY_CODE)
    told = openapi["paths"]["/trams/{id}"]["get"]["responses"]["200"]
    kinds = told["content"]["application/json"]["schema"]["anyOf"]
    assert [each["$ref"].rpartition("/")[2] for each in kinds] == ["Tram", "_Failure"]
    assert "`Full`" in told["description"]


def test_a_plain_text_is_a_failure(made, get, server):
    package, stub, errors, _ = made(TEXTS, BY_TEXT)
    server.will(answers("Fails.\n"), answers(FOUND))
    with pytest.raises(errors.Full) as caught:
        get(package, server.base_url)
    assert (caught.value.message, caught.value.status) == ("Fails.", 200)
    assert get(package, server.base_url)

    with stub.StubServer(mode="examples") as at_stub:
        at_stub.fails("tram.get", times=1, error="Full")
        with pytest.raises(errors.Full):
            get(package, at_stub.base_url)


LOGIN = {
    "by": "session",
    "token_url": "/login",
    "fields": {"user": "{user}", "word": "{word}"},
    "token": {"cookie": "SID"},
    "in": "cookie",
    "name": "SID",
    "refused": "KeyRefused",
    "beside": "Ok.",
}
OF_LOGIN = {
    "schemes": {"own": LOGIN},
    "use": ["own"],
    "credentials": {"user": {"doc": "Who."}, "word": {"doc": "The password."}},
}


@pytest.mark.parametrize("beside", ["Ok.", {"kind": "keeper", "session": {"for": 9}}])
def test_a_login_says_it_its_own_way(beside, compiled):
    login = {**LOGIN, "beside": beside}
    if beside != "Ok.":
        login |= {"token": "session.id"}
    envelope = {"when": {"text": "Fails."}, "message": "text", "status": 200}
    schemes = {**OF_LOGIN, "schemes": {"own": login}}
    _, stub, *_ = compiled(BASE, envelope=envelope, authentication=schemes)
    with stub.StubServer(credentials={"user": "ada", "word": "w"}) as at_stub:
        for word, told in (("w", None), ("x", b"Fails.")):
            with urlopen(f"{at_stub.base_url}/login", f"user=ada&word={word}".encode()) as answer:
                body = answer.read()
            if told:
                assert body == told
            elif beside == "Ok.":
                assert body == b"Ok."
                assert answer.getheader("set-cookie").startswith("SID=")
            else:
                content = json.loads(body)
                assert content["session"].pop("id")
                assert content == beside


@pytest.mark.parametrize("kind", ["AviaryClient", "AsyncAviaryClient"])
@pytest.mark.parametrize(
    ("body", "error"), [('{"error": "invalid_grant"}', "invalid_grant"), ('{"a": 1}', "")]
)
def test_a_token_endpoint_refuses_with_a_success(kind, body, error, compiled, server):
    scheme = {
        "by": "client_credentials",
        "token_url": "/token",
        "client_id": "id",
        "client_secret": "secret",
        "fields": {"grant_type": "password", "username": "{user}", "password": "{word}"},
    }
    names = ("id", "secret", "user", "word")
    package, _, errors, openapi = compiled(
        BASE,
        authentication={
            "schemes": {"own": scheme},
            "use": ["own"],
            "credentials": {name: {"doc": "It."} for name in names},
        },
    )
    flows = openapi["components"]["securitySchemes"]["own"]["flows"]
    assert [*flows] == ["password"]
    server.will(answers(body))
    given = {**dict.fromkeys(names, "x1"), "base_url": server.base_url}

    async def awaited():
        async with package.AsyncAviaryClient(**given) as client:
            await client.bird.add(name="Tit", species=1)

    def add():
        if kind == "AsyncAviaryClient":
            asyncio.run(awaited())
        else:
            with package.AviaryClient(**given) as client:
                client.bird.add(name="Tit", species=1)

    with pytest.raises(errors.TokenRefused if error else errors.ResponseError) as caught:
        add()
    assert getattr(caught.value, "error", "") == error
