"""The arguments of the page's examples as a Python program passes them.

The page shows texts; the rules here were read off its tables by a person, and so were
the places where an example is not what the table beside it asks for.
"""

import json
from datetime import date, datetime

from tests.contract.page import example

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
"""What a picture begins with, and how it ends."""

INTEGERS = {"type", "login_type", "year", "month"}
LISTS = {"member_ids", "registrant_ids"}
DATES = {"from", "to"}
OBJECTS = {"plan_base"}
PYTHON_NAMES = {"from": "from_"}

MISNAMED = {
    "account.create": {"account_id": "email"},
    "account.plan_subscribe": {"addres": "address"},
    "user.get_by_email": {"type": "login_type"},
    "user.update": {"lasst_name": "last_name"},
    "webinar.cancel_registration": {"registrants_ids": "registrant_ids"},
    "webinar.approve_registration": {"registrants_ids": "registrant_ids"},
    "group.update": {"ame": "name"},
    "im_group.update": {"ame": "name"},
}
"""Arguments that an example calls otherwise than the table."""

CORRECTED = {
    ("account.create", "email", "unique_id"): "user@company.com",
    ("account.plan_add", "plan", "yearly"): "webinar100_monthly",
    ("user.upload_picture", "pic_file", "@/path/to/pic.jpg"): JPEG,
    ("webinar.create", "type", 1): 5,
    ("chat.list", "to", "2-17-03-10"): "2017-03-10",
    ("chat.get", "to", "2-17-03-10"): "2017-03-10",
}
"""Values that the table does not allow, and what stands for a file."""

STRAY = {("account.update_billing", "plan")}
"""Arguments that no table has."""


def typed_arguments(operation: str, kind: str) -> dict[str, object]:
    """The keyword arguments that mean what an example of `kind` means."""
    given = {}
    for printed, shown in example(operation, kind).items():
        name = MISNAMED.get(operation, {}).get(printed, printed)
        if (operation, name) in STRAY:
            continue
        value = int(shown) if name in INTEGERS else shown
        if isinstance(value, str | int):
            value = CORRECTED.get((operation, name, value), value)
        given[PYTHON_NAMES.get(name, name)] = _typed(name, value)
    return given


def _typed(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    if name in OBJECTS:
        return json.loads(value)
    if name in LISTS:
        return value.split(",")
    if name in DATES:
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    return value
