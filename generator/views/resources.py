"""The resources package: a class a resource, a method an operation."""

from __future__ import annotations

from dataclasses import dataclass

from generator import naming
from generator.model import (
    Api,
    Argument,
    Limit,
    ListType,
    MapType,
    ObjectRef,
    Operation,
    Resource,
    TokenPaging,
    ValueType,
)
from generator.views import annotations as hints
from generator.views import sentences
from generator.views.annotations import Imports
from generator.views.text import entry, listed, paragraph, sentence, wrap

_INDENT = 8
"""Columns that a method's docstring stands in."""


@dataclass(frozen=True)
class Parameter:
    name: str
    annotation: str
    default: str | None


@dataclass(frozen=True)
class Method:
    name: str
    constant: str
    parameters: tuple[Parameter, ...]
    returns: str
    returned: str
    """The class of what is returned, as an expression."""
    summary: str
    sections: tuple[tuple[str, ...], ...]
    """Blocks of lines of the docstring, after the summary."""


@dataclass(frozen=True)
class PagerMethod:
    name: str
    constant: str
    parameters: tuple[Parameter, ...]
    page: str
    item: str
    items: str
    summary: str
    sections: tuple[tuple[str, ...], ...]


def module(api: Api, resource: Resource) -> dict[str, object]:
    imports, answers, items = Imports(), set[tuple[str, str]](), set[tuple[str, str]]()
    methods, pagers = [], []
    for operation in resource.operations:
        method = _method(api, operation, imports, answers)
        methods.append(method)
        if operation.paging is not None:
            pagers.append(_pager(api, operation, method, items))
    return {
        "doc": sentence(resource.summary),
        "class_doc": paragraph(resource.summary, 4),
        "class_name": naming.resource_class(resource.name),
        "raw_class_name": naming.raw_resource_class(resource.name),
        "variable": naming.variable(resource.name),
        "methods": methods,
        "pagers": pagers,
        "imports": [f"from {module} import {name}" for module, name in sorted(imports.stdlib)],
        "answers": sorted(answers),
        "models": sorted((imports.models | items) - answers),
        "types": sorted(imports.types),
        "uploads": imports.uploads,
    }


def _method(
    api: Api, operation: Operation, imports: Imports, answers: set[tuple[str, str]]
) -> Method:
    returns = _returns(api, operation.returns, answers)
    return Method(
        name=naming.variable(operation.name),
        constant=naming.constant(operation.name),
        parameters=_parameters(api, operation, operation.arguments, imports),
        returns=returns,
        returned="type(None)" if operation.returns is None else returns,
        summary=paragraph(operation.summary, _INDENT + 3),
        sections=tuple(_sections(api, operation)),
    )


def _pager(
    api: Api, operation: Operation, method: Method, items: set[tuple[str, str]]
) -> PagerMethod:
    assert operation.paging is not None and isinstance(operation.returns, ObjectRef)
    page = api.objects[operation.returns.object]
    field = next(f for f in page.fields if f.name == operation.paging.items)
    assert isinstance(field.type, ListType)
    how = "by token" if isinstance(operation.paging, TokenPaging) else "by number"
    summary = f"Walk through all pages of `{method.name}`, {how}, and yield what they hold."
    return PagerMethod(
        name=naming.pager(method.name),
        constant=method.constant,
        parameters=method.parameters,
        page=method.returns,
        item=_returns(api, field.type.item, items),
        items=naming.variable(field.name),
        summary=paragraph(summary, _INDENT + 3),
        sections=(tuple(wrap(_pager_notes(operation), 88)),),
    )


def _pager_notes(operation: Operation) -> str:
    notes = (
        f"Takes what `{naming.variable(operation.name)}` takes; each page is asked for when it is "
        "needed, and each walk starts anew."
    )
    if isinstance(operation.paging, TokenPaging) and operation.paging.lifetime:
        minutes = operation.paging.lifetime // 60
        notes += f" A token lives for {minutes} minutes: ask for the next page within them."
    else:
        notes += " Records that are added or removed meanwhile may be missed or seen twice."
    return notes


def _parameters(
    api: Api, operation: Operation, arguments: tuple[Argument, ...], imports: Imports
) -> tuple[Parameter, ...]:
    found = []
    for each in arguments:
        annotation = hints.argument(api, each.type, imports)
        optional = not each.required or each.conditional
        if optional:
            annotation = f"{annotation} | UnsetType"
        found.append(
            Parameter(naming.variable(each.name), annotation, "UNSET" if optional else None)
        )
    return tuple(found)


def _returns(api: Api, of: ValueType | None, needed: set[tuple[str, str]]) -> str:
    match of:
        case None:
            return "None"
        case ObjectRef():
            name = naming.class_name(of.object)
            needed.add((naming.variable(api.objects[of.object].module), name))
            return name
        case ListType():
            return f"builtins.list[{_returns(api, of.item, needed)}]"
        case MapType():
            return f"dict[str, {_returns(api, of.value, needed)}]"
        case _:
            return {"TextType": "str", "IntegerType": "int", "BooleanType": "bool"}.get(
                type(of).__name__, "object"
            )


def _sections(api: Api, operation: Operation) -> list[tuple[str, ...]]:
    blocks: list[list[str]] = []
    if operation.description:
        blocks.append(wrap(sentence(operation.description), 88))
    if operation.arguments:
        lines = ["Args:"]
        for each in operation.arguments:
            text = sentences.argument(api, each)
            lines += [
                f"    {line}" for line in entry(naming.variable(each.name), text, _INDENT + 4)
            ]
        blocks.append(lines)
    rules = [
        sentences.argument_rule(api, sentences.members(operation), rule) for rule in operation.rules
    ]
    if rules:
        blocks.append(["Rules:", *(f"    {line}" for rule in rules for line in _hanging(rule))])
    blocks.append(_raises(operation))
    blocks.append([f"Rate limit: {_limits(operation.limits)}"] if operation.limits else [])
    blocks.append([f"Section: {operation.section}"])
    return [tuple(block) for block in blocks if block]


def _hanging(text: str) -> list[str]:
    lines = wrap(text, 82)
    return [lines[0], *(f"    {line}" for line in lines[1:])]


def _raises(operation: Operation) -> list[str]:
    checked = ["    InvalidArguments: an argument breaks a rule; nothing was sent."]
    return [
        "Raises:",
        *(checked if operation.arguments else []),
        "    APIError: the API refused the request.",
        "    TransportError: no answer came back.",
    ]


def _limits(limits: tuple[Limit, ...]) -> str:
    return f"{listed((sentences.limit(each) for each in limits), 'and')}."
