"""Object types: what they extend is flattened into them, and where they are used is noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from apiscribe.document.types import FieldDoc, HeadersDoc
from apiscribe.load.source import Place
from apiscribe.model import (
    CsvType,
    Field,
    ListType,
    MapType,
    ObjectRef,
    ObjectType,
    Operation,
    TextType,
    UnionType,
    UnknownType,
    ValueType,
)
from apiscribe.problems import Problems, quoted
from apiscribe.resolve.attributes import attributes_of, ground_of
from apiscribe.resolve.binding import Bound, Scope
from apiscribe.resolve.bindings import is_json
from apiscribe.resolve.deprecation import deprecation
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins
from apiscribe.resolve.rules import Rules
from apiscribe.resolve.types import Types

Use = Literal["request", "response"]


class Objects(Struct):
    names: Names
    types: Types
    origins: Origins
    problems: Problems

    def resolve(self) -> dict[str, ObjectType]:
        """All objects, in the order of the spec."""
        fields = {name: tuple(self._fields(name).values()) for name in self.names.objects}
        return {name: self._object(name, fields) for name in self.names.objects}

    def _lineage(self, name: str) -> list[str]:
        """An object and those that it extends, the first of them first."""
        line: list[str] = []
        while name not in line:
            line.append(name)
            declared = self.names.objects[name]
            base, place = declared.doc.extends, declared.place / "extends"
            if base is None:
                return line[::-1]
            if not self.names.has("objects", base, place.position):
                self.names.incomplete.add(line[0])
                return line[::-1]
            name = base
        message = f"{quoted(line[0])} extends itself"
        if name == line[0]:  # those that only extend into the circle are not at fault
            place = self.names.objects[name].place / "extends"
            self.problems.add(place.position, "cycle", message)
        return line[::-1]

    def _fields(self, name: str) -> dict[str, Field]:
        fields: dict[str, Field] = {}
        wire_names: dict[str, str] = {}
        for ancestor in self._lineage(name):
            declared = self.names.objects[ancestor]
            for key, doc in declared.doc.fields.items():
                place = declared.place / "fields" / key
                field = self._field(key, doc, place)
                taken = key if key in fields else wire_names.get(field.wire_name)
                if taken is not None:
                    self._refuse(field, fields[taken], place)
                    continue
                fields[key] = field
                wire_names[field.wire_name] = key
        return fields

    def _refuse(self, field: Field, taken: Field, place: Place) -> None:
        where = self.origins.key_at(taken)
        message = f"the field {quoted(field.wire_name)} is declared at {where} already"
        self.problems.add(place.key_position, "duplicate-name", message)

    def _field(self, name: str, doc: FieldDoc, place: Place) -> Field:
        attributes = attributes_of(doc, place)
        of = self.types.resolve(attributes, place)
        field = Field(
            name=name,
            wire_name=doc.wire_name or name,
            type=of,
            required=not doc.optional,
            doc=doc.doc,
            required_ground=ground_of(doc, "required"),
            default=doc.default,
            sensitive=self.types.sensitive(attributes),
            misprint=doc.misprint,
            readonly=doc.readonly,
            writeonly=doc.writeonly,
            header=doc.header.prefix if isinstance(doc.header, HeadersDoc) else doc.header,
            is_open=isinstance(doc.header, HeadersDoc),
            in_json=self._in_json(doc, of, place),
            in_percent=_in_percent(doc, of),
            whole_body=doc.whole_body is not None,
            deprecated=deprecation(doc.deprecated),
        )
        return self.origins.note(field, place)

    def _in_json(self, doc: FieldDoc, of: ValueType, place: Place) -> bool:
        """Whether a header has a field as JSON."""
        if doc.style is None or _in_percent(doc, of):
            return False
        if doc.header is not None and (is_json(of, doc.style) or isinstance(of, UnknownType)):
            return True
        message = "a field's `style` says that a `header` has a list or an object as JSON,"
        message += " `{lists: json}` or `{objects: json}`, or a text percent-encoded,"
        message += " `{texts: percent}`"
        self.problems.add((place / "style").position, "head", message)
        return False

    def _object(self, name: str, fields: Mapping[str, tuple[Field, ...]]) -> ObjectType:
        declared = self.names.objects[name]
        members = {f.name: Bound(f.wire_name, f.type) for f in fields[name]}
        scope = Scope(name, "field", members, fields, self.names)
        rules = Rules(scope, self.origins)
        resolved = [
            rule
            for ancestor in self._lineage(name)
            for origin in [self.names.objects[ancestor]]
            for rule in rules.resolve(origin.doc.rules, origin.place / "rules")
        ]
        built = ObjectType(
            name=name,
            module=PurePosixPath(declared.place.source.file).stem,
            doc=declared.doc.doc,
            fields=fields[name],
            rules=tuple(resolved),
            section=declared.doc.section,
            shorthand=self._shorthand(name, members),
        )
        return self.origins.note(built, declared.place)

    def _shorthand(self, name: str, members: Mapping[str, Bound]) -> str | None:
        for ancestor in reversed(self._lineage(name)):
            declared = self.names.objects[ancestor]
            field = declared.doc.shorthand
            if field is not None and field not in members:
                self.names.refuse("field", field, members, (declared.place / "shorthand").position)
                return None
            if field is not None:
                return field
        return None


def with_uses(
    objects: Mapping[str, ObjectType],
    operations: Iterable[Operation],
    payloads: Iterable[str],
    origins: Origins,
) -> dict[str, ObjectType]:
    """The objects, each knowing whether requests, answers or both hold it."""
    asked: list[ValueType] = []
    answered: list[ValueType] = [ObjectRef(object=name) for name in payloads]
    for operation in operations:
        asked += [argument.type for argument in operation.arguments]
        answered += operation.answered
    uses: dict[str, set[Use]] = {name: set() for name in objects}
    for name in reachable(asked, objects):
        uses[name].add("request")
    for name in reachable(answered, objects):
        uses[name].add("response")
    used: dict[str, ObjectType] = {}
    for name, built in objects.items():
        used[name] = replace(built, used_in=frozenset(uses[name]))
        origins.same(used[name], built)
    return used


def reachable(types: Iterable[ValueType], objects: Mapping[str, ObjectType]) -> set[str]:
    """The names of objects that values of these types may hold."""
    reached: set[str] = set()
    waiting = list(types)
    while waiting:
        for name in _objects_in(waiting.pop()):
            if name not in reached and name in objects:
                reached.add(name)
                waiting += [field.type for field in objects[name].fields]
    return reached


def _objects_in(type_: ValueType) -> Iterator[str]:
    match type_:
        case ObjectRef():
            yield type_.object
        case ListType() | CsvType():
            yield from _objects_in(type_.item)
        case MapType():
            yield from _objects_in(type_.value)
        case UnionType():
            for member in type_.members:
                yield from _objects_in(member.type)
        case _:
            return


def _in_percent(doc: FieldDoc, of: ValueType) -> bool:
    """Whether headers have the text of a field percent-encoded."""
    of = of.value if isinstance(doc.header, HeadersDoc) and isinstance(of, MapType) else of
    is_text = isinstance(of, TextType | UnknownType) and doc.header is not None
    return is_text and doc.style is not None and doc.style.texts == "percent"
