"""Questions about single values that generated validators ask.

Every function here is a predicate or a reader; what to say about the answer is the
business of `reports`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache

from msgspec import UNSET

from ..encoding import dates
from ..encoding.dates import DateFormat
from ..encoding.files import read_upload
from ..encoding.wire import Wire, as_mapping
from . import messages
from .messages import INT64_MAX, INT64_MIN, Found

Check = Callable[[object, str, Found], None]
"""Adds to `found` what is wrong with a value, which stands at a path."""

matcher = re.compile
_read_iso = datetime.fromisoformat
_UNENCODABLE = "[\0\ud800-\udfff]"
_EMAIL = r"[^@\s\0,\ud800-\udfff]+@[^@\s\0,.\ud800-\udfff]+(?:\.[^@\s\0,.\ud800-\udfff]+)*"
_HAN = (
    "[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003fffd]"
)
_ANY_FORMAT: tuple[DateFormat, ...] = ("utc_unpadded", "date_unpadded", "us_minutes")


def is_encodable(value: str) -> bool:
    """Whether text can be sent at all: no NUL, no half of a surrogate pair."""
    return _compiled(_UNENCODABLE).search(value) is None


def is_email(value: str) -> bool:
    return len(value) <= 320 and _compiled(_EMAIL).fullmatch(value) is not None


def chinese_words(value: str) -> int:
    """How many Chinese words: each Han character is one."""
    return 0 if value.isascii() else len(_compiled(_HAN).findall(value))


def is_digits(value: object, length: int) -> bool:
    if is_whole(value):
        value = str(value)
    return isinstance(value, str) and len(value) == length and value.isascii() and value.isdigit()


def is_date(value: object, formats: tuple[DateFormat, ...]) -> bool:
    """Whether `value` is, or can be written as, a date in one of `formats`."""
    if isinstance(value, str):
        if value[7::3] == "-T::Z" and "utc" in formats:
            # With these marks it is of that form, the common one, or of none: the other forms that
            # Python knows lack them. It reads six times as fast as `dates`; hour 24 it may take
            # for the next day's hour 0.
            try:
                return _read_iso(value).hour != 0 or value[11] == "0"
            except ValueError:
                return False
        return dates.read(value, formats) is not None
    if isinstance(value, datetime):
        return value.utcoffset() is not None and dates.in_utc(value) is not None
    return isinstance(value, date) and any(form.startswith("date") for form in formats)


def is_later(first: object, last: object) -> bool:
    """Whether `first` is after `last`, as far as both can be read."""
    if is_number(first) and is_number(last):
        return bool(first > last)  # type: ignore[operator]  # both are numbers
    one, two = _moment(first), _moment(last)
    if one is None or two is None:
        return False
    if isinstance(one, datetime) and isinstance(two, datetime):
        return one > two
    return _day(one) > _day(two)


def is_whole(value: object) -> bool:
    """Whether it is a whole number that every reader of JSON and forms takes: one of 64 bits."""
    return type(value) is int and INT64_MIN <= value <= INT64_MAX


def is_number(value: object) -> bool:
    return type(value) is int or (type(value) is float and math.isfinite(value))


def is_over(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > most


def is_under(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value < least


def list_items(value: object, single: bool) -> list[object] | None:
    """The items of a list; with `single`, of an item that stands alone. None if it is neither."""
    if isinstance(value, list | tuple):
        return list(value)
    return [value] if single and value is not None else None


def csv_items(value: object, item: Wire) -> list[object] | None:
    """The items of comma-separated text or of a list; None if it is neither."""
    if isinstance(value, str):
        return [item.parse(part) for part in value.split(",")] if value else []
    return list(value) if isinstance(value, list | tuple | set | frozenset) else None


def each(items: list[object], path: str, found: Found, check: Check) -> None:
    for index, item in enumerate(items):
        check(item, f"{path}[{index}]", found)


def each_between_commas(items: list[object], path: str, found: Found, check: Check) -> None:
    for index, item in enumerate(items):
        if isinstance(item, str) and "," in item:
            messages.comma_inside(f"{path}[{index}]", found)
        else:
            check(item, f"{path}[{index}]", found)


def alone_or_each(
    value: object, items: list[object], path: str, found: Found, check: Check
) -> None:
    """Check a list's items, or the one value that stands alone in place of a list."""
    if isinstance(value, list | tuple):
        each(items, path, found, check)
    else:
        check(value, path, found)


