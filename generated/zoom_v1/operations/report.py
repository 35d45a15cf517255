# Generated from spec/resources/report.yaml by `make generate`. Do not edit.
"""Operations of `report`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, NumberPages, Operation

GET_ACCOUNT = Operation(
    id="report.get_account",
    method="POST",
    path="/v1/report/getaccountreport",
    effect="read",
    section="Get Account Report",
    encoding="form",
    arguments={
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    renamed={"from_": "from"},
    limits=(
        Limit(group="per_second", requests=1, seconds=1),
        Limit(group="per_day_2000", requests=2000, seconds=86400),
    ),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

GET_AUDIO = Operation(
    id="report.get_audio",
    method="POST",
    path="/v1/report/getaudioreport",
    effect="read",
    section="Get Audio Report",
    encoding="form",
    arguments={
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
        "type": wire.INTEGER,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    renamed={"from_": "from"},
    limits=(
        Limit(group="per_second", requests=1, seconds=1),
        Limit(group="per_day_2000", requests=2000, seconds=86400),
    ),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

GET_DAILY = Operation(
    id="report.get_daily",
    method="POST",
    path="/v1/report/getdailyreport",
    effect="read",
    section="Get Daily Report",
    encoding="form",
    arguments={
        "year": wire.INTEGER,
        "month": wire.INTEGER,
    },
    limits=(
        Limit(group="per_second", requests=1, seconds=1),
        Limit(group="per_day_2000", requests=2000, seconds=86400),
    ),
)

GET_USER = Operation(
    id="report.get_user",
    method="POST",
    path="/v1/report/getuserreport",
    effect="read",
    section="Get User Report",
    encoding="form",
    arguments={
        "user_id": wire.TEXT,
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    renamed={"from_": "from"},
    limits=(
        Limit(group="per_second", requests=1, seconds=1),
        Limit(group="per_day_2000", requests=2000, seconds=86400),
        Limit(group="per_day", requests=1, seconds=86400),
    ),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)


OPERATIONS = {
    "report.get_account": GET_ACCOUNT,
    "report.get_audio": GET_AUDIO,
    "report.get_daily": GET_DAILY,
    "report.get_user": GET_USER,
}
"""Operation id -> operation."""
