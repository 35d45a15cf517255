"""The operations package: each operation as data for the runtime."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import (
    Api,
    Operation,
    Resource,
)
from apiscribe.views.operations import wires
from apiscribe.views.operations.extras import extras
from apiscribe.views.text import docstring_text, literal


class OperationView(Struct, frozen=True):
    constant: str
    id: str
    method: str
    path: str
    effect: str
    section: str
    encoding: str
    arguments: tuple[tuple[str, str], ...]
    extras: tuple[tuple[str, str], ...]
    """What differs from the runtime's defaults."""


class ObjectView(Struct, frozen=True):
    name: str
    fields: tuple[tuple[str, str], ...]
    circular: tuple[tuple[str, str], ...]
    """Fields that hold an object of which this one is a part."""
    shorthand: str | None


class OperationsModule(Struct, frozen=True):
    doc: str
    operations: tuple[OperationView, ...]
    bindings: tuple[str, ...] = ()
    """What bindings need of the runtime."""
    heads: tuple[str, ...] = ()
    """What it needs of the runtime for what stands in headers."""
    streams: bool = False
    """Whether any response comes item by item."""


class OperationsIndex(Struct, frozen=True):
    """`operations/__init__.py`."""

    ids: tuple[str, ...]
    modules: tuple[tuple[str, str], ...]
    """Resource and the module of its operations, as literals."""


class ObjectsModule(Struct, frozen=True):
    """`operations/_objects.py`."""

    objects: tuple[ObjectView, ...]
    circular: tuple[tuple[str, str, str], ...]
    """Object, key and wire of what is added when all objects are there."""


def operations_module(api: Api, resource: Resource) -> OperationsModule:
    views = tuple(_operation(api, each) for each in resource.operations)
    texts = _texts(views, "bindings")
    heads = _texts(views, "heads")
    return OperationsModule(
        doc=docstring_text(f"Operations of `{resource.name}`."),
        operations=views,
        bindings=tuple(each for each in ("Bindings", "Style") if f"{each}(" in texts),
        heads=tuple(each for each in ("Head", "HeadField") if f"{each}(" in heads),
        streams=any(each.stream is not None for each in resource.operations),
    )


def _texts(views: tuple[OperationView, ...], name: str) -> str:
    return "".join(text for view in views for extra, text in view.extras if extra == name)


def operations_index(api: Api) -> OperationsIndex:
    return OperationsIndex(
        ids=tuple(literal(operation.id) for operation in api.operations),
        modules=tuple((literal(r.name), literal(naming.module(r.name))) for r in api.resources),
    )


def objects_module(api: Api) -> ObjectsModule:
    """Objects that requests hold, each after those that it refers to."""
    ordered: dict[str, ObjectView] = {}
    for declared in api.request_objects:
        _collect(api, declared.name, ordered, set())
    return ObjectsModule(
        objects=tuple(ordered.values()),
        circular=tuple((o.name, *field) for o in ordered.values() for field in o.circular),
    )


def _collect(api: Api, name: str, ordered: dict[str, ObjectView], around: set[str]) -> None:
    """Add an object, unless it is there or being added: `around` are those that hold it."""
    if name in ordered or name in around:
        return
    declared = api.objects[name]
    for each in declared.fields:
        for inner in sorted(wires.referenced(each.type)):
            _collect(api, inner, ordered, {*around, name})
    fields: list[tuple[str, str]] = []
    circular: list[tuple[str, str]] = []
    for each in declared.fields:
        known = wires.referenced(each.type) <= ordered.keys()
        (fields if known else circular).append(
            (literal(each.wire_name), wires.expression(each.type))
        )
    short = declared.shorthand_field
    ordered[name] = ObjectView(
        name=naming.constant(naming.variable(name)),
        fields=tuple(fields),
        circular=tuple(circular),
        shorthand=literal(short.wire_name) if short else None,
    )


def _operation(api: Api, own: Operation) -> OperationView:
    operation = api.with_common(own)
    return OperationView(
        constant=naming.constant(operation.name),
        id=literal(operation.id),
        method=literal(operation.method),
        path=literal(operation.path),
        effect=literal(operation.effect),
        section=literal(operation.section),
        encoding=literal(operation.encoding),
        arguments=tuple(
            (literal(a.name), wires.expression(a.type, "_objects.")) for a in operation.arguments
        ),
        extras=tuple(extras(api, operation)),
    )
