"""Values as responses show them, by their documented types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import assert_never

from msgspec import Raw

from ..program import Shape, ShownField
from ..semantics import dates, decimals, durations
from .comparing import canonical, is_given
from .moments import read_moment

_LEADING_ZERO = re.compile(r"([-T])0(?=[0-9])")

Objects = Mapping[str, tuple[ShownField, ...]]


class Presenter:
    """Shows values as one operation does."""

    def __init__(self, objects: Objects, *, numbers: bool) -> None:
        self._objects = objects
        self._numbers = numbers

    def show(self, value: object, shape: Shape) -> object:
        """`value` as JSON has it; what a type needs and is not there is blank."""
        if value is None and shape.nullable:
            return None
        match shape.kind:
            case "text":
                return canonical(value)
            case "integer" | "number":
                return _number(value, whole=shape.kind == "integer")
            case "boolean":
                is_true = value is True or canonical(value) in ("true", "1")
                return is_true if shape.words is None else shape.words[0 if is_true else 1]
            case "decimal":
                return Raw(decimals.text(decimals.of(value)).encode())
            case "identifier":
                text = canonical(value)
                return int(text) if self._numbers and text.isdecimal() else text
            case "date":
                found = _date(value, shape)
                return str(found) if shape.in_text else found
            case "duration":
                span = _duration(value, shape)
                return str(span) if shape.in_text else span
            case "csv":
                texts = map(canonical, value) if isinstance(value, list) else None
                return value or "" if texts is None else shape.separator.join(texts)
            case "tuple":
                places = value if isinstance(value, list | tuple) else [None] * len(shape.parts)
                return [*map(self.show, places, shape.parts)]
            case "list":
                assert shape.item is not None
                items = value if isinstance(value, list | tuple) else []
                return [self.show(each, shape.item) for each in items]
            case "map":
                assert shape.item is not None
                pairs = value.items() if isinstance(value, dict) else ()
                return {key: self.show(each, shape.item) for key, each in pairs}
            case "object":
                return self.show_object(value if isinstance(value, dict) else {}, shape.object)
            case "union":
                return self._member(value, shape)
            case "any":
                return value
        assert_never(shape.kind)

    def _member(self, value: object, shape: Shape) -> object:
        """As the member of the union that it is, or as it is where it is none."""
        assert shape.arms is not None
        fields = value if isinstance(value, dict) else None
        at = shape.arms.find(value, fields)
        if at is None and fields is not None:
            at = shape.arms.nearest(fields)
        return value if at is None else self.show(value, shape.members[at])

    def show_object(self, record: Mapping[str, object], name: str) -> dict[str, object]:
        shown = {}
        for field in self._objects[name]:
            value = record.get(field.name)
            if value is None and field.wire in record:
                value = record[field.wire]
            cleared = field.shape.nullable and field.name in record
            if value is None and field.optional and not cleared:
                continue
            shown[field.wire] = self.show(value, field.shape)
        return shown


def _number(value: object, *, whole: bool) -> int | float:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return value
    try:
        return int(canonical(value)) if whole else float(canonical(value))
    except ValueError:
        return 0


def _date(value: object, shape: Shape) -> object:
    moment = read_moment(value) if is_given(value) else None
    if moment is None:
        return canonical(value)
    form = shape.formats[0]
    bare = datetime(moment.year, moment.month, moment.day)
    written = dates.write(bare.date() if dates.is_day(form) else moment, (form,))
    # Whoever sends a date is safer with zeros; a service that is known to leave them out does so.
    return _LEADING_ZERO.sub(r"\1", str(written)) if form.endswith("_unpadded") else written


def _duration(value: object, shape: Shape) -> object:
    """What is kept is as the API has it, or a number of seconds."""
    if durations.read(value, shape.formats) is not None or not isinstance(value, int | float):
        return value
    return durations.write(timedelta(seconds=value), shape.formats)
