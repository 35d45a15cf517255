"""What a stub answers: routes, examples, and everything that it refuses."""

import json
import logging
import re

import pytest
from msgspec.structs import replace

from apiscribe.runtime.envelope import Envelope
from apiscribe.runtime.stub import Answered
from apiscribe.runtime.stub.responses import answer
from apiscribe.runtime.stub.route import StubRoute
from apiscribe.runtime.stub.routes import Routes
from tests.runtime.stub.conftest import FORM, KEYS
from tests.runtime.stub.library import API, CODES, OPERATIONS, UNANSWERED, LibraryStub

QUERY = "key=k&secret=s"
FORM_HEADER = {"content-type": FORM}
PNG = b"\x89PNG..."


@pytest.mark.parametrize(
    ("method", "path", "operation"),
    [
        ("POST", "/v1/book/list", "book.list"),
        ("GET", "/v2/shelves", "shelf.list"),
        ("GET", "/v2/shelves/12", "shelf.get"),
        ("GET", "/v2/shelves/all", "shelf.all"),
        ("GET", "/v2/shelves/%61ll", "shelf.all"),
        ("GET", "/v2/shelves%2Fall", None),
        ("GET", "/v2/shelves/1/label.pdf", "shelf.label"),
        ("GET", "/v2/shelves/1/labelxpdf", "shelf.anything"),
        ("GET", "/v2/shelves/1/%2e%2F", "shelf.anything"),
        ("POST", "/v1/book/%6cist", "book.list"),
    ],
)
def test_a_route(call, method, path, operation):
    assert call(f"{path}?{QUERY}", method).operation == operation


@pytest.mark.parametrize(
    ("base", "path", "operation"),
    [
        ("/v2", "/v2/shelves/12", "shelf.get"),  # begins paths of operations, too
        ("/v2", "/v2/v2/shelves/12", "shelf.get"),
        ("/shelf", "/shelf/v2/shelves/12", "shelf.get"),
        ("/v0", "/v0/app/My%20Table", "cell.list"),
        ("/v0", "/app/My%20Table", "cell.list"),
        ("/v0", "/app/table/7", "cell.get"),
        ("/v0", "/v0/app/table/7", "cell.get"),
    ],
)
def test_the_documented_path_before_others(base, path, operation):
    of_all = next(each for each in OPERATIONS if each.id == "shelf.get")
    cells = [
        replace(of_all, id="cell.list", path="/{base}/{table}"),
        replace(of_all, id="cell.get", path="/{base}/{table}/{cell}"),
    ]
    config = replace(API.config, base_url=f"https://library.example{base}")
    routes = Routes(replace(API, config=config, operations=(*OPERATIONS, *cells)))

    found = routes.at(path)[0]["GET"]
    assert isinstance(found, StubRoute)
    assert found.operation.id == operation


def test_the_documented_answer_comes_byte_for_byte(call):
    reply = call.form("/v1/book/add", title="x")

    assert reply.status == 200
    assert reply.headers["content-type"] == "application/json"
    assert reply.body == API.answers["book.add"]


def test_an_alias_answers_alike(call):
    assert call.form("/v1/book/new", title="x").operation == "book.add"


def test_an_operation_without_an_answer_has_no_content(call):
    reply = call(f"/v2/shelves/1/board?{QUERY}", "GET")

    assert UNANSWERED == "shelf.board"
    assert (reply.status, reply.body) == (204, b"")
    assert "content-type" not in reply.headers


def test_arguments_in_the_query_string_of_a_post(call):
    assert call(f"/v1/book/add?{QUERY}&title=x").operation == "book.add"


def test_a_multipart_form(call):
    reply = call("/v1/book/cover", fields={**KEYS, "id": "1", "image": ("a.png", PNG)})

    assert reply.operation == "book.cover"


def test_a_file_that_is_not_what_it_has_to_be(call):
    reply = call("/v1/book/cover", fields={**KEYS, "id": "1", "image": ("a.png", b"GIF")})

    assert reply.fault == "arguments_refused"
    assert reply.message == "image: the content is not a PNG image [Change A Cover]"


def test_a_json_body(call):
    assert call("/v2/shelves", json={**KEYS, "room": "r"}).operation == "shelf.add"
    assert call("/v2/shelves", json={**KEYS, "room": 1}).fault == "arguments_refused"


