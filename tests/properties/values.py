"""What the page says of single values, written down by a person; nothing here reads the spec."""

import string

from hypothesis import strategies as st

from tests.page import lists
from tests.properties.said import (
    CHARACTERS,
    NO_INTEGER,
    NO_TEXT,
    TEXTS,
    UNSENDABLE,
    Broken,
    Said,
    between,
    digits,
    listed,
    one_of,
)

MEETINGS = "meeting.create meeting.update"
WEBINARS = "webinar.create webinar.update"
SCHEDULES = f"{MEETINGS} {WEBINARS}"
REGISTRATIONS = "meeting.register webinar.register"
CREATED_USERS = "user.create user.auto_create user.cust_create user.sso_create"
USERS = f"{CREATED_USERS} user.update"
CONTACTS = "account.plan_subscribe account.update_billing"

PASSWORD = string.ascii_letters + string.digits + "@-_*"
HAN = "\u5f20\u4e09\u674e\u56db\u738b\u4e94\u3400\U00020000"

FEW = st.text(CHARACTERS, max_size=2)
"""So few that they break no rule of length or of words."""
UNSENDABLE_TEXT = Broken(
    "characters",
    st.tuples(FEW, st.sampled_from(UNSENDABLE), FEW).map("".join),
    ("\0", "a\0", "\ud800", "a\udfffb"),
)
JOHN = "John Ronald Reuel Tolkien"


def names(argument: str) -> Said:
    words = st.text(HAN, max_size=5)
    too_many = st.tuples(st.text(HAN, min_size=3), TEXTS, st.text(HAN, min_size=3)).map("".join)
    return Said(
        USERS,
        argument,
        st.tuples(words, st.sampled_from(["", " ", JOHN, "Ünal"])).map("".join),
        ("", JOHN, HAN[:5], " ".join(HAN[:5]), f"{HAN[:5]} Smith", "\u30ab\u30bf\u30ab\u30ca" * 3),
        (
            Broken(
                "max_chinese_words",
                too_many,
                (HAN[:6], " ".join(HAN[:6]), "x".join(HAN[:6]), HAN[-1] * 6, HAN[0] * 60),
            ),
            NO_TEXT,
            UNSENDABLE_TEXT,
        ),
    )


def email(operations: str, argument: str) -> Said:
    word = st.text(string.ascii_letters + string.digits + "._-+", min_size=1, max_size=9)
    label = st.text(string.ascii_lowercase, min_size=1, max_size=9)
    mostly = st.tuples(word, st.sampled_from(["", "@@", " @", "@ ", "@a@", ",@"]), label)
    return Said(
        operations,
        argument,
        st.tuples(word, label, label).map(lambda parts: f"{parts[0]}@{parts[1]}.{parts[2]}"),
        ("user@company.com", "a@b.c", "first.last+tag@sub.example.co.uk", "\u00fc@b\u00fccher.de"),
        (
            Broken(
                "email",
                mostly.map("".join),
                (
                    "",
                    "a",
                    "@",
                    "a@",
                    "@b.c",
                    "a@b@c.d",
                    "a b@c.d",
                    " a@b.c",
                    "a@b.c ",
                    "a@b.c\n",
                    "a@b.c,d@e.f",
                    "a\0@b.c",
                    "a\ud800@b.c",
                ),
            ),
            NO_TEXT,
        ),
    )


