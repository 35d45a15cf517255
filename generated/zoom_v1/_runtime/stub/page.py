from __future__ import annotations
from collections.abc import Mapping
from .answers import Answer, answer
from .api import StubApi


class Page:
    def __init__(self, api: StubApi) -> None:
        self._api = api

    def seen_at(self, headers: Mapping[bytes, bytes]) -> Answer:
        return answer(b"<!doctype html>", b"text/html; charset=utf-8")
