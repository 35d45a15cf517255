"""Signatures of a method whose arguments say what it returns."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from apiscribe import naming
from apiscribe.model import Api, Operation
from apiscribe.views.python_types.annotations import Imports
from apiscribe.views.python_types.returns import returned_annotation, returned_class

_UNSET = "UnsetType"


class Parameter(Struct, frozen=True):
    name: str
    annotation: str
    default: str | None


class Overload(Struct, frozen=True):
    """A signature by which a method may be called."""

    parameters: tuple[Parameter, ...]
    returns: str


class Returned(Struct, frozen=True):
    """What a method returns."""

    whole: str
    part: str = ""
    """The same where a call says which fields there are."""

    @property
    def either(self) -> str:
        return " | ".join(dict.fromkeys((self.whole, self.part)))


def signatures(
    operation: Operation, parameters: tuple[Parameter, ...], returned: Returned, either: str
) -> tuple[Overload, ...]:
    """Those that tell what is returned by what is given; the last one is of all calls.

    `either` is what a call returns of which nobody knows whether it says which fields there are.
    """
    chosen = {naming.argument(each.name) for each in operation.selecting}
    if not chosen:
        return (Overload(parameters, returned.whole),)
    if always_in_part(operation):
        return (Overload(parameters, returned.part),)
    return (
        Overload(_without(parameters, chosen), returned.whole),
        *(Overload(_with(parameters, each), returned.part) for each in sorted(chosen)),
        Overload(parameters, either),
    )


def conditional(
    api: Api, operation: Operation, signed: tuple[Overload, ...], imports: Imports
) -> Iterator[Overload]:
    """Of each two: only who says which version is known may hear that there is no other.

    Of calls of which nobody knows what they say, there is one: others would overlap.
    """
    known = {naming.argument(each.name) for each in operation.condition_arguments}
    unchanged = imports.named_type(api, "NotModified")
    for each in signed:
        if len(signed) == 1 or each is not signed[-1]:
            yield replace(each, parameters=_without(each.parameters, known))
        yield replace(each, returns=f"{each.returns} | {unchanged}")


def always_in_part(operation: Operation) -> bool:
    """Whether each call says which fields there are."""
    return any(each.always_required for each in operation.selecting)


def returned_by(api: Api, operation: Operation, imports: Imports) -> Returned:
    whole = returned_annotation(api, operation, imports)
    if not operation.selecting:
        return Returned(whole)
    return Returned(whole, returned_annotation(api, operation.in_part, imports))


def runtime_classes(api: Api, operation: Operation, imports: Imports) -> Returned:
    """The classes of what is returned, as expressions for the runtime."""
    whole = returned_class(api, operation, imports)
    if not operation.selecting:
        return Returned(whole)
    part = returned_class(api, operation.in_part, imports)
    return Returned(part) if always_in_part(operation) else Returned(whole, part)


def is_whole(operation: Operation) -> str:
    """Whether no call says which fields there are, as an expression."""
    names = (naming.argument(each.name) for each in operation.selecting)
    return " and ".join(f"{name} is UNSET" for name in names)


def _without(parameters: tuple[Parameter, ...], names: set[str]) -> tuple[Parameter, ...]:
    return tuple(
        replace(each, annotation=_UNSET) if each.name in names else each for each in parameters
    )


def _with(parameters: tuple[Parameter, ...], name: str) -> tuple[Parameter, ...]:
    """The same where one of them is given."""
    return tuple(
        replace(each, annotation=each.annotation.removesuffix(f" | {_UNSET}"), default=None)
        if each.name == name
        else each
        for each in parameters
    )
