"""The archive's package, run: responses that wrap what they are about under a key."""

import asyncio
import json
from urllib.request import Request, urlopen

import jsonschema
import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

PLAN = {"id": 12, "title": "Harbour plan", "kept_until": None}
LETTER = {"id": 14, "title": "Letter", "kept_until": "2031-01-31"}
WRAPPED = json.dumps({"meta": {"data": 1, "took_ms": 3}, "data": PLAN})
OPENAPI = json.loads((CASES / "good/archive/output/openapi.json").read_text())


@pytest.fixture
def client(archive_v2, server):
    with archive_v2.package.Archive(token="t0ken", base_url=server.base_url) as client:
        yield client


@pytest.fixture
def stub(archive_v2):
    with archive_v2.stub.StubServer() as stub:
        yield stub


def found(*documents, page=1, pages=1):
    inside = {"pages": pages, "page": page, "documents": list(documents)}
    return json.dumps({"data": {"found": inside, "words": []}, "links": None})


def test_what_is_under_the_key_is_returned(client, server, archive_v2):
    server.will(answers(WRAPPED))
    document = client.document.get(id=12)

    assert document == archive_v2.models.Document(id=12, title="Harbour plan", kept_until=None)


def test_the_async_client_unwraps_too(archive_v2, server):
    server.will(answers(WRAPPED))

    async def work():
        async with archive_v2.package.AsyncArchive(token="t", base_url=server.base_url) as client:
            return await client.document.get(id=12)

    assert asyncio.run(work()).title == "Harbour plan"


def test_a_list_may_be_wrapped(client, server):
    server.will(answers(json.dumps({"data": [PLAN, LETTER]})))

    assert [each.id for each in client.document.recent()] == [12, 14]


def test_an_operation_may_switch_it_off(client, server):
    server.will(answers('{"letter": 31, "data": 4}'))

    assert client.document.counts() == {"letter": 31, "data": 4}


def test_raw_responses_have_everything(client, server):
    server.will(answers(WRAPPED))
    raw = client.with_raw_response.document.get(id=12)

    assert json.loads(raw.body)["meta"] == {"data": 1, "took_ms": 3}
    assert raw.parsed().id == 12


def test_pages_are_read_from_inside(client, server):
    server.will(answers(found(PLAN, pages=2)), answers(found(LETTER, page=2, pages=2)))

    assert [each.id for each in client.document.iter_search(words="a")] == [12, 14]


def test_unknown_keys_inside_are_kept(client, server):
    server.will(answers(json.dumps({"data": {**PLAN, "colour": "red"}})))

    assert client.document.get(id=12).extra == {"colour": "red"}


@pytest.mark.parametrize("charset", ["utf-16", "utf-8-sig"])
def test_other_encodings_are_unwrapped(client, server, charset):
    server.will(answers(WRAPPED.encode(charset)))

    assert client.document.get(id=12).id == 12


@pytest.mark.parametrize("charset", ["latin-1", "cp037"])
def test_a_declared_charset_is_unwrapped(client, server, charset):
    body = json.dumps({"data": {**PLAN, "title": "Café"}}, ensure_ascii=False)
    server.will(answers(body.encode(charset), kind=f"application/json; charset={charset}"))

    assert client.document.get(id=12).title == "Café"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("{}", "the answer has no `data`"),
        ("[]", "the answer is no object with `data`"),
        ("null", "the answer is no object with `data`"),
        ('{"data": {}}', "`data` has no `found`"),
        ('{"data": 7}', "`data` is no object with `found`"),
        ("<p>", "XML or HTML"),
        ("", "empty"),
    ],
)
def test_without_the_key_it_is_an_error(client, server, archive_v2, body, told):
    server.will(answers(body))
    with pytest.raises(archive_v2.errors.ResponseError, match=told):
        client.document.search(words="a")


def test_failures_are_not_wrapped(client, server, archive_v2):
    body = '{"error": {"code": "not_found", "message": "gone"}}'
    server.will(answers(body, status=404))
    with pytest.raises(archive_v2.errors.DocumentNotFound, match="gone"):
        client.document.get(id=12)


def test_a_mismatch_inside_is_a_warning(client, server, archive_v2):
    server.will(answers('{"data": {"id": "x", "title": "T", "kept_until": null}}'))
    with pytest.warns(archive_v2.errors.ResponseMismatchWarning, match="id"):
        assert client.document.get(id=12).title == "T"


