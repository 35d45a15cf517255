# Generated from spec/resources/shipment.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `shipment` operations."""

from __future__ import annotations

from collections.abc import Mapping

from parcels_v3 import lists
from parcels_v3._runtime.encoding import wire
from parcels_v3._runtime.semantics import numbers, predicates
from parcels_v3._runtime.validation import messages, readers, values
from parcels_v3._runtime.validation.messages import Found
from parcels_v3._runtime.validation.validate import (
    UNDECIDED,
    ObjectChecks,
    OperationChecks,
    check_object,
)
from parcels_v3.validators import _shared as shared


def text_few_words_up_to_60(value: object, path: str, found: Found) -> None:
    """At most 3 Chinese words. At most 60 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if predicates.chinese_words(value) > 3:
        messages.too_many_words(value, path, found, predicates.chinese_words(value), 3)
    if len(value) > 60:
        messages.too_long(value, path, found, 60)


def text_email(value: object, path: str, found: Found) -> None:
    """An e-mail address."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not predicates.is_email(value):
        messages.not_an_email(value, path, found)


_PHONE_CHARACTERS = predicates.matcher("[0-9 +()\\-]*").fullmatch


def phone(value: object, path: str, found: Found) -> None:
    """Only the characters [0-9 +()\\-]. 5 to 20 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not _PHONE_CHARACTERS(value):
        messages.bad_characters(value, path, found, "0-9 +()\\-")
    if len(value) < 5:
        messages.too_short(value, path, found, 5)
    if len(value) > 20:
        messages.too_long(value, path, found, 20)


def address(value: object, path: str, found: Found) -> None:
    """Where a parcel goes. Its `post_code` alone may stand for it."""
    check_object(value, path, found, _ADDRESS_FIELDS)


def text_from_3_to_9(value: object, path: str, found: Found) -> None:
    """3 to 9 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if len(value) < 3:
        messages.too_short(value, path, found, 3)
    if len(value) > 9:
        messages.too_long(value, path, found, 9)


def nullable_integer_from_minus_3(value: object, path: str, found: Found) -> None:
    """At least -3."""
    if value is None:
        return
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value < -3:
        messages.too_small(value, path, found, -3)


def list_of_item_up_to_3_unique(value: object, path: str, found: Found) -> None:
    """At most 3 items. No `sku` twice."""
    items = readers.list_items(value, True)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    if len(items) > 3:
        messages.too_many_items(items, path, found, 3)
    if len(items) > 1:
        values.unique(items, path, found, "SKU")
    values.alone_or_each(value, items, path, found, item)


def item(value: object, path: str, found: Found) -> None:
    """Something in a parcel."""
    check_object(value, path, found, _ITEM_FIELDS)


def text_not_empty(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


def integer_from_1(value: object, path: str, found: Found) -> None:
    """At least 1."""
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)


def number_from_0_to_30(value: object, path: str, found: Found) -> None:
    """0 to 30."""
    if not isinstance(value, int | float) or not predicates.is_number(value):
        messages.wrong_type(value, path, found, "a number")
        return
    if value < 0:
        messages.too_small(value, path, found, 0)
    if value > 30:
        messages.too_large(value, path, found, 30)


_SERVICE_CHOICES = {1: "letter", 2: "parcel", 3: "pallet"}


def service(value: object, path: str, found: Found) -> None:
    """One of 1 (letter), 2 (parcel) or 3 (pallet)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _SERVICE_CHOICES:
        messages.bad_choice(value, path, found, _SERVICE_CHOICES)


def integer_from_0(value: object, path: str, found: Found) -> None:
    """At least 0."""
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value < 0:
        messages.too_small(value, path, found, 0)


_CURRENCY_CHOICES = {"EUR": "", "CAD": "", "USD": ""}


def currency(value: object, path: str, found: Found) -> None:
    """One of EUR, CAD or USD."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _CURRENCY_CHOICES:
        messages.bad_choice(value, path, found, _CURRENCY_CHOICES)


