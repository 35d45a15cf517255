"""What names mean at a place of a program."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from apiscribe.load.source import Path, Place
from apiscribe.model import ObjectRef, ObjectType, ValueType
from apiscribe.problems import Problems, did_you_mean, enumerated, quoted

ALWAYS = ("now", "nothing", "tenant")
"""Names that stand for something everywhere."""


class Known(Struct):
    """Entities and their fields, for messages."""

    fields: Mapping[str, frozenset[str] | None]
    """Of each entity; None where not all are known."""
    lists: Mapping[str, tuple[str, ...]]
    """The ids of each of the spec's lists."""
    problems: Problems
    types: Mapping[str, Mapping[str, ValueType]] = field(default_factory=dict)
    """Of each entity, the types of the fields that it is shown with."""
    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Of each entity, its keys in JSON -> its fields, where they differ."""
    objects: Mapping[str, ObjectType] = field(default_factory=dict)
    dropped: Collection[Path] = ()
    """What was left out of the spec's documents, as it is wrong itself."""

    def is_dropped(self, kind: str, file: str, name: str) -> bool:
        """Whether something of that name may be among what was left out."""
        return (kind, name) in self.dropped or (file,) in self.dropped

    def entity(self, name: str, place: Place) -> bool:
        if name in self.fields or self.is_dropped("entities", "state", name):
            return True
        message = f"there is no entity {quoted(name)}{did_you_mean(name, self.fields)}"
        self.problems.add(place.position, "unknown-name", message)
        return False

    def type_of(self, entity: str, field: str, *inner: str) -> ValueType | None:
        """The type of a field; None if it is not known, as of what is inside of one."""
        return None if inner else self.types.get(entity, {}).get(field)

    def field_type(self, entity: str, name: str) -> ValueType | None:
        """The type of a field, be it called as in the spec or as in JSON."""
        types = self.types.get(entity, {})
        return types.get(self.written.get(entity, {}).get(name, name))

    def inside(self, of: ValueType | None, keys: Sequence[str], place: Place) -> None:
        """Note a problem if objects inside of one another have no such keys."""
        for key in keys:
            declared = self.objects.get(of.object) if isinstance(of, ObjectRef) else None
            if declared is None:
                return
            of = next((each.type for each in declared.fields if each.wire_name == key), None)
            if of is None:
                called = {each.name: each.wire_name for each in declared.fields}
                hint = f"; in JSON it is {quoted(called[key])}" if key in called else ""
                hint = hint or did_you_mean(key, called.values())
                message = f"{quoted(declared.name)} has no key {quoted(key)}{hint}"
                self.problems.add(place.position, "unknown-name", message)

    def field(self, entity: str, name: str, place: Place, *, key: bool = False) -> None:
        fields = self.fields.get(entity)
        if fields is not None and name not in fields:
            position = place.key_position if key else place.position
            hint = did_you_mean(name, fields) or (
                "; what its `shape` lacks is said under `fields`, be it"
                f" {quoted(f'{name}: $nothing')}"
            )
            message = f"{quoted(entity)} has no field {quoted(name)}{hint}"
            self.problems.add(position, "unknown-name", message)


class Scope(Struct):
    """The names that steps may use: arguments, and what steps before have bound."""

    owner: str
    known: Known
    arguments: frozenset[str]
    bound: dict[str, str | None] = field(default_factory=dict)
    """Name -> entity of the record; None for something else."""
    given: Mapping[str, object] = field(default_factory=dict)
    """What the names that shared steps take stand for: a reference, or a plain value."""
    passed: Mapping[str, str | None] = field(default_factory=dict)
    """The names in those references, which are not known otherwise -> entity of the record."""
    types: Mapping[str, ValueType] = field(default_factory=dict)
    """Those of arguments, also of what is given for a name that shared steps take."""
    computed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Names of `let` -> the entities that it may be a record of."""
    complete: bool = True
    """Whether it is known what all steps before have bound; if not, no name is wrong."""

    def inner(self, name: str, entity: str | None) -> Scope:
        return replace(self, bound={**self.bound, name: entity})

    def branch(self) -> Scope:
        return replace(self, bound=dict(self.bound))

    def meaning(self, raw: object) -> object:
        """What is written, with what is given in the place of a name that steps take."""
        if not isinstance(raw, str) or not raw.startswith("$"):
            return raw
        first, dot, rest = raw[1:].partition(".")
        if first not in self.given:
            return raw
        stands_for = self.given[first]
        if isinstance(stands_for, str) and stands_for.startswith("$"):
            return f"{stands_for}{dot}{rest}"
        return None if rest else stands_for

    def is_given(self, text: str) -> bool:
        """Whether a reference goes by a name that shared steps take."""
        return text.startswith("$") and text[1:].split(".")[0] in self.given

    def entity(self, name: str) -> str | None:
        """What a name is a record of, if it is of one; also of one that was only passed."""
        return self.bound.get(name, self.passed.get(name))

    def type_of(self, path: tuple[str, ...]) -> ValueType | None:
        """The type of what a reference leads to; None if it is not known."""
        first, *rest = path
        if not rest:
            return self.types.get(first)
        entity = self.entity(first)
        return None if entity is None else self.known.type_of(entity, *rest)

    def bind(self, name: str, entity: str | None, place: Place) -> None:
        taken = "is an argument of" if name in self.arguments else ""
        if name in self.passed or name in self.given:
            taken = "is given to"
        if taken:
            message = f"{quoted(name)} {taken} {quoted(self.owner)}; choose another name"
            self.known.problems.add(place.position, "name-clash", message)
        self.bound[name] = entity

    def bind_any(self) -> None:
        """Take each entity's name for a record of it: one of these was meant by a wrong one."""
        self.bound = {**{name: name for name in self.known.fields}, **self.bound}

    def check(self, path: tuple[str, ...], place: Place, *, given: bool = False) -> None:
        """Note a problem if a reference means nothing; not that what is given is known."""
        first, *rest = path
        if first in ALWAYS:
            return
        if not given and first not in self.bound and first not in self.arguments:
            if not self.complete:
                return
            names = (*self.bound, *self.arguments, *self.given, *ALWAYS)
            message = (
                f"nothing is called {quoted(first)} in {quoted(self.owner)}"
                f"{did_you_mean(first, names)}"
            )
            self.known.problems.add(place.position, "unknown-name", message)
            return
        entity = self.passed.get(first) if given else self.bound.get(first)
        if rest and entity is not None:
            self.known.field(entity, rest[0], place)
        of = self.types.get(first)
        if entity is not None and rest:
            of, rest = self.known.field_type(entity, rest[0]), rest[1:]
        self.known.inside(of, rest, place)

    def record(self, text: str, place: Place) -> str | None:
        """The name of the record that is meant; a problem if it is none."""
        name = str(self.meaning(text)).removeprefix("$")
        entities = self.passed if self.is_given(text) else self.bound
        if text.startswith("$") and entities.get(name) is not None:
            return name
        if self.complete:
            self.known.problems.add(place.position, "unknown-name", self._no_record(text, name))
        return None

    def _no_record(self, text: str, name: str) -> str:
        message = f"{quoted(text)} is no record that was found or created"
        if name not in self.computed:
            records = [f"${each}" for each, entity in self.bound.items() if entity is not None]
            return message + did_you_mean(text, records)
        if len(of := self.computed[name]) > 1:
            return (
                f"{quoted(text)} is a record of {enumerated(of)}, and this is done to records of"
                " one entity; write a `when` with a step for each"
            )
        return f"{message}, but what `let` computes, which may be something else"
