"""What is true of sub accounts, groups and devices, by raw requests: adversarial stories."""

import json

import pytest

from tests.emulator.asking import SOLD_TO, Account
from tests.emulator.talking import KEY

NOW = "2031-01-31T00:00:00Z"


@pytest.fixture
def account(talk):
    talk.control("POST clock", {"set": NOW, "running": False})
    return Account(talk, KEY)


def code(answer):
    return answer["error"]["code"]


def plan(type, hosts=5):
    return json.dumps({"type": type, "hosts": hosts})


class TestSubAccounts:
    def test_have_an_owner_of_their_own(self, account):
        made = account.sub_account("Owner@example.net")
        got = account("ma/account/get", account_id=made["id"])

        assert (made["owner_email"], made["created_at"]) == ("Owner@example.net", NOW)
        assert got["owner_id"] == made["owner_id"] != made["id"]
        assert account("user/list")["total_records"] == 0
        assert account("user/checkemail", email="owner@example.net") == {"existed_email": True}

    def test_are_listed_with_what_they_subscribed_to(self, account):
        account.sub_account("other@example.net")
        account.subscribed('{"type":"monthly","hosts":9}')
        listed = account("ma/account/list")
        free, paid = listed["subAccounts"]

        assert listed["total_records"] == 2
        assert (free["account_type"], free["account_name"]) == ("Basic", "Zoomie Userton")
        assert (paid["account_type"], paid["seats"]) == ("Pro", 9)
        assert paid["subscription_start_time"] == NOW
        assert paid["subscription_end_time"] == "2031-02-28T00:00:00Z"

    def test_are_changed_and_deleted(self, account):
        id = account.sub_account()["id"]
        assert account("ma/account/update", account_id=id, pay_mode=0) == {
            "id": id,
            "updated_at": NOW,
        }
        assert account("ma/account/delete", account_id=id) == {"id": id, "deleted_at": NOW}
        assert account("ma/account/list")["subAccounts"] == []
        assert account.sub_account()["id"] != id

    def test_a_trial_may_be_deleted(self, account):
        id = account.subscribed('{"type":"trial","hosts":1}')
        assert account("ma/account/delete", account_id=id)["id"] == id


