"""What rules rest on: `basis` and `erratum`, beside one rule or beside all rules of a value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, TypeVar

from pydantic import Tag

from apiscribe.document.base import Text, complaint, told_apart
from apiscribe.problems import quoted

Basis = Literal["documented", "observed", "inferred"]
RuleKey = Literal[
    "choices",
    "list",
    "characters",
    "pattern",
    "min_length",
    "max_length",
    "max_chinese_words",
    "email",
    "minimum",
    "maximum",
    "exclusive_minimum",
    "exclusive_maximum",
    "multiple_of",
    "min_decimals",
    "max_decimals",
    "min_keys",
    "max_keys",
    "min_items",
    "max_items",
    "unique",
    "min_bytes",
    "max_bytes",
    "required",
    "only_for",
]
"""Keys that state a rule."""
BESIDE_VALUES = ("required", "only_for")
"""Those that are no rule of the value: a basis that names no keys is not theirs."""


def _tag(value: object) -> str:
    return "keys" if isinstance(value, dict) else "all"


BasisOf = Annotated[
    Annotated[Basis, Tag("@all")] | Annotated[dict[RuleKey, Basis], Tag("@keys")],
    told_apart(_tag),
]
ErratumOf = Annotated[
    Annotated[Text, Tag("@all")] | Annotated[dict[RuleKey, Text], Tag("@keys")],
    told_apart(_tag),
]


W = TypeVar("W", bound=str)


def said_of(said: W | dict[RuleKey, W] | None, key: str) -> W | None:
    """What `basis` or `erratum` says of the rule that a key states."""
    if isinstance(said, dict):
        return next((word for each, word in said.items() if each == key), None)
    return None if key in BESIDE_VALUES else said


def refuse_without_rule(
    name: str, said: W | dict[RuleKey, W] | None, stated: Iterable[str]
) -> None:
    """Complain about a `basis` or `erratum` that stands beside no such rule."""
    rules = set(stated)
    if isinstance(said, dict):
        for key in said:
            if key not in rules:
                raise complaint(
                    "bad-value", f"{quoted(name)} names {quoted(key)}, which is not here"
                )
    elif said is not None and not rules - set(BESIDE_VALUES):
        raise complaint("bad-value", f"{quoted(name)} stands beside no rule of the value")