def values(given: Mapping[str, object], path: str, found: Found, check: Check) -> None:
    for key, value in given.items():
        check(value, f"{path}.{key}", found)


def unique(
    items: list[object], path: str, found: Found, by: str | None = None, *, secret: bool = False
) -> None:
    seen: list[object] = []
    for index, item in enumerate(items):
        fields = as_mapping(item) if by is not None else None
        key = item if fields is None else fields.get(str(by), UNSET)
        if key is not UNSET and key in seen:
            messages.repeated_item(key, f"{path}[{index}]", found, secret=secret)
        seen.append(key)


def reach(given: Mapping[str, object], path: tuple[str, ...], *, short: bool = False) -> object:
    """The value at `path`, or UNSET.

    With `short`, a scalar in place of the last object stands for the field that is meant.
    """
    value: object = given
    for key in path:
        fields = as_mapping(value)
        if fields is None:
            is_scalar = isinstance(value, str | int) and not isinstance(value, bool)
            return value if short and key == path[-1] and is_scalar else UNSET
        value = fields.get(key, UNSET)
    return value


def file(
    value: object,
    path: str,
    found: Found,
    what: str,
    extensions: tuple[str, ...],
    magic: bytes,
    max_bytes: int | None = None,
) -> None:
    """A file is told by its content, and by its name where it has one."""
    part = read_upload(value, max_bytes)
    if part is None:
        messages.wrong_type(value, path, found, "a path, bytes or a binary file")
        return
    if part.flaw:
        messages.bad_file(path, found, part.flaw)
        return
    name = part.filename
    if name is not None and name.rpartition(".")[2].lower() not in extensions:
        endings = ", ".join(f".{ending}" for ending in extensions)
        messages.bad_file(path, found, f"{name!r} does not end in one of {endings}")
    if not part.content.startswith(magic):
        messages.bad_file(path, found, f"the content is not {what}")
    if max_bytes is not None and len(part.content) > max_bytes:
        messages.bad_file(path, found, f"the content has more than {max_bytes} bytes")


def text(value: object, path: str, found: Found) -> None:
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
    elif not value.isprintable() and not is_encodable(value):
        messages.unencodable(value, path, found)


def integer(value: object, path: str, found: Found) -> None:
    if type(value) is not int or not INT64_MIN <= value <= INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")


def number(value: object, path: str, found: Found) -> None:
    if not is_number(value):
        messages.wrong_type(value, path, found, "a number")


def boolean(value: object, path: str, found: Found, *, secret: bool = False) -> None:
    if value is not True and value is not False:
        messages.wrong_type(value, path, found, "true or false", secret=secret)


def identifier(value: object, path: str, found: Found, *, secret: bool = False) -> None:
    if isinstance(value, str):
        if not value:
            messages.too_short(value, path, found, 1)
        elif not value.isprintable() and not is_encodable(value):
            messages.unencodable(value, path, found)
    elif not is_whole(value):
        noun = "an id: text or a whole number"
        messages.not_whole(value, path, found, noun, secret=secret)


def anything(value: object, path: str, found: Found) -> None:
    """Any JSON value passes."""
    if value is UNSET:
        messages.wrong_type(value, path, found, "a value")


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    # When it is asked for: most programs start, and end, without it.
    return re.compile(expression)


def _moment(value: object) -> date | datetime | None:
    if isinstance(value, str):
        value = dates.read(value, _ANY_FORMAT)
    if isinstance(value, datetime):
        return None if value.utcoffset() is None else dates.in_utc(value)
    return value if isinstance(value, date) else None


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
