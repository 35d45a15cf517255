"""Values as messages show them."""

from __future__ import annotations

from decimal import Decimal

_SHOWN = 40


def show(value: object, secret: bool = False) -> str:
    """`value` as a message may show it: shortened, or not at all if it is secret."""
    if secret:
        return "the value given"
    if type(value) is str:
        value = value[:_SHOWN]
    try:
        text = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
        text = str(value) if isinstance(value, Decimal) else text
    except ValueError:  # Python writes no whole number of more than 4300 digits
        return "a number of thousands of digits"
    except RecursionError:
        return "a value that is nested too deep"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
