"""Reads values that are made up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from apiscribe.load.source import Place
from apiscribe.problems import did_you_mean, enumerated, quoted
from apiscribe.resolve.state.names import Scope
from apiscribe.resolve.state.words import PLAUSIBLE, SHAPES
from apiscribe.runtime.program import Drawn, Made, Picked, Plausible, Value


class Reader(Protocol):
    """What reads the values inside."""

    def several(self, raw: Any, place: Place, scope: Scope) -> tuple[Value, ...]: ...

    def wrong(self, place: Place, message: str) -> Value: ...


def made(reader: Reader, raw: Mapping[str, Any], place: Place, _: Scope) -> Value:
    shape, length, prefix = raw["make"], raw.get("length", 22), raw.get("prefix", "")
    if shape not in SHAPES:
        return reader.wrong(place / "make", f"expected {enumerated(SHAPES)}")
    if not isinstance(length, int) or not 0 < length <= 200:
        return reader.wrong(place / "length", "expected a whole number from 1 to 200")
    if not isinstance(prefix, str):
        return reader.wrong(place / "prefix", "expected text")
    return Made(shape=shape, length=length, prefix=prefix)


def drawn(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    if not isinstance(raw["random"], list) or len(raw["random"]) != 2:
        message = "`random` has two whole numbers: the lowest and the highest"
        return reader.wrong(place / "random", message)
    low, high = reader.several(raw["random"], place / "random", scope)
    return Drawn(low=low, high=high)


def picked(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    if not isinstance(raw["pick"], list) or not raw["pick"]:
        return reader.wrong(place / "pick", "`pick` has a list of values, and this has none")
    return Picked(values=reader.several(raw["pick"], place / "pick", scope))


def plausible(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    kind = raw["plausible"]
    if kind not in PLAUSIBLE:
        hint = did_you_mean(str(kind), PLAUSIBLE) or f"; expected {enumerated(PLAUSIBLE)}"
        message = f"{quoted(kind)} is no kind of text that is made up{hint}"
        return reader.wrong(place / "plausible", message)
    return Plausible(kind=kind)