def test_an_argument_in_the_path_is_checked_as_it_was_meant(call):
    reply = call(f"/v2/shelves/%C3%A9%2F%20456?{QUERY}", "GET")

    assert reply.message == "id: 'é/ 456' has 6 characters; at most 5 are allowed [Shelves]"


@pytest.mark.parametrize("path", ["/v2/shelves/%ff", "/v2/shelves/%zz", "/v2/shelves/1%"])
def test_a_path_that_cannot_be_decoded(call, path):
    reply = call.raw(f"GET {path}?{QUERY} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())

    assert reply.fault == "malformed"
    assert reply.message.startswith("the path ")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/v1/book/ad", "; did you mean /v1/book/add?"),
        ("/v1/book/add/", "; did you mean /v1/book/add?"),
        ("/book/add", "; did you mean /v1/book/add?"),
        ("/nowhere", ""),
        ("/v2/shelves/1/2/3", "; did you mean /v2/shelves?"),
        ("/v2/shelves//board", "; did you mean /v2/shelves/{id}/board?"),
    ],
)
def test_an_unknown_path(call, path, hint):
    reply = call(path)

    assert reply.fault == "unknown_path"
    assert reply.message == f"there is nothing at {path}{hint}"


def test_a_long_unknown_path_is_cut_short(call):
    assert call("/v1/book/add" + "x" * 30_000).message.endswith("xxx...")


def test_a_method_that_is_not_allowed(call):
    reply = call("/v2/shelves", "PUT")

    assert reply.fault == "method_not_allowed"
    assert reply.message == "PUT is not allowed at /v2/shelves; use GET or POST"
    assert reply.headers["allow"] == "GET, POST, HEAD, OPTIONS"


@pytest.mark.parametrize("path", ["/", "/openapi.json"])
def test_the_stubs_own_pages_are_only_read(call, path):
    assert call(path, "GET").status == 200
    assert call(path, "HEAD").body == b""
    assert call(path, "OPTIONS").headers["allow"] == "GET, HEAD, OPTIONS"
    assert call(path, "POST").fault == "method_not_allowed"


def test_options_are_what_there_is(call):
    reply = call("/v1/book/add", "OPTIONS")

    assert (reply.status, reply.body) == (204, b"")
    assert reply.headers["allow"] == "POST, OPTIONS"
    assert call("/nowhere", "OPTIONS").fault == "unknown_path"


def test_head_is_get_without_its_body(call):
    get, head = (call(f"/v2/shelves?{QUERY}", method) for method in ("GET", "HEAD"))

    assert head.body == b""
    assert head.headers["content-length"] == get.headers["content-length"]
    assert call("/v1/book/add", "HEAD").headers["allow"] == "POST, OPTIONS"


def test_openapi_json(call):
    reply = call("/openapi.json", "GET")

    assert reply.body == API.openapi
    assert reply.headers["content-type"] == "application/json"


# Arguments and credentials


def test_a_refusal_names_violations_and_suggestions(call):
    reply = call.form("/v1/book/add", titel="x", pages="many", pin="123456")

    assert reply.status == 200
    assert reply.content["error"]["code"] == CODES["arguments_refused"]
    assert reply.message == (
        "title: is required [Add A Book]; "
        "pages: 'many' is not a whole number [Add A Book]; "
        "pin: the value given has 6 characters; at most 4 are allowed [Add A Book]; "
        "titel: is not known and will be ignored; did you mean `title`? [Add A Book]"
    )


def test_an_unknown_argument_is_ignored(call):
    assert call.form("/v1/book/add", title="x", colour="red").operation == "book.add"


def test_a_strict_stub_refuses_unknown_arguments(call_stub):
    reply = call_stub(strict=True).form("/v1/book/add", title="x", colour="red")

    assert reply.fault == "arguments_refused"
    assert reply.message == "colour: is not known, and refused because of strict [Add A Book]"


@pytest.mark.parametrize("value", ["JSON", "json", "Xml"])
def test_a_common_argument_is_taken_in_any_case(call_stub, value):
    assert call_stub(strict=True).form("/v1/book/add", title="x", format=value).operation


@pytest.mark.parametrize("field", ["format=yaml", "format=", "format[x]=JSON"])
def test_a_common_argument_that_is_none_of_its_choices(call, field):
    reply = call.form("/v1/book/add", body=f"{QUERY}&title=x&{field}")

    assert reply.message == "format: must be one of JSON, XML"


