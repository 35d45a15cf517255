"""`selecting`: what says which fields a response has is names, of objects that are returned."""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject, within
from apiscribe.model import (
    AnyType,
    Argument,
    CsvType,
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
from apiscribe.model.partials import objects_in
from apiscribe.problems import Problem, did_you_mean, quoted
from apiscribe.runtime.semantics.paths import keys_of

RULE = "selecting"
_STREAMED = "items that come one by one are whole; let their fields be `optional`, or return a list"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        for argument in operation.selecting:
            place = subject.origins.place(argument, "selects")
            if operation.stream is not None:
                yield Problem(place.position, RULE, _STREAMED)
                continue
            for key, message in _problems(subject, operation, argument):
                yield Problem((place / key if key in place else place).position, RULE, message)


def _problems(
    subject: Subject, operation: Operation, argument: Argument
) -> Iterator[tuple[str, str]]:
    if not _is_names(argument.type):
        yield "", "names of fields are a `text`, or a list or a `map` of texts"
    if any(isinstance(of, UnknownType) for of in operation.answered):
        return
    selects = argument.selects
    assert selects is not None, "it says which fields there are"
    found = _Place(subject)
    for of in operation.returned if operation.content_types is None else ():
        found.look(of, [key for key in keys_of(selects.at) if key])
    if not found.is_sure:
        return
    if found.unsure:
        message = f"nothing but its fields tells what is one of several {found.unsure};"
        yield "at", f"{message} name one `by` which they are told, or write `any`"
    elif not found.objects:
        where = f"at {quoted(selects.at)} of" if selects.at else "in"
        message = f"there is no object {where} what {quoted(operation.id)} returns"
        yield "at", f"{message}, whose fields could be chosen{found.hint}"
    known = {field.wire_name for each in found.objects for field in each.body_fields}
    for name in selects.always:
        if found.objects and name not in known:
            where = " or ".join(each.name for each in found.objects)
            yield "always", f"{where} has no key {quoted(name)}{did_you_mean(name, known)}"


def _is_names(of: ValueType) -> bool:
    match of:
        case ListType() | CsvType():
            return isinstance(of.item, TextType | UnknownType)
        case MapType():
            return _is_names(of.value)
        case _:
            return isinstance(of, TextType | UnknownType)


class _Place:
    """Looks for the objects whose fields are chosen."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._objects = subject.api.objects
        self.is_sure = True
        """Whether all fields on the way are known."""
        self.objects: list[ObjectType] = []
        self.unsure = ""
        """What is one of several objects that nothing tells apart without their fields."""
        self.hint = ""

    def look(self, of: ValueType, keys: list[str]) -> None:
        match of:
            case ListType():
                self.look(of.item, keys)
            case MapType():
                self.look(of.value, keys)
            case UnionType():
                self._one_of(of, keys)
            case ObjectRef():
                self._into(self._objects[of.object], keys)
            case _:
                return

    def _one_of(self, of: UnionType, keys: list[str]) -> None:
        self._unless_unsure(of)
        for member in of.members:
            self.look(member.type, keys)

    def _into(self, declared: ObjectType, keys: list[str]) -> None:
        self.is_sure = self.is_sure and self._subject.is_complete(declared)
        if declared.body_field is not None:
            self.look(declared.body_field.type, keys)
        elif not keys:
            self._found(declared)
        else:
            fields = {field.wire_name: field.type for field in declared.body_fields}
            self.hint = self.hint or did_you_mean(keys[0], fields)
            self.look(fields.get(keys[0], AnyType()), keys[1:])

    def _found(self, declared: ObjectType) -> None:
        """Note an object, and look at what is inside: all of that may lack fields, too."""
        if declared.body_fields and declared not in self.objects:
            self.objects.append(declared)
            self._inside(declared, set())

    def _inside(self, declared: ObjectType, seen: set[str]) -> None:
        seen.add(declared.name)
        for field in declared.body_fields:
            self._unless_unsure(field.type)
            for name, _ in objects_in(field.type):
                if name not in seen:
                    self._inside(self._objects[name], seen)

    def _unless_unsure(self, of: ValueType) -> None:
        for union in within(of):
            members = union.members if isinstance(union, UnionType) and union.by is None else ()
            names = [each.type.object for each in members if isinstance(each.type, ObjectRef)]
            if len(names) > 1:
                self.unsure = " and ".join(names)
