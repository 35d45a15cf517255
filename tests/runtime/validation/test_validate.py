"""Checks of an operation and of objects: what is run, in which order, and what is said where."""

from collections.abc import Mapping

import pytest
from msgspec import UNSET, Struct, UnsetType, field, structs

from apiscribe.runtime.encoding.wire import BOOLEAN, INTEGER, TEXT, Object
from apiscribe.runtime.operation import Operation
from apiscribe.runtime.validation import messages, validate, values
from apiscribe.runtime.validation.validate import ObjectChecks, OperationChecks, check_object
from apiscribe.runtime.validation.violations import Found


def end_needs_start(given: Mapping[str, object], found: Found) -> None:
    if "end" in given and "start" not in given:
        messages.missing("start", found, "`end` is given", source="Periods")


def plan_has_hosts(given: Mapping[str, object], found: Found) -> None:
    if given.get("type") == "many" and "hosts" not in given:
        messages.missing("hosts", found, "`type` is many", severity="warning")


PLAN = ObjectChecks(
    section="Plans",
    fields={"type": values.text, "hosts": values.integer},
    required=("type",),
    rules=plan_has_hosts,
    shorthand="type",
)
SIZE = ObjectChecks(section="Sizes", fields={"width": values.integer}, required=("width",))


def plan(value: object, path: str, found: Found) -> None:
    check_object(value, path, found, PLAN)


def size(value: object, path: str, found: Found) -> None:
    check_object(value, path, found, SIZE)


def note(value: object, path: str, found: Found) -> None:
    """Nothing may be sent in place of text."""
    if value is not None:
        values.text(value, path, found)


def tags(value: object, path: str, found: Found) -> None:
    values.each(value if isinstance(value, list) else [], path, found, values.text)


CHECKS = OperationChecks(
    section="Bookings",
    fields={
        "name": values.text,
        "start": values.integer,
        "end": values.integer,
        "tags": tags,
        "note": note,
        "plan": plan,
        "size": size,
        "flag": values.boolean,
    },
    required=("name", "flag"),
    rules=end_needs_start,
)
OPERATION = Operation(
    id="booking.create",
    method="POST",
    path="/",
    effect="create",
    section="Bookings",
    arguments={
        "name": TEXT,
        "start": INTEGER,
        "end": INTEGER,
        "plan": Object({"type": TEXT, "hosts": INTEGER}, shorthand="type"),
        "size": Object({"width": INTEGER}),
        "flag": BOOLEAN,
    },
)
RIGHT = {"name": "x", "flag": True}


class Plan(Struct):
    kind: str | UnsetType = field(default=UNSET, name="type")
    hosts: int | UnsetType = UNSET


def faults(given: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(each.argument, each.rule) for each in validate.validate(CHECKS, given)]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"start": 1},
        {"start": 1, "end": 2},
        {"plan": {"type": "one"}},
        {"plan": {"type": "many", "hosts": 3}},
        {"plan": "one"},
        {"plan": Plan(kind="one")},
        {"plan": {"type": "one", "hosts": UNSET}},
        {"size": {"width": 1}},
        {"end": UNSET},
        {"note": None},
        {"nonsense": UNSET},
    ],
    ids=repr,
)
def test_nothing_is_wrong(more: Mapping[str, object]) -> None:
    assert faults({**RIGHT, **more}) == []


def test_no_rules_and_nothing_required() -> None:
    bare = OperationChecks(section="Lists", fields={"page": values.integer})

    assert validate.validate(bare, {}) == []
    (found,) = validate.validate(bare, {"page": "x"})
    assert (found.argument, found.source) == ("page", "Lists")


def glance_at_name(given: Mapping[str, object]) -> int:
    return 1 if given.get("name") == "x" and "flag" in given else validate.UNDECIDED


GLANCED = OperationChecks(
    section="Bookings",
    fields={**CHECKS.fields, "name": tags},
    required=CHECKS.required,
    rules=end_needs_start,
    fast_path=glance_at_name,
    fast_path_arguments=frozenset(("name",)),
)


