"""Proxies: real ones, between both clients and servers with and without TLS."""

import logging
import socket
import traceback
from typing import Any

import pytest

from apiscribe.runtime.errors import ResponseError, TransportError, TransportTimeout
from apiscribe.runtime.transport import aiohttp_connections, connection
from tests.runtime.proxying import CERTIFICATE, WHO_ARE_YOU, ProxyServer, add, through, tls
from tests.runtime.scripted import ScriptedServer, answers, hangs_up, resets, says, stalls
from tests.runtime.zoo import SECRET

REX = answers(b'{"id": 7, "name": "Rex"}')
USER, PASSWORD = "keeper", "planted:pass/word@41f7"
PAIR = f"{USER}:{PASSWORD}"
ESCAPED = f"{USER}:planted%3Apass%2Fword%4041f7"


@pytest.fixture
def server(either_server):
    either_server.will(REX)
    return either_server


def test_a_proxy_stands_between(zoo, server, proxy):
    client = zoo.client(server.base_url, proxy=proxy.url, ca_bundle=CERTIFICATE)

    assert [add(client), add(client)] == [7, 7]
    assert proxy.asked == [through(server)]
    assert (proxy.connections, server.connections) == (1, 1)
    assert {each.headers["host"] for each in server.received} == {
        server.base_url.partition("//")[2]
    }
    assert [each.method for each in server.received] == ["POST", "POST"]


def test_a_proxy_may_want_tls_of_its_own(zoo, server):
    with ProxyServer(tls=tls()) as proxy:
        client = zoo.client(server.base_url, proxy=proxy.url, ca_bundle=str(CERTIFICATE))

        assert add(client) == 7
        assert proxy.asked == [through(server)]


def test_proxy_credentials_reach_only_the_proxy(zoo, server):
    with ProxyServer(PAIR) as proxy:
        url = proxy.url.replace("//", f"//{ESCAPED}@")
        client = zoo.client(server.base_url, proxy=url, ca_bundle=CERTIFICATE)

        assert add(client) == 7

    (received,) = server.received
    if server.base_url.startswith("https"):
        assert "proxy-authorization" not in received.headers
    assert SECRET not in "".join(proxy.heads)


def test_a_url_of_a_proxy_may_lack_its_scheme(zoo, server, proxy):
    client = zoo.client(server.base_url, proxy=proxy.host, ca_bundle=CERTIFICATE)

    assert add(client) == 7
    assert proxy.connections == 1


# What goes wrong at the proxy


def refusing(script):
    """A server in the proxy's place, that does what the script says."""
    server = ScriptedServer()
    server.will(script)
    return server


@pytest.mark.parametrize(
    ("script", "reason", "times"),
    [
        (
            says(WHO_ARE_YOU),
            "407 Proxy Authentication Required: its URL is the place for user and password",
            1,
        ),
        (answers("no", 403), "403 Forbidden", 3),
        (answers(PASSWORD, 502), "502 Bad Gateway", 3),
        (answers("no", 599), "599", 3),
        (hangs_up(), "the connection was closed without an answer", 3),
        (resets(), "Connection reset by peer", 3),
        (says(b"SSH-2.0-OpenSSH_9.6\r\n"), "the answer is not HTTP", 3),
    ],
    ids=["407", "403", "502", "unheard of", "hang-up", "reset", "another protocol"],
)
def test_a_proxy_that_opens_no_tunnel_is_an_error_of_its_own(zoo, script, reason, times):
    with ScriptedServer(tls()) as server, refusing(script) as proxy:
        url = proxy.base_url.replace("//", f"//{ESCAPED}@")
        client = zoo.client(server.base_url, proxy=url, ca_bundle=CERTIFICATE)
        with pytest.raises(TransportError) as caught:
            add(client)

        host = proxy.base_url.partition("//")[2]
        assert caught.value.reason.startswith(f"at the proxy {host}: {reason}")
        assert type(caught.value) is TransportError
        assert not caught.value.sent
        assert [each.method for each in proxy.received] == ["CONNECT"] * times
        assert server.received == []
        assert_nothing_shows(caught.value)


def test_a_proxy_that_does_not_answer_is_an_error_of_its_own(zoo):
    with ScriptedServer(tls()) as server, refusing(stalls()) as proxy:
        events: list[Any] = []
        client = zoo.client(
            server.base_url, proxy=proxy.base_url, timeout=0.4, hooks=[events.append]
        )
        with pytest.raises(TransportTimeout, match="at the proxy") as caught:
            add(client)

        assert caught.value.reason.endswith("cannot connect in time")
        assert not caught.value.sent
        assert server.received == []
        # There was no time to begin anew.
        assert [type(each).__name__ for each in events] == [
            "RequestStarted",
            "RequestFailed",
            "CallFinished",
        ]


