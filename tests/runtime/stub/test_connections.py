"""Requests on real connections: clients that are slow, odd or mean harm."""

import socket
import threading
import time
from typing import Any

import pytest

from apiscribe.runtime.stub import Bounds
from tests.runtime.stub.conftest import FORM, KEYS

QUERY = "key=k&secret=s"
PNG = b"\x89PNG..."


def request(body=b"", *headers, path="/v1/book/add", length=None):
    head = [f"POST {path} HTTP/1.1", "Host: localhost", f"Content-Type: {FORM}", *headers]
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


def test_a_response_to_head_ends_with_its_head(call):
    with call.connected() as connection:
        head = f"HEAD /v2/shelves?{QUERY} HTTP/1.1\r\nHost: localhost\r\n\r\n"
        connection.send(head.encode())

        assert int(connection.reply("HEAD").headers["content-length"]) > 0
        connection.send(request(GOOD))
        assert connection.reply().operation == "book.add"


def test_the_last_response_of_a_connection_says_so(call):
    with call.connected() as connection:
        connection.send(request(GOOD))
        first = connection.reply()
        connection.send(request(GOOD, "Connection: close"))
        last = connection.reply()

    assert (first.headers.get("connection"), last.headers["connection"]) == (None, "close")
    assert "date" in first.headers


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
    for headers in (
        {"x": "y" * 70_000},
        {"x" * 70_000: "y"},
        {f"{n:0300}": "" for n in range(300)},
    ):
        reply = call("/v1/book/list", headers=headers)
        assert (reply.status, reply.fault) == (413, "too_large")
        assert reply.message == (
            "path and headers have more than 65536 bytes (the stub's bound `header_bytes`)"
        )


def test_headers_without_end(call):
    reply = call.raw(b"GET / HTTP/1.1\r\nx: " + b"y" * 1_300_000)

    assert (reply.status, reply.fault) == (413, "too_large")
    assert reply.headers["connection"] == "close"


def test_a_query_string_may_be_as_long_as_a_form(call):
    text = f"{QUERY}&title=x&notes="
    longest = text + "y" * (Bounds().text_bytes - len(text))

    assert call(f"/v1/book/add?{longest}").operation == "book.add"
    assert call(f"/v1/book/add?{longest}y").message == (
        "the query string has more than 1048576 bytes besides files (the stub's bound `text_bytes`)"
    )
    assert call("/v1/book/add" + "y" * 65_537).message == (
        "the path has more than 65536 bytes (the stub's bound `header_bytes`)"
    )


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
    assert reply.message == (
        "the body has more than 10485760 bytes (the stub's bound `body_bytes`)"
    )


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


@pytest.mark.parametrize("begun", [b"", b"key="])
def test_a_body_that_never_comes_is_waited_for_only_so_long(call_stub, begun):
    reply = call_stub(bounds=Bounds(body_seconds=0.2)).raw(request(begun, length=100))

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

    assert all(call.is_alive() for _ in range(20))
    for connection in slow:
        # It is still waited for: nothing has come, not even an end.
        connection.setblocking(False)
        with connection, pytest.raises(BlockingIOError):
            connection.recv(1)


def test_many_clients_at_once(call):
    replies: list[Any] = []

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
    # In the caller's time, or there is no reply.
    reply = call.form("/v1/book/add", body=f"{QUERY}&pages=x&{body}")

    assert reply.fault in ("arguments_refused", "malformed", "too_large")
    assert "x-injected" not in reply.headers
