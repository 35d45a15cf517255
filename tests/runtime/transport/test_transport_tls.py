"""Either line, over TLS."""

import logging
import socket
import ssl

import pytest

from apiscribe.runtime.errors import TransportError, TransportTimeout
from tests.runtime import zoo
from tests.runtime.places import CERTIFICATE
from tests.runtime.scripted import ScriptedServer, answers, drips, http, stalls
from tests.runtime.zoo import SECRET, request_for

ANSWER = b'{"id": 7, "name": "Rex"}'
REQUEST = request_for(zoo.ADD, {"name": "Rex"})


@pytest.fixture
def server():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with ScriptedServer(context) as server:
        yield server


@pytest.fixture
def trusted(monkeypatch):
    """Set long after everything was imported, as a program may do that reads its settings."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest.mark.usefixtures("trusted")
def test_tls_carries_a_call_and_hides_its_secrets_from_logs(server, transport, caplog):
    caplog.set_level(logging.DEBUG)
    server.will(answers(ANSWER))

    for _ in range(2):
        assert transport.send(request_for(zoo.FIND, {"name": "Rex"}), 10).body == ANSWER

    assert server.connections == 1
    assert SECRET in server.received[0].target
    assert SECRET not in caplog.text


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("script", [stalls(), drips(http(ANSWER), 0.05)], ids=["silence", "drops"])
def test_a_slow_answer_over_tls_ends_in_time(server, transport, script):
    server.will(script)

    with pytest.raises(TransportTimeout) as caught:
        transport.send(REQUEST, 0.4)

    assert caught.value.sent


def test_a_certificate_that_nobody_vouches_for_is_an_error(server, transport):
    with pytest.raises(TransportError, match=r"TLS failed: .*certificate verify failed") as caught:
        transport.send(REQUEST, 10)

    assert not caught.value.sent
    assert server.received == []
    assert server.connections == 1


def test_a_handshake_that_is_not_answered_ends_in_time(connect):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        transport = connect(f"https://127.0.0.1:{listener.getsockname()[1]}")

        with pytest.raises(TransportTimeout) as caught:
            transport.send(REQUEST, 0.4)

    assert not caught.value.sent
