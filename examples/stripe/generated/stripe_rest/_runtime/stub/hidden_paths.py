"""Paths without the keys that they hold, for logs."""

from __future__ import annotations

import re

from ..authentication import ApiKey
from .api import StubApi


class HiddenPaths:
    """Hides what stands where some path of the API has a key, whatever else is wrong with it."""

    def __init__(self, api: StubApi) -> None:
        schemes = api.authentication.schemes.values() if api.authentication else ()
        keys = [f"{{{s.name}}}" for s in schemes if isinstance(s, ApiKey) and s.place == "path"]
        begins = {
            operation.path.partition(key)[0]
            for operation in api.operations
            for key in keys
            if key in operation.path
        }
        literal = "|".join(
            re.sub(r"\\\{[^{}]*\\\}", "[^/]*", re.escape(begin)) for begin in sorted(begins)
        )
        self._key = re.compile(f"({literal})[^/?`; ]+") if begins else None

    def hide(self, text: str) -> str:
        return text if self._key is None else self._key.sub(r"\1***", text)
