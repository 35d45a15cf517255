"""What unions are called, and what the runtime knows of each: the module `_unions`."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import (
    Api,
    ObjectRef,
    UnionType,
    arms,
    file_in,
)
from apiscribe.runtime.semantics.members import Arm
from apiscribe.views import all_types
from apiscribe.views.python_types.annotations import Imports
from apiscribe.views.python_types.returns import answer_annotation, answer_part
from apiscribe.views.text import literal


class ArmsView(Struct, frozen=True):
    """A constant of `_unions.py`."""

    constant: str
    members: tuple[str, ...]
    by: str | None
    closed: bool


class UnionsModule(Struct, frozen=True):
    unions: tuple[ArmsView, ...]


class UnionView(Struct, frozen=True):
    """A type of `models/_unions.py`."""

    name: str
    annotation: str
    constant: str
    members: tuple[str, ...]


class UnionModels(Struct, frozen=True):
    """`models/_unions.py`."""

    unions: tuple[UnionView, ...]
    imports: tuple[str, ...]


def unions(api: Api) -> dict[str, UnionType]:
    """All unions, by the names that they have in Python."""
    found: dict[str, UnionType] = {}
    for each in all_types.every(api):
        if isinstance(each, UnionType):
            found.setdefault(naming.union(each), each)
    return found


def unions_module(api: Api) -> UnionsModule:
    return UnionsModule(tuple(_arms(api, name, of) for name, of in unions(api).items()))


def _arms(api: Api, name: str, of: UnionType) -> ArmsView:
    found = arms(api.objects, of)
    return ArmsView(
        constant=naming.union_constant(of),
        members=tuple(map(_arm, found.members)),
        by=literal(of.by) if of.by is not None else None,
        closed=of.closed,
    )


def _arm(arm: Arm) -> str:
    given = {"tags": arm.tags, "required": arm.required, "known": arm.known}
    more = "".join(f", {key}={literal(value)}" for key, value in given.items() if value)
    return f"Arm({literal(arm.kinds)}{more})"


def model_names(api: Api) -> tuple[str, ...]:
    """What the package `models` has of unions."""
    return tuple(each.name for each in union_models(api).unions)


def union_models(api: Api) -> UnionModels:
    imports = Imports()
    answered = (each for each in unions(api).items() if _is_modelled(api, each[1]))
    views = tuple(_model(api, name, of, imports) for name, of in answered)
    return UnionModels(views, imports.lines())


def _is_modelled(api: Api, of: UnionType) -> bool:
    """Whether the models of its members are there."""
    return file_in(of) is None and all(
        api.objects[member.type.object].used_in
        for member in of.members
        if isinstance(member.type, ObjectRef)
    )


def _model(api: Api, name: str, of: UnionType, imports: Imports) -> UnionView:
    members = [answer_annotation(api, member.type, imports) for member in of.members]
    unknown = [] if of.closed else [f"{imports.take(api.package, 'models')}.UnknownMember"]
    identifier = imports.take(f"{api.package}._runtime.model", "Identifier")
    return UnionView(
        name=name,
        annotation=" | ".join(dict.fromkeys([*members, *unknown])),
        constant=naming.union_constant(of),
        members=tuple(answer_part(api, m.type, imports, identifier) for m in of.members),
    )
