"""Items in one text, as JSON Schema: their number is a pattern, as a string has no items."""

from __future__ import annotations

import re
from typing import Any

from apiscribe.model import CsvType, ItemCount, UniqueItems, ValueRule, ValueType

Schema = dict[str, Any]


def of_items(of: CsvType, item: Schema) -> Schema:
    other = {"x-separator": of.separator} if of.separator != "," else {}
    return {"type": "string", "x-items": item, **other}


def rule(of: ValueType, rule: ValueRule, said: Schema) -> Schema:
    """A rule of the items, as a schema of the text; `said` is what it is of an array."""
    if isinstance(rule, ItemCount) and isinstance(of, CsvType):
        return {"pattern": _pattern(of)} | {f"x-{key}": each for key, each in said.items()}
    if isinstance(rule, UniqueItems):
        return {key if key[:2] == "x-" else f"x-{key}": each for key, each in said.items()}
    return said


def _pattern(of: CsvType) -> str:
    """What all counts together ask of a text."""
    counts = [rule for rule in of.rules if isinstance(rule, ItemCount)]
    fewest = max((count.minimum or 0 for count in counts), default=0)
    bounds = [count.maximum for count in counts if count.maximum is not None]
    between = re.escape(of.separator) if of.separator != " " else " "
    item = f"[^{between}]+" if fewest else f"[^{between}]*"
    least = max(fewest - 1, 0)
    most = min(bounds) - 1 if bounds else ""
    return f"^{item}(?:{between}{item}){{{least},{most}}}$"
