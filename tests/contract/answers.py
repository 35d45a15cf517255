"""Whether what the client answers is what the page documents, judged side by side.

    differences(json of the page, decoded answer) -> what is not the same, one line each

Nothing of the package is asked how to read JSON: names, moments and blanks are worked
out here once more.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from msgspec import UNSET, Struct

RENAMED = {
    "from": "from_",
    "subAccounts": "sub_accounts",
    "dateTime": "date_time",
    "lastClientVersion": "last_client_version",
    "lastLoginTime": "last_login_time",
    "option_enforce_login_domains ": "option_enforce_login_domains_padded",
}
"""Keys of the page that cannot be, or are not, names in Python."""

IDENTIFIERS = {"id", "real_id", "meeting_id", "meeting_number", "number"}
"""Keys of the page that have a number in some answers and text in others, and name the same."""

BLANK_MEANS_NO_TIME = {"start_time", "end_time", "last_started_time", "lastLoginTime"}

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ").fullmatch
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)").fullmatch


def differences(documented: object, answered: object, path: str = "$") -> list[str]:
    return list(_differences(documented, answered, path))


def _differences(documented: object, answered: object, path: str) -> Iterator[str]:
    if isinstance(documented, dict) and isinstance(answered, Struct):
        yield from _fields(documented, answered, path)
    elif isinstance(documented, dict) and isinstance(answered, dict):
        if list(documented) != list(answered):
            yield f"{path}: {list(answered)} are its keys"
        for key in documented.keys() & answered.keys():
            yield from _differences(documented[key], answered[key], f"{path}.{key}")
    elif isinstance(documented, list) and isinstance(answered, list):
        if len(documented) != len(answered):
            yield f"{path}: has {len(answered)} items"
        for index, (one, other) in enumerate(zip(documented, answered, strict=False)):
            yield from _differences(one, other, f"{path}[{index}]")
    else:
        expected = _value(path.rpartition(".")[2], documented)
        # The types as well: True is no 1, a datetime is no date.
        if type(expected) is not type(answered) or expected != answered:
            yield f"{path}: {answered!r} instead of {expected!r}"


def _fields(documented: dict[str, object], answered: Struct, path: str) -> Iterator[str]:
    names = {RENAMED.get(key, key): key for key in documented}
    for name, key in names.items():
        if not hasattr(answered, name):
            yield f"{path}.{key}: {type(answered).__name__} has no `{name}`"
        else:
            yield from _differences(documented[key], getattr(answered, name), f"{path}.{key}")
    for name in answered.__struct_fields__:
        if name not in names and getattr(answered, name) is not UNSET:
            yield f"{path}: `{name}` comes from nowhere"


def _value(key: str, documented: object) -> object:
    if key in IDENTIFIERS and type(documented) is int:
        return str(documented)
    if not isinstance(documented, str):
        return documented
    if key in BLANK_MEANS_NO_TIME and not documented:
        return None
    if _MOMENT(documented.strip()):
        return datetime.fromisoformat(documented.strip()).astimezone(UTC)
    if day := _DAY(documented):
        return date(*map(int, day.groups()))
    return documented
