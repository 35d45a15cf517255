"""What a stub answers, over real connections: examples, failures, and requests that mean harm."""

import logging
import re
import socket
import threading
import time

import pytest
from msgspec.structs import replace

from generator.runtime.stub import app
from tests.runtime.stub.conftest import FORM, KEYS
from tests.runtime.stub.library import API, CODES, OPERATIONS, UNANSWERED, LibraryStub

QUERY = "key=k&secret=s"
FORM_HEADER = {"content-type": FORM}
PNG = b"\x89PNG..."


# Routes and answers


@pytest.mark.parametrize(
    ("method", "path", "operation"),
    [
        ("POST", "/v1/book/list", "book.list"),
        ("GET", "/v2/shelves", "shelf.list"),
        ("GET", "/v2/shelves/12", "shelf.get"),
        ("GET", "/v2/shelves/all", "shelf.all"),
        ("GET", "/v2/shelves/%61ll", "shelf.get"),
        ("GET", "/v2/shelves/1/label.pdf", "shelf.label"),
        ("GET", "/v2/shelves/1/labelxpdf", "shelf.anything"),
        ("GET", "/v2/shelves/1/%2e%2F", "shelf.anything"),
        ("POST", "/v1/book/%6cist", "book.list"),
    ],
)
def test_a_route(call, method, path, operation):
    assert call(f"{path}?{QUERY}", method).operation == operation


def test_the_documented_answer_comes_byte_for_byte(call):
    reply = call.form("/v1/book/add", title="x")

    assert reply.status == 200
    assert reply.headers["content-type"] == "application/json"
    assert reply.body == API.answers["book.add"]


def test_an_alias_answers_alike(call):
    assert call.form("/v1/book/new", title="x").operation == "book.add"


def test_an_operation_without_a_documented_answer_has_no_content(call):
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
    reply = call.raw(f"GET {path}?{QUERY} HTTP/1.1\r\nHost: x\r\n\r\n".encode())

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


def test_a_refusal_names_every_violation_and_what_may_have_been_meant(call):
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
    assert reply.message.startswith("colour: is not known")


@pytest.mark.parametrize("value", ["JSON", "json", "Xml"])
def test_a_common_argument_is_taken_in_any_case(call_stub, value):
    assert call_stub(strict=True).form("/v1/book/add", title="x", format=value).operation


@pytest.mark.parametrize("field", ["format=yaml", "format=", "format[x]=JSON"])
def test_a_common_argument_that_is_none_of_its_choices(call, field):
    reply = call.form("/v1/book/add", body=f"{QUERY}&title=x&{field}")

    assert reply.message == "format: must be one of JSON, XML"


def test_so_many_violations_are_counted_and_not_named(call):
    reply = call("/v2/shelves", json={**KEYS, **{f"f{n}": n for n in range(500)}})

    assert reply.fault == "arguments_refused"
    assert reply.message.endswith("; and 301 more")


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
            present=None,
            code="code",
            message="errors.text",
            statuses={CODES["credentials_missing"]: 401},
        ),
    )


def test_bearer_tokens(call_stub):
    any_token, one_token = call_stub(BearerStub), call_stub(BearerStub, credentials={"token": "t"})

    def ask(call, **headers):
        return call("/v1/book/list", body="", headers={"content-type": FORM} | headers)

    assert ask(any_token, authorization="bearer x").operation == "book.list"
    assert ask(one_token, authorization="Bearer t").operation == "book.list"
    for headers in ({}, {"authorization": "Basic x"}, {"authorization": "Bearer "}):
        reply = ask(any_token, **headers)
        assert reply.status == 401
        assert reply.headers["www-authenticate"] == "Bearer"
        assert reply.content == {
            "code": CODES["credentials_missing"],
            "errors": {"text": "the header `Authorization: Bearer ...` is missing"},
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


# Connections and what travels on them


def request(body=b"", *headers, path="/v1/book/add", length=None):
    head = [f"POST {path} HTTP/1.1", "Host: x", f"Content-Type: {FORM}", *headers]
    if length is not False:
        head.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*head, "", ""]).encode() + body