def test_what_a_glance_found_right_is_not_checked_again() -> None:
    def refuse(value: object, path: str, found: Found) -> None:
        messages.wrong_type(value, path, found, "looked at once")

    strict = structs.replace(GLANCED, fields={"name": refuse, "flag": values.boolean})

    assert validate.validate(strict, {"name": "x", "flag": True}) == []
    assert len(validate.validate(strict, {"name": "y", "flag": True})) == 1


def test_a_doubt_is_looked_into_and_may_be_nothing() -> None:
    assert validate.validate(GLANCED, {"name": ["y"], "flag": True}) == []
    assert validate.validate(GLANCED, {"name": "x", "flag": True, "end": UNSET}) == []


def test_what_a_glance_did_not_look_at_is_checked() -> None:
    for wrong in ({"flag": 1}, {"start": "1"}, {"stranger": 1}):
        (found,) = validate.validate(GLANCED, {"name": "x", "flag": True, **wrong})
        assert found.argument in wrong


def test_a_glance_that_takes_in_everything_ends_it() -> None:
    alone = structs.replace(GLANCED, fields={}, required=("never",), fast_path=len)

    assert validate.validate(alone, {"name": "x"}) == []


def test_what_takes_none_does_not_take_all_violations() -> None:
    bare = OperationChecks(section="Lists", fields={"note": note})

    assert validate.validate(bare, {"note": None}) == []
    assert [each.rule for each in validate.validate(bare, {"note": 5})] == ["type"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [("name", "required"), ("flag", "required")]),
        ({"name": "x"}, [("flag", "required")]),
        ({"name": UNSET, "flag": True}, [("name", "required")]),
        ({**RIGHT, "name": None}, [("name", "type")]),
        ({**RIGHT, "end": 2}, [("start", "required")]),
        ({**RIGHT, "end": 2, "start": UNSET}, [("start", "required")]),
        ({**RIGHT, "end": "x"}, [("start", "required"), ("end", "type")]),
        ({**RIGHT, "stranger": 1}, [("stranger", "unknown_argument")]),
        (
            {"stranger": 1},
            [("name", "required"), ("flag", "required"), ("stranger", "unknown_argument")],
        ),
        (
            {"flag": 1, "end": "x", "start": "y", "name": 2},
            [(n, "type") for n in ("name", "start", "end", "flag")],
        ),
        ({**RIGHT, "note": 5}, [("note", "type")]),
        ({**RIGHT, "note": 5, "tags": ["x", 1]}, [("tags[1]", "type"), ("note", "type")]),
        ({**RIGHT, "plan": {"hosts": UNSET, "type": 1}}, [("plan.type", "type")]),
        ({**RIGHT, "size": 5}, [("size", "type")]),
        ({**RIGHT, "size": "x"}, [("size", "type")]),
        ({**RIGHT, "size": None}, [("size", "type")]),
        ({**RIGHT, "size": {}}, [("size.width", "required")]),
        ({**RIGHT, "size": {"width": UNSET}}, [("size.width", "required")]),
        ({**RIGHT, "size": {"width": None}}, [("size.width", "type")]),
        ({**RIGHT, "size": {"width": 1, "depth": 2}}, [("size.depth", "unknown_argument")]),
        ({**RIGHT, "plan": True}, [("plan", "type")]),
        ({**RIGHT, "plan": None}, [("plan", "type")]),
        ({**RIGHT, "plan": 1.5}, [("plan", "type")]),
        ({**RIGHT, "plan": ["one"]}, [("plan", "type")]),
        ({**RIGHT, "plan": 5}, [("plan.type", "type")]),
        ({**RIGHT, "plan": Plan()}, [("plan.type", "required")]),
        (
            {**RIGHT, "plan": {"type": 1, "hosts": "x"}},
            [("plan.type", "type"), ("plan.hosts", "type")],
        ),
        ({**RIGHT, "plan": {"type": "many"}}, [("plan.hosts", "required")]),
        ({**RIGHT, "plan": "many"}, [("plan.hosts", "required")]),
        (
            {**RIGHT, "size": {}, "plan": {}, "start": "x"},
            [("start", "type"), ("plan.type", "required"), ("size.width", "required")],
        ),
    ],
    ids=repr,
)
def test_everything_that_is_wrong_in_the_order_of_the_arguments(
    given: Mapping[str, object], expected: list[tuple[str, str]]
) -> None:
    assert faults(given) == expected


