"""Rules of the ledger's values: what is refused, and where."""

from decimal import Decimal

import pytest


@pytest.fixture
def refused(ledger_v3):
    """What is wrong with arguments: argument, rule and message of each."""

    def violations(**arguments):
        given = {"amount": 1, **arguments}
        found = ledger_v3.validators.validate("entry.create", given)
        return [(each.argument, each.rule, each.message) for each in found]

    return violations


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        ({"open_to": "all"}, []),
        ({"closed_by": None, "open_to": "all"}, []),
        ({"closed_by": "Ada"}, [("closed_for", "required")]),
        ({"closed_by": "", "closed_for": "x"}, []),
        ({"closed_by": "Ada", "closed_for": "x", "open_to": "all"}, [("open_to", "applies_when")]),
    ],
)
def test_null_is_told_from_a_value(refused, arguments, rules):
    assert [each[:2] for each in refused(**arguments)] == rules


@pytest.mark.parametrize(
    ("name", "value", "rule", "message"),
    [
        (
            "amount",
            0.1,
            "type",
            "0.1 is not a decimal: a Decimal, a whole number, or its digits as text; a float",
        ),
        ("amount", "1e5", "type", "'1e5' is not a decimal"),
        ("amount", Decimal("NaN"), "type", "NaN is not a decimal"),
        ("amount", True, "type", "True is not a decimal"),
        ("amount", 0, "exclusive_minimum", "0 is not more than 0, as it has to be"),
        ("amount", Decimal(1000000000000), "maximum", "is more than 999999999999.99"),
        ("amount", "0.001", "max_decimals", "'0.001' has more than 2 digits after the point"),
        ("rate", Decimal("0.45"), "minimum", "0.45 is less than 0.5"),
        ("rate", Decimal("0.51"), "multiple_of", "0.51 is not a multiple of 0.05"),
        ("rate", 1, "min_decimals", "1 has less than 1 digits after the point"),
        ("paid", "yes", "type", "'yes' is not true or false"),
        ("hidden", 1, "type", "is not true or false"),
        ("place", (1, 2, 3), "type", "is not a list of 2"),
        ("place", "1,2", "type", "is not a list of 2"),
        ("seal", "AP+", "type", "'AP+' is neither bytes nor text in base64"),
        ("seal", bytes(33), "max_bytes", "has 33 bytes; at most 32 are allowed"),
        ("reason", "", "min_bytes", "'' has 0 bytes in UTF-8; at least 1 are needed"),
        ("reason", "é" * 33, "max_bytes", "has 66 bytes in UTF-8; at most 64 are allowed"),
        ("tags", [], "min_items", "has 0 items"),
        ("rating", 4.6, "multiple_of", "4.6 is not a multiple of 0.5"),
        ("rating", 5.5, "exclusive_maximum", "5.5 is not less than 5.5"),
        ("rating", 0.4, "minimum", "0.4 is less than 0.5"),
        ("steps", 7, "multiple_of", "7 is not a multiple of 5"),
        ("steps", 100, "exclusive_maximum", "100 is not less than 100"),
        ("metadata", {f"k{'x' * n}": "" for n in range(51)}, "max_keys", "has 51 keys; at most 50"),
    ],
)
def test_what_cannot_be_written_is_refused(refused, name, value, rule, message):
    found = {(argument, rule): said for argument, rule, said in refused(**{name: value})}

    assert message in found[name, rule]


@pytest.mark.parametrize(
    ("name", "value", "argument", "rule", "message"),
    [
        ("place", (91, 0), "place[0]", "maximum", "91 is more than 90"),
        ("place", (0, -180.5), "place[1]", "exclusive_minimum", "-180.5 is not more than -180.5"),
        ("stamp", ("ann", "noon", 1), "stamp[1]", "date", "'noon' is no date"),
        ("tags", ["red|blue"], "tags[0]", "separated", "holds a pipe, which would make two items"),
        ("tags", "red|green", "tags[1]", "choices", "'green' is not one of 'red', 'blue'"),
        ("days", ["2012-02-30"], "days[0]", "date", "is no date that exists"),
        ("metadata", {"x" * 41: ""}, f"metadata.{'x' * 41}", "max_length", "the key 'xxx"),
        ("metadata", {"A": ""}, "metadata.A", "pattern", "the key 'A' does not match [a-z_]+"),
        (
            "metadata",
            {"a": "x" * 501},
            "metadata.a",
            "max_length",
            "has 501 characters; at most 500",
        ),
    ],
)
def test_parts_are_refused_where_they_stand(refused, name, value, argument, rule, message):
    ((found, broken, said),) = refused(**{name: value})

    assert (found, broken) == (argument, rule)
    assert message in said


def test_blanks_hold_no_empty_item(ledger_v3):
    (found,) = ledger_v3.validators.validate("entry.search", {"scope": ["read", ""]})

    assert (found.argument, found.rule) == ("scope[1]", "separated")


@pytest.mark.parametrize(
    ("operation", "name", "rule"),
    [("entry.search", "tags", "separated"), ("entry.change", "tags", "csv")],
)
def test_an_empty_item_is_not_alone(ledger_v3, operation, name, rule):
    given = {"id": "1", name: [""]}
    found = ledger_v3.validators.validate(operation, given)

    assert [(each.argument, each.rule) for each in found if name in each.argument] == [
        (f"{name}[0]", rule)
    ]
    given[name] = ["", "a"]
    found = ledger_v3.validators.validate(operation, given)
    assert not [each for each in found if name in each.argument]


def test_a_map_of_a_form_has_a_key(ledger_v3):
    found = ledger_v3.validators.validate("entry.change", {"id": "1", "metadata": {}})

    assert ("metadata", "min_keys") in [(each.argument, each.rule) for each in found]


def test_a_condition_is_about_true_and_not_its_word(refused):
    assert [rule for _, rule, _ in refused(hidden=True)] == ["required"]
    assert refused(hidden=False) == []
