"""Single values that JSON has in a way of its own, as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, assert_never

from msgspec.structs import replace

from apiscribe.model import (
    Between,
    BooleanType,
    BytesType,
    DateType,
    Decimals,
    DecimalType,
    DurationType,
    IntegerType,
    Length,
    MultipleOf,
    Range,
    Scalar,
    Utf8Size,
    ValueType,
)
from apiscribe.runtime.semantics import base64_text, dates, durations
from apiscribe.views.openapi import date_patterns

Schema = dict[str, Any]
Side = Literal["request", "response"]

_MOST_BYTES_OF_ONE = 4
"""Of a character in UTF-8."""
_InText = IntegerType | DecimalType | DateType | DurationType
_STANDARD: dict[tuple[str, ...], str] = {
    ("date",): "date",
    ("utc",): "date-time",
    ("rfc3339",): "date-time",
    ("http_date",): "http-date",
}


def in_both_ways(of: _InText, side: Side, schema_of: Callable[[Any], Schema]) -> Schema:
    """The schema of a number that JSON has as text or as a number; requests may have either."""
    if not of.either or side == "response":
        return schema_of(of)
    if isinstance(of, DecimalType):
        other: _InText = replace(of, in_json="number" if of.in_json == "text" else "text")
    else:
        other = replace(of, in_text=not of.in_text)
    return {"anyOf": [schema_of(of), schema_of(other)]}


def of_date(of: DateType, side: Side) -> Schema:
    if any(map(dates.is_number, of.formats)) or "%" in "".join(of.formats):
        return _one_of([_in_text(_date_in(form, side), of) for form in of.formats])
    standard = _STANDARD.get(of.formats)
    if side == "request" and of.formats == ("utc",):
        # Any offset would do for that format, but not for the API.
        standard = None
    if of.blank:
        return {"type": "string"}
    if standard == "date":
        return {"type": "string", "format": "date"}
    shapes = "|".join(map(date_patterns.pattern, of.formats))
    schema: Schema = {"type": "string", "pattern": f"^({shapes})$"}
    if standard:
        return {**schema, "format": standard}
    # No format says what the pattern leaves open, and what others say would be another pattern.
    return (
        {**schema, "not": {"pattern": date_patterns.no_days(of.formats)}}
        if side == "request"
        else schema
    )


def _date_in(form: str, side: Side) -> Schema:
    """The schema of one format; `x-format` names what OpenAPI has no word for."""
    if dates.is_number(form):
        known = {"format": "unixtime"} if form == "unix_seconds" else {"x-format": form}
        return {"type": "integer", **known, **_between(dates.bounds(form), side)}
    if form in dates.NAMED:
        return of_date(DateType(formats=(form,)), "request")
    return {"type": "string", "pattern": f"^{date_patterns.pattern(form)}$", "x-format": form}


def _between(bounds: tuple[int, int], side: Side) -> Schema:
    """Bounds of what can be asked for; what services answer with is not judged by them."""
    least, most = bounds
    return {"minimum": least, "maximum": most} if side == "request" else {}


def of_duration(of: DurationType, side: Side) -> Schema:
    return _one_of(
        [
            _in_text(
                {"type": "integer", "x-unit": form, **_between(durations.bounds(form), side)}, of
            )
            if form in durations.UNITS
            else {
                "type": "string",
                **({"format": "duration"} if form == "iso8601" else {}),
                "pattern": f"^{durations.PATTERNS[form]}$",
            }
            for form in of.formats
        ]
    )


def _in_text(schema: Schema, of: DateType | DurationType | IntegerType) -> Schema:
    """The schema of a number as it is in text, if it is."""
    if not of.in_text or schema["type"] != "integer":
        return schema
    known = {key: each for key, each in schema.items() if key not in ("minimum", "maximum")}
    return {**known, "type": "string", "pattern": "^-?[0-9]+$"}


def _one_of(schemas: list[Schema]) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def of_integer(of: IntegerType) -> Schema:
    return _in_text({"type": "integer", "format": "int64"}, of)


def of_decimal(of: DecimalType) -> Schema:
    if of.in_json == "number":
        return {"type": "number", "format": "decimal"}
    return {"type": "string", "format": "decimal", "pattern": r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$"}


def of_bytes(of: BytesType) -> Schema:
    pattern = f"^{base64_text.PATTERNS[of.form]}$"
    return {"type": "string", "contentEncoding": of.form, "pattern": pattern}


def of_rule(of: ValueType, rule: Range | Between | MultipleOf | Decimals) -> Schema:
    """A rule of numbers; of numbers in text, under names that only people read."""
    bounds: Schema
    match rule:
        case Range():
            bounds = {"minimum": rule.minimum, "maximum": rule.maximum}
        case Between():
            bounds = {"exclusiveMinimum": rule.minimum, "exclusiveMaximum": rule.maximum}
        case MultipleOf():
            bounds = {"multipleOf": rule.step}
        case Decimals():
            bounds = {"x-min-decimals": rule.minimum, "x-max-decimals": rule.maximum}
        case _:
            assert_never(rule)
    in_text = isinstance(of, DecimalType) and of.in_json == "text"
    in_text = in_text or (isinstance(of, DurationType | IntegerType) and of.in_text)
    prefix = "x-" if in_text and not isinstance(rule, Decimals) else ""
    return {f"{prefix}{key}": bound for key, bound in bounds.items() if bound is not None}


def of_utf8(of: ValueType, rule: Utf8Size) -> Schema:
    """Bytes of a text, which no keyword counts, and what follows for its characters."""
    lengths = [each for each in of.rules if isinstance(each, Length)]
    bounds: Schema = {"x-min-bytes": rule.minimum, "x-max-bytes": rule.maximum}
    if rule.maximum is not None and all(each.maximum is None for each in lengths):
        bounds["maxLength"] = rule.maximum
    if rule.minimum is not None and not any(each.minimum for each in lengths):
        bounds["minLength"] = -(-rule.minimum // _MOST_BYTES_OF_ONE)
    return {key: bound for key, bound in bounds.items() if bound is not None}


def written(of: ValueType | None, value: Scalar) -> Scalar:
    """A value of a spec as JSON has it: true and false by their words, numbers perhaps as text."""
    if isinstance(of, BooleanType) and of.words is not None and isinstance(value, bool):
        return of.words[0 if value else 1]
    if isinstance(of, DecimalType) and of.in_json == "number" and isinstance(value, str):
        return float(value)
    return str(value) if isinstance(of, IntegerType) and of.in_text else value
