"""Reads values that are about parts: of lists, and of texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from apiscribe.load.source import Place
from apiscribe.problems import enumerated
from apiscribe.resolve.state.names import Scope
from apiscribe.resolve.state.words import ROWS
from apiscribe.runtime.program import InARow, Joined, PartOf, Split, Value


class Reader(Protocol):
    """What reads the values inside."""

    def value(self, raw: object, place: Place, scope: Scope) -> Value: ...

    def wrong(self, place: Place, message: str) -> Value: ...


def part(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    def other(key: str) -> Value | None:
        return None if key not in raw else reader.value(raw[key], place / key, scope)

    if "skip" not in raw and "most" not in raw:
        message = "`part` has `skip`, `most` or both: how many items go before, how many there are"
        return reader.wrong(place, message)
    inner = reader.value(raw["part"], place / "part", scope)
    return PartOf(value=inner, skip=other("skip"), most=other("most"))


def in_a_row(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    kind = raw.get("kind")
    if kind not in ROWS:
        return reader.wrong(place, f"`in_a_row` has `kind`: {enumerated(ROWS)}")
    inner = reader.value(raw["in_a_row"], place / "in_a_row", scope)
    return InARow(value=inner, kind=kind)


def split(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    by = raw.get("by", ",")
    if not isinstance(by, str) or not by:
        return reader.wrong(place / "by", "expected text that is not empty")
    return Split(value=reader.value(raw["split"], place / "split", scope), separator=by)


def joined(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    by = raw.get("by", ",")
    if not isinstance(by, str):
        return reader.wrong(place / "by", "expected text")
    return Joined(value=reader.value(raw["join"], place / "join", scope), separator=by)
