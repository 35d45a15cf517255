# Generated from spec/types/recurrence.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from datetime import datetime

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.model import Model


class Recurrence(Model, kw_only=True):
    """When a meeting or webinar with fixed times recurs.

    Rules:
        `repeat_interval` is at most 90 when `type` is 1 (daily).
        `repeat_interval` is at most 12 when `type` is 2 (weekly).
        `repeat_interval` is at most 3 when `type` is 3 (monthly).
        `weekly_days` has an effect only when `type` is 2 (weekly) (a warning, inferred).
        `monthly_day` has an effect only when `type` is 3 (monthly) (a warning, inferred).
        `monthly_week` has an effect only when `type` is 3 (monthly) (a warning,
            inferred).
        `monthly_week_day` has an effect only when `type` is 3 (monthly) (a warning,
            inferred).
        Only one of `monthly_day` and `monthly_week` can be given (inferred).
        Only one of `monthly_day` and `monthly_week_day` can be given (inferred).
        `monthly_week_day` is required when `monthly_week` is given (inferred).
        `monthly_week` is required when `monthly_week_day` is given (inferred).
        Only one of `end_times` and `end_date_time` can be given (inferred).
    """

    type: int
    """How often it recurs. Required (inferred). One of 1 (daily), 2 (weekly) or 3 (monthly)."""

    repeat_interval: int | UnsetType = UNSET
    """Every how many days, weeks or months. At least 1 (inferred). Default: 1."""

    weekly_days: list[int] | str | UnsetType = UNSET
    """
    Days of the week. Sent separated by commas. Each: one of 1 (Sunday), 2 (Monday), 3
    (Tuesday), 4 (Wednesday), 5 (Thursday), 6 (Friday) or 7 (Saturday).
    """

    monthly_day: int | UnsetType = UNSET
    """Day of the month. 1 to 31."""

    monthly_week: int | UnsetType = UNSET
    """Week of the month. One of -1 (last), 1 (first), 2 (second), 3 (third) or 4 (fourth)."""

    monthly_week_day: int | UnsetType = UNSET
    """
    Day of that week. One of 1 (Sunday), 2 (Monday), 3 (Tuesday), 4 (Wednesday), 5 (Thursday),
    6 (Friday) or 7 (Saturday).
    """

    end_times: int | UnsetType = UNSET
    """How many occurrences there are. At least 1 (inferred). At most 50. Default: 1."""

    end_date_time: datetime | str | UnsetType = UNSET
    """When the last occurrence is at the latest. Such as 2012-11-25T12:00:00Z."""