class TestPlans:
    @pytest.mark.parametrize(
        ("type", "kind", "end"),
        [
            ("trial", "Free Trial", "2031-02-28"),
            ("yearly", "Pro", "2032-01-31"),
            ("business_monthly", "Business", "2031-02-28"),
            ("edu20", "Education", "2032-01-31"),
            ("zroom_yearly", "Zoom Rooms", "2032-01-31"),
        ],
    )
    def test_the_base_plan_says_what_an_account_is(self, account, type, kind, end):
        account.subscribed(plan(type))
        (listed,) = account("ma/account/list")["subAccounts"]
        assert (listed["account_type"], listed["subscription_end_time"][:10]) == (kind, end)

    def test_all_families_are_subscribed_to_at_once(self, account):
        id = account.sub_account()["id"]
        audio = {
            "type": "tollfree_monthly_commitment_100",
            "tollfree_country": "AU,AT",
            "premium_country": "TW,TH",
            "callout": 1,
            "ddi_numbers": 10,
        }
        given = {
            "plan_base": {"type": "monthly", "hosts": 20},
            "plan_zoom_rooms": {"type": "zroom_monthly", "hosts": 2},
            "plan_room_connector": {"type": "roomconnector_yearly", "hosts": 3},
            "plan_large_meeting": [{"type": "large100_monthly", "hosts": 4}],
            "plan_webinar": [
                {"type": "webinar100_monthly", "hosts": 5},
                {"type": "webinar500_yearly", "hosts": 6},
            ],
            "plan_recording": "cmr_monthly_commitment_40",
            "plan_audio": audio,
        }
        sent = {
            name: json.dumps(each) if name != "plan_recording" else each
            for name, each in given.items()
        }
        answer = account("ma/account/plan/subscribe", account_id=id, **SOLD_TO, **sent)

        assert answer == {"email": "owner@example.net", **SOLD_TO, **given}
        assert account("ma/account/plan/get", account_id=id) == answer

    def test_one_plan_of_a_family_of_many(self, account):
        id = account.sub_account()["id"]
        bases = {"plan_base": plan("monthly"), "plan_large_meeting": plan("large100_monthly", 2)}
        account("ma/account/plan/subscribe", account_id=id, **SOLD_TO, **bases)
        account("ma/account/plan/add", account_id=id, plan=plan("large200_monthly", 3))
        got = account("ma/account/plan/get", account_id=id)["plan_large_meeting"]

        assert [each["type"] for each in got] == ["large100_monthly", "large200_monthly"]

    @pytest.mark.parametrize(
        ("family", "first", "second"),
        [
            ("plan_zoom_rooms", plan("zroom_monthly", 1), plan("zroom_yearly", 2)),
            (
                "plan_room_connector",
                plan("roomconnector_monthly", 1),
                plan("roomconnector_yearly", 2),
            ),
            ("plan_recording", "cmr_monthly_commitment_40", "cmr_monthly_commitment_500"),
            ("plan_audio", plan("tollfree_payongo"), plan("tollfree_monthly_commitment_500")),
        ],
    )
    def test_a_family_of_one(self, account, family, first, second):
        id = account.subscribed()
        before = account("ma/account/plan/update", account_id=id, type=2, plan=second)
        added = account("ma/account/plan/add", account_id=id, plan=first)
        again = account("ma/account/plan/add", account_id=id, plan=second)
        updated = account("ma/account/plan/update", account_id=id, type=2, plan=second)
        got = account("ma/account/plan/get", account_id=id)[family]

        assert (code(before), code(again)) == (2100, 2100)
        assert added == updated == {"id": id, "updated_at": NOW}
        type = got if isinstance(got, str) else got["type"]
        assert type == (second if second.startswith("cmr") else json.loads(second)["type"])

    @pytest.mark.parametrize(
        ("type", "family", "given", "changed", "found"),
        [
            (1, "plan_base", plan("monthly", 20), "yearly", {"type": "yearly", "hosts": 20}),
            (
                2,
                "plan_zoom_rooms",
                plan("zroom_monthly", 3),
                "zroom_yearly",
                {"type": "zroom_yearly", "hosts": 3},
            ),
            (
                2,
                "plan_webinar",
                plan("webinar100_monthly", 4),
                "webinar100_monthly",
                [{"type": "webinar100_monthly", "hosts": 4}],
            ),
            (
                2,
                "plan_audio",
                '{"type":"tollfree_payongo","callout":2}',
                "tollfree_monthly_commitment_100",
                {"type": "tollfree_monthly_commitment_100", "callout": 2},
            ),
        ],
    )
    def test_what_a_bare_code_does_not_say_stays(
        self, account, type, family, given, changed, found
    ):
        id = account.sub_account()["id"]
        plans = {"plan_base": plan("monthly"), family: given}
        account("ma/account/plan/subscribe", account_id=id, **SOLD_TO, **plans)
        account("ma/account/plan/update", account_id=id, type=type, plan=changed)

        assert account("ma/account/plan/get", account_id=id)[family] == found

    def test_a_bare_code_is_added_for_one_host(self, account):
        id = account.subscribed()
        account("ma/account/plan/add", account_id=id, plan="webinar100_monthly")
        got = account("ma/account/plan/get", account_id=id)["plan_webinar"]

        assert got == [{"type": "webinar100_monthly", "hosts": 1}]

    def test_the_base_plan_changes(self, account):
        id = account.subscribed()
        account("ma/account/plan/update", account_id=id, type=1, plan=plan("business_yearly", 50))
        (listed,) = account("ma/account/list")["subAccounts"]

        assert account("ma/account/plan/get", account_id=id)["plan_base"] == {
            "type": "business_yearly",
            "hosts": 50,
        }
        assert (listed["account_type"], listed["seats"]) == ("Business", 50)

    @pytest.mark.parametrize("type", [1, 2])
    def test_a_plan_of_the_wrong_kind(self, account, type):
        id = account.subscribed()
        wrong = plan("webinar100_monthly" if type == 1 else "yearly")
        assert code(account("ma/account/plan/update", account_id=id, type=type, plan=wrong)) == 300

    def test_who_gets_the_bill_changes_in_part(self, account):
        id = account.subscribed()
        account("ma/account/billing/update", account_id=id, city="Ottawa", country="CA", state="ON")
        got = account("ma/account/plan/get", account_id=id)

        assert {key: got[key] for key in SOLD_TO} == SOLD_TO | {
            "city": "Ottawa",
            "country": "CA",
            "state": "ON",
        }

    def test_where_the_bill_goes_is_one_place(self, account):
        call, id = "ma/account/billing/update", account.subscribed()
        account(call, account_id=id, city="Munich", country="DE", state="Bavaria")
        moved = account(call, account_id=id, country="US")
        account(call, account_id=id, country="US", state="CA")
        elsewhere = account(call, account_id=id, state="Bavaria")
        got = account("ma/account/plan/get", account_id=id)

        assert (code(moved), code(elsewhere)) == (300, 300)
        assert (got["country"], got["state"], got["city"]) == ("US", "CA", "Munich")


