"""Models as the API writes them, where JSON has some of their values otherwise than Python."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct

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
        if isinstance(arm, ScalarKind) and value is not None:
            return arm.write(value)
    return value


@cache
def _needs_care(kind: type[Struct]) -> bool:
    """Whether a model, or one inside of it, has values of such kinds."""
    seen: set[object] = set()
    waiting: list[Any] = [kind]
    while waiting:
        for part in _parts(waiting.pop()):
            if isinstance(part, ScalarKind) or part is Decimal:
                return True
            if part not in seen:
                seen.add(part)
                waiting.append(part)
    return False


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
