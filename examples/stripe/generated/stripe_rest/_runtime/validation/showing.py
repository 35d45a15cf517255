"""Values as messages show them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from decimal import Decimal

_SHOWN = 40
_SHOWN_OF_PART = 20
_STARS = "***"
_SECRETS = ("auth", "cookie", "key", "passw", "secret", "session", "signature", "token")
"""Parts of the names of what is nobody's business."""


def sounds_secret(name: str) -> bool:
    """Whether what is called so is better not shown."""
    return any(part in name.lower() for part in _SECRETS)


def show(value: object, secret: bool = False) -> str:
    """`value` as a message may show it: shortened, or not at all if it is secret."""
    if secret:
        return "the value given"
    if isinstance(value, dict | list | tuple):
        return in_brief(value)
    return _shortened(value, _SHOWN)


def in_brief(
    value: dict[object, object] | list[object] | tuple[object, ...],
    hide: Callable[[str], str] = str,
    secrets: Collection[str] = (),
) -> str:
    """The first things that a value holds, without what is inside of these.

    Args:
        value: what is shown.
        hide: takes out of texts what must not be shown.
        secrets: keys whose values are not shown, besides those that sound like it.
    """
    parts = (
        _entries(value, hide, secrets)
        if isinstance(value, dict)
        else (_part(each, hide) for each in value)
    )
    found: list[str] = []
    for part in parts:
        if sum(map(len, found)) > _SHOWN:
            found.append("...")
            break
        found.append(part)
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    return f"{opened}{', '.join(found)}{closed}"


def _entries(
    value: dict[object, object], hide: Callable[[str], str], secrets: Collection[str]
) -> Iterator[str]:
    for key, each in value.items():
        is_secret = key in secrets or (isinstance(key, str) and sounds_secret(key))
        yield f"{_part(key, hide)}: {_STARS if is_secret else _part(each, hide)}"


def _part(value: object, hide: Callable[[str], str]) -> str:
    match value:
        case str():
            # Hidden before it is shortened: half of a secret would not be found.
            return _shortened(hide(value), _SHOWN_OF_PART)
        case dict():
            return "{...}" if value else "{}"
        case list() | tuple():
            return "[...]" if value else "[]"
        case None | bool() | int() | float() | Decimal() | date():
            return hide(_shortened(value, _SHOWN_OF_PART))
        case _:
            return f"<{type(value).__name__}>"


def _shortened(value: object, most: int) -> str:
    if type(value) is str:
        value = value[:most]
    try:
        text = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
        text = str(value) if isinstance(value, Decimal) else text
    except ValueError:  # Python writes no whole number of more than 4300 digits
        return "a number of thousands of digits"
    except RecursionError:
        return "a value that is nested too deep"
    return text if len(text) <= most else f"{text[: most - 3]}..."
