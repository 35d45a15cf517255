"""More messages of broken rules: of numbers, durations, bytes, keys and choices."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta

from ..semantics import durations
from ..semantics.predicates import utf8_size
from .messages import add
from .showing import show
from .violations import Found


def not_above(
    value: object, path: str, found: Found, least: float, *, secret: bool = False
) -> None:
    message = f"{show(value, secret)} is not more than {least}, as it has to be"
    add(found, path, "exclusive_minimum", message)


def not_below(value: object, path: str, found: Found, most: float, *, secret: bool = False) -> None:
    message = f"{show(value, secret)} is not less than {most}, as it has to be"
    add(found, path, "exclusive_maximum", message)


def not_a_multiple(
    value: object, path: str, found: Found, step: float, *, secret: bool = False
) -> None:
    add(found, path, "multiple_of", f"{show(value, secret)} is not a multiple of {step}")


def bad_decimal(value: object, path: str, found: Found, *, secret: bool = False) -> None:
    message = f"{show(value, secret)} is not a decimal: a Decimal, a whole number, or its digits"
    if isinstance(value, float):
        message += " as text; a float is not exact"
    add(found, path, "type", message)


def too_few_decimals(
    value: object, path: str, found: Found, least: int, *, secret: bool = False
) -> None:
    message = f"{show(value, secret)} has less than {least} digits after the point"
    add(found, path, "min_decimals", message)


def too_many_decimals(
    value: object, path: str, found: Found, most: int, *, secret: bool = False
) -> None:
    message = f"{show(value, secret)} has more than {most} digits after the point"
    add(found, path, "max_decimals", message)


def bad_base64(value: object, path: str, found: Found, form: str, *, secret: bool = False) -> None:
    add(found, path, "type", f"{show(value, secret)} is neither bytes nor text in {form}")


def too_many_bytes(size: int, path: str, found: Found, most: int) -> None:
    add(found, path, "max_bytes", f"has {size} bytes; at most {most} are allowed")


def too_short_in_utf8(
    value: str, path: str, found: Found, least: int, *, secret: bool = False
) -> None:
    many = f"{show(value, secret)} has {utf8_size(value)} bytes in UTF-8"
    add(found, path, "min_bytes", f"{many}; at least {least} are needed")


def too_long_in_utf8(
    value: str, path: str, found: Found, most: int, *, secret: bool = False
) -> None:
    many = f"{show(value, secret)} has {utf8_size(value)} bytes in UTF-8"
    add(found, path, "max_bytes", f"{many}; at most {most} are allowed")


def too_few_keys(keys: Collection[object], path: str, found: Found, least: int) -> None:
    add(found, path, "min_keys", f"has {len(keys)} keys; at least {least} are needed")


def too_many_keys(keys: Collection[object], path: str, found: Found, most: int) -> None:
    add(found, path, "max_keys", f"has {len(keys)} keys; at most {most} are allowed")


def bad_duration(
    value: object, path: str, found: Found, formats: tuple[str, ...], *, secret: bool = False
) -> None:
    said = " or ".join(
        f"whole {form}" if form in durations.UNITS else f"text like {durations.SAMPLES[form]}"
        for form in formats
    )
    given = f"{value} (a timedelta)" if isinstance(value, timedelta) and not secret else None
    message = f"{given or show(value, secret)} is not a duration, written as {said}"
    add(found, path, "duration", message)


def deprecated_choice(
    value: object,
    path: str,
    found: Found,
    advice: Mapping[str, str] | Mapping[int, str],
    *,
    secret: bool = False,
) -> None:
    said = next(text for choice, text in advice.items() if choice == value)
    add(found, path, "deprecated", f"{show(value, secret)} {said}", "warning")
