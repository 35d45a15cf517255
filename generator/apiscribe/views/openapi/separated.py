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
        return {"pattern": _pattern(of, rule)} | {f"x-{key}": each for key, each in said.items()}
    if isinstance(rule, UniqueItems):
        return {key if key[:2] == "x-" else f"x-{key}": each for key, each in said.items()}
    return said


def _pattern(of: CsvType, count: ItemCount) -> str:
    between = re.escape(of.separator) if of.separator != " " else " "
    item = f"[^{between}]+" if count.minimum else f"[^{between}]*"
    least = max((count.minimum or 1) - 1, 0)
    most = "" if count.maximum is None else str(count.maximum - 1)
    return f"^{item}(?:{between}{item}){{{least},{most}}}$"
