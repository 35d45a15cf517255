"""Every decision about a generated name, and nowhere else.

A name once generated is part of somebody's program: what is decided here must not change
with the interpreter or the library of the day, so the reserved words are a list of our own.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from apiscribe.model import ListType, MapType, ObjectRef, UnionType, ValueType
from apiscribe.naming.reserved import EXPORTED_ERRORS as EXPORTED_ERRORS
from apiscribe.naming.reserved import (
    MODEL_NAMES,
    MODULES,
    REQUEST_OPTIONS,
    RESERVED,
    STRATEGIES,
    TABLES,
)

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+|[0-9]+")


def words(name: str) -> list[str]:
    """The words of a name in any of the usual spellings."""
    return [word for part in re.split(r"[^0-9A-Za-z]+", name) for word in _WORD.findall(part)]


def variable(name: str) -> str:
    """The name of an argument or a method."""
    # Two underscores in front mean something to Python.
    is_one = re.fullmatch(r"(?!__)[a-z_][a-z0-9_]*", name)
    snake = name if is_one else "_".join(words(name)).lower()
    if not snake or snake[0].isdigit():
        snake = f"_{snake}"
    return f"{snake}_" if snake in RESERVED else snake


def module(name: str) -> str:
    """The name of a module of a resource, or of a file of types."""
    snake = variable(name)
    return f"{snake}_" if snake in MODULES else snake


def argument(name: str) -> str:
    """The name of a method's parameter, beside those that every method has."""
    snake = variable(name)
    return f"{snake}_" if snake in REQUEST_OPTIONS else snake


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


def raw_class(typed: str) -> str:
    """The name of what gives answers as they came where the class `typed` reads them."""
    return f"{typed}Raw"


def raw_resource_class(resource: str) -> str:
    return raw_class(resource_class(resource))


def async_class(blocking: str) -> str:
    """The name of what does with `await` what the class `blocking` does."""
    return f"Async{blocking}"


def alias(value: str) -> str:
    """The name of the `Literal` type of a value."""
    return class_name(value)


def constants_class(value: str) -> str:
    """The name of the class that has the choices of a value as constants."""
    name = alias(value)
    if re.search("[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "z", "ch", "sh")) else f"{name}s"


def union(of: UnionType) -> str:
    """The name of a union: its own, or that of its members."""
    return class_name(of.title) if of.title else "Or".join(_said(m.type) for m in of.members)


def union_constant(of: UnionType) -> str:
    """The name of what tells its members apart."""
    return constant(variable(union(of)))


def _said(of: ValueType) -> str:
    match of:
        case ObjectRef():
            return class_name(of.object)
        case ListType():
            return f"{_said(of.item)}List"
        case MapType():
            return f"{_said(of.value)}Map"
        case _:
            return class_name(of.name) if of.name else type(of).__name__.removesuffix("Type")


def dict_class(object_name: str) -> str:
    """The name of the `TypedDict` that may stand in for an object."""
    return f"{object_name}Dict"


def strategy(name: str) -> str:
    """The name of the function that draws values of a named type."""
    snake = variable(name)
    return f"{snake}_" if snake in STRATEGIES else snake


def is_plain(key: str) -> bool:
    """Whether the body of a class can spell a key, and Python leaves it as it is."""
    if not (key.isascii() and key.isidentifier()):
        return False
    return key not in RESERVED and not key.startswith("__")


def event_class(event: str) -> str:
    return class_name(event)


def pager(operation: str) -> str:
    return f"iter_{operation}"


def saver(operation: str) -> str:
    return f"save_{operation}"


def free(name: str, taken: Collection[str]) -> str:
    """A parameter's name beside arguments, one of which may have it."""
    while name in taken:
        name += "_"
    return name


def item_limit(arguments: Collection[str]) -> str:
    """What a pager's limit is called beside the arguments of its operation."""
    name = "limit" if "limit" not in arguments else "max_items"
    while name in arguments:
        name += "_"
    return name
