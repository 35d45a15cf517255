"""Unions in responses: how msgspec reads them, and what stands for a member that is not known."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from .semantics.members import Arms


class UnknownMember:
    """A member of a union that is not documented, as it came. Sent again, it is the same."""

    __slots__ = ("tag", "value")

    def __init__(self, value: Any, tag: str | int | None = None) -> None:
        self.value = value
        """The JSON, decoded."""
        self.tag = tag
        """What its discriminator says, if it has one."""

    def __repr__(self) -> str:
        return f"UnknownMember(tag={self.tag!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, UnknownMember):
            return NotImplemented
        return (self.tag, self.value) == (other.tag, other.value)

    __hash__ = None  # type: ignore[assignment]  # it holds lists and dicts


class UnionKind(type):
    """The type of a union: msgspec does not know it, and asks for it to be read."""

    arms: Arms
    _members: Callable[[], tuple[Any, ...]]

    def __instancecheck__(cls, value: object) -> bool:
        return True  # it was read just now

    @property
    def members(cls) -> tuple[Any, ...]:
        """The types of the members, in their order."""
        return cls._members()

    def find(cls, value: object) -> int | None:
        return cls.arms.find(value, value if isinstance(value, dict) else None)

    def unknown(cls, value: object) -> UnknownMember:
        """What stands for a member that is not documented."""
        by = cls.arms.by
        tag = value.get(by) if isinstance(value, dict) and by is not None else None
        return UnknownMember(value, tag if isinstance(tag, str | int) else None)

    def read(cls, value: object, dec_hook: Callable[[Any, Any], Any]) -> object:
        """The member that decoded JSON is.

        Raises:
            ValueError: it is none, or not as its member is documented.
        """
        at = cls.find(value)
        if at is not None:
            return msgspec.convert(value, cls.members[at], dec_hook=dec_hook)
        if cls.arms.is_closed or value is None:
            raise ValueError(f"none of the members of {cls.__name__}")
        return cls.unknown(value)


def union(name: str, arms: Arms, members: Callable[[], tuple[Any, ...]]) -> UnionKind:
    """The type of a union, for the models of a package."""
    return UnionKind(name, (), {"arms": arms, "_members": staticmethod(members)})


def written(value: object) -> object:
    """What msgspec does not know how to write."""
    if isinstance(value, UnknownMember):
        return value.value
    raise TypeError(f"a {type(value).__name__} is no JSON")
