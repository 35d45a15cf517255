# Generated from spec/types/ by `make generate`. Do not edit.
"""Checks that more than one resource needs."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1 import lists
from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.semantics import numbers, predicates
from zoom_v1._runtime.validation import messages, readers, values
from zoom_v1._runtime.validation.messages import Found
from zoom_v1._runtime.validation.validate import (
    ObjectChecks,
    check_object,
)
from zoom_v1._runtime.validation.values import Check

_DATA_TYPE_CHOICES = {"JSON": "", "XML": ""}


def data_type(value: object, path: str, found: Found) -> None:
    """One of JSON or XML."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value.casefold() not in map(str.casefold, _DATA_TYPE_CHOICES):
        messages.bad_choice(value, path, found, _DATA_TYPE_CHOICES)


def email(value: object, path: str, found: Found) -> None:
    """An e-mail address."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not predicates.is_email(value):
        messages.not_an_email(value, path, found)


def account_password(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text", secret=True)
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1, secret=True)


def text_not_empty(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


def country(value: object, path: str, found: Found) -> None:
    """An id of the list of countries (255)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.COUNTRIES:
        messages.not_listed(value, path, found, {"countries": lists.COUNTRIES})


def integer_from_1_to_300(value: object, path: str, found: Found) -> None:
    """1 to 300."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 300:
        messages.too_large(value, path, found, 300)


def page_number(value: object, path: str, found: Found) -> None:
    """At least 1."""
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)


def user_id(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


def timezone(value: object, path: str, found: Found) -> None:
    """An id of the list of timezones (135)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.TIMEZONES:
        messages.not_listed(value, path, found, {"timezones": lists.TIMEZONES})


def topic(value: object, path: str, found: Found) -> None:
    """At most 300 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if len(value) > 300:
        messages.too_long(value, path, found, 300)


def utc_datetime(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25T12:00:00Z."""
    if not predicates.is_date(value, ("utc",)):
        messages.bad_date(value, path, found, ("utc",))


_MEETING_PASSWORD_CHARACTERS = predicates.matcher("[a-zA-Z0-9@\\-_*]*").fullmatch


def meeting_password(value: object, path: str, found: Found) -> None:
    """Only the characters [a-zA-Z0-9@\\-_*]. At most 10 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text", secret=True)
        return
    if not _MEETING_PASSWORD_CHARACTERS(value):
        messages.bad_characters(value, path, found, "a-zA-Z0-9@\\-_*", secret=True)
    if len(value) > 10:
        messages.too_long(value, path, found, 10, secret=True)


def recurrence(value: object, path: str, found: Found) -> None:
    """When a meeting or webinar with fixed times recurs."""
    check_object(value, path, found, _RECURRENCE_FIELDS)


_RECURRENCE_TYPE_CHOICES = {1: "daily", 2: "weekly", 3: "monthly"}


def recurrence_type(value: object, path: str, found: Found) -> None:
    """One of 1 (daily), 2 (weekly) or 3 (monthly)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _RECURRENCE_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _RECURRENCE_TYPE_CHOICES)


def integer_from_1(value: object, path: str, found: Found) -> None:
    """At least 1."""
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)


def csv_of_weekday(value: object, path: str, found: Found) -> None:
    """Sent separated by commas."""
    items = readers.csv_items(value, wire.INTEGER)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    values.each_between_commas(items, path, found, weekday)


_WEEKDAY_CHOICES = {
    1: "Sunday",
    2: "Monday",
    3: "Tuesday",
    4: "Wednesday",
    5: "Thursday",
    6: "Friday",
    7: "Saturday",
}


def weekday(value: object, path: str, found: Found) -> None:
    """Weekday."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _WEEKDAY_CHOICES:
        messages.bad_choice(value, path, found, _WEEKDAY_CHOICES)


def integer_from_1_to_31(value: object, path: str, found: Found) -> None:
    """1 to 31."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 31:
        messages.too_large(value, path, found, 31)


