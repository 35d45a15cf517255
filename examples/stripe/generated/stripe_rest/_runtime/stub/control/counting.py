"""How many requests match, and which almost do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

import msgspec

from .fields import Field
from .journal import REQUEST, Entry, Journal
from .patterns import of_pattern
from .routing import TEXT, WHOLE, Call, Route, list_of, object_of

_NEAREST = 3
_FIELDS = (
    Field(name="operation", kind="text", doc="An id such as `user.create`, or a pattern."),
    Field(name="tenant", kind="text", doc="Whose."),
    Field(
        name="arguments",
        kind="object",
        doc="What the request says, others may stand beside; null for an argument that is not"
        " given.",
    ),
)


def routes(journal: Journal) -> tuple[Route, ...]:
    def count(call: Call) -> object:
        return counted(journal, call.body, call.namespace)

    difference = object_of(at=TEXT, expected={}, found={})
    near = object_of(request=REQUEST, differences=list_of(difference))
    return (
        Route(
            method="POST",
            path="requests/count",
            doc="How many of the last requests match, and the nearest that do not.",
            do=count,
            body=_FIELDS,
            looks=lambda given, _: of_pattern(given.get("operation"), journal.operations),
            answer=object_of(count=WHOLE, nearest=list_of(near)),
        ),
    )


def counted(journal: Journal, wanted: Mapping[str, Any], namespace: str = "") -> dict[str, Any]:
    count = 0
    others: list[tuple[int, Entry, list[dict[str, object]]]] = []
    for entry in journal.entries(namespace=namespace):
        found = list(_differences(wanted, entry))
        if found:
            others.append((len(found), entry, found))
        else:
            count += 1
    nearest = sorted(others, key=lambda each: (each[0], -each[1].id))[:_NEAREST]
    shown = [{"request": entry, "differences": found} for _, entry, found in nearest]
    return {"count": count, "nearest": shown}


def told(found: Mapping[str, Any]) -> str:
    """What came nearest, to stand behind a message."""
    for near in found["nearest"]:
        apart = "; ".join(
            f"{each['at']} is {_said(each['found'])}, not {_said(each['expected'])}"
            for each in near["differences"]
        )
        return f"; the nearest is request {near['request'].id}: {apart}"
    return ""


def _said(value: object) -> str:
    return "nothing" if value is None else msgspec.json.encode(value).decode()


def _differences(wanted: Mapping[str, Any], entry: Entry) -> Iterator[dict[str, object]]:
    pattern = wanted.get("operation")
    if pattern is not None and not fnmatchcase(entry.operation or "", pattern):
        yield {"at": "operation", "expected": pattern, "found": entry.operation}
    tenant = wanted.get("tenant")
    if tenant is not None and tenant != entry.tenant:
        yield {"at": "tenant", "expected": tenant, "found": entry.tenant}
    for name, value in wanted.get("arguments", {}).items():
        yield from _apart(f"arguments.{name}", value, entry.arguments.get(name))


def _apart(at: str, expected: Any, found: Any) -> Iterator[dict[str, object]]:
    """Where a value is not as expected; of an object, only what is expected counts."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name, value in expected.items():
            yield from _apart(f"{at}.{name}", value, found.get(name))
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for place, (one, other) in enumerate(zip(expected, found, strict=True)):
            yield from _apart(f"{at}[{place}]", one, other)
    elif _written(expected) != _written(found):
        yield {"at": at, "expected": expected, "found": found}


def _written(value: object) -> object:
    """A value as text, as a form would have it: `1` and `"1"` are one."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else value
