# Generated from spec/types/ by `make generate`. Do not edit.
"""How objects that operations take are written."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire

CUSTOM_QUESTION = wire.Object(
    {
        "title": wire.TEXT,
        "value": wire.TEXT,
    },
)

BASE_PLAN = wire.Object(
    {
        "type": wire.TEXT,
        "hosts": wire.INTEGER,
    },
)

ZOOM_ROOMS_PLAN = wire.Object(
    {
        "type": wire.TEXT,
        "hosts": wire.INTEGER,
    },
)

ROOM_CONNECTOR_PLAN = wire.Object(
    {
        "type": wire.TEXT,
        "hosts": wire.INTEGER,
    },
)

LARGE_MEETING_PLAN = wire.Object(
    {
        "type": wire.TEXT,
        "hosts": wire.INTEGER,
    },
)

WEBINAR_PLAN = wire.Object(
    {
        "type": wire.TEXT,
        "hosts": wire.INTEGER,
    },
)

AUDIO_PLAN = wire.Object(
    {
        "type": wire.TEXT,
        "tollfree_country": wire.Csv(wire.TEXT),
        "premium_country": wire.Csv(wire.TEXT),
        "callout": wire.INTEGER,
        "ddi_numbers": wire.INTEGER,
    },
)

PLAN = wire.Object(
    {
        "type": wire.TEXT,
        "hosts": wire.INTEGER,
        "tollfree_country": wire.Csv(wire.TEXT),
        "premium_country": wire.Csv(wire.TEXT),
        "callout": wire.INTEGER,
        "ddi_numbers": wire.INTEGER,
    },
    shorthand="type",
)

RECURRENCE = wire.Object(
    {
        "type": wire.INTEGER,
        "repeat_interval": wire.INTEGER,
        "weekly_days": wire.Csv(wire.INTEGER),
        "monthly_day": wire.INTEGER,
        "monthly_week": wire.INTEGER,
        "monthly_week_day": wire.INTEGER,
        "end_times": wire.INTEGER,
        "end_date_time": wire.Date(("utc", "utc_unpadded")),
    },
)

PANELIST = wire.Object(
    {
        "name": wire.TEXT,
        "email": wire.TEXT,
    },
)
