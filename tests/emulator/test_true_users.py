"""What is true of users, by raw requests: adversarial stories from the page."""

import pytest

from tests.emulator.asking import PASSWORD, Account
from tests.emulator.talking import KEY

NOW = "2031-01-31T10:00:00Z"


@pytest.fixture
def account(talk):
    talk.control("POST clock", {"set": NOW, "running": False})
    return Account(talk, KEY)


def code(answer):
    return answer["error"]["code"]


def emails(answer):
    return [each["email"] for each in answer["users"]]


def test_pages_hold_everybody_once_in_order(account):
    for number in range(25):
        account("user/create", email=f"u{number}@example.com", type=1)
    pages = [account("user/list", page_size=10, page_number=number) for number in (1, 2, 3, 4)]

    assert [len(page["users"]) for page in pages] == [10, 10, 5, 0]
    seen = [email for page in pages for email in emails(page)]
    assert seen == [f"u{number}@example.com" for number in range(25)]
    for number, page in enumerate(pages, 1):
        assert (page["page_number"], page["page_size"]) == (number, 10)
        assert (page["page_count"], page["total_records"]) == (3, 25)


@pytest.mark.parametrize(
    "wrong", [{"page_size": 0}, {"page_size": 301}, {"page_number": 0}, {"page_size": "x"}]
)
def test_pages_that_there_cannot_be(account, wrong):
    assert code(account("user/list", **wrong)) == 300


def test_who_is_deleted_leaves_the_list_and_its_order(account):
    ids = [account.user(f"{name}@example.com") for name in "abcd"]
    account("user/delete", id=ids[1])
    account("user/update", id=ids[0], first_name="Z")

    assert emails(account("user/list")) == ["a@example.com", "c@example.com", "d@example.com"]


def test_from_invited_to_gone(account):
    made = account("user/create", email="New@Example.com", type=1)
    id = made["id"]
    assert (made["created_at"], made["verified"], made["status"]) == (NOW, 0, 0)
    assert emails(account("user/pending")) == ["New@Example.com"]
    account.happens("user", id, "accept")
    assert emails(account("user/pending")) == []
    assert account("user/get", id=id)["verified"] == 1
    assert account("user/deactivate", id=id) == {"id": id, "deactivated_at": NOW}
    assert account("user/get", id=id)["status"] == 1
    assert account("user/activate", id=id) == {"id": id, "activated_at": NOW}
    assert account("user/get", id=id)["status"] == 0
    deleted = account("user/delete", id=id)
    assert (deleted["id"], deleted["deleted_at"]) == (id, NOW)
    assert account("user/checkemail", email="new@example.com") == {"existed_email": False}
    gone = account("user/permanentdelete", email="NEW@example.com")
    assert gone == {"id": id, "email": "New@Example.com", "deleted_at": NOW}
    assert code(account("user/permanentdelete", id=id)) == 1001


def test_who_is_invited_can_be_deactivated(account):
    id = account("user/create", email="new@example.com", type=1)["id"]
    assert account("user/deactivate", id=id) == {"id": id, "deactivated_at": NOW}
    assert emails(account("user/pending")) == []
    assert account("user/get", id=id)["status"] == 1
    account("user/activate", id=id)
    assert account("user/get", id=id)["status"] == 0


def test_an_address_is_free_again_after_its_user(account):
    first = account.user("a@example.com")
    account("user/delete", id=first)
    second = account.user("A@example.com")

    assert first != second
    assert account("user/getbyemail", email="a@EXAMPLE.com")["id"] == second


def test_an_invitation_is_taken_back(account):
    id = account("user/create", email="a@example.com", type=1)["id"]

    assert account("user/delete", id=id, type=1)["id"] == id
    assert code(account("user/get", id=id)) == 1001


def test_an_id_wins_over_an_address(account):
    first, second = account.user("a@example.com"), account.user("b@example.com")
    gone = account("user/permanentdelete", id=first, email="b@example.com")

    assert gone["email"] == "a@example.com"
    assert account("user/get", id=second)["id"] == second


@pytest.mark.parametrize(
    ("path", "login"),
    [("create", 100), ("autocreate", 100), ("custcreate", 99), ("ssocreate", 101)],
)
def test_ways_to_log_in(account, path, login):
    account(f"user/{path}", email="a@example.com", type=1, password=PASSWORD)
    found = {
        type: account("user/getbyemail", email="a@example.com", login_type=type)
        for type in (0, 1, 99, 100, 101)
    }

    assert [type for type, answer in found.items() if "error" not in answer] == [login]
    assert account("user/getbyemail", email="a@example.com")["email"] == "a@example.com"


def test_keys_are_shown_to_who_gets_one_user(account):
    made = account("user/autocreate", email="a@example.com", type=1, password=PASSWORD)
    (listed,) = account("user/list")["users"]
    got = account("user/get", id=made["id"])

    keys = ("token", "zpk", "zak")
    assert [made[key] for key in keys] == [listed[key] for key in keys] == ["", "", ""]
    assert all(got[key] for key in keys)
    assert PASSWORD not in str([made, listed, got])


