"""Types as much of a response as fits, where it is not what its documentation says."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ..model import dec_hook

_KINDS = {dict: "an object", list: "a list", str: "text", bool: "a boolean", type(None): "null"}


def fit(source: Any, kind: Any, path: str, mismatches: list[str]) -> Any:
    """`source`, decoded JSON, as a `kind` as far as it goes.

    Every part that fits is typed; the others stay as they came, and a missing field is
    `UNSET`. Each of these adds a text to `mismatches`.
    """
    try:
        return msgspec.convert(source, kind, dec_hook=dec_hook)
    except (msgspec.ValidationError, RecursionError):
        pass
    for arm in _arms(kind):
        origin, arguments = get_origin(arm), get_args(arm)
        if isinstance(source, dict) and isinstance(arm, type) and issubclass(arm, Struct):
            return _struct(source, arm, path, mismatches)
        if isinstance(source, list) and origin is list:
            return [
                fit(each, arguments[0], f"{path}[{index}]", mismatches)
                for index, each in enumerate(source)
            ]
        if isinstance(source, dict) and origin is dict:
            return {
                key: fit(each, arguments[1], f"{path}.{key}", mismatches)
                for key, each in source.items()
            }
    mismatches.append(f"{path} is {_KINDS.get(type(source), 'a number')}, not {_shown(kind)}")
    return source


def is_container(source: object, kind: Any) -> bool:
    """Whether `source` is at least an object or a list where `kind` asks for one."""
    wanted = {
        dict if isinstance(arm, type) and issubclass(arm, Struct) else get_origin(arm) or arm
        for arm in _arms(kind)
    }
    return wanted.isdisjoint((dict, list)) or type(source) in wanted


def _struct(source: dict[str, Any], kind: type[Struct], path: str, mismatches: list[str]) -> Struct:
    values = {}
    for field in msgspec.structs.fields(kind):
        key = field.encode_name
        if key in source:
            values[field.name] = fit(source[key], field.type, f"{path}.{key}", mismatches)
        elif field.required:
            values[field.name] = UNSET
            mismatches.append(f"{path}.{key} is missing")
    return kind(**values)


def _arms(kind: Any) -> list[Any]:
    """The types that a union is made of, without annotations."""
    if get_origin(kind) is Annotated:
        return _arms(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [arm for each in get_args(kind) for arm in _arms(each) if arm is not UnsetType]
    return [kind]


def _shown(kind: Any) -> str:
    return " or ".join(map(_arm_shown, _arms(kind)))


def _arm_shown(arm: Any) -> str:
    if get_origin(arm) is Literal:
        return f"one of {', '.join(map(repr, get_args(arm)))}"
    return "null" if arm is type(None) else getattr(arm, "__name__", str(arm))
