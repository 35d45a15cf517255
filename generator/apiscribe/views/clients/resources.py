"""The resources package: a class a resource, a method an operation."""

from __future__ import annotations

from dataclasses import dataclass

from apiscribe import naming
from apiscribe.model import Api, Argument, Limit, ObjectRef, Operation, Resource, TokenPaging
from apiscribe.views import sentences
from apiscribe.views.clients.flavors import ClientFlavor
from apiscribe.views.python_types import annotations as hints
from apiscribe.views.python_types.annotations import Imports, ShadowedNames
from apiscribe.views.python_types.returns import (
    answer_annotation,
    answer_class,
    holds_identifiers,
    item_annotation,
)
from apiscribe.views.text import block, entry, listed, paragraph, sentence

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
    limit: str
    """The name of the parameter that limits how many."""
    summary: str
    sections: tuple[tuple[str, ...], ...]


def module(api: Api, resource: Resource, flavor: ClientFlavor) -> dict[str, object]:
    # Annotations are read in the class, where a method hides what has its name.
    hidden = frozenset(naming.variable(operation.name) for operation in resource.operations)
    imports, answers, items = (
        Imports(ShadowedNames(hidden)),
        set[tuple[str, str]](),
        set[tuple[str, str]](),
    )
    methods: list[tuple[Method, list[PagerMethod]]] = []
    for operation in resource.operations:
        method = _method(api, operation, imports, answers)
        paged = operation.paging is not None
        pagers = [_pager(api, operation, method, imports, items)] if paged else []
        methods.append((method, pagers))
    return {
        "doc": paragraph(sentence(resource.summary), 4),
        "class_doc": paragraph(resource.summary, 4),
        "flavor": flavor,
        "class_name": flavor.named(naming.resource_class(resource.name)),
        "raw_class_name": flavor.named(naming.raw_resource_class(resource.name)),
        "variable": naming.variable(resource.name),
        "methods": methods,
        "imports": imports.lines(),
        "answers": sorted(answers),
        "identifiers": any(holds_identifiers(each.returns) for each in resource.operations),
        "models": sorted((imports.models | items) - answers),
        "types": sorted(imports.types),
        "uploads": imports.uploads,
    }


def _method(
    api: Api, operation: Operation, imports: Imports, answers: set[tuple[str, str]]
) -> Method:
    hidden = frozenset(naming.variable(argument.name) for argument in operation.arguments)
    returned = answer_class(api, operation.returns, ShadowedNames(hidden), answers)
    return Method(
        name=naming.variable(operation.name),
        constant=naming.constant(operation.name),
        parameters=_parameters(api, operation, operation.arguments, imports),
        returns=answer_annotation(api, operation.returns, imports, answers),
        returned=returned,
        summary=paragraph(operation.summary, _INDENT + 3),
        sections=tuple(_sections(api, operation)),
    )


def _pager(
    api: Api, operation: Operation, method: Method, imports: Imports, items: set[tuple[str, str]]
) -> PagerMethod:
    assert operation.paging is not None
    assert isinstance(operation.returns, ObjectRef)
    page = api.objects[operation.returns.object]
    field = next(f for f in page.fields if f.name == operation.paging.items)
    how = "by token" if isinstance(operation.paging, TokenPaging) else "by number"
    limit = naming.item_limit([each.name for each in method.parameters])
    summary = f"Walk through all pages of `{method.name}`, {how}, and yield what they hold."
    return PagerMethod(
        name=naming.pager(method.name),
        constant=method.constant,
        parameters=method.parameters,
        page=method.returns,
        item=item_annotation(api, field.type, imports, items),
        items=naming.field(field.name),
        limit=limit,
        summary=paragraph(summary, _INDENT + 3),
        sections=(tuple(block(_pager_notes(operation, limit))),),
    )


def _pager_notes(operation: Operation, limit: str) -> str:
    notes = (
        f"Takes what `{naming.variable(operation.name)}` takes, and in `{limit}` how many are "
        "wanted. Each page is asked for when it is needed, and each walk starts anew; `.pages()` "
        "has them whole."
    )
    if isinstance(operation.paging, TokenPaging) and operation.paging.lifetime:
        notes += (
            f" A token lives for {_span(operation.paging.lifetime)}: whoever takes longer for a "
            "page gets a PagingError."
        )
    else:
        notes += " Records that are added or removed meanwhile may be missed or seen twice."
    return notes


def _span(seconds: int) -> str:
    return f"{seconds} seconds" if seconds % 60 or seconds == 60 else f"{seconds // 60} minutes"


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


def _sections(api: Api, operation: Operation) -> list[tuple[str, ...]]:
    blocks: list[list[str]] = []
    if operation.description:
        blocks.append(block(sentence(operation.description)))
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
    if isinstance(operation.returns, ObjectRef):
        answer = sentence(api.objects[operation.returns.object].doc)
        blocks.append(["Returns:", *(f"    {line}" for line in block(answer, 84))])
    blocks.append(_raises(operation))
    blocks.append([f"Rate limit: {_limits(operation.limits)}"] if operation.limits else [])
    blocks.append(block(f"Section: {operation.section}"))
    return [tuple(lines) for lines in blocks if lines]


def _hanging(text: str) -> list[str]:
    lines = block(text, 82)
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
