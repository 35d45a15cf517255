"""Models as the API writes them, where JSON has some of their values otherwise than Python."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Meta, Struct

from .scalar_kinds import ScalarKind
from .unions import UnionKind


def plain(model: Struct) -> object:
    """`model`, or what msgspec writes in its place: values of such kinds are as JSON has them."""
    return _written(model, type(model)) if _needs_care(type(model)) else model


def _written(value: object, kind: Any) -> object:
    """`value` where `kind` is documented, which it need not be."""
    if isinstance(value, Struct):
        fields = msgspec.structs.fields(type(value))
        pairs = ((each, getattr(value, each.name)) for each in fields)
        return {e.encode_name: _written(each, e.type) for e, each in pairs if each is not UNSET}
    for arm in _arms(kind):
        origin, arguments = get_origin(arm), get_args(arm)
        if isinstance(value, list) and origin is list:
            return [_written(each, arguments[0]) for each in value]
        if isinstance(value, dict) and origin is dict:
            return {key: _written(each, arguments[1]) for key, each in value.items()}
        if isinstance(value, tuple) and origin is tuple and len(value) == len(arguments):
            return [_written(each, part) for each, part in zip(value, arguments, strict=True)]
        if isinstance(arm, ScalarKind) and (value is not None or arm.wire.none is not None):
            return arm.write(value)
    if isinstance(value, Decimal) and not _is_number(kind):
        return format(value, "f")
    return value


def _is_number(kind: Any) -> bool:
    """Whether decimals are numbers in JSON, as a mark at the type says."""
    marks = getattr(kind, "__metadata__", ())
    if any(isinstance(mark, Meta) and (mark.extra or {}).get("is_number") for mark in marks):
        return True
    return get_origin(kind) in (Annotated, Union, UnionType) and any(
        map(_is_number, get_args(kind))
    )


@cache
def _needs_care(kind: type[Struct]) -> bool:
    """Whether a model, or one inside of it, has values of such kinds."""
    return holds(kind, Decimal) or any(isinstance(part, ScalarKind) for part in _within(kind))


def holds(kind: Any, wanted: type) -> bool:
    """Whether values of a kind, or what is inside of them, may be of another one."""
    return any(part is wanted for part in _within(kind))


def _within(kind: Any) -> Iterator[Any]:
    """A kind and those of its parts, each once."""
    waiting = [*_arms(kind)]
    seen: set[object] = set()
    while waiting:
        part = waiting.pop()
        if part not in seen:
            seen.add(part)
            yield part
            waiting += _parts(part)


def _parts(kind: Any) -> Iterator[Any]:
    if isinstance(kind, type) and issubclass(kind, Struct):
        yield from (part for field in msgspec.structs.fields(kind) for part in _arms(field.type))
    elif isinstance(kind, UnionKind):
        yield from (part for member in kind.members for part in _arms(member))
    else:
        yield from (part for each in get_args(kind) for part in _arms(each))


def _arms(kind: Any) -> Iterator[Any]:
    """The types that a union is made of, without annotations."""
    if get_origin(kind) is Annotated:
        yield from _arms(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        yield from (arm for each in get_args(kind) for arm in _arms(each))
    else:
        yield kind
