"""Values as responses show them, by their documented types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache, partial
from typing import assert_never

from msgspec import Raw

from ..program import Shape, ShownField
from ..semantics import dates, decimals, durations
from .comparing import canonical, is_given
from .moments import read_moment

_MADE, _NULL, _LEFT_OUT = object(), object(), object()
"""What stands where there is no value: what is made each time, null if that was put, nothing."""
_PLAIN: Mapping[str, type] = {"text": str, "integer": int, "boolean": bool}
_WITH_PARTS = ("list", "tuple", "map", "object", "union", "any")
"""What is blank of these is made anew each time: whoever gets it may put something into it."""
_LEADING_ZERO = re.compile(r"([-T])0(?=[0-9])")

Objects = Mapping[str, tuple[ShownField, ...]]


Show = Callable[[object], object]
"""Makes JSON of a value as one type has it."""
ShowFields = Callable[[object], dict[str, object]]


class Presenter:
    """Shows values by their types. What a type needs is looked at once, when it is first shown."""

    def __init__(self, objects: Objects, *, numbers: bool) -> None:
        self._objects = objects
        self._numbers = numbers
        self._known: dict[str, ShowFields] = {}
        """How each object is shown that has been."""

    def of(self, shape: Shape) -> Show:
        """How values of a type are shown; what a type needs and is not there is blank."""
        show = self._of(shape)
        if not shape.nullable:
            return show
        return lambda value: shape.none_as if value is None else show(value)

    def _of(self, shape: Shape) -> Show:
        match shape.kind:
            case "text":
                return canonical
            case "integer":
                return _in_text(partial(_number, read=int), shape)
            case "number":
                return partial(_number, read=float)
            case "boolean":
                return partial(_boolean, words=shape.words)
            case "decimal":
                return _decimal
            case "identifier":
                return _identifier if self._numbers else canonical
            case "date":
                return _in_text(partial(_date, shape=shape), shape)
            case "duration":
                return _in_text(partial(_duration, shape=shape), shape)
            case "csv":
                return partial(_csv, separator=shape.separator)
            case "tuple":
                return self._tuple(shape.parts)
            case "list":
                assert shape.item is not None
                return self._list(self.of(shape.item))
            case "map":
                assert shape.item is not None
                return self._map(self.of(shape.item))
            case "object":
                return partial(self.show_object, name=shape.object)
            case "union":
                return self._union(shape)
            case "any":
                return _as_it_is
        assert_never(shape.kind)

    def show_object(self, value: object, name: str) -> dict[str, object]:
        show = self._known.get(name)
        if show is None:  # not before it is shown: an object may have itself in a field
            show = self._known[name] = self._object(self._objects[name])
        return show(value)

    def _object(self, shown_fields: Iterable[ShownField]) -> ShowFields:
        fields = [self._field(each) for each in shown_fields]

        def show_fields(record: object) -> dict[str, object]:
            if not isinstance(record, dict):
                record = {}
            shown = {}
            get = record.get
            for name, wire, plain, show, blank in fields:
                value = get(name)
                if type(value) is plain:
                    shown[wire] = value
                    continue
                if value is None and wire != name:
                    value = get(wire)
                if value is not None:
                    shown[wire] = show(value)
                elif blank is _MADE:
                    shown[wire] = show(None)
                elif blank is not _NULL and blank is not _LEFT_OUT:
                    shown[wire] = blank
                elif blank is _NULL and name in record:
                    shown[wire] = None
            return shown

        return show_fields

    def _field(self, field: ShownField) -> tuple[str, str, type | None, Show, object]:
        """What is shown as it is, how the rest is, and what stands there where there is nothing."""
        shape, show = field.shape, self.of(field.shape)
        blank: object = _MADE
        if shape.none_as is not None:
            blank = shape.none_as
        elif field.optional:
            blank = _NULL if shape.nullable else _LEFT_OUT
        elif shape.kind not in _WITH_PARTS:
            blank = show(None)
        plain = None if shape.words or shape.in_text else _PLAIN.get(shape.kind)
        return field.name, field.wire, plain, show, blank

    def _list(self, item: Show) -> Show:
        def show(value: object) -> object:
            return [item(each) for each in value] if isinstance(value, list | tuple) else []

        return show

    def _map(self, item: Show) -> Show:
        def show(value: object) -> object:
            pairs = value.items() if isinstance(value, dict) else ()
            return {key: item(each) for key, each in pairs}

        return show

    def _tuple(self, shapes: Iterable[Shape]) -> Show:
        parts = [self.of(each) for each in shapes]

        def show(value: object) -> object:
            places = value if isinstance(value, list | tuple) else [None] * len(parts)
            return [part(each) for part, each in zip(parts, places, strict=False)]

        return show

    def _union(self, shape: Shape) -> Show:
        """As the member of the union that a value is, or as it is where it is none."""
        arms, members = shape.arms, [self.of(each) for each in shape.members]
        assert arms is not None

        def show(value: object) -> object:
            fields = value if isinstance(value, dict) else None
            at = arms.find(value, fields)
            if at is None and fields is not None:
                at = arms.nearest(fields)
            return value if at is None else members[at](value)

        return show


def _as_it_is(value: object) -> object:
    return value


def _boolean(value: object, words: tuple[str | int, str | int] | None) -> object:
    is_true = value if isinstance(value, bool) else canonical(value) in ("true", "1")
    return is_true if words is None else words[0 if is_true else 1]


def _decimal(value: object) -> object:
    return Raw(decimals.text(decimals.of(value)).encode())


def _identifier(value: object) -> object:
    text = canonical(value)
    return int(text) if text.isdecimal() else text


def _csv(value: object, separator: str) -> object:
    return separator.join(map(canonical, value)) if isinstance(value, list) else value or ""


def _in_text(show: Show, shape: Shape) -> Show:
    return (lambda value: str(show(value))) if shape.in_text else show


def _number(value: object, read: type[int | float]) -> int | float:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return value
    try:
        return read(canonical(value))
    except ValueError:
        return 0


def _date(value: object, shape: Shape) -> object:
    if isinstance(value, str):
        return _date_of_text(value, shape.formats[0])
    return _date_in(value, shape.formats[0])


def _date_in(value: object, form: str) -> object:
    moment = read_moment(value) if is_given(value) else None
    if moment is None:
        return canonical(value)
    bare = datetime(moment.year, moment.month, moment.day)
    written = dates.write(bare.date() if dates.is_day(form) else moment, (form,))
    # Whoever sends a date is safer with zeros; a service that is known to leave them out does so.
    return _LEADING_ZERO.sub(r"\1", str(written)) if form.endswith("_unpadded") else written


_date_of_text = lru_cache(maxsize=1024)(_date_in)
"""Most moments that are shown were shown before."""


def _duration(value: object, shape: Shape) -> object:
    """What is kept is as the API has it, or a number of seconds."""
    if durations.read(value, shape.formats) is not None or not isinstance(value, int | float):
        return value
    return durations.write(timedelta(seconds=value), shape.formats)
