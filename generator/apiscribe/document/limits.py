"""`rate_limits.yaml`: how often what may be called, and where responses tell what is left."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, Tag

from apiscribe.document.base import (
    Document,
    HeaderName,
    Method,
    PositiveInt,
    SnakeName,
    Text,
    complaint,
    told_apart,
)
from apiscribe.document.failures import WaitUnit
from apiscribe.document.key_paths import KeyPath


class PatternDoc(Document):
    pattern: Text
    reads_as: Text


def _pattern_tag(value: object) -> str:
    return "text" if isinstance(value, str) else "pattern"


PatternEntry = Annotated[
    Annotated[Text, Tag("@text")] | Annotated[PatternDoc, Tag("@pattern")],
    told_apart(_pattern_tag),
]


class WindowDoc(Document):
    requests: PositiveInt
    seconds: PositiveInt


class PerArgumentDoc(Document):
    argument: SnakeName


def _per_tag(value: object) -> str:
    return "argument" if isinstance(value, dict) else "word"


PerEntry = Annotated[
    Annotated[Literal["key", "operation", "method"], Tag("@word")]
    | Annotated[PerArgumentDoc, Tag("@argument")],
    told_apart(_per_tag),
]


def _cost_tag(value: object) -> str:
    return "costs" if isinstance(value, dict) else "cost"


Costs = Annotated[dict[Text, PositiveInt], Field(min_length=1)]
CostEntry = Annotated[
    Annotated[PositiveInt, Tag("@cost")] | Annotated[Costs, Tag("@costs")],
    told_apart(_cost_tag),
]


class LimitGroupDoc(Document):
    requests: PositiveInt | None = None
    seconds: PositiveInt | None = None
    windows: list[WindowDoc] | None = Field(default=None, min_length=1)
    patterns: list[PatternEntry] | None = Field(default=None, min_length=1)
    operations: list[Text] | None = Field(default=None, min_length=1)
    methods: list[Method] | None = Field(default=None, min_length=1)
    default: Literal[True] | None = None
    per: PerEntry = "key"
    cost: CostEntry = 1
    told: bool = True

    def model_post_init(self, _context: object) -> None:
        if (self.requests is None) != (self.seconds is None):
            raise complaint("missing-key", "`requests` and `seconds` go together")
        if self.requests is not None and self.windows is not None:
            message = "`windows` stand instead of `requests` and `seconds`"
            raise complaint("unsuitable-key", message)

    @property
    def limits(self) -> tuple[tuple[int, int], ...]:
        """How many requests in how many seconds; none if only responses tell."""
        if self.requests is not None and self.seconds is not None:
            return ((self.requests, self.seconds),)
        return tuple((each.requests, each.seconds) for each in self.windows or ())


class _PlaceDoc(Document):
    header: HeaderName | None = None
    key: KeyPath | None = None

    def model_post_init(self, _context: object) -> None:
        if (self.header is None) == (self.key is None):
            raise complaint("missing-key", "this is told in either `key` or `header`")


class WaitDoc(_PlaceDoc):
    """Where a response says how long to wait."""

    unit: WaitUnit = Field(default="seconds", alias="as")


def _in_seconds(value: object) -> object:
    return {"header": value} if isinstance(value, str) else value


WaitEntry = Annotated[WaitDoc, BeforeValidator(_in_seconds)]
"""A header alone is one that tells seconds."""


class EverythingDoc(_PlaceDoc):
    """Where a refusal says that it is about whatever is called."""


class InBodyDoc(Document):
    key: KeyPath


def _number_tag(value: object) -> str:
    return "key" if isinstance(value, dict) else "header"


def _no_number(value: object) -> object:
    if isinstance(value, int | float):
        message = "expected the header that tells it (a number itself is the `requests` of a group)"
        raise complaint("wrong-type", message)
    return value


NumberEntry = Annotated[
    Annotated[Text, Tag("@header")] | Annotated[InBodyDoc, Tag("@key")],
    told_apart(_number_tag),
    BeforeValidator(_no_number),
]
"""A header, or a key of the body."""


class UsedDoc(Document):
    """A header with a number alone, of as many as the group's `requests`."""

    header: HeaderName
    of: Literal["requests"]


def _used_tag(value: object) -> str:
    return "counted" if isinstance(value, dict) else "header"


UsedEntry = Annotated[
    Annotated[Text, Tag("@header")] | Annotated[UsedDoc, Tag("@counted")],
    told_apart(_used_tag),
]


class ToldByDoc(Document):
    """Headers of an API's own, or keys of the body."""

    of: SnakeName | None = None
    remaining: NumberEntry | None = None
    used: UsedEntry | None = None
    reset: WaitEntry | None = None
    wait: WaitEntry | None = None
    limit: NumberEntry | None = None
    group: Text | None = None
    bucket: HeaderName | None = None
    everything: EverythingDoc | None = None

    def model_post_init(self, _context: object) -> None:
        told = [each for each in (self.remaining, self.used) if each is not None]
        if len(told) == 2 or not (told or self.wait):
            message = "responses tell what is `remaining`, what is `used`, or how long to `wait`"
            raise complaint("missing-key", message)
        if isinstance(self.used, UsedDoc) and self.limit is not None:
            message = "`limit` tells how many `used` is of, and so does `of: requests`; keep one"
            raise complaint("unsuitable-key", message)
        if isinstance(self.used, UsedDoc) and self.bucket is not None:
            message = "`bucket` names limits whose `requests` nobody knows; `used` is of them"
            raise complaint("unsuitable-key", message)
        if self.used is not None and isinstance(self.limit, InBodyDoc):
            message = "beside the header `used`, `limit` is a header, too"
            raise complaint("unsuitable-key", message)


def _told_tag(value: object) -> str:
    if isinstance(value, list):
        return "list"
    return "headers" if isinstance(value, dict) else "header"


ToldByEntry = Annotated[
    Annotated[Text, Tag("@header")]
    | Annotated[ToldByDoc, Tag("@headers")]
    | Annotated[list[ToldByDoc], Field(min_length=1), Tag("@list")],
    told_apart(_told_tag),
]


class RateLimitsDoc(Document):
    """`rate_limits.yaml`."""

    section: Text
    told_by: ToldByEntry | None = None
    groups: dict[SnakeName, LimitGroupDoc]
