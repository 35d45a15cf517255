"""The resources package: a class a resource, a method an operation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from apiscribe import naming
from apiscribe.model import (
    Api,
    Argument,
    Limit,
    NumberPaging,
    ObjectRef,
    Operation,
    Paging,
    Resource,
    TokenPaging,
    ValueType,
)
from apiscribe.model.authentication import ClientCredentials
from apiscribe.model.paging import (
    CountedPages,
    CursorPages,
    LastItemPages,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from apiscribe.views import rule_sentences, sentences
from apiscribe.views.clients.flavors import ClientFlavor
from apiscribe.views.clients.saving import SaverMethod, returned, saver
from apiscribe.views.python_types import annotations as hints
from apiscribe.views.python_types.annotations import Imports, ShadowedNames
from apiscribe.views.python_types.returns import (
    conditional_annotation,
    item_annotation,
    returned_annotation,
    returned_class,
)
from apiscribe.views.text import block, entry, listed, paragraph, rules_section, sentence

_INDENT = 8
"""Columns that a method's docstring stands in."""


@dataclass(frozen=True)
class Parameter:
    name: str
    annotation: str
    default: str | None


@dataclass(frozen=True)
class Overload:
    """A signature by which a method may be called."""

    parameters: tuple[Parameter, ...]
    returns: str


@dataclass(frozen=True)
class PagerMethod:
    """A method that walks over the pages of another, whose arguments it takes."""

    name: str
    parameters: tuple[Parameter, ...]
    returns: str
    items: str
    """The field of a page that holds its items."""
    limit: str
    """The name of the parameter that limits how many."""
    summary: str
    sections: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ClientMethod:
    name: str
    constant: str
    parameters: tuple[Parameter, ...]
    returns: str
    returned: str
    """The class of what is returned, as an expression."""
    summary: str
    sections: tuple[tuple[str, ...], ...]
    """Blocks of lines of the docstring, after the summary."""
    overloads: tuple[Overload, ...] = ()
    """Where what is returned follows from the arguments; the last one is of all."""
    pager: PagerMethod | None = None
    saver: SaverMethod | None = None


@dataclass(frozen=True)
class ResourceModule:
    flavor: ClientFlavor
    doc: str
    class_name: str
    raw_class_name: str
    operations: str
    """The module of the operations as data."""
    methods: tuple[ClientMethod, ...]
    imports: tuple[str, ...]


def resource_module(api: Api, resource: Resource, flavor: ClientFlavor) -> ResourceModule:
    # Annotations are read in the class, where a method hides what has its name.
    hidden = frozenset(naming.variable(operation.name) for operation in resource.operations)
    imports = Imports(ShadowedNames(hidden))
    return ResourceModule(
        flavor=flavor,
        doc=paragraph(sentence(resource.summary), 4),
        class_name=flavor.named(naming.resource_class(resource.name)),
        raw_class_name=flavor.named(naming.raw_resource_class(resource.name)),
        operations=naming.variable(resource.name),
        methods=tuple(_method(api, each, flavor, imports) for each in resource.operations),
        imports=imports.lines(),
    )


def _method(api: Api, operation: Operation, flavor: ClientFlavor, imports: Imports) -> ClientMethod:
    # In a method's body, its arguments hide what has their name.
    hidden = frozenset(naming.argument(argument.name) for argument in operation.arguments)
    in_body = Imports(ShadowedNames(hidden), needed=imports.needed)
    method = ClientMethod(
        name=naming.variable(operation.name),
        constant=naming.constant(operation.name),
        parameters=_parameters(api, operation.arguments, imports),
        returns=returned_annotation(api, operation, imports),
        returned=returned_class(api, operation, in_body),
        summary=paragraph(operation.summary, _INDENT + 3),
        sections=tuple(_sections(api, operation)),
    )
    if operation.content_types is not None:
        method = replace(method, saver=saver(api, operation, method.name, imports))
    if operation.paging is not None:
        method = replace(method, pager=_pager_of(api, operation, method, flavor, imports))
    if operation.may_be_unchanged:
        method = _overloaded(api, operation, method, imports)
    return method


def _overloaded(
    api: Api, operation: Operation, method: ClientMethod, imports: Imports
) -> ClientMethod:
    """Only who says which version is known may hear that there is no other."""
    known = {naming.argument(each.name) for each in operation.condition_arguments}
    unasked = tuple(
        replace(each, annotation="UnsetType") if each.name in known else each
        for each in method.parameters
    )
    returns = conditional_annotation(api, operation, imports)
    overloads = (Overload(unasked, method.returns), Overload(method.parameters, returns))
    imports.take("typing", "overload")
    return replace(method, returns=returns, overloads=overloads)


