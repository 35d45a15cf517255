"""The rules that a single value keeps, from the keys beside its type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from apiscribe.document.types import ChoiceDoc
from apiscribe.model import (
    Between,
    Characters,
    Choice,
    Choices,
    CjkWords,
    Decimals,
    Email,
    FileSize,
    Ground,
    ItemCount,
    KeyCount,
    Length,
    MemberOf,
    MultipleOf,
    Pattern,
    Range,
    UniqueItems,
    Utf8Size,
    ValueRule,
)
from apiscribe.resolve.attributes import Attributes
from apiscribe.resolve.deprecation import deprecation
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins

R = TypeVar("R", bound=ValueRule)


def value_rules(
    kind: str, attributes: Attributes, names: Names, origins: Origins
) -> tuple[ValueRule, ...]:
    """All rules of a type of this kind, in one order whatever the order of the keys."""
    listed = attributes.get("member_of")
    if listed is not None and not names.has("lists", listed.value, listed.place.position):
        attributes = Attributes(
            {name: attribute for name, attribute in attributes.items() if attribute is not listed}
        )
    return tuple(_rules(kind, attributes, origins))


def _rules(kind: str, attributes: Attributes, origins: Origins) -> Iterator[ValueRule]:
    def noted(rule: R, *keys: str) -> R:
        own = Attributes({key: attributes[key] for key in keys if key in attributes})
        first = next(iter(own.values()))
        return origins.note(rule, first.place, own.places() | {"erratum": first.erratum_place})

    if "choices" in attributes:
        closed = bool(attributes.value("closed"))
        choices = _choices(attributes.value("choices"), attributes["choices"].ground, closed)
        yield noted(choices, "choices")
    sized = kind == "text"
    for key, build in _SINGLE.items():
        if key in attributes and not (sized and key == "max_bytes"):
            yield noted(build(attributes.value(key), attributes[key].ground), key)
    for low, high, bounds in (*_BOUNDS, *([_IN_UTF8] if sized else [])):
        for keys in _resting_alike(attributes, low, high):
            least, most = (attributes.value(key) if key in keys else None for key in (low, high))
            ground = attributes[keys[0]].ground
            yield noted(bounds(minimum=least, maximum=most, ground=ground), *keys)
    if unique := attributes.value("unique"):
        by = unique if isinstance(unique, str) else None
        yield noted(UniqueItems(by=by, ground=attributes["unique"].ground), "unique")
    if attributes.value("email"):
        yield noted(Email(ground=attributes["email"].ground), "email")


def _resting_alike(attributes: Attributes, low: str, high: str) -> list[tuple[str, ...]]:
    """The bounds that are there: two that rest on the same are one rule, others are two."""
    given = tuple(key for key in (low, high) if key in attributes)
    if len({attributes[key].ground for key in given}) == 1:
        return [given]
    return [(key,) for key in given]


_SINGLE: dict[str, Callable[[Any, Ground], ValueRule]] = {
    "member_of": lambda name, ground: MemberOf(list=name, ground=ground),
    "characters": lambda allowed, ground: Characters(allowed=allowed, ground=ground),
    "pattern": lambda pattern, ground: Pattern(pattern=pattern, ground=ground),
    "max_chinese_words": lambda maximum, ground: CjkWords(maximum=maximum, ground=ground),
    "multiple_of": lambda step, ground: MultipleOf(step=step, ground=ground),
    "max_bytes": lambda maximum, ground: FileSize(maximum=maximum, ground=ground),
}
_BOUNDS: tuple[tuple[str, str, Callable[..., ValueRule]], ...] = (
    ("min_length", "max_length", Length),
    ("minimum", "maximum", Range),
    ("exclusive_minimum", "exclusive_maximum", Between),
    ("min_decimals", "max_decimals", Decimals),
    ("min_keys", "max_keys", KeyCount),
    ("min_items", "max_items", ItemCount),
)
_IN_UTF8 = ("min_bytes", "max_bytes", Utf8Size)
"""Of text; `max_bytes` of anything else is of what the text stands for."""


_Written = list[str | int] | dict[str | int, str | ChoiceDoc]


def _choices(written: _Written, ground: Ground, closed: bool) -> Choices:
    said = written.items() if isinstance(written, dict) else ((value, None) for value in written)
    return Choices(choices=tuple(_choice(*each) for each in said), closed=closed, ground=ground)


def _choice(value: str | int, said: str | ChoiceDoc | None) -> Choice:
    if isinstance(said, ChoiceDoc):
        deprecated = deprecation(said.deprecated)
        return Choice(value=value, doc=said.doc, name=said.name, deprecated=deprecated)
    return Choice(value=value, doc=said)