def test_opening_a_tunnel_is_bounded_like_connecting(zoo, monkeypatch):
    for module in (connection, aiohttp_connections):
        monkeypatch.setattr(module, "CONNECT_TIMEOUT", 0.2)
    with ScriptedServer(tls()) as server, refusing(stalls()) as proxy:
        client = zoo.client(server.base_url, proxy=proxy.base_url, timeout=20)
        with pytest.raises(TransportTimeout, match=r"at the proxy .*: cannot connect in time"):
            add(client)

        assert len(proxy.received) == 3


def test_a_proxy_that_is_not_there_is_an_error_of_its_own(zoo, server):
    with ProxyServer() as gone:
        host = gone.host
    client = zoo.client(server.base_url, proxy=f"http://{ESCAPED}@{host}")

    with pytest.raises(TransportError) as caught:
        add(client)

    assert caught.value.reason == f"at the proxy {host}: cannot connect: Connection refused"
    assert caught.value.host == server.base_url.partition("//")[2]
    assert not caught.value.sent
    assert server.received == []
    assert_nothing_shows(caught.value)


def test_a_proxy_without_an_address_is_its_own_error(zoo, server):
    client = zoo.client(server.base_url, proxy="http://proxy.invalid:3128")

    with pytest.raises(TransportError) as caught:
        add(client)

    assert caught.value.reason == "at the proxy proxy.invalid:3128: its name cannot be resolved"
    assert not caught.value.sent


def test_a_forwarding_proxy_may_refuse_the_caller(zoo):
    with ScriptedServer() as server, ProxyServer(PAIR) as proxy:
        client = zoo.client(server.base_url, proxy=proxy.url)
        with pytest.raises(TransportError, match=r"at the proxy .*: 407") as caught:
            add(client)

        assert not caught.value.sent
        assert len(proxy.asked) == 1
        assert server.received == []


@pytest.mark.parametrize("script", [hangs_up(), resets()], ids=["hang-up", "reset"])
def test_a_break_at_a_forwarding_proxy_may_be_sent(zoo, script):
    with refusing(script) as proxy:
        client = zoo.client("http://zoo.example", proxy=proxy.base_url)
        with pytest.raises(TransportError, match="at the proxy") as caught:
            add(client)

        assert caught.value.sent
        assert len(proxy.received) == 1


def test_other_answers_of_a_proxy_pass_as_the_servers(zoo):
    with refusing(answers("<html>", 502, kind="text/html")) as proxy:
        client = zoo.client("http://zoo.example", proxy=proxy.base_url)
        with pytest.raises(ResponseError, match="502"):
            add(client)


def test_beyond_the_tunnel_errors_are_those_of_the_server(zoo, proxy):
    with ScriptedServer(tls()) as server:
        client = zoo.client(server.base_url, proxy=proxy.url)
        with pytest.raises(TransportError) as untrusted:
            add(client)
        server.will(hangs_up())
        trusting = zoo.client(server.base_url, proxy=proxy.url, ca_bundle=CERTIFICATE)
        with pytest.raises(TransportError) as cut:
            add(trusting)

    assert untrusted.value.reason.startswith("TLS failed: ")
    assert not untrusted.value.sent
    assert cut.value.reason == "the connection was closed without an answer"
    assert cut.value.sent


def test_a_proxy_that_nobody_vouches_for_is_an_error_of_its_own(zoo, server):
    with ProxyServer(tls=tls()) as proxy:
        client = zoo.client(server.base_url, proxy=proxy.url)
        with pytest.raises(TransportError) as caught:
            add(client)

        assert caught.value.reason.startswith(f"at the proxy {proxy.host}: TLS failed: ")
        assert proxy.asked == []


def test_no_write_is_sent_twice_through_a_proxy(zoo, server, proxy):
    server.will(resets())
    client = zoo.client(server.base_url, proxy=proxy.url, ca_bundle=CERTIFICATE)

    with pytest.raises(TransportError) as caught:
        add(client)

    assert caught.value.sent
    assert len(server.received) == 1


def test_an_address_without_a_listener_is_not_the_proxys_fault(zoo):
    """What a tunnel leads to is the proxy's to reach; it says so by its own error."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    client = zoo.client(f"https://127.0.0.1:{port}")

    with pytest.raises(TransportError, match="cannot connect: Connection refused") as caught:
        add(client)

    assert "proxy" not in str(caught.value)


# What shows


def assert_nothing_shows(error):
    shown = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
    for secret in (PASSWORD, ESCAPED, "pass/word", "pass%2Fword"):
        assert secret not in shown


def test_logs_and_reprs_show_neither_password_nor_secrets(zoo, server, caplog):
    caplog.set_level(logging.DEBUG)
    with ProxyServer(PAIR) as proxy:
        url = proxy.url.replace("//", f"//{ESCAPED}@")
        client = zoo.client(server.base_url, proxy=url, ca_bundle=CERTIFICATE)
        add(client)
        wrong = zoo.client(server.base_url, proxy=url.replace("41f7", "51a8"))
        with pytest.raises(TransportError):
            add(wrong)

    line = getattr(client, "_inner", client)._transport
    shown = caplog.text + repr(client) + repr(vars(line)) + str(line)
    for secret in ("planted", ESCAPED, SECRET):
        assert secret not in shown
