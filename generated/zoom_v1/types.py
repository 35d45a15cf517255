# Generated from spec/types/ by `make generate`. Do not edit.
"""Types of arguments: the values that some have, and dicts that may stand for objects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NotRequired, TypedDict

TollfreeCountry = Literal[
    "AR",
    "AU",
    "AT",
    "BH",
    "BE",
    "BR",
    "BG",
    "CA",
    "CL",
    "CN",
    "CO",
    "HR",
    "CY",
    "CZ",
    "DK",
    "DO",
    "FI",
    "FR",
    "DE",
    "GH",
    "GR",
    "HK",
    "HU",
    "IN",
    "IE",
    "IL",
    "IT",
    "JP",
    "KE",
    "LV",
    "LT",
    "LU",
    "MO",
    "MY",
    "MT",
    "MX",
    "NL",
    "NZ",
    "NO",
    "OM",
    "PA",
    "PE",
    "PH",
    "PL",
    "PT",
    "PR",
    "QA",
    "RO",
    "RU",
    "SA",
    "SG",
    "SK",
    "SI",
    "ZA",
    "KR",
    "ES",
    "SE",
    "CH",
    "TR",
    "UA",
    "AE",
    "GB",
    "US",
    "VE",
]

PremiumCountry = Literal["IN", "ID", "PH", "TW", "TH", "AE", "VN"]

UserType = Literal[1, 2, 3]

UserState = Literal[0, 1]

LoginType = Literal[0, 1, 99, 100, 101]

ChimeType = Literal[0, 1]

WebinarCapacity = Literal[0, 100, 500, 1000, 3000, 5000, 10000]

LargeCapacity = Literal[0, 100, 200, 300, 500]

MeetingType = Literal[1, 2, 3, 8]

WebinarType = Literal[5, 6, 9]

RegistrationType = Literal[1, 2, 3]

ApprovalType = Literal[0, 1, 2]

AudioOption = Literal["both", "telephony", "voip"]

StartType = Literal["video", "screen_share"]

AutoRecordType = Literal["local", "cloud", "none"]

Language = Literal["en-US", "en", "zh-CN", "zh", "en-ES", "es", "fr-FR", "fr"]

PurchasingTimeFrame = Literal[
    "Within a month", "1-3 months", "4-6 months", "More than 6 months", "No timeframe"
]

RoleInPurchaseProcess = Literal[
    "Decision Maker", "Evaluator/Recommender", "Influencer", "Not involved"
]

NoOfEmployees = Literal[
    "1-20",
    "21-50",
    "51-100",
    "101-250",
    "251-500",
    "501-1,000",
    "1,001-5,000",
    "5,001-10,000",
    "More than 10,000",
]

RegistrantState = Literal[0, 1]

State = Literal[
    "AK",
    "AL",
    "AP",
    "AR",
    "AS",
    "AZ",
    "CA",
    "CO",
    "CT",
    "DC",
    "DE",
    "FL",
    "FM",
    "GA",
    "GU",
    "HI",
    "IA",
    "ID",
    "IL",
    "IN",
    "KS",
    "KY",
    "LA",
    "MA",
    "MD",
    "ME",
    "MH",
    "MI",
    "MN",
    "MO",
    "MP",
    "MS",
    "MT",
    "NC",
    "ND",
    "NE",
    "NH",
    "NJ",
    "NM",
    "NV",
    "NY",
    "OH",
    "OK",
    "OR",
    "PA",
    "PR",
    "PW",
    "RI",
    "SC",
    "SD",
    "TN",
    "TX",
    "UT",
    "VA",
    "VI",
    "VT",
    "WA",
    "WV",
    "WI",
    "WY",
    "AB",
    "BC",
    "MB",
    "NB",
    "NL",
    "NS",
    "NU",
    "ON",
    "PE",
    "QC",
    "SK",
    "NT",
    "YT",
    "AA",
    "AE",
]

Country = Literal[
    "PR",
    "PS",
    "PT",
    "PU",
    "PW",
    "PY",
    "PZ",
    "QA",
    "QO",
    "AC",
    "AD",
    "AE",
    "AF",
    "AG",
    "AI",
    "AL",
    "AM",
    "AN",
    "AO",
    "AQ",
    "AR",
    "AS",
    "AT",
    "RE",
    "AU",
    "AW",
    "AZ",
    "RO",
    "BA",
    "BB",
    "RS",
    "BD",
    "BE",
    "RU",
    "BF",
    "BG",
    "RW",
    "BH",
    "BI",
    "BJ",
    "BL",
    "BM",
    "BN",
    "BO",
    "SA",
    "BQ",
    "SB",
    "BR",
    "SC",
    "BS",
    "SD",
    "BT",
    "SE",
    "BV",
    "SG",
    "BW",
    "SH",
    "SI",
    "BY",
    "SJ",
    "BZ",
    "SK",
    "SL",
    "SM",
    "SN",
    "SO",
    "CA",
    "SR",
    "CC",
    "SS",
    "CD",
    "ST",
    "CF",
    "SV",
    "CH",
    "SZ",
    "CK",
    "CL",
    "CM",
    "CN",
    "CO",
    "CP",
    "TA",
    "CR",
    "TC",
    "TD",
    "CS",
    "CT",
    "CU",
    "TF",
    "CV",
    "TG",
    "TH",
    "CX",
    "CY",
    "TJ",
    "CZ",
    "TK",
    "TL",
    "TM",
    "TN",
    "TO",
    "TR",
    "TT",
    "DE",
    "TV",
    "DG",
    "TW",
    "DJ",
    "TZ",
    "DK",
    "DM",
    "DO",
    "UA",
    "UG",
    "DZ",
    "UM",
    "EA",
    "EC",
    "US",
    "EE",
    "EG",
    "EH",
    "UY",
    "UZ",
    "VA",
    "VC",
    "VD",
    "ES",
    "ET",
    "VE",
    "EU",
    "VG",
    "VI",
    "VN",
    "VU",
    "FI",
    "FJ",
    "FK",
    "FM",
    "FO",
    "FQ",
    "FR",
    "WF",
    "FX",
    "WK",
    "GA",
    "GB",
    "WS",
    "GD",
    "GE",
    "GF",
    "GH",
    "GI",
    "GL",
    "GM",
    "GP",
    "GR",
    "GS",
    "GT",
    "GU",
    "GW",
    "GY",
    "HK",
    "HM",
    "HN",
    "HR",
    "YD",
    "HT",
    "YE",
    "HU",
    "IC",
    "ID",
    "YT",
    "IE",
    "IL",
    "IM",
    "IN",
    "IO",
    "ZA",
    "IQ",
    "IS",
    "IT",
    "ZM",
    "JM",
    "JO",
    "JP",
    "JT",
    "KE",
    "KG",
    "KH",
    "KI",
    "KM",
    "KN",
    "KR",
    "KW",
    "KY",
    "KZ",
    "LA",
    "LC",
    "LI",
    "LK",
    "LS",
    "LT",
    "LU",
    "LV",
    "LY",
    "MA",
    "MC",
    "MD",
    "ME",
    "MF",
    "MG",
    "MH",
    "MI",
    "MK",
    "ML",
    "MM",
    "MN",
    "MO",
    "MP",
    "MQ",
    "MR",
    "MS",
    "MT",
    "MU",
    "MV",
    "MW",
    "MX",
    "MY",
    "MZ",
    "NA",
    "NC",
    "NE",
    "NF",
    "NG",
    "NI",
    "NL",
    "NO",
    "NP",
    "NQ",
    "NR",
    "NT",
    "NU",
    "NZ",
    "OM",
    "PA",
    "PC",
    "PE",
    "PF",
    "PH",
    "PK",
    "PL",
    "PM",
    "PN",
]

Timezone = Literal[
    "Pacific/Midway",
    "Pacific/Pago_Pago",
    "Pacific/Honolulu",
    "America/Anchorage",
    "America/Vancouver",
    "America/Los_Angeles",
    "America/Tijuana",
    "America/Edmonton",
    "America/Denver",
    "America/Phoenix",
    "America/Mazatlan",
    "America/Winnipeg",
    "America/Regina",
    "America/Chicago",
    "America/Mexico_City",
    "America/Guatemala",
    "America/El_Salvador",
    "America/Managua",
    "America/Costa_Rica",
    "America/Montreal",
    "America/New_York",
    "America/Indianapolis",
    "America/Panama",
    "America/Bogota",
    "America/Lima",
    "America/Halifax",
    "America/Puerto_Rico",
    "America/Caracas",
    "America/Santiago",
    "America/St_Johns",
    "America/Montevideo",
    "America/Araguaina",
    "America/Argentina/Buenos_Aires",
    "America/Godthab",
    "America/Sao_Paulo",
    "Atlantic/Azores",
    "Canada/Atlantic",
    "Atlantic/Cape_Verde",
    "UTC",
    "Etc/Greenwich",
    "Europe/Belgrade",
    "CET",
    "Atlantic/Reykjavik",
    "Europe/Dublin",
    "Europe/London",
    "Europe/Lisbon",
    "Africa/Casablanca",
    "Africa/Nouakchott",
    "Europe/Oslo",
    "Europe/Copenhagen",
    "Europe/Brussels",
    "Europe/Berlin",
    "Europe/Helsinki",
    "Europe/Amsterdam",
    "Europe/Rome",
    "Europe/Stockholm",
    "Europe/Vienna",
    "Europe/Luxembourg",
    "Europe/Paris",
    "Europe/Zurich",
    "Europe/Madrid",
    "Africa/Bangui",
    "Africa/Algiers",
    "Africa/Tunis",
    "Africa/Harare",
    "Africa/Nairobi",
    "Europe/Warsaw",
    "Europe/Prague",
    "Europe/Budapest",
    "Europe/Sofia",
    "Europe/Istanbul",
    "Europe/Athens",
    "Europe/Bucharest",
    "Asia/Nicosia",
    "Asia/Beirut",
    "Asia/Damascus",
    "Asia/Jerusalem",
    "Asia/Amman",
    "Africa/Tripoli",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Europe/Moscow",
    "Asia/Baghdad",
    "Asia/Kuwait",
    "Asia/Riyadh",
    "Asia/Bahrain",
    "Asia/Qatar",
    "Asia/Aden",
    "Asia/Tehran",
    "Africa/Khartoum",
    "Africa/Djibouti",
    "Africa/Mogadishu",
    "Asia/Dubai",
    "Asia/Muscat",
    "Asia/Baku",
    "Asia/Kabul",
    "Asia/Yekaterinburg",
    "Asia/Tashkent",
    "Asia/Calcutta",
    "Asia/Kathmandu",
    "Asia/Novosibirsk",
    "Asia/Almaty",
    "Asia/Dacca",
    "Asia/Krasnoyarsk",
    "Asia/Dhaka",
    "Asia/Bangkok",
    "Asia/Saigon",
    "Asia/Jakarta",
    "Asia/Irkutsk",
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Kuala_Lumpur",
    "Asia/Singapore",
    "Australia/Perth",
    "Asia/Yakutsk",
    "Asia/Seoul",
    "Asia/Tokyo",
    "Australia/Darwin",
    "Australia/Adelaide",
    "Asia/Vladivostok",
    "Pacific/Port_Moresby",
    "Australia/Brisbane",
    "Australia/Sydney",
    "Australia/Hobart",
    "Asia/Magadan",
    "SST",
    "Pacific/Noumea",
    "Asia/Kamchatka",
    "Pacific/Fiji",
    "Pacific/Auckland",
    "Asia/Kolkata",
    "Europe/Kiev",
    "America/Tegucigalpa",
    "Pacific/Apia",
]

PayMode = Literal[0, 1]

CollectionMethod = Literal[0, 1]

PlanKind = Literal[1, 2]

CalloutType = Literal[1, 2]

ImGroupType = Literal["Normal", "Restricted", "Shared"]

DeviceProtocol = Literal[1, 2]

DeviceEncryption = Literal[0, 1, 2]

AudioReportType = Literal[1, 2]

MeetingListType = Literal[1, 2, 3]

LiveOrPast = Literal[1, 2]

RecurrenceType = Literal[1, 2, 3]

Weekday = Literal[1, 2, 3, 4, 5, 6, 7]

WeekOfMonth = Literal[-1, 1, 2, 3, 4]

AudioPlans = Literal[
    "tollfree_payongo", "tollfree_monthly_commitment_100", "tollfree_monthly_commitment_500"
]

BasePlans = Literal[
    "trial",
    "monthly",
    "yearly",
    "business_monthly",
    "business_yearly",
    "edu20",
    "zroom_monthly",
    "zroom_yearly",
]

LargeMeetingPlans = Literal[
    "large100_monthly",
    "large100_yearly",
    "large200_monthly",
    "large200_yearly",
    "large300_monthly",
    "large300_yearly",
    "large500_monthly",
    "large500_yearly",
]

RecordingPlans = Literal[
    "cmr_monthly_commitment_40", "cmr_monthly_commitment_100", "cmr_monthly_commitment_500"
]

RoomConnectorPlans = Literal["roomconnector_monthly", "roomconnector_yearly"]

WebinarPlans = Literal[
    "webinar100_monthly",
    "webinar100_yearly",
    "webinar500_monthly",
    "webinar500_yearly",
    "webinar1000_monthly",
    "webinar1000_yearly",
    "webinar3000_monthly",
    "webinar3000_yearly",
    "webinar5000_monthly",
    "webinar5000_yearly",
    "webinar10000_monthly",
    "webinar10000_yearly",
]

ZoomRoomsPlans = Literal["zroom_monthly", "zroom_yearly"]


class CustomQuestionDict(TypedDict):
    """A question of the host's own and the answer to it. A plain dict in place of
    `CustomQuestion`.
    """

    title: str
    """Name of the field."""

    value: str
    """The answer."""


class BasePlanDict(TypedDict):
    """The plan that an account is built on. A plain dict in place of `BasePlan`."""

    type: BasePlans
    """Code of the plan. An id of the list of base plans (8)."""

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class ZoomRoomsPlanDict(TypedDict):
    """An additional plan for Zoom Rooms. A plain dict in place of `ZoomRoomsPlan`."""

    type: ZoomRoomsPlans
    """Code of the plan. An id of the list of zoom room plans (2)."""

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class RoomConnectorPlanDict(TypedDict):
    """An additional plan for H.323 and SIP devices. A plain dict in place of
    `RoomConnectorPlan`.
    """

    type: RoomConnectorPlans
    """Code of the plan. An id of the list of h.323/sip device room connector plans (2)."""

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class LargeMeetingPlanDict(TypedDict):
    """An additional plan for meetings of more people. A plain dict in place of
    `LargeMeetingPlan`.
    """

    type: LargeMeetingPlans
    """Code of the plan, which says how many people. An id of the list of large meeting plans
