# Generated from spec/lists/ by `make generate`. Do not edit.
"""Lists of the API: ids and what they stand for."""

from __future__ import annotations

ODD = {
    '"': "'",
    "\\": "\\\\",
    "{{ x }}": "{% x %}",
    "\u2028": "\x1b[31m",
    "null": "nothing",
    "😀": "é",
    "True": "True",
}
"""Odd \"\"\" ones: id -> name."""
