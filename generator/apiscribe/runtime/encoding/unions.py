"""How a union is written: as the member that a value is."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..semantics.members import Arms
from ..semantics.numbers import as_whole
from ..unions import UnknownMember
from .wire import Array, File, Json, Map, Wire, as_mapping, with_floats


class Union(Json, frozen=True):
    """One of several types of values."""

    arms: Arms
    members: tuple[Wire, ...]

    def encode(self, value: object) -> str:
        if isinstance(value, UnknownMember):
            value = value.value
            return value if isinstance(value, str) else msgspec.json.encode(value).decode()
        member = self.member_of(value)
        return Json.encode(self, value) if member is None else member.encode(value)

    def to_json(self, value: object) -> object:
        if isinstance(value, UnknownMember):
            return value.value
        member = self.member_of(value)
        return value if member is None else member.to_json(value)

    def parse(self, text: object) -> object:
        if not isinstance(text, str):
            return self.from_nested(text)
        for arm, member in zip(self.arms.members, self.members, strict=True):
            if "file" in arm.kinds:
                continue  # text is none
            if "text" not in arm.kinds or len(arm.kinds) > 1:
                value = member.parse(text)
                if not isinstance(value, str):
                    return value if "text" not in arm.kinds else text
        return text

    def from_json(self, value: object) -> object:
        value = float(value) if isinstance(value, Decimal) else value
        if isinstance(value, dict) and self.arms.by in value:
            value = {**value, self.arms.by: as_whole(value[self.arms.by])}
        member = self.member_of(value)
        return with_floats(value) if member is None else member.from_json(value)

    def from_nested(self, value: object) -> object:
        member = self.member_of(value)
        return value if member is None else member.parse(value)

    def with_moments(self, value: object) -> object:
        member = self.member_of(value)
        return value if member is None else member.with_moments(value)

    def member_of(self, value: object) -> Wire | None:
        """How the member is written that a value is; None if it is none."""
        at = self.arms.find(value, as_mapping(value))
        return None if at is None else self.members[at]


def file_of(wire: Wire | None) -> File | None:
    """How a file is sent where one may stand: by itself, or as a member of a union."""
    if isinstance(wire, Union):
        return next((each for each in wire.members if isinstance(each, File)), None)
    return wire if isinstance(wire, File) else None


def single_of(wire: Wire | None) -> Wire | None:
    """How each file of several is sent: of a list, or under names of their own."""
    return wire.item if isinstance(wire, Array | Map) else wire


def takes_files(wire: Wire | None) -> bool:
    """Whether one may stand there, or a list or a map of them."""
    return file_of(single_of(wire)) is not None
