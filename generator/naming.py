"""Every decision about a generated name, and nowhere else.

A name once generated is part of somebody's program: what is decided here must not change
with the interpreter or the library of the day, so the reserved words are a list of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model import Api, Choices, MemberOf, Operation, ValueType

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
        # what methods need themselves, beside their arguments
        "builtins",
        "cast",
        "locals",
        "operations",
    ]
)
"""Words that no generated variable, argument or field may be. Never shorten this list."""

MODEL_NAMES = frozenset(["extra", "field"])
"""What models have or are written with: words that no field of a model may be, either."""

TABLES = frozenset(["CHECKS", "COMMON", "MEMBERS", "OPERATIONS", "UNSET"])
"""Constants of generated modules, which no operation's may be."""

CLIENT_NAMES = frozenset(
    [
        "close",
        "with_options",
        "with_raw_response",
        "call",
        "call_raw",
        "config",
        "common",
        "timeout",
        "http",
        "base_url",
    ]
)
"""Attributes of every client, which a resource may not hide."""

STRATEGIES = frozenset(
    [
        "bool",
        "bytes",
        "dict",
        "float",
        "int",
        "invalid_arguments",
        "object",
        "str",
        "valid_arguments",
    ]
)
"""What the module of strategies holds or uses, which no strategy of its own may hide."""

CLIENT_ARGUMENTS = frozenset(["base_url", "http", "timeout"])
"""What every client is made with, beside its credentials and common arguments."""

CLASSES = frozenset(
    [
        "Annotated",
        "Any",
        "ApiConfig",
        "BaseClient",
        "BlankableDate",
        "BlankableDatetime",
        "Caller",
        "Envelope",
        "Literal",
        "Mapping",
        "Model",
        "NoneType",
        "NotRequired",
        "OperationChecks",
        "Pager",
        "PoolManager",
        "RawCaller",
        "RawResponse",
        "Resource",
        "Sequence",
        "TypedDict",
        "UnsetType",
        "Upload",
    ]
)
"""Classes that generated modules import, which none that they hold may be named after."""

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
    """The name of an argument, a method or a module."""
    # Two underscores in front mean something to Python.
    is_one = re.fullmatch(r"(?!__)[a-z_][a-z0-9_]*", name)
    snake = name if is_one else "_".join(words(name)).lower()
    if not snake or snake[0].isdigit():
        snake = f"_{snake}"
    return f"{snake}_" if snake in RESERVED else snake


def field(name: str) -> str:
    """The name of a model's field."""
    snake = variable(name)
    return f"{snake}_" if snake in MODEL_NAMES else snake


def constant(name: str) -> str:
    upper = variable(name).rstrip("_").upper()
    return f"{upper}_" if upper in TABLES else upper


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


def strategy(name: str) -> str:
    """The name of the function that draws values of a named type."""
    snake = variable(name)
    return f"{snake}_" if snake in STRATEGIES else snake


def pager(operation: str) -> str:
    return f"iter_{operation}"


def clashes(api: Api) -> Iterator[tuple[str, str]]:
    """Names that two things would share: (path of the second thing in the spec, message)."""
    yield from _taken_by_the_client(api)
    yield from _twice(_client_arguments(api))
    yield from _twice(("resource", f"resources.{r.name}", variable(r.name)) for r in api.resources)
    for resource in api.resources:
        yield from _twice(_methods(resource.operations))
    for operation in api.operations:
        yield from _twice(
            ("argument", f"operations.{operation.id}.arguments.{a.name}", variable(a.name))
            for a in operation.arguments
        )
    yield from _twice(_classes(api))
    yield from _twice(_constants(api))
    yield from _taken_by_the_runtime(api)
    yield from _errors(api)


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
    yield "class", "api", f"{class_name(api.client_class)}Raw"
    for resource in api.resources:
        yield "class", f"resources.{resource.name}", resource_class(resource.name)
        yield "class", f"resources.{resource.name}", raw_resource_class(resource.name)
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
    if base == client or {base, client} & (RUNTIME_ERRORS - {"SdkError"}):
        yield "api", f"`{base}` or `{client}` is the name of another exception"
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
