# Generated from spec/types/ by `make generate`. Do not edit.
"""The values that some arguments have."""

from __future__ import annotations

from typing import Literal

Type = Literal["'''", "\\", "</b>"]

Odd = Literal['"', "\\", "{{ x }}", "\u2028", "null", "😀", "True"]
