"""Client and emulator agree with a plain model of groups for instant messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.emulator.driving import DRAWS, NOBODY, Driver, Refused, chosen, drive

RUNS = 25
NAMES = st.sampled_from(["Sales", "SALES", "Support", "Lab"])
FLAGS = ("option_search_by_domain", "option_search_by_account", "option_search_by_ma")
OPTIONS = st.dictionaries(st.sampled_from(FLAGS), st.booleans())
SOME = st.lists(DRAWS, min_size=1, max_size=3)


@dataclass
class Group:
    name: str
    options: dict[str, bool]
    members: dict[str, None] = field(default_factory=dict)


class Account:
    """Users and IM groups, by the ids that the emulator has given them."""

    def __init__(self) -> None:
        self.users: dict[str, str] = {}
        self.groups: dict[str, Group] = {}

    def group(self, id: str) -> Group:
        if id not in self.groups:
            raise Refused("GroupNotFound")
        return self.groups[id]

    def require_free(self, name: str, but: str = "") -> None:
        others = (each.name for id, each in self.groups.items() if id != but)
        if name.casefold() in map(str.casefold, others):
            raise Refused("GroupNameInUse")

    def update(self, id: str, name: str | None, options: dict[str, bool]) -> Group:
        group = self.group(id)
        if name is not None:
            self.require_free(name, but=id)
            group.name = name
        group.options |= options
        return group

    def delete(self, id: str) -> None:
        self.group(id)
        del self.groups[id]

    def add(self, id: str, members: list[str]) -> int:
        """How many are new; nobody is added if one of them is nobody."""
        group = self.group(id)
        if any(each not in self.users for each in members):
            raise Refused("UserNotFound")
        before = len(group.members)
        group.members |= dict.fromkeys(members)
        return len(group.members) - before

    def leave(self, id: str, members: list[str]) -> int:
        """How many were members."""
        group = self.group(id)
        return len([group.members.pop(each) for each in set(members) if each in group.members])

    def forget(self, user: str) -> None:
        if user not in self.users:
            raise Refused("UserNotFound")
        del self.users[user]
        for group in self.groups.values():
            group.members.pop(user, None)


class Machine(Driver):
    def __init__(self) -> None:
        super().__init__()
        self.users: list[str] = []
        self.groups: list[str] = []
        """All that there were at some time, in this order."""
        self.model = Account()

    def someone(self, draw: int) -> str:
        return chosen(self.users, draw, NOBODY)

    def some_group(self, draw: int) -> str:
        return chosen(self.groups, draw, NOBODY)

    @initialize()
    def begin(self):
        for _ in range(3):
            self.create_user(group=0, joins=False)
        self.create_group(name="Lab", options={})
        self.add_members(group=0, draws=[0, 1])

    @precondition(lambda self: len(self.model.users) < 5)
    @rule(group=DRAWS, joins=st.booleans())
    def create_user(self, group, joins):
        """Who may be a member from the beginning."""
        email, group = f"user-{len(self.users)}@example.com", self.some_group(group)
        given: Any = {"imgroup_id": group} if joins else {}

        def wanted():
            if joins:
                self.model.group(group)

        made = self.agree(lambda: self.client.user.create(email=email, type=1, **given), wanted)
        if made is not None:
            self.users.append(made.id)
            self.model.users[made.id] = email
            if joins:
                self.model.add(group, [made.id])

    @precondition(lambda self: len(self.model.users) > 2)
    @rule(user=DRAWS)
    def delete_user(self, user):
        user = self.someone(user)
        self.agree(lambda: self.client.user.delete(id=user), lambda: self.model.forget(user))

    @rule(name=NAMES, options=OPTIONS)
    def create_group(self, name, options):
        def wanted():
            self.model.require_free(name)
            return Group(name, dict.fromkeys(FLAGS, False) | options)

        pair = self.agree(lambda: self.client.im_group.create(name=name, **options), wanted)
        if pair is not None:
            found, group = pair
            self.groups.append(found.group_id)
            self.model.groups[found.group_id] = group
            self._same(found, group)

    @rule(group=DRAWS)
    def get_group(self, group):
        id = self.some_group(group)
        pair = self.agree(lambda: self.client.im_group.get(id=id), lambda: self.model.group(id))
        if pair is not None:
            self._same(*pair)

    @rule(group=DRAWS, name=st.none() | NAMES, options=OPTIONS)
    def update_group(self, group, name, options):
        id = self.some_group(group)
        given: Any = options if name is None else {**options, "name": name}
        pair = self.agree(
            lambda: self.client.im_group.update(id=id, **given),
            lambda: self.model.update(id, name, options),
        )
        if pair is not None:
            self._same(*pair)

    @rule(group=DRAWS)
    def delete_group(self, group):
        id = self.some_group(group)
        self.agree(lambda: self.client.im_group.delete(id=id), lambda: self.model.delete(id))

    @rule()
    def list_groups(self):
        listed = self.client.im_group.list()
        assert [each.group_id for each in listed.groups] == [*self.model.groups]
        assert listed.total_records == len(self.model.groups)
        for each in listed.groups:
            self._same(each, self.model.groups[each.group_id])

    @rule(group=DRAWS, draws=SOME)
    def add_members(self, group, draws):
        id, members = self.some_group(group), list(map(self.someone, draws))
        pair = self.agree(
            lambda: (self.client.im_group.member_add(id=id, member_ids=members).add_count,),
            lambda: (self.model.add(id, members),),
        )
        assert pair is None or pair[0] == pair[1]

    @rule(group=DRAWS, draws=SOME)
    def delete_members(self, group, draws):
        id, members = self.some_group(group), list(map(self.someone, draws))
        pair = self.agree(
            lambda: (self.client.im_group.member_delete(id=id, member_ids=members).deleted_count,),
            lambda: (self.model.leave(id, members),),
        )
        assert pair is None or pair[0] == pair[1]

    @rule(group=DRAWS, size=st.integers(1, 3))
    def list_members(self, group, size):
        id = self.some_group(group)
        listed = self.client.im_group.iter_member_list
        pair = self.agree(
            lambda: [(each.id, each.email) for each in listed(id=id, page_size=size)],
            lambda: self.model.group(id),
        )
        if pair is not None:
            found, group = pair
            assert found == [(each, self.model.users[each]) for each in group.members]

    def _same(self, found, wanted):
        assert (found.name, found.total_members) == (wanted.name, len(wanted.members))
        assert {
            "option_search_by_domain": found.option_search_by_domain,
            "option_search_by_account": found.option_search_by_account,
            "option_search_by_ma": found.option_search_by_ma_account,
        } == wanted.options


def test_client_and_emulator_agree_on_im_groups():
    assert drive(Machine, RUNS) >= 700
