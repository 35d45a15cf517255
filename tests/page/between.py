"""What holds between the arguments of an operation, written out: what is given, what is wrong.

Each call is given beside the operation's least one. What the page says is only "for" some
values of another argument stands in the tables instead, with `only`.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone

from tests.page import lists
from tests.page.samples import Absent

Expected = tuple[str, str, str]
"""Where, which rule, how severe."""
Call = tuple[Mapping[str, object], tuple[Expected, ...]]

_OTHER_STATE = (("state", "list", "error"),)
_FROM_IS_LATER = (("to", "ordered", "error"),)
_OTHER_FAMILY = (("plan.type", "list", "error"),)


def as_form(given: Mapping[str, object]) -> dict[str, str] | None:
    """The same in a form, where its values can be written."""
    texts = {name: _text(value) for name, value in given.items()}
    return {k: v for k, v in texts.items() if v is not None} if None not in texts.values() else None


def _text(value: object) -> str | None:
    if isinstance(value, bool | dict | list):
        return json.dumps(value)
    return str(value) if isinstance(value, str | int) else None


def _states() -> Iterator[Call]:
    """The list is for two countries; without a country nothing says whether it counts.

    Errata state-outside-us-and-canada and states-of-two-countries.
    """
    for country in ("US", "CA"):
        for state in lists.STATES:
            yield {"country": country, "state": state}, ()
        strangers = ("x", "", "ca", "ak", "California", "AK\n", "AK,AL")
        for state in (*strangers, *sorted(lists.foreign(set(lists.STATES)))):
            yield {"country": country, "state": state}, _OTHER_STATE
    for country in ("DE", "UM", "MX", "GB", "CN"):
        yield {"country": country, "state": "x"}, ()


def _periods() -> Iterator[Call]:
    """The issue asks for order; a period of one day begins and ends on it."""
    late = timezone(timedelta(hours=9))
    for first, last in (
        ("2013-01-02", "2013-01-02"),
        ("2013-01-31", "2013-02-01"),
        ("2013-01-02T03:00:00Z", "2013-01-02T03:00:00Z"),
        ("2013-01-02T03:00:00Z", "2013-01-02T03:00:01Z"),
        ("2013-01-02T23:00:00Z", "2013-01-02"),
        ("2013-01-02", "2013-01-02T00:00:00Z"),
        (date(2013, 1, 2), date(2013, 1, 2)),
        (datetime(2013, 1, 2, 3, tzinfo=UTC), datetime(2013, 1, 2, 12, tzinfo=late)),
    ):
        yield {"from": first, "to": last}, ()
    for first, last in (
        ("2013-01-03", "2013-01-02"),
        ("2013-02-01", "2013-01-31"),
        ("2013-01-02T03:00:01Z", "2013-01-02T03:00:00Z"),
        ("2013-01-03T00:00:00Z", "2013-01-02"),
        ("2013-01-03", "2013-01-02T23:59:59Z"),
        (date(2013, 1, 3), date(2013, 1, 2)),
        (datetime(2013, 1, 2, 3, tzinfo=UTC), datetime(2013, 1, 2, 11, tzinfo=late)),
    ):
        yield {"from": first, "to": last}, _FROM_IS_LATER


def _us_periods() -> Iterator[Call]:
    same = "11/05/2014 09:05 pm"
    yield {"from": same, "to": same}, ()
    yield {"from": "11/05/2014 09:05 am", "to": "11/05/2014 09:04 pm"}, ()
    yield {"from": "11/05/2014 12:30 am", "to": "11/05/2014 01:00 am"}, ()
    yield {"from": "12/31/2013 09:05 pm", "to": "01/01/2014 09:05 am"}, ()
    yield {"from": "11/05/2014 09:06 pm", "to": same}, _FROM_IS_LATER
    yield {"from": "11/05/2014 12:30 pm", "to": "11/05/2014 01:00 am"}, _FROM_IS_LATER
    yield {"from": "01/01/2014 09:05 am", "to": "12/31/2013 09:05 pm"}, _FROM_IS_LATER


def _lists_of_past_ones(*past: int) -> Iterator[Call]:
    """Erratum dashboard-period-of-live-lists."""
    missing = (("from", "required", "error"), ("to", "required", "error"))
    vain = (("from", "applies_when", "warning"), ("to", "applies_when", "warning"))
    period = {"from": "2013-01-02", "to": "2013-01-02"}
    yield {"type": 1}, ()
    yield {"type": 1, **period}, vain
    yield {"type": 1, "from": "2013-01-02"}, vain[:1]
    yield {"type": 1, "to": "2013-01-02"}, vain[1:]
    for each in past:
        yield {"type": each}, missing
        yield {"type": each, "from": "2013-01-02"}, missing[1:]
        yield {"type": each, "to": "2013-01-02"}, missing[:1]
        yield from (({"type": each, **given}, faults) for given, faults in _periods())


def _capacities(*, new: bool) -> Iterator[Call]:
    """A capacity is of a feature. One that is not mentioned is off for somebody new.

    Zero is what the capacity is without it (erratum capacity-zero).
    """
    features = {"webinar": (100, 500, 1000, 3000, 5000, 10000), "large": (100, 200, 300, 500)}
    for feature, capacities in features.items():
        enable, capacity = f"enable_{feature}", f"{feature}_capacity"
        vain = ((capacity, "ignored_when", "warning"),)
        for most in capacities:
            yield {enable: True, capacity: most}, ()
            yield {enable: False, capacity: most}, vain
            yield {capacity: most}, vain if new else ()
        yield {enable: False, capacity: 0}, ()
        yield {capacity: 0}, ()
        yield {enable: False}, ()
        yield {enable: True}, ()


def _recordings() -> Iterator[Call]:
    """Automatic cloud recording is automatic recording (erratum defaults-in-words)."""
    vain = (("enable_auto_recording", "ignored_when", "warning"),)
    for cloud in (True, False):
        for auto in (True, False):
            given = {"enable_auto_recording": auto, "enable_cloud_auto_recording": cloud}
            yield given, vain if cloud and not auto else ()


def _somebody(address: str) -> Iterator[Call]:
    """Erratum id-or-email: nothing else tells who is meant, and nothing says that it has to."""
    yield {"id": Absent}, (("id", "one_of_required", "warning"),)
    yield {"id": Absent, address: "ada@example.com"}, ()
    yield {address: "ada@example.com"}, ()


_ONE_TO_DELETE: tuple[Call, ...] = (  # erratum permanent-delete-id-or-email
    ({"id": Absent}, (("id", "one_of_required", "error"),)),
    ({"id": Absent, "email": "ada@example.com"}, ()),
    ({"email": "ada@example.com"}, (("email", "ignored_when", "warning"),)),
)

_FAMILIES = {
    1: (lists.BASE_PLANS,),
    2: (
        lists.ROOM_PLANS,
        lists.CONNECTOR_PLANS,
        lists.LARGE_PLANS,
        lists.WEBINAR_PLANS,
        lists.RECORDING_PLANS,
        lists.AUDIO_PLANS,
    ),
}
_PLANS: tuple[Call, ...] = (
    ({"type": 1, "plan": "monthly"}, ()),
    ({"type": 1, "plan": {"type": "zroom_yearly", "hosts": 2}}, ()),  # erratum plans-of-two-kinds
    ({"type": 2, "plan": "zroom_yearly"}, ()),
    ({"type": 1, "plan": "large100_monthly"}, _OTHER_FAMILY),
    ({"type": 1, "plan": {"type": "webinar100_monthly"}}, _OTHER_FAMILY),
    ({"type": 1, "plan": "tollfree_payongo"}, _OTHER_FAMILY),
    ({"type": 2, "plan": "monthly"}, _OTHER_FAMILY),
    ({"type": 2, "plan": {"type": "edu20", "hosts": 2}}, _OTHER_FAMILY),
    ({"type": 2, "plan": "stranger"}, _OTHER_FAMILY),
    *(
        ({"type": kind, "plan": plan}, _OTHER_FAMILY)
        for kind, families in _FAMILIES.items()
        for plan in sorted(lists.foreign({id for family in families for id in family}))
    ),
    *(({"type": 2, "plan": plan}, ()) for plan in (
        "zroom_monthly", "roomconnector_yearly", "large500_yearly", "webinar10000_yearly",
        "cmr_monthly_commitment_40", "tollfree_payongo", {"type": "large100_monthly", "hosts": 1},
    )),
)  # fmt: skip

_DAYS = "chat.list chat.get report.get_account report.get_audio report.get_user dashboard.room"

BETWEEN: dict[str, tuple[Call, ...]] = {
    "account.plan_subscribe": tuple(_states()),
    "account.plan_update": _PLANS,
    "account.update_billing": (*_states(), ({"state": "x"}, ()), ({"country": "US"}, ())),
    "user.permanent_delete": _ONE_TO_DELETE,
    "user.revoke_token": tuple(_somebody("email")),
    **{
        f"user.{name}": tuple(_somebody("host_email"))
        for name in ("set_assistant", "delete_assistant", "schedulers")
    },
    **{
        f"user.{name}": (*_capacities(new=True), *_recordings())
        for name in ("create", "auto_create", "cust_create")
    },
    "user.update": (*_capacities(new=False), *_recordings()),
    "user.sso_create": tuple(_capacities(new=True)),
    "recording.list": tuple(_us_periods()),
    "recording.list_mc": tuple(_us_periods()),
    **dict.fromkeys((*_DAYS.split(), "dashboard.crc", "dashboard.im"), tuple(_periods())),
    "dashboard.meetings": tuple(_lists_of_past_ones(2, 3)),
    "dashboard.webinars": tuple(_lists_of_past_ones(2)),
}
