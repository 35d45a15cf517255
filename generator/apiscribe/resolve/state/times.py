"""Reads moments, and how long it is from one to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from apiscribe.load.source import Place
from apiscribe.problems import enumerated
from apiscribe.resolve.state.names import Scope
from apiscribe.resolve.state.words import UNITS
from apiscribe.runtime.program import Arithmetic, Between, Constant, Epoch, Moment, Value


class Reader(Protocol):
    """What reads the values inside."""

    def value(self, raw: object, place: Place, scope: Scope) -> Value: ...

    def several(self, raw: Any, place: Place, scope: Scope) -> tuple[Value, ...]: ...

    def wrong(self, place: Place, message: str) -> Value: ...


def epoch(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    unit = raw.get("unit", "seconds")
    if unit not in ("seconds", "milliseconds"):
        return reader.wrong(place / "unit", "expected seconds or milliseconds")
    return Epoch(value=reader.value(raw["epoch"], place / "epoch", scope), unit=unit)


def moment(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    unit, floor = raw.get("unit", "seconds"), raw.get("floor", "")
    if unit not in UNITS:
        return reader.wrong(place / "unit", f"expected {enumerated(UNITS)}")
    if floor not in ("", "day", "month", "year"):
        return reader.wrong(place / "floor", "expected day, month or year")
    amount: Value | None = None
    if "plus" in raw:
        amount = reader.value(raw["plus"], place / "plus", scope)
    elif "minus" in raw:
        less = reader.value(raw["minus"], place / "minus", scope)
        amount = Arithmetic(operator="minus", values=(Constant(value=0), less))
    base = reader.value(raw["moment"], place / "moment", scope)
    zone = reader.value(raw["zone"], place / "zone", scope) if "zone" in raw else None
    return Moment(base=base, amount=amount, unit=unit, floor=floor, zone=zone)


def between(reader: Reader, raw: Mapping[str, Any], place: Place, scope: Scope) -> Value:
    ends, unit = raw["between"], raw.get("unit", "seconds")
    is_pair = isinstance(ends, list) and len(ends) == 2
    if not is_pair or unit not in ("seconds", "minutes", "days", "clock"):
        return reader.wrong(
            place, "`between` has two moments, and `unit`: seconds, minutes, days or clock"
        )
    first, last = reader.several(ends, place / "between", scope)
    return Between(first=first, last=last, unit=unit)
