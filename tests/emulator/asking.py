"""An account of the emulator, asked by raw requests, with what stories begin with."""

from __future__ import annotations

import json
from typing import Any

from tests.emulator.talking import Talk

PASSWORD = "P@55w0rd"
SOLD_TO = {
    "first_name": "Zoomie",
    "last_name": "Userton",
    "phone_number": "4085555555",
    "address": "1234 Some Street",
    "city": "Zoomville",
    "country": "US",
    "state": "CA",
    "zip": "95037",
}


class Account:
    """One account of the emulator, asked by whoever has its key."""

    def __init__(self, talk: Talk, key: str) -> None:
        self.talk, self.key = talk, key

    def __call__(self, path: str, **arguments: object) -> Any:
        return self.talk.api(path, key=self.key, **arguments)

    def happens(self, entity: str, id: object, transition: str, **told: object) -> Any:
        """What the service does by itself."""
        body = {"tenant": self.key, **told}
        return self.talk.control(f"POST state/{entity}/{id}/{transition}", body)

    def picture(self, user: str, content: bytes) -> Any:
        """The answer to a picture that is sent as curl does."""
        fields = {"api_key": self.key, "api_secret": "s", "id": user}
        parts = [
            f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        parts += [
            b'--b\r\nContent-Disposition: form-data; name="pic_file"; filename="me.jpg"\r\n'
            b"Content-Type: image/jpeg\r\n\r\n" + content + b"\r\n--b--\r\n"
        ]
        headers = {"Content-Type": "multipart/form-data; boundary=b"}
        _, _, body = self.talk.raw("POST", "/v1/user/uploadpicture", b"".join(parts), headers)
        return json.loads(body)

    # What stories begin with.

    def user(self, email: str = "ada@example.com", type: int = 2, **more: object) -> str:
        made = self("user/autocreate", email=email, type=type, password=PASSWORD, **more)
        return str(made["id"])

    def speaker(self, email: str = "speaker@example.com", **more: Any) -> str:
        return self.user(email, enable_webinar="true", webinar_capacity=100, **more)

    def meeting(self, host: str, **more: object) -> Any:
        return self("meeting/create", **({"host_id": host, "topic": "T", "type": 2} | more))["id"]

    def webinar(self, host: str, **more: object) -> Any:
        return self("webinar/create", **({"host_id": host, "topic": "T", "type": 5} | more))["id"]

    def sub_account(self, email: str = "owner@example.net") -> Any:
        names = {"first_name": "Zoomie", "last_name": "Userton", "password": PASSWORD}
        return self("ma/account/create", email=email, **names)

    def subscribed(self, base: str = '{"type":"monthly","hosts":20}') -> str:
        id = str(self.sub_account()["id"])
        answer = self("ma/account/plan/subscribe", account_id=id, **SOLD_TO, plan_base=base)
        assert "error" not in answer, answer
        return id

    def register(self, kind: str, id: object, email: str = "guest@example.org", **more: Any) -> Any:
        names = {"first_name": "Guest", "last_name": "Guest"}
        return self(f"{kind}/register", id=id, email=email, **names, **more)