(8)."""

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class WebinarPlanDict(TypedDict):
    """An additional plan for webinars. A plain dict in place of `WebinarPlan`."""

    type: WebinarPlans
    """Code of the plan, which says how many people. An id of the list of webinar plans (12)."""

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class AudioPlanDict(TypedDict):
    """An additional plan for audio conferences. A plain dict in place of `AudioPlan`."""

    type: AudioPlans
    """Code of the plan. An id of the list of audio conferencing plans (3)."""

    tollfree_country: NotRequired[Sequence[TollfreeCountry] | str]
    """Where dialling in is toll-free. Sent separated by commas. Each: an id of the list of
toll free countries (64)."""

    premium_country: NotRequired[Sequence[PremiumCountry] | str]
    """Where there are premium numbers. Sent separated by commas. Each: an id of the list of
premium countries (7)."""

    callout: NotRequired[CalloutType]
    """Where call-out reaches. One of 1 (US only) or 2 (US and international)."""

    ddi_numbers: NotRequired[int]
    """How many dedicated dial-in numbers. At least 0 (inferred)."""


class PlanDict(TypedDict):
    """A plan of any family. A plain dict in place of `Plan`."""

    type: str
    """Code of the plan; the operation says of which lists."""

    hosts: NotRequired[int]
    """How many hosts it is for. At least 0 (inferred)."""

    tollfree_country: NotRequired[Sequence[TollfreeCountry] | str]
    """Where dialling in is toll-free; for audio plans. Sent separated by commas. Each: an id
