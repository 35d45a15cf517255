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
    """Room for what tells the keys that nobody documented, where nothing looks for fields."""

    __slots__ = ("_source",)

    _source: bytes | dict[str, Any]
    """What a whole answer was read from; of an object inside of one, those keys alone."""


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

        Empty for objects inside of a response, unless the client keeps theirs (`keep_extra=True`):
        `unknown_fields(response)` finds them.
        """
        kept = getattr(self, "_source", None)
        if isinstance(kept, dict):
            return _copied(kept)
        body = None if kept is None else msgspec.json.decode(kept)
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


def _rebuilt(kind: type[M], values: Mapping[str, Any], source: bytes | dict[str, Any] | None) -> M:
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


def keep_source(answer: object, body: bytes, *, inside: bool = False) -> None:
    """Have a whole answer remember what it was read from.

    With `inside`, each object in it remembers what nobody documented of it, and nothing else: so
    none of them holds what is around it.
    """
    if inside:
        for _, model, unnamed in _compared(msgspec.json.decode(body), answer, "$"):
            if unnamed and isinstance(model, Model):
                model._source = unnamed
    if isinstance(answer, Model):
        answer._source = body


def unknown_fields(response: Model) -> dict[str, Any]:
    """Everything in a whole response that no model names, at any depth, by its JSON path.

    Of an object inside of a response that is so if the client keeps it (`keep_extra=True`).
    """
    kept = getattr(response, "_source", None)
    if isinstance(kept, bytes):
        found = _compared(msgspec.json.decode(kept), response, "$")
        return {f"{path}.{key}": each for path, _, own in found for key, each in own.items()}
    return _copied(dict(_kept(response, "$")))


def _copied(kept: dict[str, Any]) -> dict[str, Any]:
    from copy import deepcopy  # which a first call does without

    return deepcopy(kept)


def _unnamed(source: Mapping[str, Any], kind: type[Struct]) -> dict[str, Any]:
    named = kind.__struct_encode_fields__
    return {key: value for key, value in source.items() if key not in named}


def _compared(
    source: object, value: object, path: str
) -> Iterator[tuple[str, Struct, dict[str, Any]]]:
    """Compare JSON with the value made of it; yield each object, and the keys that it lacks."""
    if isinstance(source, list) and isinstance(value, list):
        for index, (one, other) in enumerate(zip(source, value, strict=False)):
            yield from _compared(one, other, f"{path}[{index}]")
    elif isinstance(source, dict) and isinstance(value, Struct):
        yield path, value, _unnamed(source, type(value))
        for name, key in _names(value):
            if key in source:
                yield from _compared(source[key], getattr(value, name), f"{path}.{key}")
    elif isinstance(source, dict) and isinstance(value, dict):
        for key, each in source.items():
            yield from _compared(each, value.get(key), f"{path}.{key}")


def _kept(value: object, path: str) -> Iterator[tuple[str, Any]]:
    """The keys that objects remember without what was around them, by their JSON paths."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _kept(each, f"{path}[{index}]")
    elif isinstance(value, Struct):
        kept = getattr(value, "_source", None)
        for key, each in kept.items() if isinstance(kept, dict) else ():
            yield f"{path}.{key}", each
        for name, key in _names(value):
            yield from _kept(getattr(value, name), f"{path}.{key}")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _kept(each, f"{path}.{key}")


def _names(value: Struct) -> Iterator[tuple[str, str]]:
    """The fields of an object, and what the API calls them."""
    return zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)


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
