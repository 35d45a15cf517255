"""An account as the page describes it, in plain Python: what the emulator has to agree with.

Each method does what an operation is documented to do, and raises `Refused` with the name of the
documented error.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.emulator.driving import Refused


@dataclass
class User:
    email: str
    type: int
    state: str
    first_name: str = ""
    assistant: str = ""
    verified: bool = field(init=False)

    def __post_init__(self) -> None:
        self.verified = self.state == "active"


@dataclass
class Meeting:
    host: str
    topic: str
    type: int
    status: int = 0


@dataclass
class Group:
    name: str
    members: set[str] = field(default_factory=set)


class Account:
    """Users, their meetings, and groups of users, by the ids that the emulator has given them."""

    def __init__(self) -> None:
        self.users: dict[str, User] = {}
        self.meetings: dict[str, Meeting] = {}
        self.groups: dict[str, Group] = {}
        self.former: dict[str, str] = {}

    def require_new(self, email: str) -> None:
        if any(user.email.casefold() == email.casefold() for user in self.users.values()):
            raise Refused("UserAlreadyExists")

    def user(self, id: str) -> User:
        if id not in self.users:
            raise Refused("UserNotFound")
        return self.users[id]

    def update_user(self, id: str, first_name: str) -> None:
        user = self.user(id)
        if user.state == "inactive":
            raise Refused("UserNotModifiable")
        user.first_name = first_name

    def activate(self, id: str) -> None:
        user = self.user(id)
        user.state, user.verified = "active", True

    def deactivate(self, id: str) -> None:
        self.user(id).state = "inactive"

    def delete_user(self, id: str) -> None:
        self.former[id] = self.user(id).email
        self._forget(id)

    def delete_for_good(self, id: str) -> None:
        if id in self.users:
            self._forget(id)
        elif id in self.former:
            del self.former[id]
        else:
            raise Refused("UserNotFound")

    def _forget(self, id: str) -> None:
        del self.users[id]
        self.meetings = {key: each for key, each in self.meetings.items() if each.host != id}
        for group in self.groups.values():
            group.members.discard(id)

    def set_assistant(self, host: str, email: str) -> None:
        user = self.user(host)
        found = [id for id, each in self.users.items() if each.email.casefold() == email.casefold()]
        if not found or found[0] in (host, user.assistant):
            raise Refused("NotAllowed")
        user.assistant = found[0]

    def require_host(self, host: str) -> User:
        user = self.user(host)
        if user.state == "inactive":
            raise Refused("UserNotModifiable")
        return user

    def meeting(self, id: str, host: str) -> Meeting:
        self.user(host)
        if id not in self.meetings or self.meetings[id].host != host:
            raise Refused("MeetingNotFound")
        return self.meetings[id]

    def own_meeting(self, id: str, host: str) -> Meeting:
        """For what only the host may do."""
        self.user(host)
        if id not in self.meetings:
            raise Refused("MeetingNotFound")
        if self.meetings[id].host != host:
            raise Refused("NotMeetingHost")
        return self.meetings[id]

    def listed_meetings(self, host: str) -> list[str]:
        self.user(host)
        return [id for id, each in self.meetings.items() if each.host == host and each.type != 1]

    def start(self, id: str) -> bool:
        """Whether it starts: the service starts what waits or has ended."""
        meeting = self.meetings.get(id)
        if meeting is None or meeting.status == 1:
            return False
        meeting.status = 1
        return True

    def end(self, id: str, host: str) -> None:
        meeting = self.own_meeting(id, host)
        if meeting.status != 1:
            raise Refused("MeetingNotFound")
        # Without a fixed time, and recurring, meetings wait for their next time.
        meeting.status = 0 if meeting.type in (3, 8) else 2

    def delete_meeting(self, id: str, host: str) -> None:
        meeting = self.own_meeting(id, host)
        if meeting.status == 1:
            raise Refused("MeetingInProgress")
        if meeting.status == 2:
            raise Refused("MeetingAlreadyEnded")
        del self.meetings[id]

    def require_new_group(self, name: str, but: str = "") -> None:
        others = (each for id, each in self.groups.items() if id != but)
        if any(each.name.casefold() == name.casefold() for each in others):
            raise Refused("GroupNameInUse")

    def group(self, id: str) -> Group:
        if id not in self.groups:
            raise Refused("GroupNotFound")
        return self.groups[id]

    def add_members(self, id: str, members: list[str]) -> int:
        group = self.group(id)
        for each in members:
            self.user(each)
        before = len(group.members)
        group.members.update(members)
        return len(group.members) - before

    def remove_members(self, id: str, members: list[str]) -> int:
        group = self.group(id)
        before = len(group.members)
        group.members.difference_update(members)
        return before - len(group.members)
