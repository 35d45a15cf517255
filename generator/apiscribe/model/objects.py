"""Object types, and lists of ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from apiscribe.model.rules import ArgumentRule
from apiscribe.model.values import Field


class ObjectType(Struct, frozen=True, kw_only=True):
    name: str
    module: str
    """The file under `types/` that declares it, which names its module too."""
    doc: str
    fields: tuple[Field, ...]
    rules: tuple[ArgumentRule, ...] = ()
    section: str | None = None
    shorthand: str | None = None
    """The field for which a bare scalar stands in place of the whole object."""
    part_of: str = ""
    """The object that it is where callers say which fields there are."""
    used_in: frozenset[Literal["request", "response"]] = frozenset()

    @property
    def in_requests(self) -> bool:
        return "request" in self.used_in

    @property
    def in_responses(self) -> bool:
        return "response" in self.used_in

    def field(self, name: str) -> Field:
        return next(f for f in self.fields if f.name == name)

    @property
    def always_required(self) -> tuple[str, ...]:
        """The keys that are always there."""
        return tuple(f.wire_name for f in self.fields if f.required and f.goes_both_ways)

    @property
    def request_fields(self) -> tuple[Field, ...]:
        """Those that a request may hold."""
        return tuple(field for field in self.fields if not field.readonly)

    @property
    def response_fields(self) -> tuple[Field, ...]:
        """Those that a response may hold."""
        return tuple(field for field in self.fields if not field.writeonly)

    @property
    def is_whole(self) -> bool:
        """Whether it stands for a whole response, with its headers, and not for a part of one."""
        return any(field.header or field.whole_body for field in self.fields)

    @property
    def header_fields(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.header)

    @property
    def needs_headers(self) -> bool:
        """Whether something stands in a header that is always there."""
        return any(field.required and not field.is_open for field in self.header_fields)

    @property
    def body_fields(self) -> tuple[Field, ...]:
        """Those that the body has, or is."""
        return tuple(field for field in self.fields if not field.header)

    @property
    def body_field(self) -> Field | None:
        """The field that is the whole body."""
        return next((field for field in self.fields if field.whole_body), None)

    @property
    def shorthand_field(self) -> Field | None:
        return None if self.shorthand is None else self.field(self.shorthand)


class ValueList(Struct, frozen=True, kw_only=True):
    name: str
    section: str
    values: Mapping[str, str]