of the list of toll free countries (64)."""

    premium_country: NotRequired[Sequence[PremiumCountry] | str]
    """Where there are premium numbers; for audio plans. Sent separated by commas. Each: an id
of the list of premium countries (7)."""

    callout: NotRequired[CalloutType]
    """Where call-out reaches; for audio plans. One of 1 (US only) or 2 (US and international)."""

    ddi_numbers: NotRequired[int]
    """How many dedicated dial-in numbers; for audio plans. At least 0 (inferred)."""


class RecurrenceDict(TypedDict):
    """When a meeting or webinar with fixed times recurs. A plain dict in place of
    `Recurrence`.

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

    type: RecurrenceType
    """How often it recurs. Required (inferred). One of 1 (daily), 2 (weekly) or 3 (monthly)."""

    repeat_interval: NotRequired[int]
    """Every how many days, weeks or months. At least 1 (inferred). Default: 1."""

    weekly_days: NotRequired[Sequence[Weekday] | str]
    """Days of the week. Sent separated by commas. Each: one of 1 (Sunday), 2 (Monday), 3
(Tuesday), 4 (Wednesday), 5 (Thursday), 6 (Friday) or 7 (Saturday)."""

    monthly_day: NotRequired[int]
    """Day of the month. 1 to 31."""

    monthly_week: NotRequired[WeekOfMonth]
    """Week of the month. One of -1 (last), 1 (first), 2 (second), 3 (third) or 4 (fourth)."""

    monthly_week_day: NotRequired[Weekday]
    """Day of that week. One of 1 (Sunday), 2 (Monday), 3 (Tuesday), 4 (Wednesday), 5
(Thursday), 6 (Friday) or 7 (Saturday)."""

    end_times: NotRequired[int]
    """How many occurrences there are. At least 1 (inferred). At most 50. Default: 1."""

    end_date_time: NotRequired[datetime | str]
    """When the last occurrence is at the latest. Such as 2012-11-25T12:00:00Z."""


class PanelistDict(TypedDict):
    """Who speaks in a webinar. A plain dict in place of `Panelist`."""

    name: str
    """Name."""

    email: str
    """E-mail address, where the invitation goes. An e-mail address."""
