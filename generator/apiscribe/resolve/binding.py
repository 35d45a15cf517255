"""Names that a rule uses, bound to the arguments or fields that they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from apiscribe.model import AnyType, Field, ObjectRef, ValueType
from apiscribe.problems import Position, did_you_mean, quoted
from apiscribe.resolve.names import Names
from apiscribe.runtime.semantics.paths import keys_of, path_of


class Bound(Struct, frozen=True):
    """What a name in a rule means."""

    wire_name: str
    """A path, if it is inside of an object."""
    type: ValueType
    keys: tuple[str, ...] = ()
    """How it is reached, if so."""


class Scope(Struct, frozen=True):
    """The names that the rules of one operation or object may use."""

    owner: str
    what: str
    """`argument` or `field`, for messages."""
    members: Mapping[str, Bound]
    fields: Mapping[str, tuple[Field, ...]]
    """Of every object."""
    names: Names
    complete: bool = True
    """Whether all members are known; if one was dropped, none is missing."""

    def bind(self, name: str, position: Position) -> Bound | None:
        """What a name means; None, and a problem, if it means nothing."""
        if name in self.members:
            return self.members[name]
        first, *rest = keys_of(name)
        if first not in self.members:
            if self.complete:
                self._refuse(self.owner, self.what, first, self.members, position)
            return None
        bound = self.members[first]
        for step in rest:
            inner = self._inside(bound, step, position)
            if inner is None:
                return None
            bound = inner
        return bound

    def _inside(self, outer: Bound, step: str, position: Position) -> Bound | None:
        if not isinstance(outer.type, ObjectRef):
            if not isinstance(outer.type, AnyType):
                self._refuse(outer.wire_name, "field", step, (), position)
            return None
        fields = {field.name: field for field in self.fields.get(outer.type.object, ())}
        if step not in fields:
            if outer.type.object in self.fields:
                self._refuse(outer.type.object, "field", step, fields, position)
            return None
        keys = (*(outer.keys or (outer.wire_name,)), fields[step].wire_name)
        return Bound(path_of(keys), fields[step].type, keys)

    def _refuse(
        self, owner: str, what: str, name: str, known: Iterable[str], position: Position
    ) -> None:
        message = f"{quoted(owner)} has no {what} {quoted(name)}{did_you_mean(name, known)}"
        self.names.problems.add(position, "unknown-name", message)
