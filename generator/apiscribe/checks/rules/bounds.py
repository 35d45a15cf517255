"""`bounds`: a minimum is not above its maximum.

{type: integer, minimum: 1, maximum: 31}
{type: integer, minimum: 31, maximum: 1}     # refused
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import ItemCount, Length, Range, RangeWhen
from apiscribe.problems import Problem

RULE = "bounds"
_KEYS = {Length: ("min_length", "max_length"), ItemCount: ("min_items", "max_items")}
_NUMBERS = ("minimum", "maximum")


def check(subject: Subject) -> Iterator[Problem]:
    bounded = [
        *(
            rule
            for _, rule in subject.value_rules()
            if isinstance(rule, (Range, Length, ItemCount))
        ),
        *(rule for _, rule in subject.argument_rules() if isinstance(rule, RangeWhen)),
    ]
    for rule in bounded:
        if rule.minimum is not None and rule.maximum is not None and rule.minimum > rule.maximum:
            low, high = _KEYS.get(type(rule), _NUMBERS)
            message = f"`{low}` is {rule.minimum}, which is above `{high}`, {rule.maximum}"
            yield Problem(subject.origins.at(rule, low), RULE, message)
