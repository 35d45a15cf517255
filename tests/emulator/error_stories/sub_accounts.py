"""Of sub accounts and their plans."""

from tests.emulator.asking import SOLD_TO
from tests.emulator.error_stories.telling import NOBODY, provokes


@provokes(2000, "ma/account/delete")
def a_sub_account_that_pays(account, path):
    return account(path, account_id=account.subscribed())


@provokes(
    2001,
    *("ma/account/get", "ma/account/update", "ma/account/delete", "ma/account/plan/get"),
    "ma/account/billing/update",
)
def a_sub_account_that_there_is_not(account, path):
    return account(path, account_id=NOBODY)


@provokes(2001, "ma/account/plan/subscribe", "ma/account/plan/add", "ma/account/plan/update")
def plans_of_a_sub_account_that_there_is_not(account, path):
    plan = {"plan": "webinar100_monthly", "type": 2, "plan_base": '{"type":"monthly","hosts":1}'}
    return account(path, account_id=NOBODY, **SOLD_TO, **plan)


@provokes(2100, "ma/account/plan/subscribe")
def a_second_subscription(account, path):
    id = account.subscribed()
    return account(path, account_id=id, **SOLD_TO, plan_base='{"type":"yearly","hosts":1}')


@provokes(2100, "ma/account/plan/add")
def a_plan_twice(account, path):
    id = account.subscribed()
    account(path, account_id=id, plan='{"type":"webinar100_monthly","hosts":2}')
    return account(path, account_id=id, plan='{"type":"webinar100_monthly","hosts":3}')


@provokes(2100, "ma/account/plan/update")
def a_plan_that_was_not_added(account, path):
    id = account.subscribed()
    return account(path, account_id=id, type=2, plan='{"type":"large100_monthly","hosts":2}')


@provokes(3201, "ma/account/billing/update")
def a_bill_of_who_has_no_plan(account, path):
    return account(path, account_id=account.sub_account()["id"], city="Zoomville")


@provokes(3211, "ma/account/billing/update", "ma/account/plan/get", rules="no_contact")
def a_bill_that_nobody_gets(account, path):
    return account(path, account_id="sub")


@provokes(3261, "ma/account/plan/add", "ma/account/plan/update")
def a_plan_without_a_base_plan(account, path):
    id = account.sub_account()["id"]
    return account(path, account_id=id, type=2, plan='{"type":"webinar100_monthly","hosts":2}')
