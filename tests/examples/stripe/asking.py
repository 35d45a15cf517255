"""Asks the emulator over raw HTTP, as curl does."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import urllib3

KEY = "sk_test_4eC39HqLyjWDarjtT1zdp7dc"
HEADERS = {
    "Authorization": f"Bearer {KEY}",
    "Content-Type": "application/x-www-form-urlencoded",
}


class Curl:
    def __init__(self, base_url: str, pool: urllib3.PoolManager) -> None:
        self.base_url, self._pool = base_url, pool

    def __call__(self, method: str, path: str, *fields: str, status: int = 200) -> Any:
        sent = self.sent(method, path, *fields)
        assert sent.status == status, sent.data
        return sent.json()

    def sent(
        self, method: str, path: str, *fields: str, key: str | None = None
    ) -> urllib3.BaseHTTPResponse:
        """The whole response; `key` is the idempotency key."""
        form = "&".join(f"{name}={quote(value)}" for name, _, value in map(_parts, fields))
        target = f"{self.base_url}/v1/{path}"
        headers = HEADERS if key is None else {**HEADERS, "Idempotency-Key": key}
        if method == "GET":
            return self._pool.request(method, f"{target}?{form}", headers=headers)
        return self._pool.request(method, target, body=form, headers=headers)

    def refused(self, method: str, path: str, *fields: str, status: int = 400) -> Any:
        """What is wrong, without the words."""
        error = self(method, path, *fields, status=status)["error"]
        assert error.pop("message")
        return error

    def advance(self, **spans: float) -> None:
        """Time passes."""
        seconds = timedelta(**spans).total_seconds()
        self._control("POST", "clock", advance=seconds)

    def events(self, type: str) -> list[Any]:
        """Those of one type, the newest first."""
        return list(self("GET", "events", f"type={type}", "limit=100")["data"])

    def _control(self, method: str, path: str, **body: Any) -> Any:
        url = f"{self.base_url}/_stub/{path}"
        sent = self._pool.request(method, url, json=body)
        assert sent.status == 200, sent.data
        return sent.json()

    def moves(self, entity: str, key: str, transition: str) -> None:
        """What somebody else does."""
        body = json.dumps({"tenant": KEY}).encode()
        path = f"{self.base_url}/_stub/state/{entity}/{key}/{transition}"
        sent = self._pool.request(
            "POST", path, body=body, headers={"Content-Type": "application/json"}
        )
        assert sent.status == 200, sent.data

    def types(self) -> list[str]:
        return [each["type"] for each in self("GET", "events", "limit=100")["data"]]


def _parts(field: str) -> tuple[str, str, str]:
    return field.partition("=")
