# Generated from spec/types/ by `make generate`. Do not edit.
"""What values of the named types are drawn from."""

from __future__ import annotations

from zoom_v1 import lists
from zoom_v1._runtime.strategies import clauses, kinds, rules

ACCOUNT_ID = kinds.Text(min_length=1)
CHAT_TOKEN = kinds.Text(min_length=1)
CHAT_SESSION_ID = kinds.Text(min_length=1)
ROOM_ID = kinds.Text(min_length=1)
DEVICE_ID = kinds.Text(min_length=1)
GROUP_ID = kinds.Text(min_length=1)
TOLLFREE_COUNTRY = kinds.Text(listed=lists.TOLL_FREE_COUNTRIES)
PREMIUM_COUNTRY = kinds.Text(listed=lists.PREMIUM_COUNTRIES)
USER_ID = kinds.Text(min_length=1)
MEETING_ID = kinds.IDENTIFIER
MEETING_UUID = kinds.Text(min_length=1)
OCCURRENCE_ID = kinds.Text(min_length=1)
EMAIL = kinds.Text(email=True)
FIRST_OR_LAST_NAME = kinds.Text(max_chinese_words=5)
USER_TYPE = kinds.Integer(choices=(1, 2, 3))
USER_STATE = kinds.Integer(choices=(0, 1))
LOGIN_TYPE = kinds.Integer(choices=(0, 1, 99, 100, 101))
CHIME_TYPE = kinds.Integer(choices=(0, 1))
WEBINAR_CAPACITY = kinds.Integer(choices=(0, 100, 500, 1000, 3000, 5000, 10000))
LARGE_CAPACITY = kinds.Integer(choices=(0, 100, 200, 300, 500))
PMI = kinds.Digits(length=10)
HOST_KEY = kinds.Digits(length=6)
ACCOUNT_PASSWORD = kinds.Text(min_length=1)
MEETING_TYPE = kinds.Integer(choices=(1, 2, 3, 8))
WEBINAR_TYPE = kinds.Integer(choices=(5, 6, 9))
TOPIC = kinds.Text(max_length=300)
MEETING_PASSWORD = kinds.Text(characters="a-zA-Z0-9@\\-_*", max_length=10)
REGISTRATION_TYPE = kinds.Integer(choices=(1, 2, 3))
APPROVAL_TYPE = kinds.Integer(choices=(0, 1, 2))
AUDIO_OPTION = kinds.Text(choices=("both", "telephony", "voip"))
START_TYPE = kinds.Text(choices=("video", "screen_share"))
AUTO_RECORD_TYPE = kinds.Text(choices=("local", "cloud", "none"))
LANGUAGE = kinds.Text(choices=("en-US", "en", "zh-CN", "zh", "en-ES", "es", "fr-FR", "fr"))
PURCHASING_TIME_FRAME = kinds.Text(
    choices=("Within a month", "1-3 months", "4-6 months", "More than 6 months", "No timeframe")
)
ROLE_IN_PURCHASE_PROCESS = kinds.Text(
    choices=("Decision Maker", "Evaluator/Recommender", "Influencer", "Not involved")
)
NO_OF_EMPLOYEES = kinds.Text(
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
REGISTRANT_STATE = kinds.Integer(choices=(0, 1))
STATE = kinds.Text(listed=lists.STATES)
COUNTRY = kinds.Text(listed=lists.COUNTRIES)
TIMEZONE = kinds.Text(listed=lists.TIMEZONES)
PAY_MODE = kinds.Integer(choices=(0, 1))
COLLECTION_METHOD = kinds.Integer(choices=(0, 1))
PLAN_KIND = kinds.Integer(choices=(1, 2))
CALLOUT_TYPE = kinds.Integer(choices=(1, 2))
IM_GROUP_TYPE = kinds.Text(choices=("Normal", "Restricted", "Shared"))
DEVICE_PROTOCOL = kinds.Integer(choices=(1, 2))
DEVICE_ENCRYPTION = kinds.Integer(choices=(0, 1, 2))
AUDIO_REPORT_TYPE = kinds.Integer(choices=(1, 2))
MEETING_LIST_TYPE = kinds.Integer(choices=(1, 2, 3))
LIVE_OR_PAST = kinds.Integer(choices=(1, 2))
RECURRENCE_TYPE = kinds.Integer(choices=(1, 2, 3))
WEEKDAY = kinds.Integer(choices=(1, 2, 3, 4, 5, 6, 7))
WEEK_OF_MONTH = kinds.Integer(choices=(-1, 1, 2, 3, 4))
UTC_DATETIME = kinds.Date(formats=("utc",))
RECURRENCE_END = kinds.Date(formats=("utc", "utc_unpadded"))
US_DATETIME = kinds.Date(formats=("us_minutes",))
PERIOD_DATE = kinds.Date(formats=("date", "utc"))
YEAR = kinds.Integer(minimum=1000, maximum=9999)
MONTH = kinds.Integer(minimum=1, maximum=12)
PAGE_SIZE = kinds.Integer(minimum=1)
PAGE_NUMBER = kinds.Integer(minimum=1)
PAGE_TOKEN = kinds.TEXT
JPEG = kinds.File(magic=b"\xff\xd8\xff", extensions=("jpg", "jpeg"), max_bytes=5242880)
TIMESTAMP = kinds.Date(formats=("utc",))
TIMESTAMP_OR_BLANK = kinds.Date(formats=("utc",), blank=True)
REPORT_DAY = kinds.Date(formats=("date", "date_unpadded"), blank=True)
REGISTRANT_ID = kinds.Text(min_length=1)
CUSTOM_QUESTION = kinds.Object(
    kinds.Members(
        fields={
            "title": kinds.TEXT,
            "value": kinds.TEXT,
        },
        required=("title", "value"),
    ),
)
BASE_PLAN = kinds.Object(
    kinds.Members(
        fields={
            "type": kinds.Text(listed=lists.BASE_PLANS),
            "hosts": kinds.INTEGER,
        },
        required=("type", "hosts"),
    ),
)
ZOOM_ROOMS_PLAN = kinds.Object(
    kinds.Members(
        fields={
            "type": kinds.Text(listed=lists.ZOOM_ROOMS_PLANS),
            "hosts": kinds.INTEGER,
        },
        required=("type", "hosts"),
    ),
)
ROOM_CONNECTOR_PLAN = kinds.Object(
    kinds.Members(
        fields={
            "type": kinds.Text(listed=lists.ROOM_CONNECTOR_PLANS),
            "hosts": kinds.INTEGER,
        },
        required=("type", "hosts"),
    ),
)
LARGE_MEETING_PLAN = kinds.Object(
    kinds.Members(
        fields={
            "type": kinds.Text(listed=lists.LARGE_MEETING_PLANS),
            "hosts": kinds.INTEGER,
        },
        required=("type", "hosts"),
    ),
)
WEBINAR_PLAN = kinds.Object(
    kinds.Members(
        fields={
            "type": kinds.Text(listed=lists.WEBINAR_PLANS),
            "hosts": kinds.INTEGER,
        },
        required=("type", "hosts"),
    ),
)
AUDIO_PLAN = kinds.Object(
    kinds.Members(
        fields={
            "type": kinds.Text(listed=lists.AUDIO_PLANS),
            "tollfree_country": kinds.Csv(item=TOLLFREE_COUNTRY),
            "premium_country": kinds.Csv(item=PREMIUM_COUNTRY),
            "callout": CALLOUT_TYPE,
            "ddi_numbers": kinds.INTEGER,
        },
        required=("type",),
    ),
)
PLAN = kinds.Object(
    kinds.Members(
        fields={
            "type": kinds.TEXT,
            "hosts": kinds.INTEGER,
            "tollfree_country": kinds.Csv(item=TOLLFREE_COUNTRY),
            "premium_country": kinds.Csv(item=PREMIUM_COUNTRY),
            "callout": CALLOUT_TYPE,
            "ddi_numbers": kinds.INTEGER,
        },
        required=("type",),
    ),
    shorthand="type",
)
RECURRENCE = kinds.Object(
    kinds.Members(
        fields={
            "type": RECURRENCE_TYPE,
            "repeat_interval": kinds.Integer(minimum=1),
            "weekly_days": kinds.Csv(item=WEEKDAY),
            "monthly_day": kinds.Integer(minimum=1, maximum=31),
            "monthly_week": WEEK_OF_MONTH,
            "monthly_week_day": WEEKDAY,
            "end_times": kinds.Integer(minimum=1, maximum=50),
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
PANELIST = kinds.Object(
    kinds.Members(
        fields={
            "name": kinds.TEXT,
            "email": EMAIL,
        },
        required=("name", "email"),
    ),
)
