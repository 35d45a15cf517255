"""A load generator: `python -m bench.load PORT PATH BODY SECONDS` prints requests a second.

One form is posted again and again over a few connections, each of which waits for its answer.
Answers have to be 200 and all of one length: to parse them would make this the slowest of all.
"""

from __future__ import annotations

import select
import socket
import sys
from time import perf_counter

_CONNECTIONS = 16
_WARM_UP_SECONDS = 0.3
_OK = b"HTTP/1.1 200"


class _Load:
    def __init__(self, port: int, path: str, body: str) -> None:
        self._request = (
            f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\naccept: application/json\r\n"
            f"content-type: application/x-www-form-urlencoded\r\ncontent-length: {len(body)}"
            f"\r\n\r\n{body}"
        ).encode()
        self._sockets: dict[int, socket.socket] = {}
        self._received: dict[int, int] = {}
        self._poll = select.poll()
        for _ in range(_CONNECTIONS):
            connection = socket.create_connection(("127.0.0.1", port), 10)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._sockets[connection.fileno()] = connection
            self._poll.register(connection, select.POLLIN)
        self._length = self._length_of_an_answer()
        for number, connection in self._sockets.items():
            self._received[number] = 0
            connection.sendall(self._request)

    def drive(self, seconds: float) -> float:
        """Requests answered a second."""
        done = 0
        begun = now = perf_counter()
        while now - begun < seconds:
            ready = self._poll.poll(5000)
            if not ready:
                sys.exit("no answer within five seconds")
            for number, _ in ready:
                done += self._proceed(number)
            now = perf_counter()
        return done / (now - begun)

    def _proceed(self, number: int) -> bool:
        connection = self._sockets[number]
        data = connection.recv(65536)
        if not data or (not self._received[number] and not data.startswith(_OK)):
            sys.exit(f"not a success: {data[:300]!r}")
        self._received[number] += len(data)
        if self._received[number] < self._length:
            return False
        if self._received[number] > self._length:
            sys.exit("an answer is longer than the first one was")
        self._received[number] = 0
        connection.sendall(self._request)
        return True

    def _length_of_an_answer(self) -> int:
        connection = next(iter(self._sockets.values()))
        connection.sendall(self._request)
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(65536) or sys.exit("the server hung up")
        head = data.partition(b"\r\n\r\n")[0]
        length = len(head) + 4 + int(head.lower().split(b"content-length:")[1].split()[0])
        while len(data) < length:
            data += connection.recv(65536) or sys.exit("the server hung up")
        return length


def main(port: str, path: str, body: str, seconds: str) -> None:
    load = _Load(int(port), path, body)
    load.drive(_WARM_UP_SECONDS)
    print(load.drive(float(seconds)))


if __name__ == "__main__":
    main(*sys.argv[1:])