_WEEK_OF_MONTH_CHOICES = {-1: "last", 1: "first", 2: "second", 3: "third", 4: "fourth"}


def week_of_month(value: object, path: str, found: Found) -> None:
    """Week of month."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _WEEK_OF_MONTH_CHOICES:
        messages.bad_choice(value, path, found, _WEEK_OF_MONTH_CHOICES)


def integer_from_1_to_50(value: object, path: str, found: Found) -> None:
    """1 to 50."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 50:
        messages.too_large(value, path, found, 50)


def recurrence_end(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25T12:00:00Z."""
    if not predicates.is_date(value, ("utc", "utc_unpadded")):
        messages.bad_date(value, path, found, ("utc", "utc_unpadded"))


_REGISTRATION_TYPE_CHOICES = {
    1: "register once, attend any occurrence",
    2: "register for each occurrence",
    3: "register once, choose one or more occurrences",
}


def registration_type(value: object, path: str, found: Found) -> None:
    """Registration type."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _REGISTRATION_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _REGISTRATION_TYPE_CHOICES)


_AUDIO_OPTION_CHOICES = {"both": "", "telephony": "", "voip": ""}


def audio_option(value: object, path: str, found: Found) -> None:
    """One of both, telephony or voip."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _AUDIO_OPTION_CHOICES:
        messages.bad_choice(value, path, found, _AUDIO_OPTION_CHOICES)


_AUTO_RECORD_TYPE_CHOICES = {"local": "", "cloud": "", "none": ""}


def auto_record_type(value: object, path: str, found: Found) -> None:
    """One of local, cloud or none."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _AUTO_RECORD_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _AUTO_RECORD_TYPE_CHOICES)


def occurrence_id(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


_PURCHASING_TIME_FRAME_CHOICES = {
    "Within a month": "",
    "1-3 months": "",
    "4-6 months": "",
    "More than 6 months": "",
    "No timeframe": "",
}


def purchasing_time_frame(value: object, path: str, found: Found) -> None:
    """Purchasing time frame."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _PURCHASING_TIME_FRAME_CHOICES:
        messages.bad_choice(value, path, found, _PURCHASING_TIME_FRAME_CHOICES)


_ROLE_IN_PURCHASE_PROCESS_CHOICES = {
    "Decision Maker": "",
    "Evaluator/Recommender": "",
    "Influencer": "",
    "Not involved": "",
}


def role_in_purchase_process(value: object, path: str, found: Found) -> None:
    """Role in purchase process."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _ROLE_IN_PURCHASE_PROCESS_CHOICES:
        messages.bad_choice(value, path, found, _ROLE_IN_PURCHASE_PROCESS_CHOICES)


_NO_OF_EMPLOYEES_CHOICES = {
    "1-20": "",
    "21-50": "",
    "51-100": "",
    "101-250": "",
    "251-500": "",
    "501-1,000": "",
    "1,001-5,000": "",
    "5,001-10,000": "",
    "More than 10,000": "",
}


def no_of_employees(value: object, path: str, found: Found) -> None:
    """No of employees."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _NO_OF_EMPLOYEES_CHOICES:
        messages.bad_choice(value, path, found, _NO_OF_EMPLOYEES_CHOICES)


def list_of_custom_question(value: object, path: str, found: Found) -> None:
    """List."""
    items = readers.list_items(value, False)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    values.each(items, path, found, custom_question)


def custom_question(value: object, path: str, found: Found) -> None:
    """A question of the host's own and the answer to it."""
    check_object(value, path, found, _CUSTOM_QUESTION_FIELDS)


_LANGUAGE_CHOICES = {
    "en-US": "",
    "en": "",
    "zh-CN": "",
    "zh": "",
    "en-ES": "",
    "es": "",
    "fr-FR": "",
    "fr": "",
}


def language(value: object, path: str, found: Found) -> None:
    """One of en-US, en, zh-CN, zh, en-ES, es, fr-FR or fr."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _LANGUAGE_CHOICES:
        messages.bad_choice(value, path, found, _LANGUAGE_CHOICES)


def csv_of_occurrence_id(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: not empty."""
    items = readers.csv_items(value, wire.TEXT)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    values.each_between_commas(items, path, found, occurrence_id)


def page_size(value: object, path: str, found: Found) -> None:
    """At least 1."""
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)


def group_id(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


def csv_of_user_id_not_empty(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: not empty. At least one."""
    items = readers.csv_items(value, wire.TEXT)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    if not items:
        messages.too_few_items(items, path, found, 1)
    values.each_between_commas(items, path, found, user_id)


def period_date(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25 or 2012-11-25T12:00:00Z."""
    if not predicates.is_date(value, ("date", "utc")):
        messages.bad_date(value, path, found, ("date", "utc"))


def integer_from_1_to_30(value: object, path: str, found: Found) -> None:
    """1 to 30."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 30:
        messages.too_large(value, path, found, 30)


def _recurrence_field_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the fields of Recurrence."""
    if given.get("type") == 1 and predicates.is_over(given.get("repeat_interval"), 90):
        messages.too_large(
            given.get("repeat_interval"), "repeat_interval", found, 90, "`type` is 1 (daily)"
        )
    if given.get("type") == 2 and predicates.is_over(given.get("repeat_interval"), 12):
        messages.too_large(
            given.get("repeat_interval"), "repeat_interval", found, 12, "`type` is 2 (weekly)"
        )
    if given.get("type") == 3 and predicates.is_over(given.get("repeat_interval"), 3):
        messages.too_large(
            given.get("repeat_interval"), "repeat_interval", found, 3, "`type` is 3 (monthly)"
        )
    if "weekly_days" in given and given.get("type", 2) != 2:
        messages.not_applicable("weekly_days", found, "`type` is 2 (weekly)", severity="warning")
    if given.get("type", 3) != 3:
        if "monthly_day" in given:
            messages.not_applicable(
                "monthly_day", found, "`type` is 3 (monthly)", severity="warning"
            )
        if "monthly_week" in given:
            messages.not_applicable(
                "monthly_week", found, "`type` is 3 (monthly)", severity="warning"
            )
        if "monthly_week_day" in given:
            messages.not_applicable(
                "monthly_week_day", found, "`type` is 3 (monthly)", severity="warning"
            )
    if "monthly_day" in given and "monthly_week" in given:
        messages.several_given(("monthly_day", "monthly_week"), found)
    if "monthly_day" in given and "monthly_week_day" in given:
        messages.several_given(("monthly_day", "monthly_week_day"), found)
    if "monthly_week" in given and "monthly_week_day" not in given:
        messages.missing("monthly_week_day", found, "`monthly_week` is given")
    if "monthly_week_day" in given and "monthly_week" not in given:
        messages.missing("monthly_week", found, "`monthly_week_day` is given")
    if "end_times" in given and "end_date_time" in given:
        messages.several_given(("end_times", "end_date_time"), found)


_RECURRENCE_FIELDS = ObjectChecks(
    section="Recurrence Object",
    fields={
        "type": recurrence_type,
        "repeat_interval": integer_from_1,
        "weekly_days": csv_of_weekday,
        "monthly_day": integer_from_1_to_31,
        "monthly_week": week_of_month,
        "monthly_week_day": weekday,
        "end_times": integer_from_1_to_50,
        "end_date_time": recurrence_end,
    },
    required=("type",),
    rules=_recurrence_field_rules,
)


_CUSTOM_QUESTION_FIELDS = ObjectChecks(
    section="Meeting Registration",
    fields={
        "title": values.text,
        "value": values.text,
    },
    required=("title", "value"),
)


COMMON: dict[str, Check] = {
    "api_key": values.text,
    "api_secret": values.text,
    "data_type": data_type,
}
"""What every operation takes beside its own arguments."""
