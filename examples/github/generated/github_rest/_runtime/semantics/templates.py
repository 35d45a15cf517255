"""Texts with names in braces, such as `{email}/token`: filled in, and taken apart again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from re import Pattern, compile, escape

from .compiled import compiled

_NAME = r"\{([a-z][a-z0-9_]*)\}"


def names_in(template: str) -> tuple[str, ...]:
    """The names, each once."""
    return tuple(dict.fromkeys(compiled(_NAME).findall(template)))


def names_beside(names: Iterable[str], templates: Iterable[str]) -> tuple[str, ...]:
    """Names, and those in texts, each once."""
    inside = (name for template in templates for name in names_in(template))
    return tuple(dict.fromkeys((*names, *inside)))


def literals_of(template: str) -> list[str]:
    """What stands before, between and behind the names."""
    return compiled(_NAME).split(template)[::2]


def filled(template: str, values: Mapping[str, str]) -> str:
    """The text with values in the places of their names."""
    return compiled(_NAME).sub(lambda found: values[found[1]], template)


def taken_apart(template: str, text: str) -> dict[str, str] | None:
    """The values that a text was filled in with; None if it is none of the template.

    Each value ends where what stands behind it begins.
    """
    found = _pattern(template).fullmatch(text)
    return None if found is None else found.groupdict()


@cache
def _pattern(template: str) -> Pattern[str]:
    seen: set[str] = set()
    parts = []
    for index, part in enumerate(compiled(_NAME).split(template)):
        if index % 2 == 0:
            parts.append(escape(part))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            seen.add(part)
            parts.append(f"(?P<{part}>(?s:.*?))")
    return compile("".join(parts))
