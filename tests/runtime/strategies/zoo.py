"""Arguments of every sort, for rules to be about."""

from generator.runtime.strategies.kind import BOOLEAN, Kind
from generator.runtime.strategies.members import Members, Object
from generator.runtime.strategies.moments import Date
from generator.runtime.strategies.numbers import INTEGER, Integer
from generator.runtime.strategies.rules import Rule
from generator.runtime.strategies.text import TEXT

KIND = Integer(choices=(1, 2, 3))
PLAN = Object(Members(fields={"type": TEXT, "hosts": INTEGER}, required=("type",)), "type")
FIELDS: dict[str, Kind[object]] = {
    "kind": KIND,
    "a": TEXT,
    "b": TEXT,
    "c": TEXT,
    "flag": BOOLEAN,
    "count": Integer(minimum=1),
    "low": Integer(minimum=0, maximum=9),
    "high": Integer(minimum=0, maximum=9),
    "from": Date(formats=("date",)),
    "to": Date(formats=("date",)),
    "plan": PLAN,
}


def members(*rules: Rule, required: tuple[str, ...] = ()) -> Members:
    return Members(fields=FIELDS, required=required, rules=rules)
