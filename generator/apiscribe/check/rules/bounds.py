"""`bounds`: a minimum is not above its maximum.

{type: integer, minimum: 1, maximum: 31}
{type: integer, minimum: 31, maximum: 1}     # refused
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from apiscribe.check.subject import Subject
from apiscribe.model import ItemCount, Length, Range, RangeWhen
from apiscribe.problems import Problem

RULE = "bounds"
_NUMBERS = ("minimum", "maximum")
_Bounds = Range | Length | ItemCount | RangeWhen
_KEYS: Mapping[type[_Bounds], tuple[str, str]] = {
    Range: _NUMBERS,
    Length: ("min_length", "max_length"),
    ItemCount: ("min_items", "max_items"),
}


def check(subject: Subject) -> Iterator[Problem]:
    for type_ in subject.types():
        for kind, keys in _KEYS.items():
            # Two bounds that do not rest on the same are two rules.
            bounds = [rule for rule in type_.rules if isinstance(rule, kind)]
            yield from _crossed(subject, bounds, keys)
    for _, rule in subject.argument_rules():
        if isinstance(rule, RangeWhen):
            yield from _crossed(subject, [rule], _NUMBERS)


def _crossed(
    subject: Subject, bounds: Sequence[_Bounds], keys: tuple[str, str]
) -> Iterator[Problem]:
    low, high = keys
    for below in bounds:
        for above in bounds:
            least, most = below.minimum, above.maximum
            if least is not None and most is not None and least > most:
                message = f"`{low}` is {least}, which is above `{high}`, {most}"
                yield Problem(subject.origins.at(below, low), RULE, message)