GOOD = f"{QUERY}&title=x".encode()


def test_requests_in_one_go_are_answered_in_order(call):
    with call.connected() as connection:
        connection.send(request(GOOD) + request(b"title=x") + request(GOOD))

        assert connection.reply().operation == "book.add"
        assert connection.reply().fault == "credentials_missing"
        assert connection.reply().operation == "book.add"


def test_a_connection_outlives_a_refusal(call):
    with call.connected() as connection:
        for body, code in ((b"%zz", 4), (b"&" * 5000, 5), (GOOD, None)):
            connection.send(request(body))
            assert connection.reply().content.get("error", {}).get("code") == code


@pytest.mark.parametrize(
    "data",
    [
        b"hello\r\n\r\n",
        b"\0\0\0\0",
        b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET  HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost x\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nA\0: b\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_what_is_no_http_is_answered_in_the_envelope(call, data):
    reply = call.raw(data)

    assert reply.status == 400
    assert reply.headers["content-type"] == "application/json"
    assert reply.fault == "malformed"


@pytest.mark.parametrize("protocol", ["websocket", "h2c"])
@pytest.mark.parametrize("chunked", [True, False])
def test_an_offer_to_upgrade_is_not_taken_up(call, protocol, chunked):
    """Java's HttpClient makes one with every first request."""
    offer = ["Connection: Upgrade, HTTP2-Settings", f"Upgrade: {protocol}", "HTTP2-Settings: AAA"]
    sent = request(GOOD, *offer)
    if chunked:
        body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(GOOD), GOOD)
        sent = request(body, *offer, "Transfer-Encoding: chunked", length=False)

    with call.connected() as connection:
        for split in (len(sent), sent.index(b"\r\n\r\n") + 4, 20):
            connection.send(sent[:split])
            time.sleep(0.05)
            connection.send(sent[split:])
            assert connection.reply().operation == "book.add"
        connection.send(request(GOOD))
        assert connection.reply().operation == "book.add"


def test_large_headers(call):
    assert call("/v1/book/list", headers={"x": "y" * 60_000}).fault == "credentials_missing"
    reply = call("/v1/book/list", headers={"x": "y" * 70_000})
    assert (reply.status, reply.fault) == (413, "too_large")
    assert call("/v1/book/list?x=" + "y" * 65_510).fault == "too_large"
    assert call("/v1/book/list?x=" + "y" * 100_000).fault == "malformed"


def test_thousands_of_headers(call):
    head = "\r\n".join(f"x{n}: {'y' * 20}" for n in range(5000))

    assert call.raw(request(GOOD, head)).fault == "too_large"


def send_without_end(connection, begun, data):
    connection.send(begun)
    for _ in range(300):
        connection.send(data)


@pytest.mark.parametrize(
    "begun",
    [
        b"GET / HTTP/1.1\r\nx: ",
        b"GET /",
        request(b"", "Transfer-Encoding: chunked", length=False),
        request(length=1 << 40),
    ],
)
def test_what_has_no_end_is_cut_off(call, begun):
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"

    with call.connected() as connection, pytest.raises(ConnectionError):
        send_without_end(connection, begun, chunk if begun.startswith(b"POST") else b"x" * 65536)


def test_a_large_body_counts_to_no_head(call):
    with call.connected() as connection:
        for _ in range(3):
            connection.send(request(GOOD + b"&notes=" + b"x" * 900_000))
            assert connection.reply().operation == "book.add"


@pytest.mark.parametrize("connection", ["keep-alive", "close"])
@pytest.mark.parametrize("chunked", [True, False])
def test_a_body_of_20_megabytes_is_refused_when_all_was_sent(call, connection, chunked):
    body = b"x" * 20_000_000
    sent = request(body, f"Connection: {connection}")
    if chunked:
        body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
        headers = f"Connection: {connection}", "Transfer-Encoding: chunked"
        sent = request(body, *headers, length=False)

    reply = call.raw(sent)

    assert (reply.status, reply.fault) == (413, "too_large")
    assert reply.message == "the body has more than 10485760 bytes"


def test_a_file_of_9_megabytes_is_taken(call):
    image = PNG + b"x" * 9_000_000

    assert call("/v1/book/cover", fields={**KEYS, "id": "1", "image": ("a", image)}).operation


def test_who_waits_to_be_asked_for_the_body_is_asked(call):
    with call.connected() as connection:
        connection.send(request(b"", "Expect: 100-continue", length=len(GOOD)))
        assert connection.line() == b"HTTP/1.1 100 Continue\r\n"
        assert connection.line() == b"\r\n"
        connection.send(GOOD)
        assert connection.reply().operation == "book.add"


def test_a_request_that_comes_byte_by_byte(call):
    with call.connected() as connection:
        for byte in request(GOOD):
            connection.send(bytes([byte]))
            time.sleep(0.001)
        assert connection.reply().operation == "book.add"


def test_a_body_that_never_comes_is_waited_for_only_so_long(call, monkeypatch):
    monkeypatch.setattr(app, "_PATIENCE", 0.2)

    reply = call.raw(request(b"key=", length=100))

    assert reply.fault == "malformed"
    assert reply.message == "the body did not arrive within 0.2 seconds"
    assert reply.headers["connection"] == "close"


def test_who_hangs_up_is_not_missed(call, caplog):
    for sent in (request(b"key=", length=100), request(GOOD)[:40], b""):
        with call.connected() as connection:
            connection.send(sent)

    assert call.is_alive()
    assert not caplog.records


def test_slow_clients_hold_nobody_up(call):
    port = call.stub.port
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(50)]
    for connection in slow:
        connection.sendall(request(b"key=", length=100))

    begun = time.perf_counter()
    assert all(call.is_alive() for _ in range(20))
    assert time.perf_counter() - begun < 5
    for connection in slow:
        connection.close()


