"""Reads values that are made up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from apiscribe.load.source import Place
from apiscribe.problems import did_you_mean, enumerated, quoted
from apiscribe.resolve.state.names import Scope
from apiscribe.resolve.state.words import PLAUSIBLE
from apiscribe.runtime.program import Drawn, Picked, Plausible, Value


class Reader(Protocol):
    """What reads the values inside."""

    def several(self, raw: Any, place: Place, scope: Scope) -> tuple[Value, ...]: ...

    def wrong(self, place: Place, message: str) -> Value: ...


def drawn(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    ends = reader.several(raw["random"], place / "random", scope)
    if len(ends) != 2:
        message = "`random` has two whole numbers: the lowest and the highest"
        return reader.wrong(place / "random", message)
    return Drawn(low=ends[0], high=ends[1])


def picked(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    values = reader.several(raw["pick"], place / "pick", scope)
    if not values:
        return reader.wrong(place / "pick", "`pick` has a list of values, and this has none")
    return Picked(values=values)


def plausible(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    kind = raw["plausible"]
    if kind not in PLAUSIBLE:
        hint = did_you_mean(str(kind), PLAUSIBLE) or f"; expected {enumerated(PLAUSIBLE)}"
        message = f"{quoted(kind)} is no kind of text that is made up{hint}"
        return reader.wrong(place / "plausible", message)
    return Plausible(kind=kind)
