"""Days and moments in words: formats of directives as `strftime` has them, such as `%d %b %Y`.

Only directives that mean the same on every machine are known: names are English, whatever the
locale says. So each can be read as well as written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTHS, _SHORT_DAYS = tuple(m[:3] for m in _MONTHS), tuple(d[:3] for d in _DAYS)

_SHAPES: Mapping[str, str] = {
    "%Y": "[0-9]{4}",
    "%y": "[0-9]{2}",
    "%m": "(?:0[1-9]|1[0-2])",
    "%-m": "(?:[1-9]|1[0-2])",
    "%b": f"(?:{'|'.join(_SHORT_MONTHS)})",
    "%B": f"(?:{'|'.join(_MONTHS)})",
    "%d": "(?:0[1-9]|[12][0-9]|3[01])",
    "%-d": "(?:[1-9]|[12][0-9]|3[01])",
    "%j": "(?:00[1-9]|0[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6])",
    "%a": f"(?:{'|'.join(_SHORT_DAYS)})",
    "%A": f"(?:{'|'.join(_DAYS)})",
    "%H": "(?:[01][0-9]|2[0-3])",
    "%-H": "(?:[0-9]|1[0-9]|2[0-3])",
    "%I": "(?:0[1-9]|1[0-2])",
    "%-I": "(?:[1-9]|1[0-2])",
    "%p": "(?:AM|PM|am|pm)",
    "%M": "[0-5][0-9]",
    "%S": "[0-5][0-9]",
    "%f": "[0-9]{6}",
    "%3f": "[0-9]{3}",
    "%z": "(?:Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])",
    "%:z": "(?:Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])",
    "%%": "%",
}
DIRECTIVES = tuple(_SHAPES)

_PARTS: Mapping[str, str] = {
    **dict.fromkeys(("%Y", "%y"), "year"),
    **dict.fromkeys(("%m", "%-m", "%b", "%B"), "month"),
    **dict.fromkeys(("%d", "%-d"), "day"),
    "%j": "day of the year",
    **dict.fromkeys(("%a", "%A"), "weekday"),
    **dict.fromkeys(("%H", "%-H"), "hour"),
    **dict.fromkeys(("%I", "%-I"), "hour of a half day"),
    "%p": "half of the day",
    "%M": "minute",
    "%S": "second",
    **dict.fromkeys(("%f", "%3f"), "fraction"),
    **dict.fromkeys(("%z", "%:z"), "offset"),
}
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "month": ("day",),
    "day": ("month",),
    "hour of a half day": ("half of the day",),
    "half of the day": ("hour of a half day",),
    "second": ("minute",),
    "fraction": ("second",),
}
_HOURS = ("hour", "hour of a half day")
_NEED_AN_HOUR = ("minute", "second", "offset")
_FIRST_OF_TWO_DIGITS = 1969
"""The year that `69` is; `68` is 99 years later, as POSIX has it."""
_SAMPLE = datetime(2012, 11, 25, 21, 5, 7, tzinfo=UTC)
_SPECIAL = re.compile(r"[\\^$.*+?()\[\]{}|/]")


@cache
def pieces(form: str) -> tuple[str, ...]:
    """Directives and what stands between them, in order."""
    return tuple(re.findall(r"%(?:[:3-].|.|$)|[^%]+", form, re.DOTALL))


def is_day(form: str) -> bool:
    return not any(_PARTS.get(piece) in (*_HOURS, *_NEED_AN_HOUR) for piece in pieces(form))


def flaw(form: str) -> str | None:
    """What keeps a format from being written and read again; None if nothing does."""
    unknown = [p for p in pieces(form) if p[:1] == "%" and p not in _SHAPES]
    if unknown:
        known = " ".join(DIRECTIVES)
        return f"`{unknown[0]}` is no directive that is the same everywhere; those are {known}"
    if not form.isprintable():
        return "a format is of characters that can be seen"
    return next(_gaps([_PARTS[p] for p in pieces(form) if p in _PARTS]), None) or _run_on(form)


def _gaps(parts: list[str]) -> Iterator[str]:
    """What is said twice, or not at all."""
    for part in dict.fromkeys(parts):
        if parts.count(part) > 1:
            yield f"it says the {part} twice"
        for other in _NEEDS.get(part, ()):
            if other not in parts:
                yield f"it has the {part} without the {other}"
    if "year" not in parts:
        yield "it does not say the year"
    if ("day" in parts) == ("day of the year" in parts):
        yield "it says the day by `%d` or by `%j`, one of them"
    if all(hour in parts for hour in _HOURS):
        yield "it says the hour twice"
    for part in _NEED_AN_HOUR:
        if part in parts and not any(hour in parts for hour in _HOURS):
            yield f"it has the {part} without the hour"


def _run_on(form: str) -> str | None:
    """A number of one or two digits ends where something else begins."""
    for piece, after in zip(pieces(form), [*pieces(form)[1:], ""], strict=True):
        if piece.startswith("%-") and re.match(r"[0-9]|%[^abABpz:%]", after):
            return f"nothing tells where `{piece}` ends"
    return None


@cache
def pattern(form: str) -> str:
    """A regular expression of what it writes; it knows no month's length."""
    return "".join(_SHAPES.get(piece) or _SPECIAL.sub(r"\\\g<0>", piece) for piece in pieces(form))


