"""What the page shows of an answer is in what the emulator answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.asking import PASSWORD, Account
from tests.emulator.talking import KEY

EXAMPLES = Path(__file__).parents[2] / "spec" / "examples"
PADDED = "option_enforce_login_domains "
"""Printed with a blank behind it, and read with and without (errata.yaml, padded-key)."""
UNTOLD = {PADDED, "occurrences"}


@pytest.fixture
def account(talk):
    return Account(talk, KEY)


def missing(example: Any, found: Any, at: str = "") -> list[str]:
    """Keys that the example has, and the answer has not."""
    if isinstance(example, list) and isinstance(found, list):
        return [each for item in found for each in missing(example[0], item, f"{at}[]")]
    if not isinstance(example, dict):
        return []
    lacking = [f"{at}.{key}" for key in example.keys() - found.keys() - UNTOLD]
    for key in example.keys() & found.keys():
        lacking += missing(example[key], found[key], f"{at}.{key}")
    return lacking


def shown(operation: str) -> Any:
    return json.loads((EXAMPLES / f"{operation.replace('.', '/')}.response.json").read_text())


WAYS = [
    ("user.create", "user/create", {}),
    ("user.auto_create", "user/autocreate", {"password": PASSWORD}),
    ("user.cust_create", "user/custcreate", {}),
    ("user.sso_create", "user/ssocreate", {}),
]


@pytest.mark.parametrize(("operation", "path", "more"), WAYS)
def test_users_have_their_settings(account, operation, path, more):
    made = account(path, email="ada@example.com", type=2, **more)

    assert missing(shown(operation), made) == []
    assert missing(shown("user.get"), account("user/get", id=made["id"])) == []
    assert (
        missing(shown("user.get_by_email"), account("user/getbyemail", email="ada@example.com"))
        == []
    )
    assert missing(shown("user.list"), account("user/list")) == []
    assert missing(shown("user.list_pending"), account("user/pending")) == []


def test_meetings_have_what_the_page_shows(account):
    host = account.user()
    made = account("meeting/create", host_id=host, type=2, topic="T")
    named = {"id": made["id"], "host_id": host}

    assert missing(shown("meeting.create"), made) == []
    assert made["real_id"] == made["id"]
    assert missing(shown("meeting.get"), account("meeting/get", **named)) == []
    assert account("meeting/get", **named)["option_use_pmi"] is False
    assert missing(shown("meeting.list"), account("meeting/list", host_id=host)) == []
    account.happens("meeting", made["id"], "start")
    assert missing(shown("meeting.list_live"), account("meeting/live")) == []


def test_webinars_have_what_the_page_shows(account):
    host = account.speaker()
    made = account("webinar/create", host_id=host, type=5, topic="T")

    assert missing(shown("webinar.create"), made) == []
    assert missing(shown("webinar.get"), account("webinar/get", id=made["id"], host_id=host)) == []
    assert missing(shown("webinar.list"), account("webinar/list", host_id=host)) == []


def test_sub_accounts_have_what_the_page_shows(account):
    made = account.sub_account()

    assert made.keys() == shown("account.create").keys()
    assert account("ma/account/get", account_id=made["id"]) == made
    assert [each["seats"] for each in account("ma/account/list")["subAccounts"]] == [0]


def test_who_has_subscribed_is_listed_with_times(account):
    account.subscribed()
    listed = account("ma/account/list")

    assert missing(shown("account.list"), listed) == []
    assert [each["seats"] for each in listed["subAccounts"]] == [20]


class TestRecordingByItself:
    """`enable_auto_recording` becomes true with `enable_cloud_auto_recording`."""

    @pytest.mark.parametrize(("operation", "path", "more"), WAYS[:3])
    def test_when_a_user_is_created(self, account, operation, path, more):
        one = {"email": "ada@example.com", "type": 2, "enable_cloud_auto_recording": "true"}

        assert account(path, **one, **more)["enable_auto_recording"] is True

    def test_when_a_user_is_changed(self, account):
        user = account.user(enable_auto_recording="false")
        account("user/update", id=user, enable_cloud_auto_recording="true")
        assert account("user/get", id=user)["enable_auto_recording"] is True
        account("user/update", id=user, enable_cloud_auto_recording="false")
        assert account("user/get", id=user)["enable_auto_recording"] is True


def test_who_was_deactivated_does_not_sign_in(account, talk):
    user = account.user()
    account("user/deactivate", id=user)
    refused = talk.control(f"POST state/user/{user}/sign_in", {"tenant": KEY}, status=422)

    assert "inactive" in refused["message"]
    assert account("user/get", id=user)["lastLoginTime"] == ""
