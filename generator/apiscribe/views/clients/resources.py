"""The resources package: a class a resource, a method an operation."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from apiscribe import naming
from apiscribe.model import (
    Api,
    Argument,
    Operation,
    Resource,
)
from apiscribe.views.clients.flavors import ClientFlavor
from apiscribe.views.clients.method_docs import INDENT, Sections
from apiscribe.views.clients.saving import SaverMethod, saver
from apiscribe.views.clients.walking import PagerMethod, pager
from apiscribe.views.python_types import annotations as hints
from apiscribe.views.python_types.annotations import Imports, ShadowedNames
from apiscribe.views.python_types.returns import (
    answer_annotation,
    answer_class,
    conditional_annotation,
    returned_annotation,
    returned_class,
)
from apiscribe.views.streams import item_of
from apiscribe.views.text import paragraph, sentence


class Parameter(Struct, frozen=True):
    name: str
    annotation: str
    default: str | None


class Overload(Struct, frozen=True):
    """A signature by which a method may be called."""

    parameters: tuple[Parameter, ...]
    returns: str


class ClientMethod(Struct, frozen=True):
    name: str
    constant: str
    parameters: tuple[Parameter, ...]
    unconditional: tuple[Parameter, ...]
    """The same without those of a version: what is walked or saved is had as a whole."""
    returns: str
    returned: str
    """The class of what is returned, or of each item that is yielded, as an expression."""
    summary: str
    sections: Sections
    options: str
    """The class of what the method takes beside its arguments."""
    definition: str
    """How it is defined, and"""
    call: str
    """what it calls."""
    overloads: tuple[Overload, ...] = ()
    """Where what is returned follows from the arguments; the last one is of all."""
    beside: str = ""
    """The class of what stands beside what is returned, as an expression of the raw class."""
    pager: PagerMethod | None = None
    saver: SaverMethod | None = None
    is_stream: bool = False


class ResourceModule(Struct, frozen=True):
    flavor: ClientFlavor
    doc: str
    class_name: str
    raw_class_name: str
    operations: str
    """The module of the operations as data."""
    methods: tuple[ClientMethod, ...]
    options: str
    """What walking and saving take beside the arguments."""
    imports: tuple[str, ...]


_IN_RAW = ShadowedNames(frozenset(("raw", "async_raw", "resource", "self")))
"""What the constructor of a raw class has, which hides what is called so."""


def resource_module(
    api: Api, resource: Resource, flavor: ClientFlavor, docs: Mapping[str, Sections]
) -> ResourceModule:
    """The view of a resource; `docs` are the sections of each operation by its id."""
    # Annotations are read in the class, where a method hides what has its name.
    hidden = frozenset(naming.variable(operation.name) for operation in resource.operations)
    imports = Imports(ShadowedNames(hidden))
    return ResourceModule(
        flavor=flavor,
        doc=paragraph(sentence(resource.summary), 4),
        class_name=flavor.named(naming.resource_class(resource.name)),
        raw_class_name=flavor.named(naming.raw_resource_class(resource.name)),
        operations=naming.module(resource.name),
        methods=tuple(
            _method(api, each, flavor, imports, docs[each.id]) for each in resource.operations
        ),
        options=imports.named_type(api, "RequestOptions"),
        imports=imports.lines(),
    )


def _method(
    api: Api, operation: Operation, flavor: ClientFlavor, imports: Imports, docs: Sections
) -> ClientMethod:
    # In a method's body, its arguments hide what has their name.
    hidden = frozenset(naming.argument(argument.name) for argument in operation.arguments)
    in_body = Imports(ShadowedNames(hidden), needed=imports.needed)
    parameters = _parameters(api, operation.arguments, imports)
    known = {naming.argument(each.name) for each in operation.condition_arguments}
    method = ClientMethod(
        name=naming.variable(operation.name),
        constant=naming.constant(operation.name),
        parameters=parameters,
        unconditional=tuple(each for each in parameters if each.name not in known),
        returns=returned_annotation(api, operation, imports),
        returned=returned_class(api, operation, in_body),
        summary=paragraph(operation.summary, INDENT + 3),
        sections=docs,
        options=imports.named_type(
            api, "UploadOptions" if operation.has_files else "RequestOptions"
        ),
        definition=flavor.definition,
        call=flavor.call,
    )
    if operation.stream is not None:
        method = _yielding(api, operation, method, flavor, imports, in_body)
    if operation.content_types is not None:
        method = replace(method, saver=saver(api, operation, method.name, imports))
    if operation.beside is not None:
        in_raw = Imports(_IN_RAW, needed=imports.needed)
        method = replace(method, beside=in_raw.model(api, operation.beside.object))
    if operation.paging is not None:
        method = replace(method, pager=_walk(api, operation, method, flavor, imports))
    if operation.may_be_unchanged:
        method = _overloaded(api, operation, method, imports)
    return method


def _walk(
    api: Api, operation: Operation, method: ClientMethod, flavor: ClientFlavor, imports: Imports
) -> PagerMethod:
    taken = [each.name for each in method.parameters]
    return pager(api, operation, method.name, taken, method.returns, flavor, imports)


def _yielding(
    api: Api,
    operation: Operation,
    method: ClientMethod,
    flavor: ClientFlavor,
    imports: Imports,
    in_body: Imports,
) -> ClientMethod:
    """Nothing is awaited by whoever calls it, but by whoever asks for an item."""
    item, stream = item_of(operation), imports.named_type(api, flavor.named("Stream"))
    return replace(
        method,
        returns=f"{stream}[{answer_annotation(api, item, imports)}]",
        returned=answer_class(api, item, in_body),
        definition="def",
        call="self._stream",
        is_stream=True,
    )


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
