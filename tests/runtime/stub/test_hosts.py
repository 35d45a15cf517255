"""Who may call the stub, as far as a web browser says it."""

from socket import gethostname

import pytest

from apiscribe.runtime.stub.hosts import Hosts
from apiscribe.runtime.stub.responses import RequestRefused
from tests.runtime.stub.conftest import FORM
from tests.runtime.stub.library import LibraryStub


def is_taken(hosts, **headers):
    try:
        said = {name.replace("_", "-").encode(): value for name, value in headers.items()}
        hosts.check(said, version="1.1")
    except RequestRefused:
        return False
    return True


@pytest.mark.parametrize(
    "host",
    [
        b"127.0.0.1:8000",
        b"127.0.0.1",
        b"127.8.9.1:8000",
        b"192.168.0.7:8000",
        b"localhost:8000",
        b"LocalHost",
        b"localhost.:8000",
        b"zoom.localhost:1",
        b"[::1]:8000",
        b"[::1]",
        b"my.name:8000",
        b"allowed:8000",
        b"",
    ],
)
def test_a_name_of_the_stub(host):
    assert is_taken(Hosts(["Allowed"], bound="my.name", exposed=False), host=host)


@pytest.mark.parametrize(
    "host",
    [
        b"evil.example:8000",
        b"evil.example",
        b"127.0.0.1.evil.example:8000",
        b"localhost.evil.example",
        b"evillocalhost",
        b"localhost@evil.example",
        b"localhost:8000, evil.example",
        b"evil.example:8000:localhost",
        b"localhost/evil",
        b"[evil]",
        b"\xff",
        b"127.1",
        b" ",
    ],
)
def test_a_name_that_is_not_the_stubs(host):
    assert not is_taken(Hosts(["allowed"], bound="127.0.0.1", exposed=False), host=host)


def test_a_public_stub_goes_by_names_of_its_network():
    machine = gethostname()
    for name in ("stub:8000", machine, f"{machine}.local", "10.0.0.1", "allowed.example"):
        assert is_taken(Hosts(["allowed.example"], exposed=True), host=name.encode())
    for foreign in (b"stub.lan:8000", b"evil.example", b"stub.evil.example:80"):
        assert not is_taken(Hosts(exposed=True), host=foreign)
        assert is_taken(Hosts(["*"], exposed=True), host=foreign)
    assert not is_taken(Hosts(exposed=False), host=b"stub:8000")


def test_whoever_looks_at_names_themselves():
    assert is_taken(Hosts(any_name=True), host=b"stub.lan:8000")
    assert not is_taken(Hosts(any_name=True), host=b"a.lan", origin=b"http://b.lan")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": b"http://localhost:8000"},
        {"origin": b"http://allowed:3000"},
        {"sec_fetch_site": b"same-origin"},
        {"sec_fetch_site": b"none"},
    ],
)
def test_a_page_that_may_use_the_stub(headers):
    assert is_taken(Hosts(["allowed"], exposed=False), host=b"localhost:8000", **headers)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": b"https://evil.example"},
        {"origin": b"http://localhost:3000"},
        {"origin": b"http://localhost:8000.evil.example"},
        {"origin": b"null"},
        {"origin": b""},
        {"origin": b"https://evil.example", "sec_fetch_mode": b"navigate"},
        {"sec_fetch_site": b"cross-site", "sec_fetch_mode": b"no-cors"},
        {"sec_fetch_site": b"same-site"},
        {"sec_fetch_site": b"cross-site", "sec_fetch_mode": b"navigate"},
    ],
)
def test_a_page_of_another_site(headers):
    assert not is_taken(Hosts(["allowed"], exposed=False), host=b"localhost:8000", **headers)


def test_a_link_to_the_page():
    hosts = Hosts(exposed=False)
    link = {b"host": b"localhost", b"sec-fetch-site": b"cross-site", b"sec-fetch-mode": b"navigate"}
    hosts.check(link, is_page=True)
    hosts.check(link | {b"sec-fetch-dest": b"document"}, is_page=True)
    for wrong in ({b"sec-fetch-dest": b"iframe"}, {b"origin": b"https://evil.example"}):
        with pytest.raises(RequestRefused):
            hosts.check(link | wrong, is_page=True)


@pytest.mark.parametrize("path", ["/", "/openapi.json", "/v1/book/add", "/nowhere"])
def test_a_call_by_another_name_is_refused(call, path):
    reply = call(path, headers={"host": "evil.example"})

    assert (reply.status, reply.fault) == (421, "malformed")
    assert reply.message == (
        "this stub is not called evil.example; call it by its address or by localhost, or start it"
        " with allowed_hosts= or --allow-host"
    )


def test_a_name_can_be_allowed(call_stub):
    call = call_stub(allowed_hosts=["books.test"])

    reply = call.form("/v1/book/list", headers={"host": "books.test:80"})
    assert reply.operation == "book.list"
    reply = call.form("/v1/book/list", headers={"origin": "https://books.test"})
    assert reply.operation == "book.list"


def test_a_call_from_another_page_is_refused(call):
    reply = call.form("/v1/book/add", headers={"origin": "https://evil.example"}, title="x")

    assert (reply.status, reply.fault) == (403, "malformed")
    assert reply.message.startswith("the web page of https://evil.example may not use this stub")


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_no_other_page_is_allowed_to_read(call, method):
    for headers in ({}, {"access-control-request-method": "POST"}):
        reply = call("/v1/book/list", method, headers=headers)
        assert not [name for name in reply.headers if name.startswith("access-control")]


def test_the_names_of_loopback_are_served(call):
    port = call.stub.port

    for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}"):
        assert call.form("/v1/book/list", headers={"host": host}).operation == "book.list"


def test_a_stub_for_every_address(call_stub):
    call = call_stub(LibraryStub, host="0.0.0.0")

    assert call.form("/v1/book/list", headers={"host": "stub:8000"}).operation == "book.list"
    assert call.form("/v1/book/list", headers={"host": "evil.example"}).status == 421


def test_two_names_in_one_request(call):
    """Whoever wrote them, a proxy may have looked at the other one."""
    head = (
        f"POST /v1/book/list HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nContent-Type: {FORM}"
    )

    reply = call.raw(f"{head}\r\nContent-Length: 0\r\n\r\n".encode())
    assert (reply.status, reply.fault) == (400, "malformed")
    assert reply.message == "host is given 2 times; it takes one value"


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        ("", "the header Host is missing"),
        ("Host: local host\r\n", "says local host, which is no name and port of a host"),
        ("Host: localhost:80:80\r\n", "says localhost:80:80, which is no name and port of a host"),
        ("Host: <localhost>\r\n", "says <localhost>, which is no name and port of a host"),
        ("Host: local%host\r\n", "says local%host, which is no name and port of a host"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/v1/book/list", "/_stub/health", "/nowhere"])
def test_no_host_that_one_could_call(call, path, headers, message):
    reply = call.raw(f"GET {path} HTTP/1.1\r\n{headers}\r\n".encode())

    assert (reply.status, reply.fault) == (400, "malformed")
    assert reply.message.endswith(message)


def test_old_clients_name_no_host(call):
    head = f"POST /v1/book/list HTTP/1.0\r\nContent-Type: {FORM}"
    body = b"key=k&secret=s"
    reply = call.raw(f"{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    assert (reply.status, reply.operation) == (200, "book.list")