def _pager_of(
    api: Api, operation: Operation, method: ClientMethod, flavor: ClientFlavor, imports: Imports
) -> PagerMethod:
    assert operation.paging is not None
    return _pager(api, operation, operation.paging, method, flavor, imports)


def _pager(
    api: Api,
    operation: Operation,
    paging: Paging,
    method: ClientMethod,
    flavor: ClientFlavor,
    imports: Imports,
) -> PagerMethod:
    place, held = _held(api, operation, paging.items)
    item = item_annotation(api, held, imports)
    how = _HOW[type(paging)]
    limit = naming.item_limit([each.name for each in method.parameters])
    summary = f"Walk through all pages of `{method.name}`, {how}, and yield what they hold."
    pager = imports.named_type(api, flavor.named("Pager"))
    # A page alone may be unchanged; what is walked is all of them.
    known = {naming.argument(each.name) for each in operation.condition_arguments}
    return PagerMethod(
        name=naming.pager(method.name),
        parameters=tuple(each for each in method.parameters if each.name not in known),
        returns=f"{pager}[{method.returns}, {item}]",
        items=place,
        limit=limit,
        summary=paragraph(summary, _INDENT + 3),
        sections=(
            tuple(block(_pager_notes(method.name, paging, limit))),
            tuple(_pager_raises(api, paging, method)),
        ),
    )


_HOW: dict[type[Paging], str] = {
    NumberPaging: "by number",
    TokenPaging: "by token",
    CountedPages: "by number",
    OffsetPages: "by offset",
    CursorPages: "by cursor",
    LastItemPages: "by the last item of each",
    LinkPages: "by the links between them",
    UrlPages: "by the address of the next",
}


def _held(api: Api, operation: Operation, items: str) -> tuple[str, ValueType]:
    """Where a page has its items, as an expression, and what that is."""
    assert operation.returns is not None, "what has pages returns them"
    place, found = "page", operation.returns
    for key in filter(None, items.split(".")):
        assert isinstance(found, ObjectRef), "the checks have found the list"
        fields = {each.wire_name: each for each in api.objects[found.object].fields}
        place, found = f"{place}.{naming.field(fields[key].name)}", fields[key].type
    return place, found


def _pager_notes(method: str, paging: Paging, limit: str) -> str:
    notes = (
        f"Takes what `{method}` takes, and in `{limit}` how many are "
        "wanted. Each page is asked for when it is needed, and each walk starts anew; `.pages()` "
        "has them whole."
    )
    if isinstance(paging, TokenPaging | CursorPages) and paging.lifetime:
        notes += f" A token lives for {_span(paging.lifetime)}."
    else:
        notes += " Records that are added or removed meanwhile may be missed or seen twice."
    return notes


def _span(seconds: int) -> str:
    return f"{seconds} seconds" if seconds % 60 or seconds == 60 else f"{seconds // 60} minutes"


def _parameters(
    api: Api, arguments: tuple[Argument, ...], imports: Imports
) -> tuple[Parameter, ...]:
    found = []
    for each in arguments:
        annotation = hints.argument(api, each.type, imports)
        default = None
        if not each.always_required:
            annotation, default = f"{annotation} | UnsetType", "UNSET"
        found.append(Parameter(naming.argument(each.name), annotation, default))
    return tuple(found)


def _sections(api: Api, operation: Operation) -> list[tuple[str, ...]]:
    blocks: list[list[str]] = []
    if operation.deprecated:
        blocks.append(block(sentences.deprecation(operation.deprecated)))
    if operation.description:
        blocks.append(block(sentence(operation.description)))
    if operation.arguments:
        lines = ["Args:"]
        for each in operation.arguments:
            lines += [f"    {line}" for line in _entry(api, each)]
        blocks.append(lines)
    blocks.append(rules_section("Rules:", rule_sentences.rules_of(api, operation)))
    for where, rules in rule_sentences.rules_inside(api, operation.arguments):
        blocks.append(rules_section(f"Rules of {where}:", rules))
    if operation.statuses:
        told = _by_status(api, operation)
        blocks.append(["Returns:", *(f"    {line}" for each in told for line in block(each, 84))])
    elif isinstance(operation.returns, ObjectRef):
        answer = sentence(api.objects[operation.returns.object].doc) + _wrapping(operation)
        blocks.append(["Returns:", *(f"    {line}" for line in block(answer, 84))])
    if content := returned(operation):
        blocks.append(["Returns:", *(f"    {line}" for line in block(content, 84))])
    if operation.truths:
        blocks.append(["Returns:", *(f"    {line}" for line in block(_meanings(operation), 84))])
    if operation.may_be_unchanged:
        known = " or ".join(f"`{naming.argument(a.name)}`" for a in operation.condition_arguments)
        blocks.append(block(f"With {known}: `types.NotModified` where there is no other version."))
    blocks.append(_raises(api, operation))
    blocks += [block(each) for each in _sending(api, operation)]
    blocks.append([f"Rate limit: {_limits(operation.limits)}"] if operation.limits else [])
    blocks.append(block(f"Section: {operation.section}"))
    return [tuple(lines) for lines in blocks if lines]