def instant(value: object, path: str, found: Found) -> None:
    """Such as 11/25/2012 09:05 pm."""
    if not predicates.is_date(value, ("us_minutes",)):
        messages.bad_date(value, path, found, ("us_minutes",))


def csv_of_text_email_up_to_2_unique(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: an e-mail address. At most 2 items. No item twice."""
    items = readers.csv_items(value, wire.TEXT)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    if len(items) > 2:
        messages.too_many_items(items, path, found, 2)
    if len(items) > 1:
        values.unique(items, path, found, None)
    values.each_between_commas(items, path, found, text_email)


def csv_of_days(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: one of 1, 2, 3, 4 or 5."""
    items = readers.csv_items(value, wire.INTEGER)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    values.each_between_commas(items, path, found, days)


_DAYS_CHOICES = {1: "", 2: "", 3: "", 4: "", 5: ""}


def days(value: object, path: str, found: Found) -> None:
    """One of 1, 2, 3, 4 or 5."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _DAYS_CHOICES:
        messages.bad_choice(value, path, found, _DAYS_CHOICES)


def passcode(value: object, path: str, found: Found) -> None:
    """Exactly 6 digits."""
    if not predicates.is_digits(value, 6):
        messages.bad_digits(value, path, found, 6, secret=True)


def date(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25 or 11/25/2012 09:05 pm."""
    if not predicates.is_date(value, ("date_unpadded", "us_minutes")):
        messages.bad_date(value, path, found, ("date_unpadded", "us_minutes"))


def integer_from_1_to_50(value: object, path: str, found: Found) -> None:
    """1 to 50."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 50:
        messages.too_large(value, path, found, 50)


_TRACKING_PATTERN = predicates.matcher("[A-Z]{2}[0-9]{9}").fullmatch


def tracking(value: object, path: str, found: Found) -> None:
    """Matches [A-Z]{2}[0-9]{9}."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not _TRACKING_PATTERN(value):
        messages.bad_pattern(value, path, found, "[A-Z]{2}[0-9]{9}")


def photo(value: object, path: str, found: Found) -> None:
    """A file in image/png, as path, bytes or open file."""
    values.file(value, path, found, "image/png", ("png",), b"\x89PNG")


def list_of_text_not_empty_not_empty(value: object, path: str, found: Found) -> None:
    """Each: not empty. At least one."""
    items = readers.list_items(value, True)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    if not items:
        messages.too_few_items(items, path, found, 1)
    values.alone_or_each(value, items, path, found, text_not_empty)


def date_2(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25T12:00:00Z or 11/25/2012 09:05 pm."""
    if not predicates.is_date(value, ("utc", "us_minutes")):
        messages.bad_date(value, path, found, ("utc", "us_minutes"))


def _address_field_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the fields of Address."""
    if "lift" in given and "floor" not in given:
        messages.not_applicable("lift", found, "`floor` is given", severity="warning")


def _send_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of shipment.send."""
    if "days" in given and given.get("service", 3) != 3:
        messages.not_applicable("days", found, "`service` is 3 (pallet)", severity="warning")
    if "value" in given and "currency" not in given:
        messages.missing("currency", found, "`value` is given")
    if given.get("service") == 3 and given.get("country") != "FR" and "phone" not in given:
        messages.missing(
            "phone",
            found,
            "`service` is 3 (pallet) and `country` is not FR (France)",
            source="Pallets",
        )
    if "locker" in given and given.get("service") in (1, 3):
        messages.ignored(
            "locker", found, "`service` is 1 (letter) or 3 (pallet)", severity="warning"
        )
    if sum(("depot" in given, "locker" in given, "neighbour" in given)) > 1:
        messages.several_given(
            ("depot", "locker", "neighbour"),
            found,
            given=("depot" in given, "locker" in given, "neighbour" in given),
        )
    if predicates.is_later(given.get("collect_from"), given.get("collect_to")):
        messages.out_of_order("collect_from", "collect_to", found)
    if (
        given.get("country") == "US"
        and isinstance(given.get("region"), str)
        and given.get("region") not in lists.STATES
    ):
        messages.not_listed(
            given.get("region"),
            "region",
            found,
            {"states": lists.STATES},
            "`country` is US (United States)",
        )
    if (
        given.get("country") == "CA"
        and isinstance(given.get("region"), str)
        and given.get("region") not in lists.PROVINCES
    ):
        messages.not_listed(
            given.get("region"),
            "region",
            found,
            {"provinces": lists.PROVINCES},
            "`country` is CA (Canada)",
        )
    if given.get("service") == 1 and predicates.is_over(given.get("value"), 100):
        messages.too_large(given.get("value"), "value", found, 100, "`service` is 1 (letter)")
    if predicates.is_over(given.get("value"), 9000):
        messages.too_large(given.get("value"), "value", found, 9000, "")
    if readers.reach(given, ("address", "zip"), short=True) == "00000" and "phone" not in given:
        messages.missing("phone", found, "`address.zip` is 00000")


def _trace_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of shipment.trace."""
    if "tracking" not in given and "reference" not in given and "email" not in given:
        messages.none_given(("tracking", "reference", "email"), found)
    if "tracking" in given and "reference" in given:
        messages.several_given(("tracking", "reference"), found)


def _send_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of shipment.send were looked at, and are right."""
    if (
        "name" not in given
        or "country" not in given
        or "address" not in given
        or "items" not in given
        or "weight" not in given
    ):
        return UNDECIDED
    value = given["name"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or predicates.chinese_words(value) > 3
        or len(value) > 60
    ):
        return UNDECIDED
    value = given["weight"]
    if (
        not isinstance(value, int | float)
        or not predicates.is_number(value)
        or value < 0
        or value > 30
    ):
        return UNDECIDED
    seen = 2
    if "phone" in given:
        value = given["phone"]
        if (
            not isinstance(value, str)
            or not _PHONE_CHARACTERS(value)
            or len(value) < 5
            or len(value) > 20
        ):
            return UNDECIDED
        seen += 1
    if "region" in given:
        value = given["region"]
        if not isinstance(value, str) or (
            not value.isprintable() and not predicates.is_encodable(value)
        ):
            return UNDECIDED
        seen += 1
    if "service" in given:
        value = given["service"]
        if type(value) is not int or value not in _SERVICE_CHOICES:
            return UNDECIDED
        seen += 1
    if "value" in given:
        value = given["value"]
        if (
            type(value) is not int
            or not numbers.INT64_MIN <= value <= numbers.INT64_MAX
            or value < 0
        ):
            return UNDECIDED
        seen += 1
    if "currency" in given:
        value = given["currency"]
        if not isinstance(value, str) or value not in _CURRENCY_CHOICES:
            return UNDECIDED
        seen += 1
    if "collect_from" in given:
        value = given["collect_from"]
        if not predicates.is_date(value, ("us_minutes",)):
            return UNDECIDED
        seen += 1
    if "collect_to" in given:
        value = given["collect_to"]
        if not predicates.is_date(value, ("us_minutes",)):
            return UNDECIDED
        seen += 1
    if "depot" in given:
        value = given["depot"]
        if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
            return UNDECIDED
        seen += 1
    if "locker" in given:
        value = given["locker"]
        if not isinstance(value, str) or (
            not value.isprintable() and not predicates.is_encodable(value)
        ):
            return UNDECIDED
        seen += 1
    if "neighbour" in given:
        value = given["neighbour"]
        if not isinstance(value, str) or (
            not value.isprintable() and not predicates.is_encodable(value)
        ):
            return UNDECIDED
        seen += 1
    if "days" in given and given.get("service", 3) != 3:
        return UNDECIDED
    if "value" in given and "currency" not in given:
        return UNDECIDED
    if given.get("service") == 3 and given["country"] != "FR" and "phone" not in given:
        return UNDECIDED
    if "locker" in given and given.get("service") in (1, 3):
        return UNDECIDED
    if sum(("depot" in given, "locker" in given, "neighbour" in given)) > 1:
        return UNDECIDED
    if predicates.is_later(given.get("collect_from"), given.get("collect_to")):
        return UNDECIDED
    if (
        given["country"] == "US"
        and isinstance(given.get("region"), str)
        and given.get("region") not in lists.STATES
    ):
        return UNDECIDED
    if (
        given["country"] == "CA"
        and isinstance(given.get("region"), str)
        and given.get("region") not in lists.PROVINCES
    ):
        return UNDECIDED
    if given.get("service") == 1 and predicates.is_over(given.get("value"), 100):
        return UNDECIDED
    if predicates.is_over(given.get("value"), 9000):
        return UNDECIDED
    if readers.reach(given, ("address", "zip"), short=True) == "00000" and "phone" not in given:
        return UNDECIDED
    return seen


def _trace_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of shipment.trace were looked at, and are right."""
    seen = 0
    if "tracking" in given:
        value = given["tracking"]
        if (
            not isinstance(value, str)
            or (not value.isprintable() and not predicates.is_encodable(value))
            or not _TRACKING_PATTERN(value)
        ):
            return UNDECIDED
        seen += 1
    if "email" in given:
        value = given["email"]
        if not isinstance(value, str) or not predicates.is_email(value):
            return UNDECIDED
        seen += 1
    if "tracking" not in given and "reference" not in given and "email" not in given:
        return UNDECIDED
    if "tracking" in given and "reference" in given:
        return UNDECIDED
    return seen


_ADDRESS_FIELDS = ObjectChecks(
    section="Addresses",
    fields={
        "zip": text_from_3_to_9,
        "street": values.text,
        "floor": nullable_integer_from_minus_3,
        "lift": values.boolean,
    },
    required=("zip",),
    rules=_address_field_rules,
    shorthand="zip",
)


_ITEM_FIELDS = ObjectChecks(
    section="",
    fields={
        "SKU": text_not_empty,
        "count": integer_from_1,
    },
    required=("SKU",),
)


SEND = OperationChecks(
    section="New Shipments",
    fields={
        "name": text_few_words_up_to_60,
        "email": text_email,
        "phone": phone,
        "country": shared.country,
        "region": values.text,
        "address": address,
        "items": list_of_item_up_to_3_unique,
        "weight": number_from_0_to_30,
        "service": service,
        "value": integer_from_0,
        "currency": currency,
        "reference": values.identifier,
        "collect_from": instant,
        "collect_to": instant,
        "depot": values.integer,
        "locker": values.text,
        "neighbour": values.text,
        "notify": csv_of_text_email_up_to_2_unique,
        "days": csv_of_days,
        "passcode": passcode,
        "gift": values.boolean,
        **shared.COMMON,
    },
    required=("name", "country", "address", "items", "weight"),
    rules=_send_argument_rules,
    fast_path=_send_fast_path,
    fast_path_arguments=frozenset(
        (
            "collect_from",
            "collect_to",
            "currency",
            "depot",
            "locker",
            "name",
            "neighbour",
            "phone",
            "region",
            "service",
            "value",
            "weight",
        )
    ),
)


MANIFEST = OperationChecks(
    section="Shipments",
    fields={
        "since": date,
        "sheet": integer_from_1,
        "lines": integer_from_1_to_50,
        **shared.COMMON,
    },
    required=("since",),
)


TRACE = OperationChecks(
    section="Shipments",
    fields={
        "tracking": tracking,
        "reference": values.identifier,
        "email": text_email,
        **shared.COMMON,
    },
    required=(),
    rules=_trace_argument_rules,
    fast_path=_trace_fast_path,
    fast_path_arguments=frozenset(("email", "tracking")),
)


PROOF = OperationChecks(
    section="Shipments",
    fields={
        "tracking": tracking,
        "photo": photo,
        "signed_by": list_of_text_not_empty_not_empty,
        "at": date_2,
        **shared.COMMON,
    },
    required=("tracking", "photo"),
)


CHECKS = {
    "shipment.send": SEND,
    "shipment.manifest": MANIFEST,
    "shipment.trace": TRACE,
    "shipment.proof": PROOF,
}
"""Operation id -> what its arguments have to keep."""
