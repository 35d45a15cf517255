"""Values as a form carries them, written the way that the page's examples are.

Nothing of the project helps with it: what it writes and what the project reads have to agree.
"""

import json
from datetime import UTC, date, datetime

from tests.contract.page import OPERATIONS

PATHS = {each.id: each.path for each in OPERATIONS} | {
    # The page prints the ordinary group's path here: see the erratum im-group-member-add-path.
    "im_group.member_add": "/v1/im/group/member/add",
}

AMERICAN = {"recording.list", "recording.list_mc"}
"""Where dates are written like 11/05/2014 09:05 pm."""


JSON_LISTS = {"custom_questions", "panelists", "plan_large_meeting", "plan_webinar"}
"""Lists that are JSON; all others are text with commas."""


class Unwritable(Exception):
    """A value that no form can carry, or only as another value."""


def encode(operation: str, arguments: dict[str, object]) -> dict[str, str]:
    """Texts by name; objects and lists of them are JSON."""
    return {name: _argument(operation, name, value) for name, value in arguments.items()}


def in_brackets(operation: str, arguments: dict[str, object]) -> dict[str, str]:
    """The same as the vendor's own client writes it: `recurrence[type]=1`."""
    form: dict[str, str] = {}
    for name, value in arguments.items():
        _spread(operation, name, value, form)
    return form


def _spread(operation: str, name: str, value: object, form: dict[str, str]) -> None:
    if isinstance(value, dict) and value:
        for key, each in value.items():
            _spread(operation, f"{name}[{key}]", each, form)
    elif isinstance(value, list) and value and name in JSON_LISTS:
        for index, each in enumerate(value):
            _spread(operation, f"{name}[{index}]", each, form)
    else:
        form[name] = _argument(operation, name, value)


def _argument(operation: str, name: str, value: object) -> str:
    if isinstance(value, dict) or (isinstance(value, list) and name in JSON_LISTS):
        return json.dumps(_plain(operation, value))
    return _text(operation, value)


def _text(operation: str, value: object) -> str:
    if isinstance(value, list):
        if value == [""]:
            raise Unwritable(value)  # one empty text is written like none
        return ",".join(_text(operation, each) for each in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return _date(operation, value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        _check(value)
        return value
    raise Unwritable(value)


def _plain(operation: str, value: object) -> object:
    """What JSON has no value of its own for is text there as well."""
    if isinstance(value, dict):
        return {key: _plain(operation, each) for key, each in value.items()}
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return [_plain(operation, each) for each in value]
    return value if isinstance(value, bool | int) or value == [] else _text(operation, value)


def _date(operation: str, value: date) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo is None:
        raise Unwritable(value)
    try:
        moment = value.astimezone(UTC)
    except OverflowError:
        raise Unwritable(value) from None
    if operation in AMERICAN:
        return (
            f"{moment:%m/%d}/{moment.year:04} {moment:%I:%M} {'am' if moment.hour < 12 else 'pm'}"
        )
    return f"{moment.year:04}-{moment:%m-%dT%H:%M:%S}Z"


def _check(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unwritable(text) from None
