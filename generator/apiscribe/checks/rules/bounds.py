"""`bounds`: a minimum is not above its maximum, and both are whole numbers of 64 bits.

{type: integer, minimum: 1, maximum: 31}
{type: integer, minimum: 31, maximum: 1}               # refused
{type: integer, maximum: 99999999999999999999}         # refused: no value can be so large
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.fits import BEYOND_64_BITS
from apiscribe.checks.subject import Subject
from apiscribe.model import ItemCount, Length, Range, RangeWhen
from apiscribe.problems import Problem, quoted
from apiscribe.runtime.semantics.predicates import is_whole

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
        low, high = _KEYS.get(type(rule), _NUMBERS)
        for key, bound in ((low, rule.minimum), (high, rule.maximum)):
            if bound is not None and not is_whole(bound):
                message = f"`{key}` is {quoted(bound)}, which {BEYOND_64_BITS}"
                yield Problem(subject.origins.at(rule, key), RULE, message)
        if rule.minimum is not None and rule.maximum is not None and rule.minimum > rule.maximum:
            message = f"`{low}` is {rule.minimum}, which is above `{high}`, {rule.maximum}"
            yield Problem(subject.origins.at(rule, low), RULE, message)
