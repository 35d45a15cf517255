"""The stub as a server in a thread of this process."""

from __future__ import annotations

import errno
import ipaddress
import logging
import os
import socket
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Any, ClassVar, Self

import uvicorn

from .api import StubApi
from .app import Application
from .protocol import protocol_class

_PATIENCE = 10.0
"""Seconds that starting or stopping may take."""
_IDLE = 75
"""Seconds that a connection may wait for its next request: longer than clients keep one."""
_GRACE = 1
"""Seconds that a request under way may take when the server stops."""

logger = logging.getLogger(__name__)


class PortTaken(OSError):
    """Somebody else listens where the stub was to listen."""


class StubServer:
    """Serves the documented examples of an API, from a thread of this process.

        with StubServer() as stub:
            client = Client(base_url=stub.base_url)

    It can be started again after it was stopped, and any number can run side by side.

    Args:
        host: where to listen; the default is reached from this machine only.
        port: 0 for any that is free.
        strict: refuse arguments that an operation does not have.
        credentials: the only ones that are right, by name; without, any are.
        api: what to serve, where the class does not say it.

    Raises:
        ValueError: `credentials` names one that the API does not have.
    """

    api: ClassVar[StubApi]

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        strict: bool = False,
        credentials: Mapping[str, str] | None = None,
        api: StubApi | None = None,
    ) -> None:
        served = self.api if api is None else api
        self._host = host
        self._port = port
        self._application = Application(served, strict=strict, credentials=credentials)
        self._protocol = protocol_class(served.envelope)
        self._running: tuple[_Server, threading.Thread] | None = None

    @property
    def running(self) -> bool:
        return self._running is not None and self._running[1].is_alive()

    @property
    def port(self) -> int:
        if self._running is None:
            raise RuntimeError("the stub server is not running: start it, or use it in a `with`")
        return self._running[0].port

    @property
    def base_url(self) -> str:
        port = self.port
        host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    def start(self) -> Self:
        """Serve; connections are accepted when this returns.

        Raises:
            PortTaken: the port is not free.
            OSError: the host is not one of this machine, or the port is not for everybody.
        """
        if self._running is not None:
            raise RuntimeError("the stub server is running already")
        listener = _listen(self._host, self._port)
        server = _Server(self._application, self._protocol, listener)
        thread = threading.Thread(target=server.run, name="stub server", daemon=True)
        thread.start()
        if not server.wait_until_started(_PATIENCE):
            listener.close()
            raise RuntimeError(f"the stub server did not start within {_PATIENCE:.0f} seconds")
        self._running = server, thread
        return self

    def stop(self) -> None:
        """Finish the requests under way, and close every connection. Once is enough."""
        if self._running is None:
            return
        server, thread = self._running
        self._running = None
        server.should_exit = True
        thread.join(_PATIENCE)
        if thread.is_alive():
            server.force_exit = True
            logger.error("the stub server did not stop within %.0f seconds", _PATIENCE)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _Server(uvicorn.Server):
    """A uvicorn that says when it has started, and leaves logging and signals alone."""

    def __init__(self, application: Application, protocol: Any, listener: socket.socket) -> None:
        super().__init__(
            uvicorn.Config(
                application,
                http=protocol,
                ws="none",
                interface="asgi3",
                lifespan="on",
                log_config=None,
                proxy_headers=False,
                server_header=False,
                timeout_keep_alive=_IDLE,
                timeout_graceful_shutdown=_GRACE,
            )
        )
        self.port: int = listener.getsockname()[1]
        self._listener = listener
        self._settled = threading.Event()

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            super().run(sockets or [self._listener])
        finally:
            self._listener.close()
            self._settled.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._settled.set()

    def wait_until_started(self, seconds: float) -> bool:
        self._settled.wait(seconds)
        return self.started


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens, so that whoever else wants the port finds it taken."""
    found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, kind, protocol, _, address = found[0]
    if not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_loopback:
        logger.warning("%s is reached from other machines, by anybody", host or "every address")
    listener = socket.socket(family, kind, protocol)
    try:
        # Elsewhere than on POSIX, this would let two programs listen on one port.
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            message = f"port {port} of {host} is taken; choose another, or 0 for any that is free"
            raise PortTaken(error.errno, message) from None
        raise
    return listener
