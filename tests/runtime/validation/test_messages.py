"""What a broken rule says: what was given, what is allowed, what was probably meant."""

from collections.abc import Callable
from functools import partial

import pytest
from msgspec import structs

from apiscribe.runtime.validation import messages, passed_over
from apiscribe.runtime.validation.showing import show
from apiscribe.runtime.validation.violations import Found, Violation
from tests.runtime.shown import shown
from tests.runtime.validation.documented_messages import MESSAGES, SECRET, STATES


def said(report: Callable[..., None], *given: object, **options: object) -> Violation:
    """The one violation that a report adds, for a value at `it`."""
    found: Found = []
    report(*given, found=found, **options)
    (violation,) = found
    return violation


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a", "'a'"),
        ("", "''"),
        (1, "1"),
        ("é", "'é'"),
        ("a\nb", "'a\\nb'"),
        ("é\u202e", "'\\xe9\\u202e'"),
        (["é"], "['é']"),
        (["x" * 30, b"x", None, 1.5], f"['{'x' * 16}..., <bytes>, None, 1.5]"),
        ([1, [2], {}, (), {"a": 1}], "[1, [...], {}, [], {...}]"),
        (
            {"name": "Rex", 5: "five", "Api-Key": "hush"},
            "{'name': 'Rex', 5: 'five', 'Api-Key': ***}",
        ),
        ([*range(100)], f"[{', '.join(map(str, range(26)))}, ...]"),
        ("x" * 38, f"'{'x' * 38}'"),
        ("x" * 39, f"'{'x' * 36}..."),
        ("x" * 10**6, f"'{'x' * 36}..."),
        (10**50, f"1{'0' * 36}..."),
        (10**5000, "a number of thousands of digits"),
    ],
    ids=lambda value: shown(value)[:60],
)
def test_a_value_is_shown_short_and_printable(value: object, expected: str) -> None:
    assert show(value) == expected
    assert show(value, secret=True) == "the value given"


def test_a_number_inside_of_a_list_may_be_of_any_length() -> None:
    assert show([10**5000]) == "[a number of thousands of digits]"


def test_a_violation_holds_what_it_is_told() -> None:
    found: Found = []

    messages.add(found, "it", "rule", "message")
    messages.add(found, "it", "rule", "message", "warning", "Section")

    plain = Violation(argument="it", rule="rule", message="message")
    full = Violation(
        argument="it", rule="rule", message="message", severity="warning", source="Section"
    )
    assert found == [plain, full]
    assert (plain.severity, plain.source) == ("error", "")
    assert [str(each) for each in found] == ["it: message", "it: message [Section]"]


@pytest.mark.parametrize(
    ("rests_on", "shown"),
    [
        ({}, "it: message [Section]"),
        ({"basis": "inferred"}, "it: message [Section; inferred]"),
        ({"basis": "observed", "erratum": "e-1"}, "it: message [Section; observed, erratum e-1]"),
        ({"erratum": "e-1"}, "it: message [Section; erratum e-1]"),
    ],
)
def test_a_violation_shows_what_its_rule_rests_on(rests_on: dict[str, str], shown: str) -> None:
    found: Found = []
    messages.add(found, "it", "rule", "message", source="Section")

    assert (found[0].basis, found[0].erratum) == ("documented", "")
    assert str(structs.replace(found[0], **rests_on)) == shown


def test_what_rules_rest_on_is_said_of_the_latest_violations() -> None:
    found: Found = []
    for path in "abcd":
        messages.add(found, path, "rule", "message")

    messages.rests_on(found, "observed", "e-1")
    messages.rests_on(found, "inferred", "e-2", since=4)
    messages.rests_on(found, "inferred", since=2)

    assert [(each.argument, each.basis, each.erratum) for each in found] == [
        ("a", "documented", ""),
        ("b", "documented", ""),
        ("c", "inferred", ""),
        ("d", "inferred", ""),
    ]


@pytest.mark.parametrize(
    ("report", "rule", "message"), MESSAGES, ids=[str(place) for place in range(len(MESSAGES))]
)
def test_messages(report: Callable[..., None], rule: str, message: str) -> None:
    violation = said(report)

    assert (violation.argument, violation.rule, violation.message) == ("it", rule, message)
    assert violation.severity == "error"
    assert violation.source == ""
    assert SECRET not in violation.message


@pytest.mark.parametrize(
    "report",
    [
        partial(messages.missing, "it", because="b"),
        partial(messages.not_listed, "?", "it", lists={"states": STATES}, because="b"),
        partial(messages.too_small, 0, "it", least=1, because="b"),
        partial(messages.too_large, 9, "it", most=1, because="b"),
        partial(messages.none_given, ("it", "b")),
        partial(messages.several_given, ("b", "it")),
        partial(messages.ignored, "it", because="b"),
        partial(messages.not_applicable, "it", unless="b"),
        partial(messages.out_of_order, "b", "it"),
    ],
    ids=lambda report: report.func.__name__,
)
def test_a_rule_between_arguments_has_a_severity_and_a_section(report: Callable[..., None]) -> None:
    violation = said(report, severity="warning", source="Section")

    assert (violation.severity, violation.source) == ("warning", "Section")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("emial", "; did you mean `email`?"),
        ("some.longer.plan.hostss", "; did you mean `hosts`?"),
        ("zzz", ""),
    ],
)
def test_an_unknown_argument_is_a_warning_with_the_nearest_name(name: str, hint: str) -> None:
    violation = said(partial(passed_over.unknown, name, names=["email", "hosts"]))

    assert violation.argument == name
    assert (violation.rule, violation.severity) == ("unknown_argument", "warning")
    assert violation.message == f"is not known and will be ignored{hint}"


def test_what_is_only_a_little_alike_is_no_hint_for_an_id() -> None:
    timezones = {"Europe/Berlin": "Berlin", "Asia/Tokyo": "Tokyo"}
    ask = partial(messages.not_listed, path="it", lists={"timezones": timezones})

    assert "'Europe/Berlin' (Berlin)?" in said(ask, "Europe/Belrin").message
    assert "'Europe/Berlin' (Berlin)?" in said(ask, "BERLIN").message
    assert "did you mean" not in said(ask, "Europe/Paris").message
