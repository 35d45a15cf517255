"""The base of all models of responses, and dates that a response may leave blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args

import msgspec
from msgspec import UNSET, Meta, Struct

from .semantics import dates

_BODY = "_body"
"""Where in its `__dict__` a whole response keeps its body."""


class Model(Struct, kw_only=True, dict=True):
    """An object of a response. Keys that it does not name are skipped, and kept in `extra`."""

    def __repr__(self) -> str:
        """All fields, without the values of sensitive ones."""
        hidden = _sensitive(type(self))
        shown = (
            f"{name}={'***' if name in hidden and value else repr(value)}"
            for name, value in ((name, getattr(self, name)) for name in self.__struct_fields__)
            if value is not UNSET
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    @property
    def extra(self) -> dict[str, Any]:
        """The keys of a whole response that this model does not name, as they came.

        Empty for objects inside of a response: `unknown_fields(response)` finds theirs.
        """
        body = _source(self)
        return {} if not isinstance(body, dict) else _unnamed(body, type(self))


def keep_source(response: object, body: bytes) -> None:
    """Keep the body of a whole response with it."""
    if isinstance(response, Model):
        response.__dict__[_BODY] = body


def unknown_fields(response: Model) -> dict[str, Any]:
    """Everything in a whole response that no model names, at any depth, by its JSON path."""
    return dict(_unknown(_source(response), response, "$"))


def _source(response: Model) -> object:
    body = response.__dict__.get(_BODY)
    return None if body is None else msgspec.json.decode(body)


def _unnamed(source: Mapping[str, Any], kind: type[Struct]) -> dict[str, Any]:
    named = kind.__struct_encode_fields__
    return {key: value for key, value in source.items() if key not in named}


def _unknown(source: object, value: object, path: str) -> Iterator[tuple[str, Any]]:
    """Compare JSON with the value made of it, and yield the keys that the models lack."""
    if isinstance(source, list) and isinstance(value, list):
        for index, (one, other) in enumerate(zip(source, value, strict=True)):
            yield from _unknown(one, other, f"{path}[{index}]")
    elif isinstance(source, dict) and isinstance(value, Struct):
        for key, each in _unnamed(source, type(value)).items():
            yield f"{path}.{key}", each
        pairs = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
        for name, key in pairs:
            if key in source:
                yield from _unknown(source[key], getattr(value, name), f"{path}.{key}")
    elif isinstance(source, dict) and isinstance(value, dict):
        for key, each in source.items():
            yield from _unknown(each, value.get(key), f"{path}.{key}")


@cache
def _sensitive(kind: type[Struct]) -> frozenset[str]:
    """The fields whose values no repr may show."""
    fields = msgspec.structs.fields(kind)
    return frozenset(field.name for field in fields if _is_sensitive(field.type))


def _is_sensitive(kind: object) -> bool:
    marks = getattr(kind, "__metadata__", ())
    if any(isinstance(mark, Meta) and (mark.extra or {}).get("sensitive") for mark in marks):
        return True
    return any(map(_is_sensitive, get_args(kind)))


if TYPE_CHECKING:
    SensitiveText = str
    """Text that no repr shows."""
    BlankableDatetime = datetime | None
    BlankableDate = date | None

    def dec_hook(kind: Any, value: object) -> object:
        """Reads the types above, which msgspec does not know."""
else:
    SensitiveText = Annotated[str, Meta(extra={"sensitive": True})]

    # msgspec asks `dec_hook` for types that it does not know, and then checks what it got
    # with isinstance: so these are types of their own whose instances are dates and None.

    class _Blankable(type):
        def __instancecheck__(cls, value: object) -> bool:
            return value is None or isinstance(value, cls.filled)

    class BlankableDatetime(metaclass=_Blankable):
        """A moment, or None where the response has blanks."""

        filled = datetime

    class BlankableDate(metaclass=_Blankable):
        """A day, or None where the response has blanks."""

        filled = date

    def dec_hook(kind, value):
        if kind is BlankableDatetime:
            # Called for each item of a long list, so the common form is read first.
            try:
                moment = datetime.fromisoformat(value)
            except (TypeError, ValueError):
                return _moment(_text(value))
            if moment.tzinfo is not None:
                return moment
            raise ValueError("a moment without a time zone")
        return _day(_text(value))


def _text(value: object) -> str:
    """`value` without the blanks around it; null is blank."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError("not text")
    return value.strip()


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    moment = dates.read(text, ("utc_unpadded",)) or datetime.fromisoformat(text)
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise ValueError("not a moment")
    return moment


def _day(text: str) -> date | None:
    day = dates.read(text, ("date_unpadded",))
    if text and day is None:
        raise ValueError("not a day")
    return day
