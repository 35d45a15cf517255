"""Single values that responses have otherwise than Python: the module `models/_scalars`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

from apiscribe import naming
from apiscribe.model import Api, DateType, DurationType, ValueType
from apiscribe.runtime.semantics import dates
from apiscribe.views import all_types
from apiscribe.views.operations import wires
from apiscribe.views.text import literal

MODULE = "models._scalars"

_READ_BY_MSGSPEC = {"date", "date_unpadded", "utc", "utc_unpadded", "us_minutes"}
"""Formats of dates that have types of their own in the runtime, or stay text."""


@dataclass(frozen=True)
class ScalarView:
    """A type of `models/_scalars.py`."""

    name: str
    literal: str
    annotation: str
    wire: str
    sensitive: bool


@dataclass(frozen=True)
class ScalarModels:
    """`models/_scalars.py`."""

    scalars: tuple[ScalarView, ...]


def scalar_models(api: Api) -> ScalarModels:
    found: dict[str, ScalarView] = {}
    for of, sensitive in all_types.modelled(api):
        if (name := scalar(of, sensitive=sensitive)) is not None:
            view = ScalarView(name, literal(name), python(of), wires.expression(of), sensitive)
            found.setdefault(name, view)
    return ScalarModels(tuple(found[name] for name in sorted(found)))


def scalar(of: ValueType, *, sensitive: bool = False) -> str | None:
    """The name of the type by which a value is read; None where msgspec or the runtime has one."""
    prefix = "Sensitive" if sensitive else ""
    match of:
        case DateType() if not of.blank and of.formats[0] not in _READ_BY_MSGSPEC:
            return f"{prefix}Date{_written_as(of.formats)}"
        case DurationType():
            return f"{prefix}Duration{_written_as(of.formats)}"
        case _:
            return None


def _written_as(formats: tuple[str, ...]) -> str:
    """A name for formats: theirs, and where those have signs, some digits that tell them apart."""
    named = "Or".join(naming.class_name(re.sub("[^a-zA-Z0-9]+", "_", form)) for form in formats)
    plain = all(re.fullmatch("[a-z0-9_]+", form) for form in formats)
    return f"As{named}" if plain else f"As{named}{crc32(literal(formats).encode()) & 0xFFFF:04X}"


def python(of: ValueType) -> str:
    """What such a value is to Python."""
    match of:
        case DateType():
            days = [dates.is_day(form) for form in of.formats]
            kinds = ["datetime"] * (not all(days)) + ["date"] * any(days)
            return " | ".join(kinds)
        case _:
            return "timedelta"
