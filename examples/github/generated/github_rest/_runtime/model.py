"""The base of all models of responses, and the types of their fields that are no plain ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Self, TypeVar, get_args

import msgspec
from msgspec import UNSET, Meta, Struct

from .scalar_kinds import ScalarKind
from .semantics import dates
from .semantics.dates import Unpatched
from .unions import UnionKind, written


class _Sourced:
    """Room for the bytes that a whole answer was read from, where nothing looks for fields."""

    __slots__ = ("_source",)

    _source: bytes


_encoder = msgspec.json.Encoder(enc_hook=written, decimal_format="number")


class _Hidden:
    """Stands for what is not shown."""

    def __repr__(self) -> str:
        return "***"


_HIDDEN = _Hidden()

M = TypeVar("M", bound="Model")


class Model(_Sourced, Struct, kw_only=True):
    """An object of an answer. Keys that it does not name are read over, and kept."""

    def to_dict(self) -> dict[str, Any]:
        """All that is documented and there, sensitive values too, by its names in the API.

        Dates are as the API writes them; a decimal that JSON has as a number stays one. Keys that
        are not documented are in `extra`.
        """
        from .plain import plain

        found: dict[str, Any] = msgspec.to_builtins(
            plain(self), builtin_types=(Decimal,), enc_hook=written
        )
        return found

    def to_json(self) -> str:
        """`to_dict` as JSON text."""
        from .plain import plain

        return _encoder.encode(plain(self)).decode()

    @property
    def extra(self) -> dict[str, Any]:
        """The keys of a whole response that this model does not name, as they came.

        Empty for objects inside of a response: `unknown_fields(response)` finds theirs.
        """
        body = _source(self)
        return {} if not isinstance(body, dict) else _unnamed(body, type(self))

    def __repr__(self) -> str:
        """All fields, but for the content of sensitive ones."""
        shown = (f"{name}={value!r}" for name, value in _shown(self))
        return f"{type(self).__name__}({', '.join(shown)})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        # The base class would tell rich every field.
        return list(_shown(self))

    def __copy__(self) -> Self:
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return _rebuilt(type(self), values, getattr(self, "_source", None))

    def __reduce__(self) -> tuple[Any, ...]:
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return _rebuilt, (type(self), values, getattr(self, "_source", None))


def _rebuilt(kind: type[M], values: Mapping[str, Any], source: bytes | None) -> M:
    model = kind(**values)
    if source is not None:
        model._source = source
    return model


def _shown(model: Model) -> Iterator[tuple[str, Any]]:
    hidden = _sensitive(type(model))
    for name in model.__struct_fields__:
        value = getattr(model, name)
        if value is not UNSET:
            yield name, _HIDDEN if name in hidden and value else value


def keep_source(answer: object, body: bytes) -> None:
    """Have a whole answer remember what it was read from."""
    if isinstance(answer, Model):
        answer._source = body


def unknown_fields(response: Model) -> dict[str, Any]:
    """Everything in a whole response that no model names, at any depth, by its JSON path."""
    return dict(_unknown(_source(response), response, "$"))


def _source(answer: Model) -> object:
    body = getattr(answer, "_source", None)
    return None if body is None else msgspec.json.decode(body)


def _unnamed(source: Mapping[str, Any], kind: type[Struct]) -> dict[str, Any]:
    named = kind.__struct_encode_fields__
    return {key: value for key, value in source.items() if key not in named}


def _unknown(source: object, value: object, path: str) -> Iterator[tuple[str, Any]]:
    """Compare JSON with the value made of it, and yield the keys that the models lack."""
    if isinstance(source, list) and isinstance(value, list):
        for index, (one, other) in enumerate(zip(source, value, strict=False)):
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
    Identifier = str
    """Text, whether it comes as text or as a number."""
    SensitiveIdentifier = str
    """The same, and no repr shows it."""
    AwareDatetime = datetime
    """A moment with its time zone: those without one cannot be compared with it."""
    CalendarDay = date
    Exact = Decimal
    """A decimal that JSON has as a number."""
    BlankableDatetime = datetime | None
    BlankableDate = date | None

    def dec_hook(kind: Any, value: object) -> object:
        """What msgspec does not know how to read: identifiers, blankable dates and other kinds."""
else:
    SensitiveText = Annotated[str, Meta(extra={"sensitive": True})]
    Exact = Annotated[Decimal, Meta(extra={"is_number": True})]
    AwareDatetime = Annotated[Unpatched.datetime, Meta(tz=True)]
    CalendarDay = Annotated[Unpatched.date, Meta()]

    # msgspec asks `dec_hook` for types that it does not know, and then checks what it got with
    # isinstance: so these are types of their own whose instances are text, or dates and None.

    class _Text(type):
        # The method of `str` itself, for Python code here would be run for each item of a list.
        __instancecheck__ = str.__instancecheck__

    class Identifier(metaclass=_Text):
        """Text, whether it comes as text or as a number."""

    SensitiveIdentifier = Annotated[Identifier, Meta(extra={"sensitive": True})]

    class _Blankable(type):
        def __instancecheck__(cls, value: object) -> bool:
            return value is None or isinstance(value, cls.filled)

    class BlankableDatetime(metaclass=_Blankable):
        """A moment, or None where the response has blanks."""

        filled = Unpatched.datetime

    class BlankableDate(metaclass=_Blankable):
        """A day, or None where the response has blanks."""

        filled = Unpatched.date

    def dec_hook(kind, value):
        # Each item of a long list comes here, so the common forms are read without a detour.
        if kind is Identifier:
            if type(value) is int:
                return str(value)
            if type(value) is str:
                return value
            raise ValueError("neither text nor a whole number")
        if kind is BlankableDatetime:
            try:
                moment = _from_iso(value)
            except (TypeError, ValueError):
                return _moment(_text(value))
            if moment.tzinfo is not None:
                return moment
            raise ValueError("a moment without a time zone")
        if isinstance(kind, UnionKind):
            return kind.read(value, dec_hook)
        if isinstance(kind, ScalarKind):
            return kind.read(value)
        return _day(_text(value))


_from_iso = Unpatched.datetime.fromisoformat


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
    moment = dates.read(text, ("utc_unpadded",)) or _from_iso(text)
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise ValueError("not a moment")
    return moment


def _day(text: str) -> date | None:
    day = dates.read(text, ("date_unpadded",))
    if text and day is None:
        raise ValueError("not a day")
    return day
