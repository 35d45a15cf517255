"""Numbers with a point that are kept exact: no float ever has them."""

from __future__ import annotations

from decimal import Decimal, DecimalException

from .compiled import compiled

_SHAPE = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_LOOSE = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?"
_MOST_DIGITS = 1000


def read(value: object) -> Decimal | None:
    """The number that a decimal, a whole number or text is; None of floats, which are not exact."""
    if isinstance(value, Decimal):
        return value if value.is_finite() and abs(value.adjusted()) <= _MOST_DIGITS else None
    if type(value) is int:
        return Decimal(value)
    is_text = isinstance(value, str) and len(value) <= _MOST_DIGITS
    return Decimal(str(value)) if is_text and compiled(_SHAPE).fullmatch(str(value)) else None


def read_leniently(value: object) -> Decimal | None:
    """The same for what a response has: floats as they are written, and text of other shapes."""
    if type(value) is float:
        value = Decimal(repr(value))
    if isinstance(value, str) and compiled(_LOOSE).fullmatch(value):
        value = Decimal(value)
    return read(value)


def of(value: object) -> Decimal:
    """The number of a value that is one; zero of others."""
    return read_leniently(value) or Decimal()


def text(value: object) -> str:
    """The number in digits, without an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def places(value: object) -> int:
    """How many digits stand after the point, as it is written."""
    return len(text(value).partition(".")[2])


def is_multiple(value: object, step: object) -> bool:
    """Whether it is so many times `step`, of which floats are what they are written as."""
    try:
        return not of(value) % of(step)
    except DecimalException:  # more digits than are reckoned with
        return of(value) // 1 == of(value) and not int(of(value)) % int(of(step) or 1)
