"""Whoever calls the wallet's stub without the package."""

from __future__ import annotations

from typing import Any

import urllib3


class Caller:
    """Sends what the wallet's page documents, as bytes."""

    def __init__(self, pool: urllib3.PoolManager, base_url: str, secret: str = "sk_a") -> None:
        self._pool, self.base_url, self._secret = pool, base_url, secret

    def __call__(
        self, path: str, *, key: str | None = None, secret: str | None = None, **body: Any
    ) -> urllib3.BaseHTTPResponse:
        headers = {"Authorization": f"Bearer {secret or self._secret}"}
        headers |= {} if key is None else {"Idempotency-Key": key}
        method = "POST" if body or path.endswith("/close") else "GET"
        return self._pool.request(
            method, self.base_url + path, headers=headers, json=body or None, retries=False
        )

    def control(self, method: str, path: str, **body: Any) -> Any:
        sent = self._pool.request(method, f"{self.base_url}/_stub/{path}", json=body or None)
        assert sent.status < 300, sent.data
        return sent.json() if sent.data else None

    def opened(self, cents: int, **more: Any) -> Any:
        return self("/accounts", cents=cents, **more).json()["id"]

    def cents(self, account: str) -> Any:
        return self(f"/accounts/{account}").json()["cents"]
