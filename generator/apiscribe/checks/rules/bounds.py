"""`bounds`: a minimum is not above its maximum.

{type: integer, minimum: 1, maximum: 31}
{type: integer, minimum: 31, maximum: 1}               # refused
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from apiscribe.checks.subject import Subject
from apiscribe.model import (
    Between,
    Decimals,
    DurationType,
    IntegerType,
    ItemCount,
    KeyCount,
    Length,
    MultipleOf,
    Range,
    RangeWhen,
    Utf8Size,
    ValueType,
)
from apiscribe.problems import Problem, enumerated, quoted
from apiscribe.runtime.semantics.durations import UNITS

RULE = "bounds"
_NUMBERS = ("minimum", "maximum")
_Bounds = Range | Between | Length | Utf8Size | ItemCount | Decimals | KeyCount | RangeWhen
_KEYS: Mapping[type[_Bounds], tuple[str, str]] = {
    Range: _NUMBERS,
    Between: ("exclusive_minimum", "exclusive_maximum"),
    Decimals: ("min_decimals", "max_decimals"),
    KeyCount: ("min_keys", "max_keys"),
    Length: ("min_length", "max_length"),
    Utf8Size: ("min_bytes", "max_bytes"),
    ItemCount: ("min_items", "max_items"),
}


def check(subject: Subject) -> Iterator[Problem]:
    for type_ in subject.types:
        for kind, keys in _KEYS.items():
            # Two bounds that do not rest on the same are two rules.
            yield from _wrong(subject, [r for r in type_.rules if isinstance(r, kind)], keys)
        if isinstance(type_, DurationType):
            yield from _unmeasured(subject, type_)
        if isinstance(type_, IntegerType | DurationType):
            yield from _fractions(subject, type_)
        yield from _nothing_between(subject, type_)
    for _, rule in subject.argument_rules():
        if isinstance(rule, RangeWhen):
            yield from _wrong(subject, [rule], _NUMBERS)


def _unmeasured(subject: Subject, of: DurationType) -> Iterator[Problem]:
    for rule in of.rules:
        if len(of.formats) > 1 or of.formats[0] not in UNITS:
            message = "a duration has bounds where its one format is a number: "
            message += enumerated(UNITS)
            yield Problem(subject.origins.at(rule), RULE, message)


def _fractions(subject: Subject, of: ValueType) -> Iterator[Problem]:
    """Bounds of whole numbers are whole."""
    for rule in of.rules:
        stated: list[tuple[str, float | None]] = []
        if isinstance(rule, MultipleOf):
            stated = [("multiple_of", rule.step)]
        elif isinstance(rule, Range | Between):
            low, high = _KEYS[type(rule)]
            stated = [(low, rule.minimum), (high, rule.maximum)]
        for key, bound in stated:
            if isinstance(bound, float):
                message = f"`{key}` is {quoted(bound)}, and values here are whole numbers"
                yield Problem(subject.origins.at(rule, key), RULE, message)


def _nothing_between(subject: Subject, of: ValueType) -> Iterator[Problem]:
    """A bound that is not included leaves no value at another one."""
    for rule in of.rules:
        if not isinstance(rule, Between):
            continue
        others = [each for each in of.rules if isinstance(each, Range | Between)]
        for each in others:
            for low, high in ((rule.minimum, each.maximum), (each.minimum, rule.maximum)):
                if low is not None and high is not None and low >= high:
                    message = f"no value is more than {low} and less than {high}"
                    yield Problem(subject.origins.at(rule), RULE, message)


def _wrong(subject: Subject, bounds: Sequence[_Bounds], keys: tuple[str, str]) -> Iterator[Problem]:
    low, high = keys
    for below in bounds:
        for above in bounds:
            least, most = below.minimum, above.maximum
            if least is not None and most is not None and least > most:
                message = f"`{low}` is {least}, which is above `{high}`, {most}"
                yield Problem(subject.origins.at(below, low), RULE, message)