VALUES: list[Said] = [
    Said(
        SCHEDULES,
        "password",
        st.text(PASSWORD, max_size=10),
        ("", "a", "aZ09@-_*", "a" * 10, "-" * 10, "_*_*_*_*_*"),
        (
            Broken(
                "characters",
                st.tuples(
                    st.text(PASSWORD, max_size=4),
                    st.characters(exclude_characters=PASSWORD),
                    st.text(PASSWORD, max_size=4),
                ).map("".join),
                (
                    "a b",
                    " ",
                    "a.b",
                    "p\u00e4ss",
                    "pass\n",
                    "\n",
                    "\uff21",
                    "\u00b2",
                    "a\0",
                    "pass!",
                    "\\",
                ),
            ),
            Broken("max_length", st.text(PASSWORD, min_size=11), ("a" * 11, "-" * 300)),
            NO_TEXT,
        ),
    ),
    Said(
        SCHEDULES,
        "topic",
        st.text(CHARACTERS, max_size=300),
        ("", "x" * 300, "\u4e2d" * 300, "\U0001f600" * 300, "e\u0301" * 150),
        (
            Broken(
                "max_length",
                st.tuples(CHARACTERS, st.integers(301, 900)).map(lambda pair: pair[0] * pair[1]),
                ("x" * 301, "\U0001f600" * 301, "e\u0301" * 150 + "e"),
            ),
            NO_TEXT,
            UNSENDABLE_TEXT,
        ),
    ),
    names("first_name"),
    names("last_name"),
    digits("user.update user.sso_create", "pmi", 10),
    digits("user.update", "host_key", 6),
    one_of(
        USERS,
        "webinar_capacity",
        (0, 100, 500, 1000, 3000, 5000, 10000),
        (-100, 1, 99, 101, 200, 499, 501, 999, 2000, 9999, 10001),
        enable_webinar=True,
    ),
    one_of(
        USERS,
        "large_capacity",
        (0, 100, 200, 300, 500),
        (-100, 1, 99, 101, 400, 499, 501, 1000),
        enable_large=True,
    ),
    Said(
        "account.create account.update",
        "meeting_capacity",
        st.integers(0, 100),
        (0, 1, 99, 100),
        (Broken("maximum", st.integers(101, 2**63 - 1), (101, 1000)), NO_INTEGER),
    ),
    one_of(USERS, "type", (1, 2, 3), (0, 4, -1)),
    one_of("user.get_by_email", "login_type", (0, 1, 99, 100, 101), (-1, 2, 98, 102)),
    one_of("user.create user.update", "option_enter_exit_chime_type", (0, 1), (-1, 2)),
    one_of("user.delete", "type", (0, 1), (-1, 2)),
    one_of("account.create account.update", "pay_mode", (0, 1), (-1, 2)),
    one_of("account.create account.update", "collection_method", (0, 1), (-1, 2)),
    one_of(MEETINGS, "type", (1, 2, 3, 8), (0, 4, 5, 7, 9)),
    one_of(WEBINARS, "type", (5, 6, 9), (1, 4, 7, 8, 10)),
    one_of(MEETINGS, "registration_type", (1, 2, 3), (0, 4), type=8),
    one_of(WEBINARS, "registration_type", (1, 2, 3), (0, 4), type=9),
    one_of(WEBINARS, "approval_type", (0, 1, 2), (-1, 3)),
    one_of(
        SCHEDULES,
        "option_audio",
        ("both", "telephony", "voip"),
        ("", "Both", "VOIP", "both ", "both\n", "telephone"),
    ),
    one_of(MEETINGS, "option_start_type", ("video", "screen_share"), ("", "Video", "screen-share")),
    one_of(
        SCHEDULES,
        "option_auto_record_type",
        ("local", "cloud", "none"),
        ("", "None", "Cloud", "cloud\n"),
    ),
    one_of(
        f"{REGISTRATIONS} {WEBINARS}",
        "language",
        ("en-US", "en", "zh-CN", "zh", "en-ES", "es", "fr-FR", "fr"),
        ("", "es-ES", "EN", "en-us", "en_US", "zh-TW", "de", "fr-FR\n"),
    ),
    one_of(
        REGISTRATIONS,
        "purchasing_time_frame",
        ("Within a month", "1-3 months", "4-6 months", "More than 6 months", "No timeframe"),
        (
            "",
            "within a month",
            "1\u20133 months",
            "1-3 Months",
            "More than 6 Months",
            "No timeframe\n",
        ),
    ),
    one_of(
        REGISTRATIONS,
        "role_in_purchase_process",
        ("Decision Maker", "Evaluator/Recommender", "Influencer", "Not involved"),
        ("", "Decision maker", "Evaluator", "Recommender", "Not Involved"),
    ),
    one_of(
        REGISTRATIONS,
        "no_of_employees",
        (
            "1-20",
            "21-50",
            "51-100",
            "101-250",
            "251-500",
            "501-1,000",
            "1,001-5,000",
            "5,001-10,000",
            "More than 10,000",
        ),
        ("", "1-21", "501-1000", "1,001-5000", "10,001-50,000", "More than 10000"),
    ),
    one_of(
        "im_group.create im_group.update",
        "type",
        ("Normal", "Restricted", "Shared"),
        ("", "normal"),
    ),
    one_of("device.create device.update", "protocol_type", (1, 2), (0, 3)),
    one_of("device.create device.update", "encryption_type", (0, 1, 2), (-1, 3)),
    one_of("report.get_audio", "type", (1, 2), (0, 3)),
    one_of("dashboard.meeting", "type", (1, 2, 3), (0, 4)),
    one_of("dashboard.webinar dashboard.qos", "type", (1, 2), (0, 3)),
    one_of("webinar.list_registrations", "type", (0, 1), (-1, 2)),
    between("report.get_daily", "month", 1, 12),
    between("report.get_daily", "year", 1000, 9999),
    listed(f"{REGISTRATIONS}", "country", lists.COUNTRIES, ("us", "USA", "UK", "XX")),
    listed("user.update", "timezone", lists.TIMEZONES, ("PST", "GMT", "america/lima", "Etc/UTC")),
    listed(MEETINGS, "timezone", lists.TIMEZONES, ("PST", "America/Los Angeles"), type=2),
    listed(WEBINARS, "timezone", lists.TIMEZONES, ("PST", "Europe/berlin"), type=5),
    email(f"{CREATED_USERS} account.create user.check_email {REGISTRATIONS}", "email"),
    email("user.set_assistant", "assistant_email"),
]