def test_many_clients_at_once(call):
    replies = []

    def work():
        replies.extend(call.form("/v1/book/add", title=str(n)).operation for n in range(20))

    threads = [threading.Thread(target=work) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert replies == ["book.add"] * 320


HOSTILE = {
    "nul": "title=a%00b",
    "nul in a name": "ti%00tle=a",
    "thousands of fields": "&".join(f"f{n}=1" for n in range(5000)),
    "only separators": "&" * 50_000,
    "deep brackets": f"author{'[a]' * 5000}=1",
    "open brackets": f"author{'[' * 100_000}=1",
    "a huge index": "readers[4294967295]=1",
    "a sparse list": "readers[0]=1&readers[1000]=1",
    "a contradiction": "author=1&author[name]=2",
    "deep JSON": f"author={'[' * 100_000}",
    "deep JSON objects": "author=" + '{"name":' * 50_000,
    "a huge number": f"pages={'9' * 100_000}",
    "a huge exponent": 'author={"born":1e999999999}',
    "a long name": f"{'x' * 500_000}=1",
    "a long value": f"pages={'x' * 500_000}",
    "half a surrogate pair": "title=%ED%A0%80",
    "half a surrogate pair in JSON": 'author={"name":"\\ud800","born":"x"}',
    "overlong UTF-8": "title=%C0%AF",
    "a line break": "title=a%0D%0AX-Injected:+b%0D%0A",
    "markup": "titel=<script>alert(1)</script>",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_form_is_answered_in_the_envelope(call, body):
    begun = time.perf_counter()
    reply = call.form("/v1/book/add", body=f"{QUERY}&pages=x&{body}")

    assert reply.fault in ("arguments_refused", "malformed", "too_large")
    assert "x-injected" not in reply.headers
    assert time.perf_counter() - begun < 5
