"""One request to an application that takes events, without a server."""

import asyncio
import io
from types import SimpleNamespace

from tests.runtime.webhooks.gate import FORM, OPENED, basic, form

USER, PASSWORD = "gate", "planted-password-18d0"
RIGHT = basic(USER, PASSWORD)
OPEN = form(OPENED)


def reply(status, headers):
    return SimpleNamespace(status=status, headers={k.lower(): v for k, v in headers})


def call_asgi(app, body, method="POST", authorization=RIGHT, content_type=FORM, chunk=1 << 16):
    """One request, in as many messages as its body has chunks."""
    sent = []
    parts = [body[at : at + chunk] for at in range(0, len(body), chunk)] or [b""]
    messages = iter(
        {"type": "http.request", "body": part, "more_body": part is not parts[-1]} for part in parts
    )

    async def receive():
        return next(messages)

    async def send(message):
        sent.append(message)

    headers = [(b"authorization", authorization.encode())] if authorization is not None else []
    headers.append((b"content-type", content_type.encode()))
    scope = {"type": "http", "method": method, "path": "/any", "headers": headers}
    asyncio.run(app(scope, receive, send))
    start, end = sent
    assert end == {"type": "http.response.body", "body": b""}
    return reply(start["status"], [(k.decode(), v.decode()) for k, v in start["headers"]])


def call_wsgi(app, body, method="POST", authorization=RIGHT, content_type=FORM, **more):
    environ = {
        "REQUEST_METHOD": method,
        "CONTENT_TYPE": content_type,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        **more,
    }
    if authorization is not None:
        environ["HTTP_AUTHORIZATION"] = authorization
    started = []
    content = list(app(environ, lambda status, headers: started.append((status, headers))))
    assert content == []
    ((status, headers),) = started
    return reply(int(status.split()[0]), headers)
