"""The strategies against the validators: both are generated, so this is only about each other.

What the page says is in the other modules of this directory.
"""

from collections.abc import Callable

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.contract.page import IDS
from tests.page.cases import TABLES
from tests.page.rows import least
from tests.properties.calls import call, found
from tests.properties.profile import PROPERTIES
from zoom_v1 import strategies
from zoom_v1.strategies import InvalidCall

NEVER_ALONE = {
    # A plan with such characters is in no list.
    ("plan.type", "characters"),
    # A week asks for its day and a day for its week, and both are for monthly ones without a day.
    ("recurrence.monthly_week", "applies_when"),
    ("recurrence.monthly_week", "exclusive"),
    ("recurrence.monthly_week_day", "applies_when"),
    ("recurrence.monthly_week_day", "exclusive"),
}
"""What cannot be broken without breaking another rule as well."""


@pytest.mark.parametrize("operation", IDS)
def test_in_valid_arguments_nothing_is_wrong(operation: str) -> None:
    @settings(PROPERTIES, max_examples=20)
    @given(strategies.valid_arguments(operation))
    def property_(arguments: dict[str, object]) -> None:
        assert found(operation, arguments) == set()

    property_()


@pytest.mark.parametrize("operation", IDS)
def test_invalid_arguments_break_the_rule_they_name_only(operation: str) -> None:
    @settings(PROPERTIES, max_examples=10 + 2 * len(TABLES[operation]))
    @given(strategies.invalid_arguments(operation))
    def property_(wrong: InvalidCall) -> None:
        violations = found(operation, wrong.arguments)
        meant = (wrong.argument, wrong.rule, wrong.severity)

        # A wrong value may stand where the argument has no effect anyhow, which is only warned of.
        errors = {each for each in violations if each[2] == "error"}

        assert meant in violations
        assert errors <= {meant} or (wrong.argument, wrong.rule) in NEVER_ALONE

    property_()


SIMPLE = ("", "0", ["0"], 0, "a@b", "2000-01-01", b"\xff\xd8\xff")
"""Whatever the text, number, address, date or image may be."""

FIRST: dict[str, dict[str, object]] = {
    "account.plan_subscribe": {"country": "PR", "plan_base": {"type": "trial", "hosts": 0}},
    "account.plan_add": {"plan": {"type": "zroom_monthly"}},
    "account.plan_update": {"type": 1, "plan": {"type": "trial"}},
    "report.get_daily": {"year": 1000, "month": 1},
    "webinar.create": {"type": 5},
}
"""The first choices, and least numbers, of arguments; the others have 1."""


def simplest(operation: str, phases: tuple[Phase, ...]) -> dict[str, object]:
    return find(
        strategies.valid_arguments(operation),
        lambda _: True,
        settings=settings(phases=phases),
    )


@pytest.mark.parametrize("operation", IDS)
def test_an_operation_shrinks_to_its_simplest_call(operation: str) -> None:
    found = simplest(operation, (Phase.generate, Phase.shrink))
    first = FIRST.get(operation, {"type": 1})

    assert found.keys() == least(TABLES[operation]).keys()
    for name, value in found.items():
        assert value == first[name] if name in first else value in SIMPLE


@pytest.mark.parametrize(
    "operation",
    [
        "account.plan_add",
        "group.member_add",
        "meeting.register",
        "report.get_user",
        "user.schedulers",
    ],
)
def test_no_other_call_counts_as_simpler(operation: str) -> None:
    """While Hypothesis explains a failure, it tries others, and keeps what is simpler."""
    assert simplest(operation, tuple(Phase)) == simplest(operation, (Phase.generate, Phase.shrink))


@pytest.mark.parametrize("operation", ["meeting.create", "user.create", "user.permanent_delete"])
def test_what_has_no_effect_is_let_in_on_demand(operation: str) -> None:
    severities: set[str] = set()

    @settings(PROPERTIES, max_examples=200)
    @given(strategies.valid_arguments(operation, warnings=True))
    def property_(arguments: dict[str, object]) -> None:
        severities.update(severity for _, _, severity in found(operation, arguments))

    property_()

    assert severities == {"warning"}


NAMED: list[tuple[Callable[[], SearchStrategy[object]], str, str, dict[str, object]]] = [
    (strategies.meeting_password, "meeting.create", "password", {}),
    (strategies.recurrence, "meeting.create", "recurrence", {"type": 8}),
    (strategies.utc_datetime, "meeting.create", "start_time", {"type": 2}),
    (strategies.panelist, "webinar.create", "panelists", {}),
    (strategies.timezone, "user.update", "timezone", {}),
    (strategies.pmi, "user.update", "pmi", {}),
    (strategies.audio_plan, "account.plan_subscribe", "plan_audio", {}),
    (strategies.us_datetime, "recording.list", "from", {}),
    (strategies.jpeg, "user.upload_picture", "pic_file", {}),
]


@pytest.mark.parametrize(("values", "operation", "argument", "beside"), NAMED)
def test_each_named_type_has_a_strategy_of_its_own(
    values: Callable[[], SearchStrategy[object]],
    operation: str,
    argument: str,
    beside: dict[str, object],
) -> None:
    @PROPERTIES
    @given(st.lists(values(), min_size=1, max_size=1))
    def property_(drawn: list[object]) -> None:
        value = drawn if argument == "panelists" else drawn[0]
        assert found(operation, {**call(operation, **beside), argument: value}) == set()

    property_()


def test_wrong_arguments_can_be_narrowed_down() -> None:
    @PROPERTIES
    @given(strategies.invalid_arguments("meeting.create", argument="topic", rule="max_length"))
    def property_(wrong: InvalidCall) -> None:
        assert len(str(wrong.arguments["topic"])) > 300

    property_()


def test_an_operation_that_does_not_exist_has_no_strategy() -> None:
    with pytest.raises(LookupError):
        strategies.valid_arguments("meeting.creat")
    with pytest.raises(LookupError):
        strategies.invalid_arguments("meeting")
    with pytest.raises(ValueError, match="no rule max_length of `host_id`"):
        strategies.invalid_arguments("meeting.create", argument="host_id", rule="max_length")
