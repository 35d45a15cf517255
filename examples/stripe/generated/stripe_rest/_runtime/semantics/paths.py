"""Dotted paths into JSON: `error.code`; with `[]` behind a key, each item of a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def reach(data: object, path: str) -> object:
    """What stands at a path without `[]`; None if nothing does."""
    return reach_keys(data, path.split("."))


def reach_keys(data: object, keys: Iterable[str]) -> object:
    """The same for a path that is taken apart."""
    for key in keys:
        if not isinstance(data, dict):
            return None
        data = data.get(key)
    return data


def reach_all(data: object, path: str) -> list[object]:
    """What stands at a path, of each item."""
    found = [data]
    for step in path.split("."):
        key = step.removesuffix("[]")
        found = [each.get(key) for each in found if isinstance(each, dict)]
        if step.endswith("[]"):
            found = [item for each in found if isinstance(each, list) for item in each]
    return [each for each in found if each is not None]


def has(data: object, path: str) -> bool:
    """Whether there is something at a path, be it null."""
    above, _, last = path.rpartition(".")
    holder = reach(data, above) if above else data
    return isinstance(holder, dict) and last in holder


def put(content: dict[str, Any], path: str, value: object) -> None:
    """Put a value at a path, with whatever is missing on the way; a list there gets one item."""
    *above, last = path.split(".")
    for step in above:
        key = step.removesuffix("[]")
        inner = content.get(key)
        if step.endswith("[]"):
            if not isinstance(inner, list):
                inner = content[key] = [{}]
            inner = inner[0]
        elif not isinstance(inner, dict):
            inner = content[key] = {}
        content = inner
    key = last.removesuffix("[]")
    content[key] = [value] if last.endswith("[]") else value


def is_among(value: object, values: Iterable[object]) -> bool:
    """Whether a value is one of some; `true` is no 1."""
    return any(
        value == each and isinstance(value, bool) == isinstance(each, bool) for each in values
    )
