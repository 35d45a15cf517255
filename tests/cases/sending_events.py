"""Events as a service sends them, over real sockets."""

import hashlib
import hmac
import json
import threading
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

PAID: dict[str, Any] = {
    "type": "charge.paid",
    "data": {"object": {"kind": "charge", "id": "1", "amount": 5, "paid": True}},
}


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def served(application):
    server = make_server("127.0.0.1", 0, application, handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def post(port, body, headers):
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    kind = {} if "Content-Type" in headers else {"Content-Type": "application/json"}
    connection.request("POST", "/hook", body, {**kind, **headers})
    response = connection.getresponse()
    content = (response.status, response.getheader("Content-Type"), response.read())
    connection.close()
    return content


def signed(secret, text, hash="sha256"):
    return hmac.new(secret.encode(), text, getattr(hashlib, hash)).hexdigest()


def encoded(value):
    return json.dumps(value).encode()
