# Generated from spec/types/recurrence.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from datetime import datetime

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.api_object import ApiObject


class Recurrence(ApiObject, kw_only=True):
    """When a meeting or webinar with fixed times recurs."""

    type: int
    """Daily, weekly or monthly."""

    repeat_interval: int | UnsetType = UNSET
    """Every so many days (at most 90), weeks (12) or months (3)."""

    weekly_days: list[int] | str | UnsetType = UNSET
    """Days of the week; for weekly ones."""

    monthly_day: int | UnsetType = UNSET
    """Day of the month; for monthly ones."""

    monthly_week: int | UnsetType = UNSET
    """Week of the month, beside `monthly_week_day`."""

    monthly_week_day: int | UnsetType = UNSET
    """Day of the week, beside `monthly_week`."""

    end_times: int | UnsetType = UNSET
    """How many occurrences there are."""

    end_date_time: datetime | str | UnsetType = UNSET
    """When the last occurrence is at the latest."""
