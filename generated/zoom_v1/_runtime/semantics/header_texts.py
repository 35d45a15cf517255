"""Values in headers of responses, where all is text: as JSON, and back."""

from __future__ import annotations

import json
import re
from typing import Literal
from urllib.parse import quote, unquote

from .compiled import compiled

HeaderKind = Literal["text", "number", "boolean", "json", "percent"]
"""What JSON would have in the place of the text; `json` is any that the text is itself, `percent` a
text that is percent-encoded."""

_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
_BOOLEANS = ("true", "false")


def as_json(text: str, kind: HeaderKind) -> str:
    """The JSON of what `text` says; what is none of its kind stays text."""
    text = text.strip(" \t")
    if kind == "number" and compiled(_NUMBER).fullmatch(text):
        return text
    if kind == "boolean" and text.lower() in _BOOLEANS:
        return text.lower()
    if kind == "json" and _is_json(text):
        return text
    return json.dumps(unquote(text) if kind == "percent" else text)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def in_ascii(text: str) -> str:
    """JSON with escapes for what a header cannot carry."""
    return compiled("[^ -~]").sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def as_text(value: object, kind: HeaderKind = "text") -> str:
    """A value of JSON as a header has it."""
    if kind == "percent":
        return quote(str(value), safe="")
    if isinstance(value, bool):
        return _BOOLEANS[0 if value else 1]
    return value if isinstance(value, str) else json.dumps(value)


def is_blank(text: str, kind: str) -> bool:
    """Whether a header says nothing: an empty one of what is no text, as on a last page."""
    return not text.strip() and kind not in ("text", "percent")
