# Generated from spec/types/ by `make generate`. Do not edit.
"""The values that some arguments have."""

from __future__ import annotations

from typing import Literal

Country = Literal["CA", "US", "FR"]

Provinces = Literal["ON", "QC"]

States = Literal["NY", "WA"]
