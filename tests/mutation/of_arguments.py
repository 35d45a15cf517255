"""Changes to what an argument or a field is, and to whether it has to be given."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from apiscribe.model import (
    AnyType,
    Argument,
    BooleanType,
    Field,
    IdentifierType,
    IntegerType,
    NumberType,
    TextType,
)
from tests.mutation.changes import Change


def changes(part: Any) -> Iterator[Change]:
    if not isinstance(part, Argument | Field):
        return
    kind = "required of arguments" if isinstance(part, Argument) else "required of fields"
    if isinstance(part, Argument) and part.conditional:
        yield Change(kind, "required whatever the rules say", replace(part, conditional=False))
    else:
        said = "required -> optional" if part.required else "optional -> required"
        yield Change(kind, said, replace(part, required=not part.required))
    for other in _others(part.type):
        said = f"{_named(part.type)} -> {_named(other)}"
        yield Change("kind of value", said, replace(part, type=other, default=None))


def _named(of: Any) -> str:
    return type(of).__name__.removesuffix("Type").removesuffix("Ref").lower()


def _others(of: Any) -> Iterator[Any]:
    match of:
        case TextType():
            yield IdentifierType()
        case IntegerType():
            yield TextType()
            yield NumberType()
        case BooleanType():
            yield TextType()
            yield IntegerType()
        case IdentifierType():
            yield TextType()
            yield IntegerType()
        case AnyType():
            pass
        case _:
            yield TextType()
