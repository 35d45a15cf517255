"""That the stub lives."""

from __future__ import annotations

from typing import Literal

from ..api import StubApi
from .routing import TEXT, WHOLE, Call, Route, object_of

Mode = Literal["emulate", "examples"]


def routes(api: StubApi, mode: Mode) -> tuple[Route, ...]:
    def health(_: Call) -> object:
        return {
            "status": "ok",
            "mode": mode,
            "api": api.title,
            "operations": len(api.operations),
        }

    return (
        Route(
            method="GET",
            path="health",
            doc="That the stub lives, and how it answers.",
            do=health,
            answer=object_of(status=TEXT, mode=TEXT, api=TEXT, operations=WHOLE),
        ),
    )
