# Generated from spec/resources/report.yaml by `make generate`. Do not edit.
"""What the arguments of `report` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import domains, rules
from zoom_v1.strategies import _types as types

GET_ACCOUNT = domains.Members(
    fields={
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
    required=("from", "to"),
    rules=(rules.Ordered(first="from", last="to"),),
)

GET_AUDIO = domains.Members(
    fields={
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
        "type": types.AUDIO_REPORT_TYPE,
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
    required=("from", "to"),
    rules=(rules.Ordered(first="from", last="to"),),
)

GET_DAILY = domains.Members(
    fields={
        "year": types.YEAR,
        "month": types.MONTH,
    },
    required=("year", "month"),
)

GET_USER = domains.Members(
    fields={
        "user_id": types.USER_ID,
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
    required=("user_id", "from", "to"),
    rules=(rules.Ordered(first="from", last="to"),),
)

MEMBERS = {
    "report.get_account": GET_ACCOUNT,
    "report.get_audio": GET_AUDIO,
    "report.get_daily": GET_DAILY,
    "report.get_user": GET_USER,
}
"""Operation id -> its arguments."""
