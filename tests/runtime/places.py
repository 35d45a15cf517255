"""Where clients are sent to meet a fault, and what they met there."""

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.runtime.scripted import Received, Script, ScriptedServer

CERTIFICATE = Path(__file__).with_name("loopback.pem")


@dataclass
class Place:
    base_url: str
    received: Sequence[Received] = field(default_factory=list)


Opened = AbstractContextManager[Place | ScriptedServer]
Opens = Callable[[], Opened]


def server(*scripts: Script, **options: Any) -> Opens:
    """A server that does as `scripts` say."""

    @contextmanager
    def opened() -> Iterator[ScriptedServer]:
        with ScriptedServer(**options) as server:
            server.will(*scripts)
            yield server

    return opened


def greets(script: Script) -> Opens:
    """A server that does something before it has read a request."""
    return server(script, greeting=script)


def secure(*scripts: Script, greeting: Script | None = None) -> Opens:
    """A server with a certificate that nobody vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return server(*scripts, tls=context, greeting=greeting)


def for_https(opens: Opens) -> Opens:
    """The same place, taken for one that speaks TLS."""

    @contextmanager
    def opened() -> Iterator[Place]:
        with opens() as place:
            yield Place(place.base_url.replace("http:", "https:"), place.received)

    return opened


@contextmanager
def nobody() -> Iterator[Place]:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    yield Place(f"http://127.0.0.1:{port}")


@contextmanager
def no_address() -> Iterator[Place]:
    yield Place("http://planted.invalid")


@contextmanager
def full_backlog(host: str, port: int = 0) -> Iterator[int]:
    """A port that takes no more: the kernel drops what else comes, as a firewall would."""
    with socket.socket() as listener:
        listener.bind((host, port))
        listener.listen(0)
        fillers = []
        for _ in range(4):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex(listener.getsockname())
            fillers.append(filler)
        yield listener.getsockname()[1]
        for filler in fillers:
            filler.close()


@contextmanager
def no_way_in() -> Iterator[Place]:
    with full_backlog("127.0.0.1") as port:
        yield Place(f"http://127.0.0.1:{port}")