def test_a_key_expires_by_the_clock(account):
    zpk = account("user/get", id=account.user())["zpk"]

    assert account("user/checkzpk", zpk=zpk) == {"expire_in": 7200}
    account.talk.control("POST clock", {"advance": 13})
    assert account("user/checkzpk", zpk=zpk) == {"expire_in": 7187}
    account.talk.control("POST clock", {"advance": 7200})
    assert account("user/checkzpk", zpk=zpk) == {"expire_in": 0}


def test_a_personal_link_is_given_kept_and_taken_away(account):
    first, second = account.user("a@example.com"), account.user("b@example.com")
    account("user/update", id=first, vanity_name="room")
    account("user/update", id=first, dept="d")
    assert account("user/get", id=first)["vanity_url"] == "https://zoom.us/my/room"
    assert code(account("user/update", id=second, vanity_name="Room")) == 4100

    account("user/update", id=first, vanity_name="")

    assert account("user/get", id=first)["vanity_url"] == ""
    account("user/update", id=second, vanity_name="Room")
    assert account("user/get", id=second)["vanity_url"] == "https://zoom.us/my/Room"


def test_who_signs_in_has_a_new_key(account):
    id = account.user()
    before = account("user/get", id=id)["zpk"]
    account.talk.control("POST clock", {"advance": 8000})

    account.happens("user", id, "sign_in")

    zpk = account("user/get", id=id)["zpk"]
    assert zpk != before
    assert account("user/checkzpk", zpk=zpk) == {"expire_in": 7200}
    assert account("user/checkzpk", zpk=before)["error"]["code"] == 300


def test_a_token_is_revoked(account):
    id = account.user()
    before = account("user/get", id=id)
    revoked = account("user/revoketoken", email="ADA@example.com")
    after = account("user/get", id=id)

    assert revoked == {"id": id, "email": "ada@example.com", "updated_at": NOW}
    assert before["token"] != after["token"]


def test_who_schedules_for_whom(account):
    host = account.user("host@example.com")
    assistant = account.user("help@example.com", first_name="Help", last_name="Er")
    account("user/assistant/set", host_email="HOST@example.com", assistant_email="Help@example.com")
    found = account("user/scheduleforhost/list", id=host)

    assert found["total_records"] == 1
    assert [(each["id"], each["first_name"]) for each in found["users"]] == [(assistant, "Help")]
    account("user/delete", id=assistant)
    assert account("user/scheduleforhost/list", id=host) == {"total_records": 0, "users": []}


def test_an_assistant_is_taken_away(account):
    host = account.user("host@example.com")
    account.user("help@example.com")
    account("user/assistant/set", id=host, assistant_email="help@example.com")
    taken = account("user/assistant/delete", host_email="host@example.com")

    assert taken == {"id": host, "host_email": "host@example.com", "updated_at": NOW}
    assert account("user/scheduleforhost", id=host)["total_records"] == 0


def test_a_basic_user_loses_what_is_paid_for(account):
    host = account.speaker()
    account("user/update", id=host, type=1)
    got = account("user/get", id=host)

    assert (got["type"], got["enable_webinar"], got["webinar_capacity"]) == (1, False, 0)


def test_what_is_left_out_of_an_update_stays(account):
    id = account.user(first_name="Ada", dept="Lab", disable_chat="true")
    assert account("user/update", id=id, last_name="Byron") == {"id": id, "updated_at": NOW}
    got = account("user/get", id=id)

    assert (got["first_name"], got["last_name"]) == ("Ada", "Byron")
    assert (got["dept"], got["disable_chat"]) == ("Lab", True)


def test_groups_of_a_user_are_joined_once(account):
    group = account("group/create", name="Staff")["group_id"]
    im_group = account("im/group/create", name="Staff")["group_id"]
    id = account.user(group_id=group, imgroup_id=im_group)
    for _ in range(2):
        account("user/update", id=id, group_id=group, imgroup_id=im_group)

    assert account("group/get", id=group)["total_members"] == 1
    assert account("im/group/member/list", id=im_group)["total_records"] == 1


def test_nothing_is_done_of_a_user_in_no_group(account):
    assert code(account("user/create", email="a@example.com", type=1, group_id="none")) == 4130
    assert account("user/list")["total_records"] == 0


def test_a_personal_meeting_id(account):
    id = account.user()
    first = account("user/get", id=id)["pmi"]
    account("user/update", id=id, pmi=2035134243)

    assert len(str(first)) == 10
    assert account("user/get", id=id)["pmi"] == 2035134243
    assert code(account("user/update", id=id, pmi=203513424)) == 300
    assert account("user/update", id=id, pmi=2035134243)["id"] == id


def test_a_picture_has_an_address(account):
    id = account.user()
    assert account("user/get", id=id)["pic_url"] == ""
    assert account.picture(id, b"\xff\xd8\xff\xe0 picture")["updated_at"] == NOW

    assert account("user/get", id=id)["pic_url"].startswith("https://")
    assert code(account.picture(id, b"GIF89a")) == 300


def test_two_accounts_know_nothing_of_each_other(account):
    other = Account(account.talk, "other")
    id = account.user()

    assert code(other("user/get", id=id)) == 1001
    assert other.user()
    assert emails(other("user/list")) == emails(account("user/list"))
