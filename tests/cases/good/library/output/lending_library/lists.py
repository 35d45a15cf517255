# Generated from spec/lists/ by `make generate`. Do not edit.
"""Lists of the API: ids and what they stand for."""

from __future__ import annotations

LANGUAGES = {
    "de": "German",
    "en": "English",
    "no": "Norwegian",
}
"""Languages: id -> name."""
