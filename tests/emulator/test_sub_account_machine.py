"""Client and emulator agree with a plain model of sub accounts and their plans."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from tests.emulator.asking import SOLD_TO
from tests.emulator.driving import DRAWS, NOBODY, Driver, Refused, chosen, drive

RUNS = 25
EMAILS = st.sampled_from([f"{name}@example.com" for name in ("ada", "Ada", "bob", "eve", "kim")])
NAMED: Any = {"first_name": "A", "last_name": "B"}
BUYER: Any = SOLD_TO


@dataclass
class SubAccount:
    email: str
    plan: str = ""


class Master:
    """Sub accounts, and the users of the master account, by their ids; no address is in both."""

    def __init__(self) -> None:
        self.accounts: dict[str, SubAccount] = {}
        self.users: dict[str, str] = {}

    def require_new(self, email: str) -> None:
        known = [*self.users.values(), *(each.email for each in self.accounts.values())]
        if email.casefold() in map(str.casefold, known):
            raise Refused("UserAlreadyExists")

    def account(self, id: str) -> SubAccount:
        if id not in self.accounts:
            raise Refused("SubAccountNotFound")
        return self.accounts[id]

    def subscribe(self, id: str, plan: str) -> None:
        account = self.account(id)
        if account.plan:
            raise Refused("BillingRefused")
        account.plan = plan

    def delete(self, id: str) -> None:
        if self.account(id).plan not in ("", "trial"):
            raise Refused("PaidAccountProtected")
        del self.accounts[id]

    def delete_user(self, id: str) -> None:
        if id not in self.users:
            raise Refused("UserNotFound")
        del self.users[id]


class Machine(Driver):
    def __init__(self) -> None:
        super().__init__()
        self.accounts: list[str] = []
        self.users: list[str] = []
        """All that there were at some time, in this order."""
        self.model = Master()

    def some_account(self, draw: int) -> str:
        return chosen(self.accounts, draw, NOBODY)

    @initialize()
    def begin(self):
        self.create_account(email="ada@example.com")
        self.create_user(email="bob@example.com")

    @rule(email=EMAILS)
    def create_account(self, email):
        made = self.agree(
            lambda: self.client.account.create(email=email, password="Pa55word", **NAMED),
            lambda: self.model.require_new(email),
        )
        if made is not None:
            self.model.accounts[made.id] = SubAccount(email)
            self.accounts.append(made.id)

    @rule(email=EMAILS)
    def create_user(self, email):
        made = self.agree(
            lambda: self.client.user.create(email=email, type=1),
            lambda: self.model.require_new(email),
        )
        if made is not None:
            self.model.users[made.id] = email
            self.users.append(made.id)

    @rule(user=DRAWS)
    def delete_user(self, user):
        user = chosen(self.users, user, NOBODY)
        self.agree(
            lambda: self.client.user.delete(id=user),
            lambda: self.model.delete_user(user),
        )

    @rule(account=DRAWS)
    def get_account(self, account):
        id = self.some_account(account)
        pair = self.agree(
            lambda: self.client.account.get(account_id=id), lambda: self.model.account(id)
        )
        assert pair is None or pair[0].owner_email == pair[1].email

    @rule(account=DRAWS, plan=st.sampled_from(["trial", "monthly", "yearly"]))
    def subscribe(self, account, plan):
        id = self.some_account(account)
        base: Any = {"type": plan, "hosts": 10}
        self.agree(
            lambda: self.client.account.plan_subscribe(account_id=id, plan_base=base, **BUYER),
            lambda: self.model.subscribe(id, plan),
        )

    @rule(account=DRAWS)
    def delete_account(self, account):
        id = self.some_account(account)
        self.agree(lambda: self.client.account.delete(account_id=id), lambda: self.model.delete(id))

    @invariant()
    def lists_agree(self):
        found = [each.id for each in self.client.account.list().sub_accounts]
        assert found == list(self.model.accounts)


def test_client_and_emulator_agree_on_sub_accounts():
    assert drive(Machine, RUNS) >= 1_000
