"""Which fields the records of each entity may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apiscribe.document import Documents
from apiscribe.document.state import ChangeDoc, CreateDoc, EntityDoc, FindDoc, ForEachDoc
from apiscribe.model import ObjectType, Operation
from apiscribe.resolve.state.shared import Shared


def known_fields(
    entities: Mapping[str, EntityDoc],
    plans: Mapping[str, list[Any]],
    operations: Mapping[str, Operation],
    objects: Mapping[str, ObjectType],
    documents: Documents,
    shared: Shared,
) -> dict[str, frozenset[str] | None]:
    """What entities say of themselves, what they are shown as, and arguments that they keep.

    None where not all are known, as what an entity is shown as or an operation is not there.
    """
    unknown = {name for name, doc in entities.items() if doc.shape and doc.shape not in objects}
    stored: dict[str, set[str]] = {name: set() for name in entities}
    for id, steps in plans.items():
        if id in operations:
            names = {argument.name for argument in operations[id].arguments}
            for entity, left_out in _keeping(tuple(shared.within(steps)), entities):
                stored[entity] |= names.difference(left_out)
        elif documents.lacks_operation(id):
            unknown |= {entity for entity, _ in _keeping(tuple(shared.within(steps)), entities)}
    kept = _kept_by_lost(documents, operations)
    return {
        name: None if name in unknown else frozenset(_own(doc, objects) | stored[name] | kept)
        for name, doc in entities.items()
    }


def _kept_by_lost(documents: Documents, operations: Mapping[str, Operation]) -> set[str]:
    """What operations may keep of which it is not known what they do."""
    lost = (path[-1] for path in documents.dropped if path[0] == "operations")
    found = (operations[str(id)] for id in lost if str(id) in operations)
    return {argument.name for operation in found for argument in operation.arguments}


def _own(doc: EntityDoc, objects: Mapping[str, ObjectType]) -> set[str]:
    fields = {doc.key, *doc.fields, *doc.belongs_to}
    if doc.states is not None:
        fields.add(doc.states.field)
    shape = objects.get(doc.shape or "")
    for field in () if shape is None else shape.fields:
        fields |= {field.name, field.wire_name}
    return fields


def _keeping(
    steps: Sequence[object], entities: Mapping[str, EntityDoc]
) -> Iterator[tuple[str, list[str]]]:
    """Entities of which steps keep an operation's arguments, and those that they leave out."""
    for step in steps:
        if not isinstance(step, CreateDoc | ChangeDoc) or not step.arguments or step.of is not None:
            continue
        if isinstance(step, ChangeDoc):
            for entity in _meant(step.change.removeprefix("$"), steps, entities):
                yield entity, step.leave_out
        elif step.create in entities:
            yield step.create, step.leave_out


def _meant(name: str, steps: Sequence[object], entities: Mapping[str, EntityDoc]) -> Sequence[str]:
    """What a record may be one of, by its name in steps; any, where only its givers know."""
    if name in entities:
        return (name,)
    found = tuple(
        entity
        for step in steps
        if isinstance(step, FindDoc | CreateDoc | ForEachDoc) and step.bound == name
        for entity in entities
        if entity == _entity(step)
    )
    return found or tuple(entities)


def _entity(step: FindDoc | CreateDoc | ForEachDoc) -> object:
    match step:
        case FindDoc():
            return step.find
        case CreateDoc():
            return step.create
        case ForEachDoc():
            return step.for_each
