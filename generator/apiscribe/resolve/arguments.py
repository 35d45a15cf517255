"""The arguments of an operation: groups expanded, conditions turned into rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from apiscribe.document.arguments import ArgumentDoc, GroupUseDoc
from apiscribe.load.source import Place
from apiscribe.model import Argument, Location
from apiscribe.problems import Problems, quoted
from apiscribe.resolve.facets import Facets, facets
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.types import Types

Entry = ArgumentDoc | GroupUseDoc | str


@dataclass(frozen=True, slots=True)
class Written:
    """An argument as an operation takes it, before it is resolved."""

    name: str
    said: Facets
    place: Place


@dataclass(frozen=True, slots=True)
class Taken:
    """All arguments of an operation."""

    arguments: tuple[Written, ...]
    complete: bool
    """False if a group is missing, and with it arguments that rules may name."""


@dataclass(frozen=True, slots=True)
class Arguments:
    names: Names
    types: Types
    origins: Origins
    problems: Problems

    def take(self, entries: Mapping[str, Entry], place: Place) -> Taken:
        """Expand the groups; an argument that is there twice is a problem."""
        taken: dict[str, Written] = {}
        complete = True
        for name, entry in entries.items():
            here = place / name
            if isinstance(entry, ArgumentDoc):
                found = [Written(name, facets(entry, here), here)]
            elif self.names.has("groups", name, here.key_position):
                found = list(self._group(name, entry, here))
            else:
                complete, found = False, []
            for written in found:
                if written.name in taken:
                    self._refuse_second(written, taken[written.name], here)
                taken.setdefault(written.name, written)
        return Taken(tuple(taken.values()), complete)

    def _refuse_second(self, written: Written, first: Written, here: Place) -> None:
        where = first.place.key_position
        message = f"the argument {quoted(written.name)} is declared at {where} already"
        self.problems.add(here.key_position, "duplicate-name", message)

    def _group(self, name: str, use: GroupUseDoc | str, place: Place) -> Iterator[Written]:
        group = self.names.groups[name]
        leave_out = [] if isinstance(use, str) else use.leave_out
        override = {} if isinstance(use, str) else use.override
        for index, left in enumerate(leave_out):
            if left not in group.doc:
                position = (place / "except" / index).position
                self.names.refuse("argument", left, group.doc, position)
        for changed in override:
            if changed not in group.doc or changed in leave_out:
                known = [other for other in group.doc if other not in leave_out]
                position = (place / "override" / changed).key_position
                self.names.refuse("argument", changed, known, position)
        for argument, doc in group.doc.items():
            if argument in leave_out:
                continue
            said = facets(doc, group.place / argument)
            if argument in override:
                here = place / "override" / argument
                said = self._still_whole(said.changed_by(override[argument], here), said, here)
            yield Written(argument, said, group.place / argument)

    def _still_whole(self, said: Facets, before: Facets, place: Place) -> Facets:
        """Without its type or its doc an argument is none."""
        for key in ("type", "doc"):
            if key not in said:
                message = f"an argument cannot be without {quoted(key)}"
                self.problems.add((place / key).key_position, "missing-key", message)
                said = Facets({**said, key: before[key]})
        return said

    def build(
        self, written: Written, placeholders: frozenset[str], otherwise: Location
    ) -> Argument:
        """The argument itself; whether it is needed only under a condition is not known here."""
        said = written.said
        argument = Argument(
            name=written.name,
            type=self.types.resolve(said, written.place),
            required=bool(said.said("required")),
            doc=said.said("doc"),
            default=said.said("default"),
            location=self._location(written, placeholders, otherwise),
            sensitive=self.types.sensitive(said),
            deprecated=bool(said.said("deprecated")),
        )
        return self.origins.note(argument, written.place, said.places())

    def _location(
        self, written: Written, placeholders: frozenset[str], otherwise: Location
    ) -> Location:
        in_path = written.name in placeholders
        location: Location = written.said.said("location", "path" if in_path else otherwise)
        if in_path != (location == "path"):
            what = "is" if in_path else "is not"
            message = f"the argument {quoted(written.name)} {what} part of the path"
            self.problems.add(written.said["location"].place.position, "path", message)
        if in_path and not written.said.said("required"):
            message = f"the argument {quoted(written.name)} is part of the path: it is required"
            self.problems.add(written.place.key_position, "path", message)
        return location
