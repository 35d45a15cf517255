"""Of recordings, devices and groups."""

from tests.emulator.asking import PASSWORD
from tests.emulator.error_stories.telling import NOBODY, hosted, provokes


@provokes(3301, "recording/get", "recording/delete")
def a_recording_that_there_is_not(account, path):
    return account(path, meeting_id=account.meeting(account.user()))


@provokes(3301, "recording/delete")
def a_file_that_there_is_not(account, path):
    host, id = hosted(account, "meeting")
    for each in ("start", "record"):
        account.happens("meeting", id, each)
    account("meeting/end", id=id, host_id=host)
    return account(path, meeting_id=id, file_id=NOBODY)


@provokes(3303, "recording/delete")
def a_recording_that_goes_on(account, path):
    id = account.meeting(account.user())
    for each in ("start", "record"):
        account.happens("meeting", id, each)
    return account(path, meeting_id=id)


@provokes(2020, "h323/device/create")
def a_device_of_one_name(account, path):
    account(path, name="Room", ip="192.0.2.1")
    return account(path, name="ROOM", ip="192.0.2.2")


@provokes(2020, "h323/device/update")
def a_device_is_called_as_another(account, path):
    account("h323/device/create", name="Room", ip="192.0.2.1")
    second = account("h323/device/create", name="Hall", ip="192.0.2.2")["id"]
    return account(path, id=second, name="room")


@provokes(
    4130,
    *(
        f"{kind}/{verb}"
        for kind in ("group", "im/group")
        for verb in ("get", "edit", "delete", "member/list", "member/add", "member/delete")
    ),
)
def a_group_that_there_is_not(account, path):
    return account(path, id=NOBODY, name="G", member_ids=NOBODY)


@provokes(
    4130, "user/create", "user/autocreate", "user/custcreate", "user/ssocreate", "user/update"
)
def a_group_of_a_user_that_there_is_not(account, path):
    id = account.user()
    who = {"email": "b@example.com", "type": 1, "password": PASSWORD}
    return account(path, **({"id": id} if path == "user/update" else who), group_id=NOBODY)


@provokes(4132, "group/create", "im/group/create")
def a_group_of_one_name(account, path):
    account(path, name="Staff")
    return account(path, name="STAFF")


@provokes(4132, "group/edit", "im/group/edit")
def a_group_is_called_as_another(account, path):
    create = path.replace("edit", "create")
    account(create, name="Staff")
    return account(path, id=account(create, name="Guests")["group_id"], name="staff")
