"""Every decision about a generated name, and nowhere else.

A name once generated is part of somebody's program: what is decided here must not change
with the interpreter or the library of the day, so the reserved words are a list of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model import Api, Operation

RESERVED = frozenset(
    [
        "False",
        "None",
        "True",
        "and",
        "as",
        "assert",
        "async",
        "await",
        "break",
        "class",
        "continue",
        "def",
        "del",
        "elif",
        "else",
        "except",
        "finally",
        "for",
        "from",
        "global",
        "if",
        "import",
        "in",
        "is",
        "lambda",
        "nonlocal",
        "not",
        "or",
        "pass",
        "raise",
        "return",
        "try",
        "while",
        "with",
        "yield",
        "self",
        "cls",
        "__debug__",
    ]
)
"""Words that no generated variable, argument or field may be. Never shorten this list."""

CLIENT_NAMES = frozenset(
    [
        "close",
        "with_options",
        "with_raw_response",
        "call",
        "config",
        "common",
        "timeout",
        "http",
        "base_url",
    ]
)
"""Attributes of every client, which a resource may not hide."""

RUNTIME_ERRORS = frozenset(
    [
        "SdkError",
        "ConfigurationError",
        "InvalidArguments",
        "TransportError",
        "TransportTimeout",
        "ResponseError",
        "ResponseMismatchWarning",
        "APIError",
        "RateLimited",
        "PagingError",
    ]
)
"""Exceptions of every package, which an error code may not be named after."""

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+|[0-9]+")


def words(name: str) -> list[str]:
    """The words of a name in any of the usual spellings."""
    return [word for part in re.split(r"[^0-9A-Za-z]+", name) for word in _WORD.findall(part)]


def variable(name: str) -> str:
    """The name of an argument, a field, a method or a module."""
    snake = name if re.fullmatch(r"[a-z_][a-z0-9_]*", name) else "_".join(words(name)).lower()
    if not snake or snake[0].isdigit():
        snake = f"_{snake}"
    return f"{snake}_" if snake in RESERVED else snake


def constant(name: str) -> str:
    return variable(name).rstrip("_").upper()


def class_name(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in words(name))


def resource_class(resource: str) -> str:
    return f"{class_name(resource)}Resource"


def raw_resource_class(resource: str) -> str:
    return f"{class_name(resource)}ResourceRaw"


def alias(value: str) -> str:
    """The name of the `Literal` type of a value."""
    return class_name(value)


def dict_class(object_name: str) -> str:
    """The name of the `TypedDict` that may stand in for an object."""
    return f"{object_name}Dict"


def pager(operation: str) -> str:
    return f"iter_{operation}"


def clashes(api: Api) -> Iterator[tuple[str, str]]:
    """Names that two things would share: (path of the second thing in the spec, message)."""
    yield from _twice(("resource", f"resources.{r.name}", variable(r.name)) for r in api.resources)
    for resource in api.resources:
        if variable(resource.name) in CLIENT_NAMES:
            path = f"resources.{resource.name}"
            yield path, f"resource `{resource.name}` would hide an attribute of the client"
        yield from _twice(_methods(resource.operations))
    for operation in api.operations:
        yield from _twice(
            ("argument", f"operations.{operation.id}.arguments.{a.name}", variable(a.name))
            for a in operation.arguments
        )
    yield from _twice(_types(api))
    yield from _errors(api)


def _methods(operations: Iterable[Operation]) -> Iterator[tuple[str, str, str]]:
    for operation in operations:
        path = f"operations.{operation.id}"
        yield "method", path, variable(operation.name)
        if operation.paging is not None:
            yield "method", path, pager(variable(operation.name))


def _types(api: Api) -> Iterator[tuple[str, str, str]]:
    for name in api.objects:
        yield "class", f"objects.{name}", class_name(name)
    for name in api.values:
        yield "class", f"values.{name}", alias(name)
    for name, declared in api.objects.items():
        if "request" in declared.used_in:
            yield "class", f"objects.{name}", dict_class(class_name(name))
        yield from _twice_in_object(name, api)


def _twice_in_object(name: str, api: Api) -> Iterator[tuple[str, str, str]]:
    for field in api.objects[name].fields:
        path = f"objects.{name}.fields.{field.name}"
        yield "field", path, f"{name}.{variable(field.name)}"


def _errors(api: Api) -> Iterator[tuple[str, str]]:
    taken = RUNTIME_ERRORS | {api.error_base}
    for error in api.errors:
        if error.name in taken:
            yield f"errors.{error.code}", f"`{error.name}` is the name of another exception"


def _twice(names: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    first: dict[str, str] = {}
    for kind, path, name in names:
        if name in first and first[name] != path:
            yield path, f"the {kind} would be called `{name}`, as is that of `{first[name]}`"
        first.setdefault(name, path)
