# Generated from spec/types/ by `make generate`. Do not edit.
"""The values that some arguments have."""

from __future__ import annotations

from typing import Literal

Genre = Literal["novel", "essay", "verse"]

Language = Literal["de", "en", "no"]
