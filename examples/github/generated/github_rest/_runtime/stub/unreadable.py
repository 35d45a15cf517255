"""Requests whose arguments cannot be read."""

from __future__ import annotations

from .bounds import Bounds
from .responses import RequestRefused


def malformed(message: str) -> RequestRefused:
    return RequestRefused("malformed", message)


def too_many(where: str, bounds: Bounds) -> RequestRefused:
    return RequestRefused("too_large", f"{where} has more than {bounds.fields} fields")


def too_long(where: str, bounds: Bounds) -> RequestRefused:
    most = bounds.text_bytes
    return RequestRefused("too_large", f"{where} has more than {most} bytes besides files")
