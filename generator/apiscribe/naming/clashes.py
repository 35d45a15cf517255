"""Names that two things would share, or that something has already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from apiscribe.model import Api, Operation
from apiscribe.naming import (
    alias,
    argument,
    async_class,
    class_name,
    constant,
    constants_class,
    dict_class,
    event_class,
    field,
    module,
    pager,
    raw_class,
    raw_resource_class,
    resource_class,
    saver,
    variable,
)
from apiscribe.naming.reserved import (
    CLIENT_ARGUMENTS,
    CLIENT_CLASSES,
    CLIENT_NAMES,
    EVENTS,
    EXPORTED_ERRORS,
    MODEL_CLASSES,
    REQUEST_OPTIONS,
    RUNTIME_ERRORS,
    TYPE_CLASSES,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A part of the model, and a name that something generated would have from it."""

    name: str
    part: object
    label: str
    """How messages call the part."""


@dataclass(frozen=True, slots=True)
class Clash:
    part: object
    """The part whose name something else has."""
    message: str


def clashes(api: Api) -> Iterator[Clash]:
    """Everything that would have the name of something else."""
    yield from _taken_by_the_client(api)
    yield from _twice("argument", _client_arguments(api))
    yield from _twice(
        "resource", (Named(module(r.name), r, f"resources.{r.name}") for r in api.resources)
    )
    for resource in api.resources:
        if not resource.on_client:
            yield from _twice("method", _methods(resource.operations))
    yield from _twice("method", _on_the_client(api))
    for operation in api.operations:
        yield from _twice("argument", _arguments(operation))
    yield from _classes_and_constants(api)
    yield from _taken_by_the_runtime(api)
    yield from _errors(api)
    yield from _events(api)


def _taken_by_the_client(api: Api) -> Iterator[Clash]:
    for resource in api.resources:
        if resource.on_client:
            for method in _methods(resource.operations):
                if method.name in CLIENT_NAMES:
                    yield Clash(method.part, _of_every_client("method", method.name))
        elif variable(resource.name) in CLIENT_NAMES:
            yield Clash(resource, _of_every_client("resource", variable(resource.name)))
    several = len(api.servers.servers) > 1
    for each in _client_arguments(api):
        if each.name in CLIENT_ARGUMENTS or (each.name == "server" and several):
            yield Clash(each.part, f"every client has an argument called `{each.name}` already")


def _of_every_client(kind: str, name: str) -> str:
    return f"{kind} `{name}` would have the name of one that every client has; choose another"


def _client_arguments(api: Api) -> Iterator[Named]:
    for credential in api.authentication.credentials:
        yield Named(variable(credential.name), credential, f"credentials.{credential.name}")
    for name, hook in api.authentication.hooks.items():
        yield Named(variable(name), hook, f"schemes.{name}")
    for each in api.servers.variables:
        yield Named(variable(each.name), each, f"server_variables.{each.name}")
    for common in api.common:
        argument = common.argument
        yield Named(variable(argument.name), argument, f"common.{argument.name}")


def _on_the_client(api: Api) -> Iterator[Named]:
    """The operations that stand on the client, beside its resources."""
    if any(resource.on_client for resource in api.resources):
        for resource in api.resources:
            if not resource.on_client:
                yield Named(variable(resource.name), resource, f"resources.{resource.name}")
        for resource in api.resources:
            if resource.on_client:
                yield from _methods(resource.operations)


def _methods(operations: Iterable[Operation]) -> Iterator[Named]:
    for operation in operations:
        label = f"operations.{operation.id}"
        yield Named(variable(operation.name), operation, label)
        if operation.paging is not None:
            yield Named(pager(variable(operation.name)), operation, label)
        if operation.content_types is not None:
            yield Named(saver(variable(operation.name)), operation, label)


def _arguments(operation: Operation) -> Iterator[Named]:
    for each in operation.arguments:
        yield Named(argument(each.name), each, f"operations.{operation.id}.arguments.{each.name}")


