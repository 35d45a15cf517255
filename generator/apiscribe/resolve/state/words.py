"""The words of values: what each kind of value is called, and its keys."""

from __future__ import annotations

from collections.abc import Mapping

SHAPES = ("digits", "number", "url_safe", "base64", "hex", "alphanumeric", "uuid")
PLAUSIBLE = ("given_name", "family_name", "topic", "team", "company", "city", "sentence")
CHARACTERS = ("letter", "digit", "upper", "lower", "special")
ROWS = ("same", "following")
UNITS = ("seconds", "minutes", "hours", "days", "months", "years")
KEYS: Mapping[str, tuple[str, ...]] = {
    "make": ("length", "prefix"),
    "random": (),
    "pick": (),
    "plausible": (),
    "choose": ("cases", "otherwise"),
    "first_of": (),
    "count": ("where",),
    "any": ("where",),
    "sum": ("of", "as", "where"),
    "list": ("of", "as", "where", "order"),
    "distinct": ("of", "as", "where"),
    "map": ("key", "of", "as", "where", "order"),
    "entries": (),
    "find": ("of", "as", "where", "order"),
    "append": ("to",),
    "epoch": ("unit",),
    "moment": ("plus", "minus", "unit", "floor", "zone"),
    "between": ("unit",),
    "plus": (),
    "minus": (),
    "times": (),
    "size": (),
    "part": ("skip", "most"),
    "former": (),
    "in_a_row": ("kind",),
    "split": ("by",),
    "join": ("by",),
    "test": (),
    "object": (),
    "recur": (),
}
RECURRING = (
    "start",
    "zone",
    "frequency",
    "interval",
    "weekdays",
    "month_day",
    "week",
    "week_day",
    "count",
    "until",
    "most",
)
