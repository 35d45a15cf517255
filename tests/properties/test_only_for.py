"""What the page says is only for some types, or needed only for some: models of its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.calls import Found, call, error, found, warning, without
from tests.properties.profile import PROPERTIES

VALUES: dict[str, object] = {
    "start_time": "2012-11-25T12:00:00Z",
    "duration": 60,
    "timezone": "America/Los_Angeles",
    "recurrence": {"type": 1},
    "registration_type": 1,
    "option_jbh": True,
    "option_use_pmi": True,
}

SCHEDULED, FIXED, RECURRING = 2, 8, 3
ONLY_FOR: dict[str, dict[str, set[int]]] = {
    "meeting.create": {
        "start_time": {SCHEDULED, FIXED},
        "duration": {SCHEDULED},
        "timezone": {SCHEDULED},
        "recurrence": {FIXED},
        "registration_type": {FIXED},
        "option_jbh": {SCHEDULED, RECURRING, FIXED},
        "option_use_pmi": {SCHEDULED},
    },
    "meeting.update": {
        "start_time": {SCHEDULED},
        "duration": {SCHEDULED},
        "timezone": {SCHEDULED},
        "recurrence": {FIXED},
        "registration_type": {FIXED},
        "option_jbh": {SCHEDULED, RECURRING, FIXED},
        "option_use_pmi": {SCHEDULED},
    },
    # Types 5 and 9 have a time: see the erratum only-for-webinars.
    "webinar.create": {
        "start_time": {5, 9},
        "duration": {5, 9},
        "timezone": {5, 9},
        "recurrence": {9},
        "registration_type": {9},
    },
    "webinar.update": {
        "start_time": {5, 9},
        "duration": {5, 9},
        "timezone": {5, 9},
        "recurrence": {9},
        "registration_type": {9},
    },
}
TYPES = {"meeting": [1, 2, 3, 8], "webinar": [5, 6, 9]}


@pytest.mark.parametrize("operation", ONLY_FOR)
def test_what_is_only_for_some_types_is_ignored_with_the_others(operation: str) -> None:
    only_for = ONLY_FOR[operation]

    @PROPERTIES
    @given(
        st.sampled_from(TYPES[operation.partition(".")[0]]),
        st.sets(st.sampled_from(list(only_for))),
    )
    def property_(type_: int, names: set[str]) -> None:
        arguments = call(operation, type=type_, **{name: VALUES[name] for name in names})
        wanted = {
            (name, "applies_when", "warning") for name in names if type_ not in only_for[name]
        }
        assert found(operation, arguments) == wanted

    property_()
    for type_ in TYPES[operation.partition(".")[0]]:
        for name, types in only_for.items():
            wanted = set() if type_ in types else warning(name, "applies_when")
            assert found(operation, call(operation, type=type_, **{name: VALUES[name]})) == wanted


def test_an_update_without_a_type_says_nothing_of_the_type() -> None:
    values = {name: VALUES[name] for name in ONLY_FOR["webinar.update"]}

    arguments = without(call("webinar.update", **values), "type")

    assert found("webinar.update", arguments) == set()


FEATURES = [("enable_webinar", "webinar_capacity"), ("enable_large", "large_capacity")]
CREATED = ["user.create", "user.auto_create", "user.cust_create", "user.sso_create"]


@pytest.mark.parametrize(("feature", "capacity"), FEATURES)
def test_a_capacity_needs_its_feature(feature: str, capacity: str) -> None:
    """A new user has no feature that is not switched on; of an existing one nobody knows."""

    @PROPERTIES
    @given(
        st.sampled_from([*CREATED, "user.update"]),
        st.sampled_from([0, 100, 500]),
        st.sampled_from([True, False, None]),
    )
    def property_(operation: str, size: int, is_on: bool | None) -> None:
        arguments = call(operation, **{capacity: size})
        if is_on is not None:
            arguments[feature] = is_on
        known_off = is_on is False or (is_on is None and operation != "user.update")
        wanted = warning(capacity, "ignored_when") if size and known_off else set()
        assert found(operation, arguments) == wanted

    property_()


@PROPERTIES
@given(
    st.sampled_from([each for each in [*CREATED, "user.update"] if each != "user.sso_create"]),
    st.sampled_from([True, False, None]),
    st.sampled_from([True, False, None]),
)
def test_recording_to_the_cloud_counts_as_automatic_recording(
    operation: str, cloud: bool | None, automatic: bool | None
) -> None:
    flags = {"enable_cloud_auto_recording": cloud, "enable_auto_recording": automatic}
    given = {name: flag for name, flag in flags.items() if flag is not None}
    contradiction = cloud is True and automatic is False

    wanted = warning("enable_auto_recording", "ignored_when") if contradiction else set()
    assert found(operation, call(operation, **given)) == wanted


def test_a_user_is_named_by_id_or_address_but_not_both() -> None:
    ids = {"id": "unique_id", "email": "user@company.com"}

    def verdict(*names: str) -> Found:
        given = without(call("user.permanent_delete"), "id", "email")
        return found("user.permanent_delete", {**given, **{name: ids[name] for name in names}})

    assert verdict() == error("id", "one_of_required")
    assert verdict("id") == verdict("email") == set()
    assert verdict("id", "email") == warning("email", "ignored_when")


@pytest.mark.parametrize(
    ("operation", "address"),
    [
        ("user.revoke_token", "email"),
        ("user.set_assistant", "host_email"),
        ("user.delete_assistant", "host_email"),
        ("user.schedulers", "host_email"),
    ],
)
def test_nobody_is_named_where_the_page_does_not_ask_for_it(operation: str, address: str) -> None:
    nobody = without(call(operation), "id", address)

    assert found(operation, nobody) == warning("id", "one_of_required")
    assert found(operation, {**nobody, "id": "unique_id"}) == set()
    assert found(operation, {**nobody, address: "user@company.com"}) == set()
    assert found(operation, {**nobody, "id": "x", address: "user@company.com"}) == set()


PAST_ONLY = {
    "dashboard.meetings": {1: False, 2: True, 3: True},
    "dashboard.webinars": {1: False, 2: True},
}


@pytest.mark.parametrize("operation", PAST_ONLY)
def test_a_period_is_needed_for_past_and_ignored_for_live(operation: str) -> None:
    days = {"from": "2013-01-02", "to": "2013-01-03"}

    for type_, is_past in PAST_ONLY[operation].items():
        for names in ((), ("from",), ("to",), ("from", "to")):
            given = without(call(operation, type=type_), "from", "to")
            given |= {name: days[name] for name in names}
            wanted = {
                (name, "required" if is_past else "applies_when", "error" if is_past else "warning")
                for name in days
                if (name in names) is not is_past
            }
            assert found(operation, given) == wanted, (type_, names)


REQUIRED_PERIOD = [
    "chat.list",
    "chat.get",
    "report.get_account",
    "report.get_audio",
    "report.get_user",
    "dashboard.room",
    "dashboard.crc",
    "dashboard.im",
]


@pytest.mark.parametrize("operation", REQUIRED_PERIOD)
def test_everywhere_else_a_period_is_required(operation: str) -> None:
    for name in ("from", "to"):
        assert found(operation, without(call(operation), name)) == error(name, "required")