def test_each_violation_names_the_section_that_states_it() -> None:
    given = {"flag": True, "end": 2, "plan": {"type": "many", "x": 1}, "size": {}, "stranger": 1}

    found = validate.validate(CHECKS, given)

    assert [(each.argument, each.source) for each in found] == [
        ("name", "Bookings"),
        ("start", "Periods"),
        ("plan.x", "Plans"),
        ("plan.hosts", "Plans"),
        ("size.width", "Sizes"),
        ("stranger", "Bookings"),
    ]


def test_severities_are_kept() -> None:
    given = {**RIGHT, "plan": "many", "stranger": 1, "start": "x"}

    assert [each.severity for each in validate.validate(CHECKS, given)] == [
        "error",
        "warning",
        "warning",
    ]


def test_an_unknown_field_is_compared_with_the_fields_beside_it() -> None:
    (found,) = validate.validate(CHECKS, {**RIGHT, "plan": {"type": "one", "host": 1}})

    assert found.message == "is not known and will be ignored; did you mean `hosts`?"


def test_what_an_object_has_to_be_is_said() -> None:
    (found,) = validate.validate(CHECKS, {**RIGHT, "size": 5})

    assert found.message == "5 (of type int) is not an object"


def test_arguments_are_left_as_they_were() -> None:
    given = {"plan": {"type": 1}, "end": UNSET, "stranger": 1}

    validate.validate(CHECKS, given)

    assert given == {"plan": {"type": 1}, "end": UNSET, "stranger": 1}


def form_faults(form: Mapping[str, str]) -> list[tuple[str, str]]:
    found = validate.validate_form(CHECKS, OPERATION, form)
    return [(each.argument, each.rule) for each in found]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"name": "x", "flag": "true"}, []),
        ({"name": "x", "flag": "true", "start": "1", "end": "2"}, []),
        ({"name": "x", "flag": "true", "plan": '{"type":"many","hosts":3}'}, []),
        ({"name": "x", "flag": "true", "plan[type]": "many", "plan[hosts]": "3"}, []),
        ({"name": "x", "flag": "true", "plan": "one"}, []),
        ({"name": "x", "flag": "1"}, [("flag", "type")]),
        ({"name": "x", "flag": "true", "start": "1.5"}, [("start", "type")]),
        (
            {"name": "x", "flag": "true", "plan[hosts]": "x"},
            [("plan.hosts", "type"), ("plan.type", "required")],
        ),
        ({"name": "x", "flag": "true", "size": "[1]"}, [("size", "type")]),
        ({"name": "x", "flag": "true", "stranger": "1"}, [("stranger", "unknown_argument")]),
        ({"name": "x", "flag": "true", "stranger[a]": "1"}, [("stranger", "unknown_argument")]),
        ({}, [("name", "required"), ("flag", "required")]),
    ],
    ids=repr,
)
def test_a_form_is_read_and_then_checked_alike(
    form: Mapping[str, str], expected: list[tuple[str, str]]
) -> None:
    assert form_faults(form) == expected


def test_contradicting_names_are_told_alone() -> None:
    (found,) = validate.validate_form(CHECKS, OPERATION, {"plan": "one", "plan[type]": "one"})

    assert (found.rule, found.severity, found.source) == ("form", "error", "Bookings")
    assert found.argument == "plan[type]"
    assert found.message.startswith("plan[type]: ")


def test_the_values_that_a_form_stands_for() -> None:
    form = {"name": "1", "start": "1", "flag": "true", "plan[hosts]": "2", "stranger": "1"}

    assert validate.parse_form(OPERATION, form) == {
        "name": "1",
        "start": 1,
        "flag": True,
        "plan": {"hosts": 2},
        "stranger": "1",
    }
