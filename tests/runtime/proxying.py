"""A proxy over real sockets: it opens tunnels and passes requests on, and takes down for whom."""

import socket
import ssl
import threading
from base64 import b64encode
from contextlib import suppress
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

CERTIFICATE = Path(__file__).with_name("loopback.pem")
OPENED = b"HTTP/1.1 200 Connection established\r\n\r\n"
WHO_ARE_YOU = (
    b"HTTP/1.1 407 Proxy Authentication Required\r\n"
    b'Proxy-Authenticate: Basic realm="zoo"\r\nContent-Length: 0\r\n\r\n'
)


class ProxyServer:
    """Serves those who say `user:password`, or everybody."""

    def __init__(self, pair: str | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.asked: list[tuple[str, str]] = []
        """Method and target, as they came."""
        self.heads: list[str] = []
        self.connections = 0
        self._wanted = pair and f"Basic {b64encode(pair.encode()).decode()}"
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://{self.host}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)
        for each in (*self._open, self._listener):
            each.close()

    def _start(self, target, *arguments) -> threading.Thread:
        thread = threading.Thread(target=target, args=arguments)
        self._threads.append(thread)
        thread.start()
        return thread

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            if self._tls is not None:
                client = self._tls.wrap_socket(
                    client, server_side=True, do_handshake_on_connect=False
                )
            self._open.append(client)
            self._start(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError):
            while (head := _head(client)) != "":
                method, target, _ = head.partition("\r\n")[0].split(" ")
                self.asked.append((method, target))
                self.heads.append(head)
                if self._wanted and f"proxy-authorization: {self._wanted}" not in _folded(head):
                    client.sendall(WHO_ARE_YOU)
                    continue
                where = urlsplit(f"//{target}" if method == "CONNECT" else target)
                server = socket.create_connection((where.hostname, where.port))
                self._open.append(server)
                if method == "CONNECT":
                    client.sendall(OPENED)
                else:
                    # One request a connection is all that these tests ask for.
                    origin = head.replace(target, where._replace(scheme="", netloc="").geturl(), 1)
                    server.sendall(origin.encode())
                back = self._start(_relay, server, client)
                _relay(client, server)
                back.join(10)
                return


def tls() -> ssl.SSLContext:
    """What a server needs that nobody vouches for but the file above."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


def add(client) -> object:
    return client.animal.add(name="Rex").id


def through(server) -> tuple[str, str]:
    """What a proxy has to be asked for calls of the server."""
    address = server.base_url.partition("//")[2]
    if server.base_url.startswith("https"):
        return ("CONNECT", address)
    return ("POST", f"http://{address}/v1/animal/add")


def _folded(head: str) -> str:
    names = (line.partition(":") for line in head.split("\r\n"))
    return "\r\n".join(f"{name.lower()}:{value}" for name, _, value in names)


def _head(connection: socket.socket) -> str:
    """A request until its body begins, which is not read."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        part = connection.recv(1)
        if not part:
            return ""
        head += part
    return head.decode()


def _relay(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(65536):
            sink.sendall(part)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_RDWR)
