"""Names that two things would share, or that something has already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from apiscribe.model import Api, Choices, MemberOf, Operation, ValueType
from apiscribe.naming import (
    alias,
    argument,
    async_class,
    class_name,
    constant,
    dict_class,
    event_class,
    field,
    pager,
    raw_class,
    raw_resource_class,
    resource_class,
    variable,
)
from apiscribe.naming.reserved import (
    CLASSES,
    CLIENT_ARGUMENTS,
    CLIENT_NAMES,
    EVENTS,
    RUNTIME_ERRORS,
)


def clashes(api: Api) -> Iterator[tuple[str, str]]:
    """Names that two things would share: (path of the second thing in the spec, message)."""
    yield from _taken_by_the_client(api)
    yield from _twice(_client_arguments(api))
    yield from _twice(("resource", f"resources.{r.name}", variable(r.name)) for r in api.resources)
    for resource in api.resources:
        yield from _twice(_methods(resource.operations))
    for operation in api.operations:
        yield from _twice(
            ("argument", f"operations.{operation.id}.arguments.{a.name}", argument(a.name))
            for a in operation.arguments
        )
    classes = dict(_twice(_classes(api)))
    yield from classes.items()
    yield from (each for each in _twice(_constants(api)) if each[0] not in classes)
    yield from _taken_by_the_runtime(api)
    yield from _errors(api)
    yield from _events(api)


def _taken_by_the_client(api: Api) -> Iterator[tuple[str, str]]:
    for resource in api.resources:
        if variable(resource.name) in CLIENT_NAMES:
            path = f"resources.{resource.name}"
            yield path, f"resource `{resource.name}` would hide an attribute of the client"
    for _, path, name in _client_arguments(api):
        if name in CLIENT_ARGUMENTS:
            yield path, f"every client has an argument called `{name}` already"


def _client_arguments(api: Api) -> Iterator[tuple[str, str, str]]:
    for credential in api.authentication.credentials:
        yield "argument", f"credentials.{credential.name}", variable(credential.name)
    for common in api.common:
        name = common.argument.name
        yield "argument", f"common.{name}", variable(name)


def _methods(operations: Iterable[Operation]) -> Iterator[tuple[str, str, str]]:
    for operation in operations:
        path = f"operations.{operation.id}"
        yield "method", path, variable(operation.name)
        if operation.paging is not None:
            yield "method", path, pager(variable(operation.name))


def _classes(api: Api) -> Iterator[tuple[str, str, str]]:
    yield "class", "api", class_name(api.client_class)
    yield "class", "api", raw_class(class_name(api.client_class))
    yield "class", "api", async_class(class_name(api.client_class))
    yield "class", "api", async_class(raw_class(class_name(api.client_class)))
    for resource in api.resources:
        for name in (resource_class(resource.name), raw_resource_class(resource.name)):
            yield "class", f"resources.{resource.name}", name
            yield "class", f"resources.{resource.name}", async_class(name)
    for name in api.objects:
        yield "class", f"objects.{name}", class_name(name)
    for name in api.values:
        yield "class", f"values.{name}", alias(name)
    for name in _lists_with_a_type(api):
        yield "class", f"lists.{name}", alias(name)
    for name, declared in api.objects.items():
        if "request" in declared.used_in:
            yield "class", f"objects.{name}", dict_class(class_name(name))
        yield from _twice_in_object(name, api)


def _twice_in_object(name: str, api: Api) -> Iterator[tuple[str, str, str]]:
    for each in api.objects[name].fields:
        path = f"objects.{name}.fields.{each.name}"
        yield "field", path, f"{name}.{field(each.name)}"


def _constants(api: Api) -> Iterator[tuple[str, str, str]]:
    for name in api.objects:
        yield "constant", f"objects.{name}", constant(variable(name))
    for name in api.values:
        yield "constant", f"values.{name}", constant(variable(name))


def _taken_by_the_runtime(api: Api) -> Iterator[tuple[str, str]]:
    wanted = [("api", class_name(api.client_class))]
    wanted += [(f"objects.{name}", class_name(name)) for name in api.objects]
    wanted += [(f"values.{n}", alias(n)) for n, value in api.values.items() if _is_literal(value)]
    wanted += [(f"lists.{name}", alias(name)) for name in _lists_with_a_type(api)]
    for path, name in wanted:
        if name in CLASSES:
            yield path, f"`{name}` is the name of a class that every package has"


def _lists_with_a_type(api: Api) -> list[str]:
    """Lists whose ids are a type of their own, as no named value is made of them."""
    named = {r.list for v in api.values.values() for r in v.rules if isinstance(r, MemberOf)}
    return [name for name in api.lists if name not in named]


def _is_literal(value: ValueType) -> bool:
    return any(isinstance(rule, Choices | MemberOf) for rule in value.rules)


def _errors(api: Api) -> Iterator[tuple[str, str]]:
    base, client = class_name(api.error_base), class_name(api.client_class)
    for name in (base, client, async_class(client)):
        if name in RUNTIME_ERRORS - {"SdkError"}:
            yield "api", f"`{name}` is the name of another exception"
    if base in (client, async_class(client)):
        yield "api", f"a client and the exceptions would both be called `{base}`"
    taken = RUNTIME_ERRORS | {api.error_base}
    for error in api.errors:
        if error.name in taken:
            yield f"errors.{error.code}", f"`{error.name}` is the name of another exception"


def _events(api: Api) -> Iterator[tuple[str, str]]:
    events = api.webhooks.events if api.webhooks is not None else ()
    named = [(f"events.{event.name}", event_class(event.name)) for event in events]
    for path, name in named:
        if name in EVENTS:
            yield path, f"`{name}` is the name of something that every package has"
    yield from _twice(("event", path, name) for path, name in named)


def _twice(names: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    first: dict[str, str] = {}
    for kind, path, name in names:
        if name in first and first[name] != path:
            yield path, f"the {kind} would be called `{name}`, as is that of `{first[name]}`"
        first.setdefault(name, path)
