# Generated from spec/types/ by `make generate`. Do not edit.
"""What values of the named types are drawn from."""

from __future__ import annotations

from zoom_v1 import lists
from zoom_v1._runtime.strategies import clauses, domains, rules

ACCOUNT_ID = domains.Text(min_length=1)
CONNECTOR_ID = domains.Text(min_length=1)
CHAT_TOKEN = domains.Text(min_length=1)
CHAT_SESSION_ID = domains.Text(min_length=1)
ROOM_ID = domains.Text(min_length=1)
DEVICE_ID = domains.Text(min_length=1)
GROUP_ID = domains.Text(min_length=1)
TOLLFREE_COUNTRY = domains.Text(listed=lists.TOLL_FREE_COUNTRIES)
PREMIUM_COUNTRY = domains.Text(listed=lists.PREMIUM_COUNTRIES)
RECORDING_FILE_ID = domains.Text(min_length=1)
USER_ID = domains.Text(min_length=1)
MEETING_ID = domains.IDENTIFIER
MEETING_UUID = domains.Text(min_length=1)
OCCURRENCE_ID = domains.Text(min_length=1)
EMAIL = domains.Text(email=True)
FIRST_OR_LAST_NAME = domains.Text(max_chinese_words=5)
USER_TYPE = domains.Integer(choices=(1, 2, 3))
USER_STATE = domains.Integer(choices=(0, 1))
LOGIN_TYPE = domains.Integer(choices=(0, 1, 99, 100, 101))
CHIME_TYPE = domains.Integer(choices=(0, 1))
WEBINAR_CAPACITY = domains.Integer(choices=(0, 100, 500, 1000, 3000, 5000, 10000))
LARGE_CAPACITY = domains.Integer(choices=(0, 100, 200, 300, 500))
PMI = domains.Digits(length=10)
HOST_KEY = domains.Digits(length=6)
ACCOUNT_PASSWORD = domains.Text(min_length=1)
MEETING_TYPE = domains.Integer(choices=(1, 2, 3, 8))
WEBINAR_TYPE = domains.Integer(choices=(5, 6, 9))
TOPIC = domains.Text(max_length=300)
MEETING_PASSWORD = domains.Text(characters="a-zA-Z0-9@\\-_*", max_length=10)
REGISTRATION_TYPE = domains.Integer(choices=(1, 2, 3))
APPROVAL_TYPE = domains.Integer(choices=(0, 1, 2))
AUDIO_OPTION = domains.Text(choices=("both", "telephony", "voip"))
START_TYPE = domains.Text(choices=("video", "screen_share"))
AUTO_RECORD_TYPE = domains.Text(choices=("local", "cloud", "none"))
LANGUAGE = domains.Text(choices=("en-US", "en", "zh-CN", "zh", "en-ES", "es", "fr-FR", "fr"))
PURCHASING_TIME_FRAME = domains.Text(
    choices=("Within a month", "1-3 months", "4-6 months", "More than 6 months", "No timeframe")
)
ROLE_IN_PURCHASE_PROCESS = domains.Text(
    choices=("Decision Maker", "Evaluator/Recommender", "Influencer", "Not involved")
)
NO_OF_EMPLOYEES = domains.Text(
    choices=(
        "1-20",
        "21-50",
        "51-100",
        "101-250",
        "251-500",
        "501-1,000",
        "1,001-5,000",
        "5,001-10,000",
        "More than 10,000",
    )
)
REGISTRANT_STATE = domains.Integer(choices=(0, 1))
STATE = domains.Text(listed=lists.STATES)
COUNTRY = domains.Text(listed=lists.COUNTRIES)
TIMEZONE = domains.Text(listed=lists.TIMEZONES)
PAY_MODE = domains.Integer(choices=(0, 1))
COLLECTION_METHOD = domains.Integer(choices=(0, 1))
PLAN_KIND = domains.Integer(choices=(1, 2))
CALLOUT_TYPE = domains.Integer(choices=(1, 2))
IM_GROUP_TYPE = domains.Text(choices=("Normal", "Restricted", "Shared"))
DEVICE_PROTOCOL = domains.Integer(choices=(1, 2))
DEVICE_ENCRYPTION = domains.Integer(choices=(0, 1, 2))
AUDIO_REPORT_TYPE = domains.Integer(choices=(1, 2))
MEETING_LIST_TYPE = domains.Integer(choices=(1, 2, 3))
LIVE_OR_PAST = domains.Integer(choices=(1, 2))
RECURRENCE_TYPE = domains.Integer(choices=(1, 2, 3))
WEEKDAY = domains.Integer(choices=(1, 2, 3, 4, 5, 6, 7))
WEEK_OF_MONTH = domains.Integer(choices=(-1, 1, 2, 3, 4))
UTC_DATETIME = domains.Date(formats=("utc",))
RECURRENCE_END = domains.Date(formats=("utc", "utc_unpadded"))
US_DATETIME = domains.Date(formats=("us_minutes",))
PERIOD_DATE = domains.Date(formats=("date", "utc"))
QUANTITY = domains.Integer(minimum=0)
YEAR = domains.Integer(minimum=1000, maximum=9999)
MONTH = domains.Integer(minimum=1, maximum=12)
PAGE_SIZE = domains.Integer(minimum=1)
PAGE_NUMBER = domains.Integer(minimum=1)
PAGE_TOKEN = domains.TEXT
JPEG = domains.File(magic=b"\xff\xd8\xff", extensions=("jpg", "jpeg"), max_bytes=5242880)
TIMESTAMP = domains.Date(formats=("utc",))
TIMESTAMP_OR_BLANK = domains.Date(formats=("utc",), blank=True)
REPORT_DAY = domains.Date(formats=("date", "date_unpadded"), blank=True)
REGISTRANT_ID = domains.Text(min_length=1)
CUSTOM_QUESTION = domains.Object(
    domains.Members(
        fields={
            "title": domains.TEXT,
            "value": domains.TEXT,
        },
        required=("title", "value"),
    ),
)
BASE_PLAN = domains.Object(
    domains.Members(
        fields={
            "type": domains.Text(listed=lists.BASE_PLANS),
            "hosts": QUANTITY,
        },
        required=("type", "hosts"),
    ),
)
ZOOM_ROOMS_PLAN = domains.Object(
    domains.Members(
        fields={
            "type": domains.Text(listed=lists.ZOOM_ROOMS_PLANS),
            "hosts": QUANTITY,
        },
        required=("type", "hosts"),
    ),
)
ROOM_CONNECTOR_PLAN = domains.Object(
    domains.Members(
        fields={
            "type": domains.Text(listed=lists.ROOM_CONNECTOR_PLANS),
            "hosts": QUANTITY,
        },
        required=("type", "hosts"),
    ),
)
LARGE_MEETING_PLAN = domains.Object(
    domains.Members(
        fields={
            "type": domains.Text(listed=lists.LARGE_MEETING_PLANS),
            "hosts": QUANTITY,
        },
        required=("type", "hosts"),
    ),
)
WEBINAR_PLAN = domains.Object(
    domains.Members(
        fields={
            "type": domains.Text(listed=lists.WEBINAR_PLANS),
            "hosts": QUANTITY,
        },
        required=("type", "hosts"),
    ),
)
AUDIO_PLAN = domains.Object(
    domains.Members(
        fields={
            "type": domains.Text(listed=lists.AUDIO_PLANS),
            "tollfree_country": domains.Csv(item=TOLLFREE_COUNTRY),
            "premium_country": domains.Csv(item=PREMIUM_COUNTRY),
            "callout": CALLOUT_TYPE,
            "ddi_numbers": QUANTITY,
        },
        required=("type",),
    ),
)
PLAN = domains.Object(
    domains.Members(
        fields={
            "type": domains.TEXT,
            "hosts": QUANTITY,
            "tollfree_country": domains.Csv(item=TOLLFREE_COUNTRY),
            "premium_country": domains.Csv(item=PREMIUM_COUNTRY),
            "callout": CALLOUT_TYPE,
            "ddi_numbers": QUANTITY,
        },
        required=("type",),
    ),
    shorthand="type",
)
RECURRENCE = domains.Object(
    domains.Members(
        fields={
            "type": RECURRENCE_TYPE,
            "repeat_interval": domains.Integer(minimum=1),
            "weekly_days": domains.Csv(item=WEEKDAY),
            "monthly_day": domains.Integer(minimum=1, maximum=31),
            "monthly_week": WEEK_OF_MONTH,
            "monthly_week_day": WEEKDAY,
            "end_times": domains.Integer(minimum=1, maximum=50),
            "end_date_time": RECURRENCE_END,
        },
        required=("type",),
        rules=(
            rules.RangeWhen(
                argument="repeat_interval", when=(clauses.Clause("type", "in", (1,)),), maximum=90
            ),
            rules.RangeWhen(
                argument="repeat_interval", when=(clauses.Clause("type", "in", (2,)),), maximum=12
            ),
            rules.RangeWhen(
                argument="repeat_interval", when=(clauses.Clause("type", "in", (3,)),), maximum=3
            ),
            rules.AppliesWhen(
                argument="weekly_days",
                when=(clauses.Clause("type", "in", (2,)),),
                severity="warning",
            ),
            rules.AppliesWhen(
                argument="monthly_day",
                when=(clauses.Clause("type", "in", (3,)),),
                severity="warning",
            ),
            rules.AppliesWhen(
                argument="monthly_week",
                when=(clauses.Clause("type", "in", (3,)),),
                severity="warning",
            ),
            rules.AppliesWhen(
                argument="monthly_week_day",
                when=(clauses.Clause("type", "in", (3,)),),
                severity="warning",
            ),
            rules.Exclusive(arguments=("monthly_day", "monthly_week")),
            rules.Exclusive(arguments=("monthly_day", "monthly_week_day")),
            rules.RequiredWhen(
                argument="monthly_week_day", when=(clauses.Clause("monthly_week", "given"),)
            ),
            rules.RequiredWhen(
                argument="monthly_week", when=(clauses.Clause("monthly_week_day", "given"),)
            ),
            rules.Exclusive(arguments=("end_times", "end_date_time")),
        ),
    ),
)
PANELIST = domains.Object(
    domains.Members(
        fields={
            "name": domains.TEXT,
            "email": EMAIL,
        },
        required=("name", "email"),
    ),
)
