"""Arguments of every sort, for rules to be about."""

from apiscribe.runtime.strategies.dates import Date
from apiscribe.runtime.strategies.domain import BOOLEAN, Domain, Nullable
from apiscribe.runtime.strategies.members import Members, Object
from apiscribe.runtime.strategies.numbers import INTEGER, Integer
from apiscribe.runtime.strategies.rules import Rule
from apiscribe.runtime.strategies.text import TEXT

KIND = Integer(choices=(1, 2, 3))
PLAN = Object(Members(fields={"type": TEXT, "hosts": INTEGER}, required=("type",)), "type")
FIELDS: dict[str, Domain[object]] = {
    "domain": KIND,
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
    "until": Nullable(TEXT),
}


def members(*rules: Rule, required: tuple[str, ...] = ()) -> Members:
    return Members(fields=FIELDS, required=required, rules=rules)
