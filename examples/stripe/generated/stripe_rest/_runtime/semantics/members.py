"""Which member of a union a value is: told by its kind in JSON, by a tag, or by its keys."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from itertools import combinations
from typing import Literal, NamedTuple

Kind = Literal["text", "number", "boolean", "list", "object", "file"]


class Arm(NamedTuple):
    """What tells one member of a union from the others."""

    kinds: tuple[Kind, ...]
    tags: tuple[str | int, ...] = ()
    """The values of the discriminator that mean it."""
    required: tuple[str, ...] = ()
    """The keys that an object always has."""
    known: tuple[str, ...] = ()
    """All keys that an object may have."""


class Arms(NamedTuple):
    """How the members of a union are told apart."""

    members: tuple[Arm, ...]
    by: str | None = None
    """The key of objects that says which member one is; without it, their keys tell."""
    is_closed: bool = False

    def find(self, value: object, fields: Mapping[str, object] | None) -> int | None:
        """The place of the member that a value is; `fields` are those of an object."""
        kind = "object" if fields is not None else kind_of(value)
        fitting = [at for at, arm in enumerate(self.members) if kind in arm.kinds]
        if not fitting and _is_file(value):
            return next((at for at, arm in enumerate(self.members) if "file" in arm.kinds), None)
        if fields is None or not fitting:
            return fitting[0] if fitting else None
        if self.by is not None:
            tag = fields.get(self.by)
            return next((at for at in fitting if _is_among(tag, self.members[at].tags)), None)
        if len(fitting) == 1:
            return fitting[0]
        whole = [at for at in fitting if self._is_whole(at, fields)]
        return max(whole, key=lambda at: len(self.members[at].required), default=None)

    def both(self, at: int, fields: Mapping[str, object]) -> tuple[str, str] | None:
        """Two keys of an object, each of which tells another member; the first is of one at `at`.

        None if there are no such keys.
        """
        if self.by is not None:
            return None
        for other, arm in enumerate(self.members):
            telling = _telling(self.members[at], arm)
            if telling and self._is_whole(other, fields):
                return telling
        return None

    @property
    def excludes(self) -> bool:
        """Whether no object can be two of the members."""
        objects = [arm for arm in self.members if "object" in arm.kinds]
        return self.by is None and all(
            _telling(*pair) is not None for pair in combinations(objects, 2)
        )

    def _is_whole(self, at: int, fields: Mapping[str, object]) -> bool:
        """Whether an object has all keys that a member always has."""
        return all(key in fields for key in self.members[at].required)

    @property
    def telling(self) -> list[str]:
        """Of each member that is an object, the first key that it always has and no other."""
        found = []
        for arm in self.members:
            others = {key for each in self.members if each is not arm for key in each.known}
            found += [key for key in arm.required if key not in others][:1]
        return found

    def nearest(self, fields: Mapping[str, object]) -> int | None:
        """The member that most keys of an object are of, where none is meant for sure."""
        shared = [len(fields.keys() & arm.known) for arm in self.members]
        most = max(shared, default=0)
        return shared.index(most) if most and self.by is None else None

    @property
    def tags(self) -> tuple[str | int, ...]:
        """All values that the discriminator is documented to have."""
        return tuple(tag for arm in self.members for tag in arm.tags)


def _telling(one: Arm, other: Arm) -> tuple[str, str] | None:
    """A key of each that tells it from the other; None if there are no such keys."""
    own = next((key for key in one.required if key not in other.known), None)
    strange = next((key for key in other.required if key not in one.known), None)
    return (own, strange) if own and strange else None


def kind_of(value: object) -> Kind | None:
    if isinstance(value, str | date):
        return "text"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, list | tuple):
        return "list"
    return "object" if isinstance(value, Mapping) else None


def _is_file(value: object) -> bool:
    """Whether it may be a file: text is none, which here is no path either."""
    is_one = isinstance(value, bytes | bytearray | memoryview | tuple | os.PathLike)
    return is_one or any(hasattr(value, each) for each in ("read", "content"))


def _is_among(tag: object, tags: tuple[str | int, ...]) -> bool:
    # To Python, True is 1.
    return isinstance(tag, str | int) and not isinstance(tag, bool) and tag in tags
