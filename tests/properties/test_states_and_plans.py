"""States go with countries, plans with their families."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page import lists
from tests.properties.calls import Found, call, error, found, without
from tests.properties.profile import PROPERTIES

CONTACTS = ["account.plan_subscribe", "account.update_billing"]
NO_STATE = ["", "ak", "Alaska", "AK ", "XX", "BY", "London"]


@PROPERTIES
@given(
    st.sampled_from(CONTACTS),
    st.one_of(st.sampled_from(["US", "CA"]), st.sampled_from(lists.COUNTRIES)),
    st.one_of(
        st.sampled_from(lists.STATES), st.sampled_from(NO_STATE), st.text("abAK", max_size=3)
    ),
)
def test_a_state_is_of_the_list_in_two_countries_only(
    operation: str, country: str, state: str
) -> None:
    wrong = country in ("US", "CA") and state not in lists.STATES

    wanted = error("state", "list") if wrong else set()
    assert found(operation, call(operation, country=country, state=state)) == wanted


@pytest.mark.parametrize("country", ["US", "CA"])
def test_every_state_passes_and_its_neighbours_do_not(country: str) -> None:
    for operation in CONTACTS:
        for state in lists.STATES:
            assert found(operation, call(operation, country=country, state=state)) == set()
        for state in NO_STATE:
            wanted = error("state", "list")
            assert found(operation, call(operation, country=country, state=state)) == wanted


def test_without_a_country_the_list_of_states_is_not_applied() -> None:
    given = without(call("account.update_billing", state="nowhere"), "country")

    assert found("account.update_billing", given) == set()


@pytest.mark.parametrize("operation", ["meeting.register", "webinar.register"])
def test_a_registrant_s_state_is_any_text(operation: str) -> None:
    assert found(operation, call(operation, country="US", state="nowhere")) == set()


def test_a_country_that_is_none_says_nothing_about_states() -> None:
    for country in ("us", "USA", "", "XX"):
        given = call("account.update_billing", country=country, state="nowhere")
        assert found("account.update_billing", given) == error("country", "list")


SPANS = ("monthly", "yearly")
BASE = [*SPANS, *(f"{plan}_{span}" for plan in ("business", "zroom") for span in SPANS)]
FAMILIES: dict[str, list[str]] = {
    "plan_base": ["trial", "edu20", *BASE],
    "plan_zoom_rooms": [f"zroom_{span}" for span in SPANS],
    "plan_room_connector": [f"roomconnector_{span}" for span in SPANS],
    "plan_large_meeting": [
        f"large{size}_{span}" for size in (100, 200, 300, 500) for span in SPANS
    ],
    "plan_webinar": [
        f"webinar{size}_{span}" for size in (100, 500, 1000, 3000, 5000, 10000) for span in SPANS
    ],
    "plan_recording": [f"cmr_monthly_commitment_{price}" for price in (40, 100, 500)],
    "plan_audio": ["tollfree_payongo", *(f"tollfree_monthly_commitment_{p}" for p in (100, 500))],
}
"""Argument -> the codes of its family."""

EVERY_CODE = sorted({code for codes in FAMILIES.values() for code in codes})
ADDITIONAL = {code for name, codes in FAMILIES.items() if name != "plan_base" for code in codes}
NO_CODES = [
    "",
    "Monthly",
    "monthly ",
    "large100",
    "webinar200_monthly",
    "cmr_monthly_commitment_50",
]
CODES = st.sampled_from([*EVERY_CODE, *NO_CODES])


@pytest.mark.parametrize("argument", FAMILIES)
def test_a_plan_is_of_its_argument_s_family(argument: str) -> None:
    def subscribe(plan: object) -> Found:
        return found("account.plan_subscribe", {**call("account.plan_subscribe"), argument: plan})

    for code in [*EVERY_CODE, *NO_CODES]:
        is_right = code in FAMILIES[argument]
        if argument == "plan_recording":
            assert subscribe(code) == (set() if is_right else error(argument, "list"))
            continue
        plan: dict[str, object] = {"type": code}
        if argument != "plan_audio":
            plan["hosts"] = 10
        assert subscribe(plan) == (set() if is_right else error(f"{argument}.type", "list"))


@pytest.mark.parametrize("argument", ["plan_large_meeting", "plan_webinar"])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_several_plans_are_told_apart_by_their_place(argument: str, number: int) -> None:
    plans: list[dict[str, object]] = [{"type": code, "hosts": 1} for code in FAMILIES[argument][:3]]
    assert (
        found("account.plan_subscribe", call("account.plan_subscribe", **{argument: plans}))
        == set()
    )

    plans[number]["type"] = "trial"

    given = call("account.plan_subscribe", **{argument: plans})
    assert found("account.plan_subscribe", given) == error(f"{argument}[{number}].type", "list")


@PROPERTIES
@given(CODES, st.sampled_from([None, 1, 2]), st.booleans(), st.booleans())
def test_a_plan_of_either_kind_is_of_that_kind_s_families(
    code: str, kind: int | None, is_bare: bool, with_hosts: bool
) -> None:
    """Added are additional plans; updated are base plans (1) and additional ones (2)."""
    plan: object = code if is_bare else {"type": code, **({"hosts": 10} if with_hosts else {})}
    operation = "account.plan_add" if kind is None else "account.plan_update"
    codes = FAMILIES["plan_base"] if kind == 1 else ADDITIONAL

    given = call(operation, plan=plan, **({} if kind is None else {"type": kind}))
    assert found(operation, given) == (set() if code in codes else error("plan.type", "list"))


def test_every_code_is_tried_on_both_sides() -> None:
    for code in [*EVERY_CODE, *NO_CODES]:
        for kind, codes in ((1, set(FAMILIES["plan_base"])), (2, ADDITIONAL)):
            for plan in (code, {"type": code}):
                given = call("account.plan_update", type=kind, plan=plan)
                wanted = set() if code in codes else error("plan.type", "list")
                assert found("account.plan_update", given) == wanted


def test_a_plan_says_how_many_hosts_and_an_audio_plan_where() -> None:
    operation = "account.plan_subscribe"
    for argument in ("plan_base", "plan_zoom_rooms", "plan_room_connector"):
        given = {**call(operation), argument: {"type": FAMILIES[argument][0]}}
        assert found(operation, given) == error(f"{argument}.hosts", "required")
    for callout in (1, 2):
        plan = {"type": "tollfree_payongo", "callout": callout, "ddi_numbers": 10}
        assert found(operation, call(operation, plan_audio=plan)) == set()
    for callout in (0, 3):
        plan = {"type": "tollfree_payongo", "callout": callout}
        wanted = error("plan_audio.callout", "choices")
        assert found(operation, call(operation, plan_audio=plan)) == wanted
