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
from apiscribe.views.clients.overloads import (
    Overload,
    Parameter,
    Returned,
    conditional,
    is_whole,
    returned_by,
    runtime_classes,
    signatures,
)
from apiscribe.views.clients.saving import SaverMethod, saver
from apiscribe.views.clients.walking import PagerMethod, pager
from apiscribe.views.python_types import annotations as hints
from apiscribe.views.python_types.annotations import Imports, ShadowedNames
from apiscribe.views.python_types.returns import answer_annotation, answer_class
from apiscribe.views.streams import item_of
from apiscribe.views.text import paragraph, sentence


class ClientMethod(Struct, frozen=True):
    name: str
    constant: str
    parameters: tuple[Parameter, ...]
    unconditional: tuple[Parameter, ...]
    """The same without those of a version: what is walked or saved is had as a whole."""
    returns: str
    returned: Returned
    """The classes of what is returned, as expressions."""
    is_whole: str
    """Whether that is all of it, as an expression; empty if it always is."""
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
        returns=returned_by(api, operation, imports).whole,
        returned=runtime_classes(api, operation, in_body),
        is_whole=is_whole(operation),
        summary=paragraph(operation.summary, INDENT + 3),
        sections=docs,
        options=imports.named_type(
            api, "UploadOptions" if operation.has_files else "RequestOptions"
        ),
        definition=flavor.definition,
        call=flavor.call,
    )
    if operation.stream is not None:
        return _yielding(api, operation, method, flavor, imports, in_body)
    if operation.content_types is not None:
        method = replace(method, saver=saver(api, operation, method.name, imports))
    if operation.beside is not None:
        in_raw = Imports(_IN_RAW, needed=imports.needed)
        method = replace(method, beside=in_raw.model(api, operation.beside.object))
    walk = pager(api, operation, method.name, method.unconditional, flavor, imports)
    method = replace(method, pager=walk)
    return _overloaded(api, operation, method, imports)


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
        returned=Returned(answer_class(api, item, in_body)),
        definition="def",
        call="self._stream",
        is_stream=True,
    )


def _overloaded(
    api: Api, operation: Operation, method: ClientMethod, imports: Imports
) -> ClientMethod:
    """The method with what it returns by what is given, where that says it."""
    returned = returned_by(api, operation, imports)
    signed = signatures(operation, method.parameters, returned, returned.either)
    if operation.may_be_unchanged:
        signed = tuple(conditional(api, operation, signed, imports))
    if len(signed) > 1:
        imports.take("typing", "overload")
    overloads = signed if len(signed) > 1 else ()
    return replace(method, returns=signed[-1].returns, overloads=overloads)


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