@cache
def sample(form: str) -> str:
    return write(_SAMPLE, form)


def write(value: date, form: str) -> str:
    """`value` in words: a moment in UTC where the format has no offset."""
    if isinstance(value, datetime) and not _says_offset(form, value):
        value = value.astimezone(UTC)
    return "".join(_WRITERS[p](value) if p in _WRITERS else p for p in pieces(form))


def _says_offset(form: str, value: datetime) -> bool:
    """Whether the offset of `value` itself can be written."""
    has_one = any(_PARTS.get(piece) == "offset" for piece in pieces(form))
    return has_one and not (value.utcoffset() or timedelta()) % timedelta(minutes=1)


def is_writable(value: date, form: str) -> bool:
    """Whether what is written means `value`: two digits are years from 1969 to 2068."""
    if "%y" not in pieces(form):
        return True
    year = value.astimezone(UTC).year if isinstance(value, datetime) else value.year
    return _FIRST_OF_TWO_DIGITS <= year < _FIRST_OF_TWO_DIGITS + 100


def read(text: str, form: str) -> dict[str, str] | None:
    """The parts of a text by what they are; None if it is not of the format."""
    match = _matcher(form).fullmatch(text)
    if match is None:
        return None
    names = [_PARTS[piece] for piece in pieces(form) if piece in _PARTS]
    return dict(zip(names, match.groups(), strict=True))


@cache
def _matcher(form: str) -> re.Pattern[str]:
    return re.compile(
        "".join(
            f"({_SHAPES[p]})" if p in _PARTS else _SHAPES.get(p, re.escape(p)) for p in pieces(form)
        )
    )


def numbers(parts: Mapping[str, str]) -> tuple[int, ...]:
    """Year, month and day; then hour, minute, second and microsecond, if there is an hour.

    Raises:
        ValueError: there is no such day, or it is another day of the week.
    """
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 1900 if year >= _FIRST_OF_TWO_DIGITS % 100 else 2000
    if "day" in parts:
        day = date(year, _month(parts["month"]), int(parts["day"]))
    else:
        day = date(year, 1, 1) + timedelta(days=int(parts["day of the year"]) - 1)
    if day.year != year or _DAYS[day.weekday()][:3] != parts.get("weekday", _name(day))[:3]:
        raise ValueError("no such day")
    if not any(hour in parts for hour in _HOURS):
        return day.year, day.month, day.day
    hour = int(parts.get("hour") or int(parts["hour of a half day"]) % 12)
    hour += 12 if parts.get("half of the day", "").lower() == "pm" else 0
    minute, second = (int(parts.get(part, "0")) for part in ("minute", "second"))
    microsecond = int(parts.get("fraction", "").ljust(6, "0"))
    return day.year, day.month, day.day, hour, minute, second, microsecond


def offset(parts: Mapping[str, str]) -> timezone:
    text = parts.get("offset", "Z").replace(":", "")
    if text == "Z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[3:5])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _SHORT_MONTHS.index(text[:3]) + 1


def _name(day: date) -> str:
    return _DAYS[day.weekday()]


def _moment(value: date) -> datetime:
    return value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)


def _offset(value: date, between: str) -> str:
    given = _moment(value).utcoffset() or timedelta()
    sign, minutes = "-" if given < timedelta() else "+", abs(given) // timedelta(minutes=1)
    return f"{sign}{minutes // 60:02}{between}{minutes % 60:02}"


_WRITERS: Mapping[str, Callable[[date], str]] = {
    "%Y": lambda at: f"{at.year:04}",
    "%y": lambda at: f"{at.year % 100:02}",
    "%m": lambda at: f"{at.month:02}",
    "%-m": lambda at: f"{at.month}",
    "%b": lambda at: _SHORT_MONTHS[at.month - 1],
    "%B": lambda at: _MONTHS[at.month - 1],
    "%d": lambda at: f"{at.day:02}",
    "%-d": lambda at: f"{at.day}",
    "%j": lambda at: f"{at.timetuple().tm_yday:03}",
    "%a": lambda at: _SHORT_DAYS[at.weekday()],
    "%A": lambda at: _DAYS[at.weekday()],
    "%H": lambda at: f"{_moment(at).hour:02}",
    "%-H": lambda at: f"{_moment(at).hour}",
    "%I": lambda at: f"{(_moment(at).hour - 1) % 12 + 1:02}",
    "%-I": lambda at: f"{(_moment(at).hour - 1) % 12 + 1}",
    "%p": lambda at: "AM" if _moment(at).hour < 12 else "PM",
    "%M": lambda at: f"{_moment(at).minute:02}",
    "%S": lambda at: f"{_moment(at).second:02}",
    "%f": lambda at: f"{_moment(at).microsecond:06}",
    "%3f": lambda at: f"{_moment(at).microsecond // 1000:03}",
    "%z": lambda at: _offset(at, ""),
    "%:z": lambda at: _offset(at, ":"),
    "%%": lambda _: "%",
}
