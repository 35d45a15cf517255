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
from apiscribe.resolve.facets import Facets
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins

R = TypeVar("R", bound=ValueRule)


def value_rules(said: Facets, names: Names, origins: Origins) -> tuple[ValueRule, ...]:
    """All rules of a type, in one order whatever the order of the keys."""
    listed = said.get("member_of")
    if listed is not None and not names.has("lists", listed.value, listed.place.position):
        said = Facets({name: facet for name, facet in said.items() if facet is not listed})
    return tuple(_rules(said, origins))


def _rules(said: Facets, origins: Origins) -> Iterator[ValueRule]:
    def noted(rule: R, *keys: str) -> R:
        facets = Facets({key: said[key] for key in keys if key in said})
        return origins.note(rule, next(iter(facets.values())).place, facets.places())

    if "choices" in said:
        yield noted(_choices(said.said("choices")), "choices")
    for key, build in _SINGLE.items():
        if key in said:
            yield noted(build(said.said(key)), key)
    for low, high, bounds in _BOUNDS:
        if low in said or high in said:
            yield noted(bounds(minimum=said.said(low), maximum=said.said(high)), low, high)
    if unique := said.said("unique"):
        yield noted(UniqueItems(by=unique if isinstance(unique, str) else None), "unique")
    if said.said("email"):
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
