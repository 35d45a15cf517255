"""Spans of time in the formats that an API may ask for."""

from __future__ import annotations

from datetime import timedelta

from .compiled import compiled

UNITS = {
    "milliseconds": timedelta(milliseconds=1),
    "seconds": timedelta(seconds=1),
    "minutes": timedelta(minutes=1),
}
"""Formats that are whole numbers, and how long one of each is."""

SAMPLES = {
    "iso8601": "PT1H30M",
    "clock": "01:30:00",
    "units": "1h30m0s",
    "seconds": "5400",
    "milliseconds": "5400000",
    "minutes": "90",
}
FORMATS = tuple(SAMPLES)

_NUMBER = r"[0-9]{1,12}(?:[.,][0-9]{1,9})?"
_ISO_DATE, _ISO_TIME = (
    rf"(?:({_NUMBER})D)?",
    rf"(?:T(?=[0-9])(?:({_NUMBER})H)?(?:({_NUMBER})M)?(?:({_NUMBER})S)?)?",
)
_ISO = rf"(-?)P(?=[0-9T])(?:({_NUMBER})W|{_ISO_DATE}{_ISO_TIME})"
_PART = r"[0-9]{1,12}(?:\.[0-9]{1,9})?"
_PARTS = {"d": 86400e6, "h": 3600e6, "m": 60e6, "s": 1e6, "ms": 1e3, "us": 1, "ns": 1e-3}
"""Microseconds of each part of the format `units`, in the order in which they stand."""
_IN_UNITS = r"(-?)(?=[0-9])" + "".join(rf"(?:({_PART}){part})?" for part in _PARTS)
_CLOCK = r"([0-9]{2,9}):([0-5][0-9]):([0-5][0-9])"
PATTERNS = {
    "iso8601": (
        r"-?P(?:[0-9]+(?:[.,][0-9]+)?W|(?=[0-9T])(?:[0-9]+(?:[.,][0-9]+)?D)?"
        r"(?:T(?=[0-9])(?:[0-9]+(?:[.,][0-9]+)?H)?(?:[0-9]+(?:[.,][0-9]+)?M)?"
        r"(?:[0-9]+(?:[.,][0-9]+)?S)?)?)"
    ),
    "clock": r"[0-9]{2,9}:[0-5][0-9]:[0-5][0-9]",
    "units": r"-?(?=[0-9])" + "".join(rf"(?:[0-9]+(?:\.[0-9]+)?{part})?" for part in _PARTS),
}
"""Of the formats that are text."""


def read(value: object, formats: tuple[str, ...]) -> timedelta | None:
    """The span that text, or a whole number, writes in one of `formats`, or None."""
    for form in formats:
        if form in UNITS:
            found = _times(value, UNITS[form]) if type(value) is int else None
        else:
            found = _from_text(value, form) if isinstance(value, str) else None
        if found is not None:
            return found
    return None


def read_leniently(value: object, formats: tuple[str, ...]) -> timedelta | None:
    """The same for what a response has: numbers also with a fraction, or as text."""
    found = read(value, formats)
    unit = next((UNITS[form] for form in formats if form in UNITS), None)
    if found is not None or unit is None:
        return found
    if type(value) is float:
        return _times(value, unit)
    if isinstance(value, str) and compiled(r"-?[0-9]{1,16}(?:\.[0-9]{1,9})?").fullmatch(value):
        return _times(float(value), unit)
    return None


def bounds(form: str) -> tuple[int, int]:
    """The shortest and the longest duration of a format that is a number."""
    return -(-timedelta.min // UNITS[form]), timedelta.max // UNITS[form]


def write(value: timedelta | str | int, formats: tuple[str, ...]) -> str | int:
    """`value` as JSON has it, in the first format."""
    if not isinstance(value, timedelta):
        return value
    form = formats[0]
    if form in UNITS:
        return value // UNITS[form]
    return _WRITERS[form](value)


def is_duration(value: object, formats: tuple[str, ...]) -> bool:
    """Whether `value` is, or can be written as, a duration in one of `formats`, all of it."""
    if not isinstance(value, timedelta):
        return read(value, formats) is not None
    form = formats[0]
    if form in UNITS:
        return not value % UNITS[form]
    return form != "clock" or (value >= timedelta() and not value % timedelta(seconds=1))


def amount(value: object, form: str) -> int:
    """How many units of a format that is a number."""
    if isinstance(value, timedelta):
        return value // UNITS[form]
    return value if isinstance(value, int) else 0


def _times(number: float, unit: timedelta) -> timedelta | None:
    try:
        return number * unit
    except (OverflowError, ValueError):
        return None


def _from_text(text: str, form: str) -> timedelta | None:
    try:
        return _READERS[form](text)
    except OverflowError:
        return None


def _from_clock(text: str) -> timedelta | None:
    match = compiled(_CLOCK).fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = map(int, match.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _from_iso(text: str) -> timedelta | None:
    match = compiled(_ISO).fullmatch(text)
    if match is None:
        return None
    sign, *parts = match.groups()
    given = [part for part in parts if part]
    if any(not part.isdigit() for part in given[:-1]):  # only the last may have a fraction
        return None
    weeks, days, hours, minutes, seconds = (float((p or "0").replace(",", ".")) for p in parts)
    span = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -span if sign else span


def _from_units(text: str) -> timedelta | None:
    match = compiled(_IN_UNITS).fullmatch(text)
    if match is None:
        return None
    sign, *parts = match.groups()
    each = zip(parts, _PARTS.values(), strict=True)
    span = timedelta(microseconds=sum(float(part) * unit for part, unit in each if part))
    return -span if sign else span


def _units(value: timedelta) -> str:
    """In seconds alone, which whoever reads such texts takes, also those who take one part."""
    sign, span = ("-", -value) if value < timedelta() else ("", value)
    whole = span // timedelta(seconds=1)
    return f"{sign}{f'{whole}.{span.microseconds:06}'.rstrip('0').rstrip('.')}s"


def _clock(value: timedelta) -> str:
    seconds = value // timedelta(seconds=1)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _iso(value: timedelta) -> str:
    sign, span = ("-", -value) if value < timedelta() else ("", value)
    hours, minutes = span.seconds // 3600, span.seconds // 60 % 60
    seconds = f"{span.seconds % 60}.{span.microseconds:06}".rstrip("0").rstrip(".")
    time = "".join(f"{n}{unit}" for n, unit in ((hours, "H"), (minutes, "M")) if n)
    time += f"{seconds}S" if seconds != "0" else ""
    days = f"{span.days}D" if span.days else ""
    return f"{sign}P{days}{'T' + time if time else ''}" if days or time else "PT0S"


_READERS = {"clock": _from_clock, "iso8601": _from_iso, "units": _from_units}
_WRITERS = {"clock": _clock, "iso8601": _iso, "units": _units}
