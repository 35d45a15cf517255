"""How tests talk to an emulator: over a socket, with nothing of ours in between."""

import http.client
import json
from typing import Any
from urllib.parse import urlencode

KEY = "key-of-the-tests"


class Talk:
    """Calls the API as its clients do, and the control API beside it."""

    def __init__(self, stub):
        self.stub = stub

    def api(self, path: str, *, key: str = KEY, headers: Any = (), **arguments: object) -> Any:
        """What the emulated API answers to a form."""
        status, _, body = self.sent(path, key=key, headers=headers, **arguments)
        assert status == 200, (status, body)
        return json.loads(body)

    def sent(self, path, *, key=KEY, headers=(), **arguments):
        form = urlencode({"api_key": key, "api_secret": "s", **arguments})
        named = {"Content-Type": "application/x-www-form-urlencoded", **dict(headers)}
        return self.raw("POST", f"/v1/{path}", form, named)

    def control(
        self, call: str, body: object = None, *, headers: Any = (), status: int = 200
    ) -> Any:
        """What the control API answers to `GET clock` or `POST reset`."""
        method, path = call.split()
        content = None if body is None else json.dumps(body)
        found, _, answer = self.raw(method, f"/_stub/{path}", content, dict(headers))
        assert found == status, (found, answer)
        return json.loads(answer) if answer else None

    def raw(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.stub.port, timeout=20)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        finally:
            connection.close()

    def user(self, email="ada@example.com", **options):
        return self.api("user/create", email=email, type=1, **options)["id"]

    def meeting(self, host, **options):
        given = {"host_id": host, "topic": "Standup", "type": 2}
        return self.api("meeting/create", **(given | options))


def problems(answer):
    assert answer["message"]
    return {each["at"] for each in answer["problems"] if each["problem"]}


def users(talk, **more):
    return talk.api("user/list", **more)["total_records"]