def test_the_stub_wraps(archive_v2, stub):
    asked = Request(f"{stub.base_url}/v2/documents/12", headers={"Authorization": "Bearer t"})
    with urlopen(asked) as response:
        sent = json.load(response)

    assert sent == {"data": PLAN, "meta": {"took_ms": 3}}
    with archive_v2.package.Archive(token="t", base_url=stub.base_url) as client:
        assert client.document.get(id=12).id == 12
        assert [each.id for each in client.document.iter_search(words="a")] == [14, 14]
        assert client.document.throw_away(id=12) is None


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("/v2/documents/{id}", json.loads(WRAPPED), PLAN),
        ("/v2/recent", {"data": [LETTER]}, [LETTER]),
        ("/v2/documents", json.loads(found(LETTER)), json.loads(found(LETTER))["data"]),
        ("/v2/counts", {"letter": 3}, {"data": {"letter": 3}}),
    ],
)
def test_openapi_shows_the_wrapping(path, right, wrong):
    content = OPENAPI["paths"][path]["get"]["responses"]["200"]["content"]
    schema = {**content["application/json"]["schema"], "components": OPENAPI["components"]}

    jsonschema.validate(right, schema, jsonschema.Draft202012Validator)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema, jsonschema.Draft202012Validator)


class TestBooleansByStatus:
    @pytest.mark.parametrize(("status", "starred"), [(204, True), (404, False)])
    def test_the_status_is_the_response(self, client, server, status, starred):
        body = "" if starred else '{"error": {"code": "not_found", "message": "no star"}}'
        server.will(answers(body, status=status))

        assert client.document.is_starred(id=12) is starred

    def test_the_async_client_says_the_same(self, archive_v2, server):
        server.will(answers("", status=404), answers("", status=204))

        async def work():
            url = server.base_url
            async with archive_v2.package.AsyncArchive(token="t", base_url=url) as client:
                return [await client.document.is_starred(id=each) for each in (1, 2)]

        assert asyncio.run(work()) == [False, True]

    def test_other_failures_stay_errors(self, client, server, archive_v2):
        body = '{"error": {"code": "unauthorized", "message": "who?"}}'
        server.will(answers(body, status=401))
        with pytest.raises(archive_v2.errors.Unauthorized):
            client.document.is_starred(id=12)

    def test_other_statuses_are_no_guess(self, client, server, archive_v2):
        server.will(answers("true", status=200))
        with pytest.raises(archive_v2.errors.ResponseError, match="not documented"):
            client.document.is_starred(id=12)

    def test_elsewhere_the_status_is_an_error(self, client, server, archive_v2):
        server.will(answers('{"error": {"code": "not_found", "message": "x"}}', status=404))
        with pytest.raises(archive_v2.errors.DocumentNotFound):
            client.document.get(id=12)

    def test_a_raw_response_has_the_status(self, client, server):
        server.will(answers("", status=404))
        raw = client.with_raw_response.document.is_starred(id=12)

        assert (raw.status, raw.parsed()) == (404, False)

    def test_the_stub_says_yes(self, archive_v2, stub):
        asked = Request(f"{stub.base_url}/v2/starred/12", headers={"Authorization": "Bearer t"})
        with urlopen(asked) as response:
            assert (response.status, response.read()) == (204, b"")
        with archive_v2.package.Archive(token="t", base_url=stub.base_url) as client:
            assert client.document.is_starred(id=12) is True
            assert client.with_raw_response.document.is_kept(id=12).status == 200

    def test_a_head_has_a_status_alone(self, archive_v2, client, server, stub):
        server.will(answers("", status=200), answers("", status=404))
        assert [client.document.is_there(id=each) for each in (1, 2)] == [True, False]
        with archive_v2.package.Archive(token="t", base_url=stub.base_url) as asking:
            assert asking.document.is_there(id=12) is True
            assert asking.with_raw_response.document.is_there(id=12).status == 200
        assert list(OPENAPI["paths"]["/v2/there/{id}"]) == ["head"]

    def test_without_a_body_the_status_tells_the_error(self, archive_v2, client, server):
        server.will(answers("", status=401), answers("", status=409))
        with pytest.raises(archive_v2.errors.Unauthorized) as caught:
            client.document.is_there(id=12)
        with pytest.raises(archive_v2.errors.APIError) as other:
            client.document.is_there(id=12)

        assert (caught.value.status, caught.value.code) == (401, "unauthorized")
        assert type(other.value) is archive_v2.errors.APIError

    def test_an_awaiting_client_goes_by_the_status_too(self, archive_v2, server):
        server.will(answers("", status=401))

        async def work():
            url = server.base_url
            async with archive_v2.package.AsyncArchive(token="t", base_url=url) as client:
                await client.document.is_there(id=1)

        with pytest.raises(archive_v2.errors.Unauthorized):
            asyncio.run(work())

    def test_a_body_without_a_code_is_nobodys_error(self, archive_v2, client, server):
        server.will(answers('{"error": {"message": "no"}}', status=401))
        with pytest.raises(archive_v2.errors.APIError) as caught:
            client.document.is_starred(id=12)

        assert type(caught.value) is archive_v2.errors.APIError

    def test_a_status_of_two_errors_tells_neither(self, archive_v2, client, server):
        server.will(answers("", status=404))
        with pytest.raises(archive_v2.errors.ResponseError):
            client.document.get(id=12)

    def test_openapi_has_both_statuses(self):
        responses = OPENAPI["paths"]["/v2/starred/{id}"]["get"]["responses"]

        assert list(responses) == ["204", "404", "default"]
        assert "content" not in responses["204"] | responses["404"]