@pytest.mark.parametrize("kind", ["group", "im/group"])
class TestGroups:
    def test_members_come_and_go(self, account, kind):
        id = account(f"{kind}/create", name="Staff")["group_id"]
        a, b, c = (account.user(f"{name}@example.com", first_name=name) for name in "abc")
        added = account(f"{kind}/member/add", id=id, member_ids=f"{a},{b},{a}")
        again = account(f"{kind}/member/add", id=id, member_ids=f"{b},{c}")
        listed = account(f"{kind}/member/list", id=id, page_size=2)

        assert (added, again["add_count"]) == ({"id": id, "add_at": NOW, "add_count": 2}, 1)
        assert [each["id"] for each in listed["members"]] == [a, b]
        assert (listed["total_records"], listed["page_count"]) == (3, 2)
        assert listed["members"][0]["first_name"] == "a"
        account("user/delete", id=b)
        taken = account(f"{kind}/member/delete", id=id, member_ids=f"{a},{b}")
        assert taken == {"id": id, "deleted_at": NOW, "deleted_count": 1}
        assert account(f"{kind}/get", id=id)["total_members"] == 1

    def test_nobody_is_added_if_one_is_not_there(self, account, kind):
        id = account(f"{kind}/create", name="Staff")["group_id"]
        assert code(account(f"{kind}/member/add", id=id, member_ids=f"{account.user()},x")) == 1001
        assert account(f"{kind}/get", id=id)["total_members"] == 0

    def test_a_name_is_kept_and_given_back(self, account, kind):
        id = account(f"{kind}/create", name="Staff")["group_id"]
        assert account(f"{kind}/edit", id=id, name="STAFF")["name"] == "STAFF"
        gone = account(f"{kind}/delete", id=id)
        assert (gone["id"], gone["deleted_at"]) == (id, NOW)
        assert account(f"{kind}/create", name="staff")["group_id"] != id
        assert [each["name"] for each in account(f"{kind}/list")["groups"]] == ["staff"]

    def test_members_stay_users_without_their_group(self, account, kind):
        user = account.user()
        id = account(f"{kind}/create", name="Staff")["group_id"]
        account(f"{kind}/member/add", id=id, member_ids=user)
        account(f"{kind}/delete", id=id)
        assert account("user/get", id=user)["id"] == user


def test_settings_of_an_im_group(account):
    made = account("im/group/create", name="G", option_search_by_ma="true")
    edited = account("im/group/edit", id=made["group_id"], option_search_by_domain="true")

    assert [made[f"option_search_by_{each}"] for each in ("domain", "account", "ma_account")] == [
        False,
        False,
        True,
    ]
    assert (edited["option_search_by_domain"], edited["option_search_by_ma_account"]) == (
        True,
        True,
    )
    account("im/group/edit", id=made["group_id"], option_search_by_ma="false")
    (listed,) = account("im/group/list")["groups"]
    assert (listed["option_search_by_ma_account"], listed["last_modified_time"]) == (False, NOW)


def test_devices_are_made_changed_and_deleted(account):
    made = account("h323/device/create", name="Room", ip="192.0.2.1")
    account("h323/device/create", name="Hall", ip="192.0.2.2", protocol_type=2, encryption_type=0)

    assert (made["protocol_type"], made["encryption_type"]) == (1, 2)
    assert account("h323/device/update", id=made["id"], ip="192.0.2.9") == {
        "id": made["id"],
        "updated_at": NOW,
    }
    pages = [account("h323/device/list", page_size=1, page_number=page) for page in (1, 2)]
    assert [page["devices"][0]["ip"] for page in pages] == ["192.0.2.9", "192.0.2.2"]
    assert account("h323/device/delete", id=made["id"])["deleted_at"] == NOW
    assert account("h323/device/list")["total_records"] == 1
