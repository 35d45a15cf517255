"""Somebody who takes webhooks: keeps what comes, and answers as told."""

import threading
from collections.abc import Callable
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver:
    def __init__(self, url, statuses):
        self.url = url
        self.statuses = statuses
        self.received = []
        self.before: Callable[[], object] = lambda: None
        """What is done before a response."""

    def wait_for(self, count):
        """What has come, once so many have."""
        pause = threading.Event()
        for _ in range(500):
            if len(self.received) >= count:
                break
            pause.wait(0.02)
        assert len(self.received) == count, self.received
        return self.received


@contextmanager
def receiver(*statuses):
    """A server that answers with one status after the other, and then with 204."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            me.received.append((self.path, dict(self.headers), body))
            me.before()
            status = me.statuses.pop(0) if me.statuses else 204
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", f"{me.url}elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    me = Receiver(f"http://127.0.0.1:{server.server_port}/", list(statuses))
    thread = threading.Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    try:
        yield me
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()