def _classes_and_constants(api: Api) -> Iterator[Clash]:
    found = {id(each.part): each for each in _twice("class", _classes(api))}
    for declared in api.objects.values():
        fields = (
            Named(
                f"{declared.name}.{field(each.name)}",
                each,
                f"objects.{declared.name}.fields.{each.name}",
            )
            for each in declared.fields
        )
        found |= {id(each.part): each for each in _twice("field", fields)}
    yield from found.values()
    # What is wrong with the class is wrong with the constant: it is said once.
    yield from (each for each in _twice("constant", _constants(api)) if id(each.part) not in found)


def _classes(api: Api) -> Iterator[Named]:
    client = class_name(api.client_class)
    for name in (client, raw_class(client)):
        yield Named(name, api, "api")
        yield Named(async_class(name), api, "api")
    for resource in api.resources:
        for name in (resource_class(resource.name), raw_resource_class(resource.name)):
            yield Named(name, resource, f"resources.{resource.name}")
            yield Named(async_class(name), resource, f"resources.{resource.name}")
    for name, declared in api.objects.items():
        yield Named(class_name(name), declared, f"objects.{name}")
    for name, value in api.values.items():
        yield Named(alias(name), value, f"values.{name}")
    yield from _types(api)


def _types(api: Api) -> Iterator[Named]:
    for name, value in api.values.items():
        if value.choices or value.listed:
            yield Named(alias(name), value, f"values.{name}")
        if value.named_choices:
            yield Named(constants_class(name), value, f"values.{name}")
    for each in api.lists_with_a_type:
        yield Named(alias(each.name), each, f"lists.{each.name}")
    for declared in api.request_objects:
        name = dict_class(class_name(declared.name))
        yield Named(name, declared, f"objects.{declared.name}")


def _constants(api: Api) -> Iterator[Named]:
    for name, declared in api.objects.items():
        yield Named(constant(variable(name)), declared, f"objects.{name}")
    for name, value in api.values.items():
        yield Named(constant(variable(name)), value, f"values.{name}")


def _taken_by_the_runtime(api: Api) -> Iterator[Clash]:
    client = class_name(api.client_class)
    if client in CLIENT_CLASSES:
        yield _of_every_package(api, client)
    for name, declared in api.objects.items():
        if class_name(name) in MODEL_CLASSES:
            yield _of_every_package(declared, class_name(name))
    for each in _types(api):
        if each.name in TYPE_CLASSES:
            yield _of_every_package(each.part, each.name)


def _of_every_package(part: object, name: str) -> Clash:
    message = f"`{name}` is the name of a class that every package has; call it otherwise"
    return Clash(part, message)


def _errors(api: Api) -> Iterator[Clash]:
    base, client = class_name(api.error_base), class_name(api.client_class)
    rare = {"NotReady"} if api.waits else set()
    for name in (base, client, async_class(client)):
        if name in {*EXPORTED_ERRORS, *rare}:
            yield Clash(api, _exception(name))
    if base in (client, async_class(client)):
        yield Clash(api, f"a client and the exceptions would both be called `{base}`")
    tokens = {"TokenRefused"} if api.authentication.gets_tokens else set()
    taken = RUNTIME_ERRORS | rare | {api.error_base} | tokens
    for error in api.errors:
        if error.name in taken:
            yield Clash(error, _exception(error.name, api.error_base))


def _exception(name: str, base: str = "") -> str:
    whose = "`error_base`" if name == base else "an exception that every package has"
    return f"`{name}` is the name of {whose}; call this one otherwise"


def _events(api: Api) -> Iterator[Clash]:
    events = api.webhooks.events if api.webhooks is not None else ()
    named = [Named(event_class(each.name), each, f"events.{each.name}") for each in events]
    for each in named:
        if each.name in EVENTS:
            yield Clash(each.part, f"`{each.name}` is the name of something that every package has")
    yield from _twice("event", named)


def _twice(kind: str, names: Iterable[Named]) -> Iterator[Clash]:
    """Names that another part has already."""
    first: dict[str, Named] = {}
    for each in names:
        other = first.setdefault(each.name, each)
        if other.part is not each.part:
            message = f"the {kind} would be called `{each.name}`, as is that of `{other.label}`"
            own = each.name.removesuffix("_")
            if kind == "argument" and own != each.name and own in REQUEST_OPTIONS:
                message += f"; `{own}` itself is the name of one that every method has"
            yield Clash(each.part, message)
