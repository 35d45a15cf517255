"""The arguments of an operation: groups expanded, conditions turned into rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from apiscribe.document.arguments import ArgumentDoc, ConstantDoc, GroupUseDoc
from apiscribe.document.style import StyleDoc
from apiscribe.load.source import Place
from apiscribe.model import Argument, Location, MapType, Style, UnknownType, ValueType
from apiscribe.problems import Problems, quoted
from apiscribe.resolve import bindings, prefixes
from apiscribe.resolve.attributes import Attributes, attributes_of
from apiscribe.resolve.deprecation import deprecation
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.types import Types

Entry = ArgumentDoc | GroupUseDoc | ConstantDoc | str


class Declaration(Struct, frozen=True):
    """An argument as an operation takes it, before it is resolved."""

    name: str
    attributes: Attributes
    place: Place


class Expanded(Struct, frozen=True):
    """All arguments of an operation."""

    arguments: tuple[Declaration, ...]
    complete: bool
    """False if a group is missing, and with it arguments that rules may name."""


def _without_signs(placeholders: frozenset[str]) -> frozenset[str]:
    return frozenset(each.removesuffix("+") for each in placeholders)


class ArgumentResolver(Struct, frozen=True):
    names: Names
    types: Types
    origins: Origins
    problems: Problems
    style: StyleDoc | None = None
    """Of the API."""

    def take(self, entries: Mapping[str, Entry], place: Place) -> Expanded:
        """Expand the groups; an argument that is there twice is a problem."""
        taken: dict[str, Declaration] = {}
        complete = True
        for name, entry in entries.items():
            here = place / name
            if isinstance(entry, ConstantDoc):
                continue
            if isinstance(entry, ArgumentDoc):
                found = [Declaration(name, attributes_of(entry, here), here)]
            elif self.names.has("groups", name, here.key_position):
                found = list(self._group(name, entry, here))
            else:
                complete, found = False, []
            for declared in found:
                if declared.name in taken:
                    self._refuse_second(declared, taken[declared.name], here)
                taken.setdefault(declared.name, declared)
        return Expanded(tuple(taken.values()), complete)

    def _refuse_second(self, declared: Declaration, first: Declaration, here: Place) -> None:
        where = first.place.key_position
        message = f"the argument {quoted(declared.name)} is declared at {where} already"
        self.problems.add(here.key_position, "duplicate-name", message)

    def _group(self, name: str, use: GroupUseDoc | str, place: Place) -> Iterator[Declaration]:
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
            attributes = attributes_of(doc, group.place / argument)
            if argument in override:
                here = place / "override" / argument
                attributes = self._still_whole(
                    attributes.changed_by(override[argument], here), attributes, here
                )
            yield Declaration(argument, attributes, group.place / argument)

    def _still_whole(self, attributes: Attributes, before: Attributes, place: Place) -> Attributes:
        """Without its type or its doc an argument is none."""
        for key in ("type", "doc"):
            if key not in attributes:
                message = f"an argument cannot be without {quoted(key)}"
                self.problems.add((place / key).key_position, "missing-key", message)
                attributes = Attributes({**attributes, key: before[key]})
        return attributes

    def build(
        self,
        declared: Declaration,
        placeholders: frozenset[str],
        otherwise: Location,
        *,
        json: bool = False,
    ) -> Argument:
        """The argument itself; whether it is needed only under a condition is not known here."""
        attributes = declared.attributes
        open_ended = f"{declared.name}+" in placeholders
        location = self._location(declared, _without_signs(placeholders), otherwise)
        style = bindings.style_of(self.style, attributes.value("style"))
        of = self.types.resolve(attributes, declared.place)
        style = bindings.for_parts(of, style)
        in_json = location == "header" and bindings.is_json(of, attributes.value("style"))
        argument = Argument(
            name=declared.name,
            type=self._type(declared, of, location, style, json=json),
            required=bool(attributes.value("required")),
            doc=attributes.value("doc"),
            required_ground=attributes.ground("required"),
            default=attributes.value("default"),
            location=location,
            sensitive=self.types.sensitive(attributes),
            deprecated=deprecation(attributes.value("deprecated")),
            written=attributes.value("wire_name"),
            prefix=attributes.value("prefix"),
            whole_body=bool(attributes.value("whole_body")),
            idempotency_key=bindings.key_of(attributes.value("idempotency_key")),
            expands=bindings.expands_of(attributes.value("expands")),
            selects=bindings.selects_of(attributes.value("selects")),
            holds=attributes.value("holds"),
            counts=attributes.value("counts"),
            keeps_slashes=open_ended,
            style=style,
            in_json=in_json,
            in_lines=bindings.in_lines(attributes.value("style")),
            wrapped=attributes.value("wrapped") is None,
        )
        places = attributes.places()
        if "required" in attributes:
            places["erratum"] = attributes["required"].erratum_place
        return self.origins.note(argument, declared.place, places)

    def _type(
        self,
        declared: Declaration,
        of: ValueType,
        location: Location,
        style: Style,
        *,
        json: bool,
    ) -> ValueType:
        """The type with what follows from where it travels."""
        if "prefix" not in declared.attributes:
            return bindings.implied(of, location, style, self.origins, json=json)
        if isinstance(of, UnknownType):
            return of
        if isinstance(of, MapType):
            return prefixes.implied(of, location, style, self.origins, json=json)
        message = "`prefix` is for a `map`, each of whose keys is sent behind it"
        self.problems.add(declared.attributes["prefix"].place.key_position, "binding", message)
        return of

    def _location(
        self, declared: Declaration, placeholders: frozenset[str], otherwise: Location
    ) -> Location:
        in_path = declared.name in placeholders
        location: Location = declared.attributes.value("location", "path" if in_path else otherwise)
        if in_path != (location == "path"):
            what = "is" if in_path else "is not"
            message = f"the argument {quoted(declared.name)} {what} part of the path"
            self.problems.add(declared.attributes["location"].place.position, "path", message)
        is_made = declared.attributes.value("idempotency_key", False)
        if in_path and not is_made and not declared.attributes.value("required"):
            message = f"the argument {quoted(declared.name)} is part of the path: it is required"
            self.problems.add(declared.place.key_position, "path", message)
        return location
