"""Client and emulator agree with a plain model over 10,000 steps of every order."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from tests.emulator.account_model import Account, Group, Meeting, User
from tests.emulator.driving import DRAWS, NOBODY, NOTHING, SELDOM, Driver, Refused, chosen, drive
from tests.emulator.talking import Talk

RUNS = 240
EMAILS = st.sampled_from([f"{name}@example.com" for name in ("ada", "Ada", "bob", "eve", "kim")])
NAMES = st.sampled_from(["Ann", "Bo", "Ćelia", "D'Arcy"])
GROUPS = st.sampled_from(["Sales", "SALES", "Support", "Lab"])


class Machine(Driver):
    def __init__(self) -> None:
        super().__init__()
        self.users: list[str] = []
        self.meetings: list[str] = []
        self.groups: list[str] = []
        """All that there were at some time, in this order."""
        self.model = Account()

    def someone(self, draw: int) -> str:
        return chosen(self.users, draw, NOBODY)

    def some_meeting(self, draw: int) -> str:
        return chosen(self.meetings, draw, NOTHING)

    def some_group(self, draw: int) -> str:
        return chosen(self.groups, draw, NOBODY)

    @initialize()
    def begin(self):
        """Rules are left out at random, and without these there would often be nothing to do."""
        for email in ("ada@example.com", "bob@example.com"):
            self.create_user(email=email, type=2, invited=False)
        for type in (1, 2, 3):
            self.create_meeting(host=type % 2, type=type)
        self.create_group(name="Lab")

    # Users

    @rule(email=EMAILS, type=st.sampled_from([1, 2]), invited=st.booleans())
    def create_user(self, email, type, invited):
        def call():
            if invited:
                return self.client.user.create(email=email, type=type)
            return self.client.user.auto_create(email=email, type=type, password="Pa55word")

        found = self.agree(call, lambda: self.model.require_new(email))
        if found is None:
            return
        assert found.email == email
        state = "pending" if invited else "active"
        self.model.users[found.id] = User(email, type, state)
        self.users.append(found.id)

    @rule(user=DRAWS)
    def get_user(self, user):
        user = self.someone(user)
        self._same_user(
            self.agree(lambda: self.client.user.get(id=user), lambda: self.model.user(user))
        )

    @rule(email=EMAILS)
    def get_user_by_email(self, email):
        def wanted():
            for each in self.model.users.values():
                if each.email.casefold() == email.casefold():
                    return each
            raise Refused("UserNotFound")

        self._same_user(self.agree(lambda: self.client.user.get_by_email(email=email), wanted))

    def _same_user(self, pair):
        if pair is not None:
            found, wanted = pair
            assert (found.email, found.type, found.first_name) == (
                wanted.email,
                wanted.type,
                wanted.first_name,
            )
            assert found.verified == wanted.verified

    @rule(user=DRAWS, name=NAMES)
    def update_user(self, user, name):
        user = self.someone(user)
        self.agree(
            lambda: self.client.user.update(id=user, first_name=name),
            lambda: self.model.update_user(user, name),
        )

    @rule(user=DRAWS)
    def activate(self, user):
        user = self.someone(user)
        self.agree(lambda: self.client.user.activate(id=user), lambda: self.model.activate(user))

    @rule(user=DRAWS)
    def deactivate(self, user):
        user = self.someone(user)
        self.agree(
            lambda: self.client.user.deactivate(id=user), lambda: self.model.deactivate(user)
        )

    @precondition(lambda self: len(self.model.users) > 1)
    @rule(user=DRAWS)
    def delete_user(self, user):
        user = self.someone(user)
        self.agree(lambda: self.client.user.delete(id=user), lambda: self.model.delete_user(user))

    @precondition(lambda self: len(self.model.users) > 1)
    @rule(user=DRAWS)
    def delete_user_for_good(self, user):
        user = self.someone(user)
        self.agree(
            lambda: self.client.user.permanent_delete(id=user),
            lambda: self.model.delete_for_good(user),
        )

    @rule(user=DRAWS, email=EMAILS)
    def set_assistant(self, user, email):
        user = self.someone(user)
        self.agree(
            lambda: self.client.user.set_assistant(id=user, assistant_email=email),
            lambda: self.model.set_assistant(user, email),
        )

    # Meetings

    @rule(host=DRAWS, type=st.sampled_from([1, 2, 3]))
    def create_meeting(self, host, type):
        host = self.someone(host)
        when: Any = {"start_time": "2031-05-05T10:00:00Z"} if type == 2 else {}
        found = self.agree(
            lambda: self.client.meeting.create(host_id=host, topic="T", type=type, **when),
            lambda: self.model.require_host(host),
        )
        if found is None:
            return
        id = str(found[0].id)
        self.model.meetings[id] = Meeting(host, "T", type)
        self.meetings.append(id)

    def host_of(self, meeting, stranger):
        """Mostly the host, so that something comes of it."""
        known = self.model.meetings.get(meeting)
        return self.someone(stranger) if known is None or stranger > SELDOM else known.host

    @rule(meeting=DRAWS, stranger=DRAWS)
    def get_meeting(self, meeting, stranger):
        meeting = self.some_meeting(meeting)
        host = self.host_of(meeting, stranger)
        pair = self.agree(
            lambda: self.client.meeting.get(id=meeting, host_id=host),
            lambda: self.model.meeting(meeting, host),
        )
        if pair is not None:
            found, wanted = pair
            assert (found.type, found.status, found.host_id) == (wanted.type, wanted.status, host)

    @rule(host=DRAWS, size=st.integers(1, 3))
    def list_meetings(self, host, size):
        host = self.someone(host)
        pair = self.agree(
            lambda: [m.id for m in self.client.meeting.iter_list(host_id=host, page_size=size)],
            lambda: self.model.listed_meetings(host),
        )
        if pair is not None:
            assert list(map(str, pair[0])) == pair[1]

    @rule(meeting=DRAWS)
    def start_meeting(self, meeting):
        meeting = self.some_meeting(meeting)
        if self.model.start(meeting):
            talk = Talk(self.stub)
            talk.control(f"POST state/meeting/{meeting}/start", {"tenant": self.key})

    @rule(meeting=DRAWS, stranger=DRAWS)
    def end_meeting(self, meeting, stranger):
        running = [id for id, each in self.model.meetings.items() if each.status == 1]
        meeting = chosen(running, meeting, NOTHING) if running else self.some_meeting(meeting)
        host = self.host_of(meeting, stranger)
        self.agree(
            lambda: self.client.meeting.end(id=meeting, host_id=host),
            lambda: self.model.end(meeting, host),
        )

    @rule(meeting=DRAWS, stranger=DRAWS)
    def delete_meeting(self, meeting, stranger):
        meeting = self.some_meeting(meeting)
        host = self.host_of(meeting, stranger)
        self.agree(
            lambda: self.client.meeting.delete(id=meeting, host_id=host),
            lambda: self.model.delete_meeting(meeting, host),
        )

    # Groups

    @rule(name=GROUPS)
    def create_group(self, name):
        found = self.agree(
            lambda: self.client.group.create(name=name), lambda: self.model.require_new_group(name)
        )
        if found is None:
            return
        self.model.groups[found.group_id] = Group(name)
        self.groups.append(found.group_id)

    @rule(group=DRAWS)
    def get_group(self, group):
        group = self.some_group(group)
        pair = self.agree(lambda: self.client.group.get(id=group), lambda: self.model.group(group))
        if pair is not None:
            assert (pair[0].name, pair[0].total_members) == (pair[1].name, len(pair[1].members))

    @rule(group=DRAWS, members=st.lists(DRAWS, min_size=1, max_size=3, unique=True))
    def add_members(self, group, members):
        group = self.some_group(group)
        members = list(dict.fromkeys(map(self.someone, members)))
        pair = self.agree(
            lambda: self.client.group.member_add(id=group, member_ids=members).add_count,
            lambda: self.model.add_members(group, members),
        )
        assert pair is None or pair[0] == pair[1]

    @rule(group=DRAWS, members=st.lists(DRAWS, min_size=1, max_size=3, unique=True))
    def remove_members(self, group, members):
        group = self.some_group(group)
        members = list(dict.fromkeys(map(self.someone, members)))
        pair = self.agree(
            lambda: self.client.group.member_delete(id=group, member_ids=members).deleted_count,
            lambda: self.model.remove_members(group, members),
        )
        assert pair is None or pair[0] == pair[1]

    @rule(group=DRAWS)
    def list_members(self, group):
        group = self.some_group(group)
        pair = self.agree(
            lambda: {m.id for m in self.client.group.iter_member_list(id=group)},
            lambda: self.model.group(group).members,
        )
        assert pair is None or pair[0] == pair[1]

    @precondition(lambda self: len(self.model.groups) > 1)
    @rule(group=DRAWS)
    def delete_group(self, group):
        group = self.some_group(group)
        self.agree(lambda: self.client.group.delete(id=group), lambda: self.model.group(group))
        self.model.groups.pop(group, None)

    # What holds all the time

    @precondition(lambda self: Driver.steps % 5 == 0)
    @invariant()
    def lists_agree(self):
        users = self.client.user.list(page_size=300)
        assert [each.id for each in users.users] == list(self.model.users)
        pending = self.client.user.list_pending(page_size=300)
        invited = [id for id, each in self.model.users.items() if each.state == "pending"]
        assert [each.id for each in pending.users] == invited
        groups = {each.name for each in self.client.group.list().groups}
        assert groups == {each.name for each in self.model.groups.values()}


def test_client_and_emulator_agree_with_a_model():
    assert drive(Machine, RUNS) >= 10_000
