"""The rules that a single value keeps, from the keys beside its type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from apiscribe.model import (
    Characters,
    Choice,
    Choices,
    CjkWords,
    Email,
    ItemCount,
    Length,
    MemberOf,
    Pattern,
    Range,
    UniqueItems,
    ValueRule,
)
from apiscribe.resolve.attributes import Attributes
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins

R = TypeVar("R", bound=ValueRule)


def value_rules(attributes: Attributes, names: Names, origins: Origins) -> tuple[ValueRule, ...]:
    """All rules of a type, in one order whatever the order of the keys."""
    listed = attributes.get("member_of")
    if listed is not None and not names.has("lists", listed.value, listed.place.position):
        attributes = Attributes(
            {name: attribute for name, attribute in attributes.items() if attribute is not listed}
        )
    return tuple(_rules(attributes, origins))


def _rules(attributes: Attributes, origins: Origins) -> Iterator[ValueRule]:
    def noted(rule: R, *keys: str) -> R:
        own = Attributes({key: attributes[key] for key in keys if key in attributes})
        return origins.note(rule, next(iter(own.values())).place, own.places())

    if "choices" in attributes:
        yield noted(_choices(attributes.value("choices")), "choices")
    for key, build in _SINGLE.items():
        if key in attributes:
            yield noted(build(attributes.value(key)), key)
    for low, high, bounds in _BOUNDS:
        if low in attributes or high in attributes:
            yield noted(
                bounds(minimum=attributes.value(low), maximum=attributes.value(high)),
                low,
                high,
            )
    if unique := attributes.value("unique"):
        yield noted(UniqueItems(by=unique if isinstance(unique, str) else None), "unique")
    if attributes.value("email"):
        yield noted(Email(), "email")


_SINGLE: dict[str, Callable[..., ValueRule]] = {
    "member_of": lambda name: MemberOf(list=name),
    "characters": lambda allowed: Characters(allowed=allowed),
    "pattern": lambda pattern: Pattern(pattern=pattern),
    "max_chinese_words": lambda maximum: CjkWords(maximum=maximum),
}
_BOUNDS: tuple[tuple[str, str, Callable[..., ValueRule]], ...] = (
    ("min_length", "max_length", Length),
    ("minimum", "maximum", Range),
    ("min_items", "max_items", ItemCount),
)


def _choices(written: list[str | int] | dict[str | int, str]) -> Choices:
    if isinstance(written, dict):
        return Choices(choices=tuple(Choice(value=v, doc=doc) for v, doc in written.items()))
    return Choices(choices=tuple(Choice(value=value) for value in written))
