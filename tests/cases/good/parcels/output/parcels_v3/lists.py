# Generated from spec/lists/ by `make generate`. Do not edit.
"""Lists of the API: ids and what they stand for."""

from __future__ import annotations

PROVINCES = {
    "ON": "Ontario",
    "QC": "Québec",
}
"""Provinces: id -> name."""

STATES = {
    "NY": "New York",
    "WA": "Washington",
}
"""States: id -> name."""
