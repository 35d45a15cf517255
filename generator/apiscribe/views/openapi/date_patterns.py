"""Dates as regular expressions: which texts have their form, and which of those no calendar has."""

from __future__ import annotations

from apiscribe.runtime.semantics import date_words
from apiscribe.runtime.semantics.dates import DAY, HOUR, HTTP_DATE, MINUTES, MONTH, RFC3339

_SHORT_MONTH, _SHORT_DAY = "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
_TIME = f"{MINUTES}{MINUTES}Z"
_PATTERNS: dict[str, str] = {
    "date": f"[0-9]{{4}}-{MONTH}-{DAY}",
    "date_unpadded": f"[0-9]{{4}}-{_SHORT_MONTH}-{_SHORT_DAY}",
    "utc": f"[0-9]{{4}}-{MONTH}-{DAY}T{HOUR}{_TIME}",
    "utc_unpadded": f"[0-9]{{4}}-{_SHORT_MONTH}-{_SHORT_DAY}T([01]?[0-9]|2[0-3]){_TIME}",
    "us_minutes": f"{MONTH}/{DAY}/[0-9]{{4}} (0[1-9]|1[0-2]):[0-5][0-9] [AaPp][Mm]",
    "rfc3339": RFC3339,
}

_COMMON = "(?:[02468][1235679]|[13579][01345789])"
"""Two digits that four does not divide: of a year, or of the century of one that ends in 00."""
_COMMON_YEAR = f"(?:[0-9]{{2}}{_COMMON}|{_COMMON}00)"
_NO_DAYS = "|".join(
    (
        "^0000",
        "-0?2-3[01]",
        "-(?:0?[469]|11)-31",
        f"^{_COMMON_YEAR}-0?2-29",
    )
)
_NO_US_DAYS = "|".join(
    (
        "^[0-9]{2}/[0-9]{2}/0000",
        "^02/3[01]/",
        "^(?:0[469]|11)/31/",
        f"^02/29/{_COMMON_YEAR}",
    )
)


def pattern(form: str) -> str:
    """A regular expression that keeps each field in its range; it knows no month's length."""
    if form in _PATTERNS:
        return _PATTERNS[form]
    return date_words.pattern(HTTP_DATE if form == "http_date" else form)


def no_days(formats: tuple[str, ...]) -> str:
    """A regular expression of days that fit those patterns, and that no calendar has."""
    found = [_NO_DAYS] if set(formats) - {"us_minutes"} else []
    return "|".join([*found, _NO_US_DAYS] if "us_minutes" in formats else found)