def _by_status(api: Api, operation: Operation) -> list[str]:
    """What is said of several statuses."""
    told = []
    for status, of in operation.statuses.items():
        what = "Nothing"
        if isinstance(of, ObjectRef):
            what = api.objects[of.object].doc
        elif of is not None:
            what = sentences.noun(api, of).capitalize()
        told.append(f"{what.rstrip('.')} (status {status}).")
    return told


def _wrapping(operation: Operation) -> str:
    """What is said of a response that holds more than what is returned."""
    if not operation.unwrap:
        return ""
    return f" It is `{'.'.join(operation.unwrap)}` of the response; `with_raw_response` has all."


def _meanings(operation: Operation) -> str:
    """Which statuses mean yes, and which no; neither is an error."""
    said = []
    for truth in (True, False):
        statuses = (str(each) for each, meant in operation.truths.items() if meant is truth)
        said.append(f"{truth} if the status is {listed(statuses, 'or')}")
    return f"{listed(said, 'and')}."


def _entry(api: Api, argument: Argument) -> list[str]:
    name, text = naming.argument(argument.name), sentences.argument(api, argument)
    if argument.written:
        text += f" The API calls it `{argument.written}`."
    if argument.idempotency_key:
        text += " Made by the client where it is left out, and the same when it is sent again."
    elif name != argument.name and not argument.written:
        text += f" The API and its rules call it `{argument.name}`."
    return entry(name, text, _INDENT + 4)


def _raises(api: Api, operation: Operation) -> list[str]:
    """What a call can end in, as far as this operation can come to it."""
    found = ["ConfigurationError: the client is closed."]
    if operation.arguments or api.common:
        found.append("InvalidArguments: an argument breaks a rule; nothing was sent.")
    if operation.authentication:
        found[0] = "ConfigurationError: the client is closed, or lacks the credentials for this."
    if any(
        isinstance(api.authentication.schemes[name], ClientCredentials)
        for each in api.authentication.of(operation.authentication)
        for name in each
    ):
        found.append("TokenRefused: the API gives this client no token.")
    if operation.limits:
        found.append("RateLimited: the rate limit leaves no room in time, or the API says so.")
    elif any(error.kind == "rate_limit" for error in api.errors):
        found.append("RateLimited: the API says that there were enough requests for now.")
    by_name = {error.name: error for error in api.errors}
    found += [sentence(f"{name}: {_lowered(by_name[name].meaning)}") for name in operation.errors]
    found += [
        "APIError: the API refused the request.",
        "ResponseError: the answer is not what the API documents.",
        "TransportError: no answer came back.",
    ]
    return ["Raises:", *(f"    {line}" for line in found)]


def _lowered(text: str) -> str:
    """A sentence's text behind a colon."""
    rest = text[1:2]
    return text if rest.isupper() else text[:1].lower() + text[1:]


def _sending(api: Api, operation: Operation) -> list[str]:
    """What the request says of its sender, and where it goes, if that is not as usual."""
    found = []
    if operation.authentication is not None:
        ways = (listed(map(_quoted, each), "and") for each in operation.authentication)
        found.append(f"Authentication: {listed(ways) or 'none'}.")
    if operation.server is not None:
        found.append(f"Server: `{operation.server}`.")
    return found


def _quoted(name: str) -> str:
    return f"`{name}`"


def _pager_raises(api: Api, paging: Paging, method: ClientMethod) -> list[str]:
    if isinstance(paging, LinkPages | UrlPages):
        why = "the next page is on another host, or was there before"
    elif isinstance(paging, OffsetPages | CountedPages):
        why = "a page is no list, or many in a row are empty"
    elif isinstance(paging, CursorPages | LastItemPages):
        why = "a cursor leads back to a page that was there before"
    elif isinstance(paging, TokenPaging):
        why = "a token leads back to a page that was there before"
        why += ", or has expired" if paging.lifetime else ""
    else:
        why = "a page comes twice, or does not say how many follow"
    lines = [
        "ConfigurationError: the limit is no number of items.",
        f"PagingError: {why}.",
        f"{naming.class_name(api.error_base)}: what `{method.name}` raises, page by page.",
    ]
    return ["Raises:", *(f"    {line}" for line in lines)]


def _limits(limits: tuple[Limit, ...]) -> str:
    return f"{listed((sentences.limit(each) for each in limits), 'and')}."