def test_so_many_violations_are_counted_and_not_named(call):
    readers = [{"born": "x"}] * 150
    reply = call.form("/v1/book/add", {f"f{n}": n for n in range(500)}, readers=json.dumps(readers))

    assert reply.fault == "arguments_refused"
    assert reply.message.endswith("; and 52 more")


@pytest.mark.parametrize("fields", ["", "key=k", "secret=s", "key=&secret=s", "key[a]=k&secret=s"])
def test_credentials_are_needed(call, fields):
    reply = call.form("/v1/book/add", body=fields + "&title=x")

    assert reply.fault == "credentials_missing"
    assert re.fullmatch("(`key`|`secret`|`key`, `secret`) must be given", reply.message)


def test_set_credentials_are_the_only_ones_taken(call_stub):
    call = call_stub(credentials={"key": "right", "secret": "s"})

    assert call.form("/v1/book/add", title="x", key="right").operation == "book.add"
    reply = call.form("/v1/book/add", title="x", key="wrong")
    assert reply.fault == "credentials_refused"
    assert reply.message == "Key and secret do not match."


class BearerStub(LibraryStub):
    api = replace(
        API,
        scheme="bearer",
        credentials=("token",),
        envelope=replace(
            API.envelope,
            envelope=Envelope(codes=("code",), messages=("errors.text",)),
            known={
                CODES["credentials_missing"]: Answered(
                    code=CODES["credentials_missing"], status=401
                )
            },
        ),
    )


def test_bearer_tokens(call_stub):
    any_token, one_token = call_stub(BearerStub), call_stub(BearerStub, credentials={"token": "t"})

    def ask(call, **headers):
        return call("/v1/book/list", body="", headers={"content-type": FORM} | headers)

    assert ask(any_token, authorization="bearer x").operation == "book.list"
    assert ask(one_token, authorization="Bearer t").operation == "book.list"
    reply = ask(any_token)
    assert (reply.status, reply.headers["www-authenticate"]) == (401, "Bearer")
    assert reply.content == {
        "code": CODES["credentials_missing"],
        "errors": {"text": "the header `Authorization: Bearer ...` is missing"},
    }
    for header in ("Basic x", "Bearer "):
        assert ask(any_token, authorization=header).content == {
            "code": CODES["credentials_refused"],
            "errors": {"text": "the header `Authorization` is not `Authorization: Bearer ...`"},
        }
    assert ask(one_token, authorization="Bearer u").content["code"] == CODES["credentials_refused"]


def test_the_envelope_is_marked_where_the_api_marks_it(call):
    assert call("/nowhere").content["failed"] is True


def test_an_operation_of_the_api_goes_before_the_stubs_own_page(call_stub):
    class Rooted(LibraryStub):
        api = replace(API, operations=(replace(OPERATIONS[1], path="/"), *OPERATIONS[2:]))

    assert call_stub(Rooted).form("/").operation == "book.list"


def test_a_bug_is_answered_logged_and_survived(call, caplog):
    reply = call.form("/v1/book/burn", id="1")

    assert reply.status == 500
    assert reply.fault == "internal"
    assert "KeyError: 'book.burn'" in caplog.text


def test_no_secret_is_ever_logged(call, caplog):
    caplog.set_level(logging.DEBUG)
    secrets = ("hidden-key", "hidden-secret", "hidden-pin")
    query = "key=hidden-key&secret=hidden-secret&pin=hidden-pin"

    for path in ("/v1/book/add", "/v1/book/burn", "/nowhere", "/v1/book/list", "/v2/shelves"):
        for text in (query, query + "&title=x", query + "&%zz", query + "&a=1&a[b]=2"):
            call(f"{path}?{text}")
            call(path, body=text, headers=FORM_HEADER)

    ours = [each for each in caplog.records if not each.name.startswith("urllib3")]
    logged = "\n".join(map(logging.Formatter().format, ours))
    assert "POST: book.list" in logged
    assert not any(secret in logged for secret in secrets)


@pytest.mark.parametrize("header", [(b"x-a", b"a\r\nx-b: b"), (b"x-a", b"\0"), (b"x\n", b"a")])
def test_a_header_without_signs_that_none_may_have(header):
    with pytest.raises(RuntimeError, match="characters that no header may have"):
        answer(b"", headers=[header])
