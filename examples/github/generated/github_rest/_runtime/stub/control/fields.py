"""Keys of a body or a query: declared once, read with all problems at once, and described."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any, Literal, assert_never

import msgspec
from msgspec import Struct

from ...semantics.numbers import as_whole
from ..repeated import require_each_key_once
from ..responses import RequestRefused
from ..showing import shown

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,99})(\.[0-9]{1,17})?").fullmatch
LONGEST = 1_000_000
"""Of a list, nobody asks for more."""
_LISTED = 30
"""How many names a message lists."""
Kind = Literal["text", "number", "integer", "boolean", "moment", "texts", "numbers", "object"]


class Field(Struct, frozen=True, kw_only=True):
    """A key, and what it may say."""

    name: str
    kind: Kind
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    others: tuple[Kind, ...] = ()
    """What it may be instead."""
    says: Mapping[str, Any] = {}
    """What whoever reads it checks besides, as JSON Schema."""


class Problem(Struct, frozen=True):
    """What is wrong, and where."""

    at: str
    problem: str


class BadInput(Exception):
    """A body or a query that says something wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"{each.at}: {each.problem}" for each in problems))
        self.problems = problems


def bad(at: str, problem: str) -> BadInput:
    return BadInput([Problem(at, problem)])


def read_object(body: bytes) -> dict[str, Any]:
    """The JSON object of a body; an empty one if there is no body.

    Raises:
        BadInput: it is something else.
    """
    if not body.strip():
        return {}
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise bad("body", "is not JSON") from None
    if not isinstance(found, dict):
        raise bad("body", "is not a JSON object")
    try:
        require_each_key_once(body)
    except RequestRefused as refused:
        raise bad("body", refused.message) from None
    return found


def read(
    fields: Iterable[Field],
    given: Mapping[str, object],
    *,
    others: bool = False,
    looks: Callable[[Mapping[str, Any]], list[Problem]] | None = None,
) -> dict[str, Any]:
    """What is given, as values; `others` lets keys pass that are not declared.

    `looks` says what is wrong besides; it sees None for what is not even of its kind.

    Raises:
        BadInput: with every problem.
    """
    known = {field.name: field for field in fields}
    problems = [
        Problem(shown(name), f"is not known{closest(name, known)}")
        for name in given
        if name not in known and not others
    ]
    found = {name: value for name, value in given.items() if name not in known}
    for name, field in known.items():
        if given.get(name) is None:
            if field.required:
                problems.append(Problem(name, "is missing"))
            continue
        value, problem = _checked(field, given[name])
        if problem:
            problems.append(Problem(name, problem))
        found[name] = value
    if looks is not None:
        problems += looks(found)
    if problems:
        raise BadInput(problems)
    return found


def from_query(
    fields: Iterable[Field], texts: Iterable[tuple[str, str]]
) -> tuple[dict[str, object], list[Problem]]:
    """A query's texts as JSON would have them; what is empty is left out."""
    kinds = {field.name: field.kind for field in fields}
    found: dict[str, object] = {}
    problems = []
    for name, text in texts:
        if name in found:
            problems.append(Problem(shown(name), "is given more than once"))
        elif kinds.get(name) in ("integer", "number") and _NUMBER(text):
            found[name] = msgspec.json.decode(text)
        elif text or name not in kinds:
            found[name] = text
    return found, problems


def in_query(field: Field) -> dict[str, Any]:
    """A field of a query as JSON Schema: what is empty is left out."""
    found = schema(field)
    if field.required:
        return {**found, "minLength": 1}
    if field.kind == "text" and not field.choices:
        return found
    doc = found.pop("description")
    return {"anyOf": [found, {"type": "string", "maxLength": 0}], "description": doc}


def some_of(names: Iterable[str]) -> dict[str, Any]:
    """What a body has to be that says at least one of these."""
    there = {"not": {"type": "null"}}
    return {"anyOf": [{"required": [name], "properties": {name: there}} for name in names]}


def in_body(field: Field) -> dict[str, Any]:
    """A field of a body as JSON Schema: what is null is left out."""
    found = schema(field)
    if field.required:
        return found
    doc = found.pop("description")
    return {"anyOf": [found, {"type": "null"}], "description": doc}


def schema(field: Field) -> dict[str, Any]:
    """A field as JSON Schema."""
    found = _kind_schema(field.kind)
    if field.others:
        found = {"anyOf": [found, *map(_kind_schema, field.others)]}
    if field.choices:
        found["enum"] = list(field.choices)
    if field.least is not None:
        found["minimum"] = field.least
    if field.most is not None:
        found["maximum"] = field.most
    return {**found, **field.says, "description": field.doc}


def _kind_schema(kind: Kind) -> dict[str, Any]:
    match kind:
        case "text":
            return {"type": "string"}
        case "moment":
            return {"type": "string", "format": "date-time"}
        case "number" | "integer" | "boolean" | "object":
            return {"type": kind}
        case "texts":
            return {"type": "array", "items": {"type": "string"}}
        case "numbers":
            return {"type": "array", "items": {"type": "number", "minimum": 0}}
    assert_never(kind)


def _checked(field: Field, value: object) -> tuple[object, str]:
    """The value, or what is wrong with it."""
    tried = [_as(kind, value) for kind in (field.kind, *field.others)]
    found = next((each for each in tried if each is not None), None)
    if found is None:
        return None, f"is not {' or '.join(_NAMED[k] for k in (field.kind, *field.others))}"
    if field.choices and found not in field.choices:
        return None, f"is not one of {', '.join(field.choices)}{_meant(str(found), field.choices)}"
    if isinstance(found, int | float) and not isinstance(found, bool):
        if field.least is not None and found < field.least:
            return None, f"is less than {field.least:g}"
        if field.most is not None and found > field.most:
            return None, f"is more than {field.most:g}"
    return found, ""


def _as(kind: Kind, value: object) -> object:
    """The value as one of this kind; None if it is none."""
    match kind:
        case "text":
            return value if isinstance(value, str) else None
        case "boolean":
            return value if isinstance(value, bool) else None
        case "number":
            return value if _is_number(value) else None
        case "integer":
            return _whole(value)
        case "object":
            return value if isinstance(value, dict) else None
        case "texts":
            ok = isinstance(value, list) and all(isinstance(each, str) for each in value)
            return value if ok else None
        case "numbers":
            ok = isinstance(value, list) and all(_is_number(e) and e >= 0 for e in value)
            return value if ok else None
        case "moment":
            return _moment(value)
    assert_never(kind)


def _whole(value: object) -> int | None:
    """As JSON has it, `2.0` is whole."""
    value = as_whole(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _is_number(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value)  # type: ignore[arg-type]  # it is a number


def _moment(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    try:
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:
        return None


def closest(name: str, known: Iterable[str]) -> str:
    """What might have been meant, to stand behind a message."""
    known = list(known)
    if meant := _meant(name, known):
        return meant
    return f"; there are: {', '.join(known)}" if 0 < len(known) <= _LISTED else ""


def _meant(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name[:100], known, n=1)
    return f"; did you mean {near[0]}?" if near else ""


_NAMED: Mapping[Kind, str] = {
    "text": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "moment": "a moment such as 2031-01-01T00:00:00Z",
    "texts": "a list of texts",
    "numbers": "a list of numbers, none below zero",
    "object": "an object",
}
