"""Values of unions: what is said of one that is no member."""

import pytest

from apiscribe.runtime.semantics.members import Arm, Arms
from apiscribe.runtime.validation import unions
from apiscribe.runtime.validation.violations import Found

DAY = Arm(("object",), required=("kind", "date"), known=("kind", "date", "zone"))
MOMENT = Arm(("object",), required=("kind", "dateTime"), known=("kind", "dateTime", "zone"))
SPAN = Arm(("object",), required=("start", "end"), known=("start", "end"))
TEXT = Arm(("text",))


def said_of(value, *arms):
    found: Found = []
    checks = tuple(lambda *_: None for _ in arms)
    unions.member(value, "when", found, "Day or Moment", Arms(arms), checks)
    return [(each.argument, each.rule, each.message) for each in found]


@pytest.mark.parametrize(
    ("value", "arms", "message"),
    [
        ({}, (DAY, MOMENT), "has none of `date` and `dateTime`, one of which tells what it is: "),
        ({"x": 1}, (DAY, TEXT, MOMENT, SPAN), "has none of `date`, `dateTime` and `start`, "),
        (
            {"kind": "x", "date": "d", "dateTime": None},
            (DAY, TEXT, MOMENT),
            "has both `date` and `dateTime`, each of which tells another thing: ",
        ),
        (
            {"start": 1, "end": 2, "kind": 1, "date": 3},
            (DAY, SPAN),
            "has both `kind` and `start`, ",
        ),
        (7, (DAY, MOMENT), "7 (of type int) is not "),
        ({}, (TEXT,), "{} (of type dict) is not "),
    ],
)
def test_what_no_member_is_says_what_would_be_one(value, arms, message):
    [(path, rule, text)] = said_of(value, *arms)

    assert (path, rule) == ("when", "type")
    assert text.startswith(message)
    assert text.endswith("Day or Moment")


ID = Arm(("object",), required=("id",), known=("id",))
NAMED = Arm(("object",), required=("id", "name"), known=("id", "name"))
SHOWN = Arm(("object",), required=("shape",), known=("id", "name", "shape"))


@pytest.mark.parametrize(
    ("value", "arms"),
    [
        ({"kind": "x", "date": "d", "start": 1}, (DAY, SPAN)),
        ({"id": 1, "name": "x"}, (ID, NAMED)),
        ({"id": 1, "name": "x", "shape": "y"}, (NAMED, SHOWN)),
        ("today", (DAY, TEXT, MOMENT)),
    ],
)
def test_a_member_is_one_alone(value, arms):
    assert said_of(value, *arms) == []


def test_where_a_tag_tells_keys_do_not():
    both = {"id": 1, "name": "x", "shape": "y"}
    assert Arms((ID, SHOWN)).both(0, both) is None
    assert Arms((ID, SHOWN._replace(known=("shape",)))).both(0, both)
    assert Arms((ID, SHOWN._replace(known=("shape",))), by="name").both(0, both) is None
