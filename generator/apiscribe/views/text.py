"""Text that becomes part of Python source: literals, docstrings, wrapped sentences."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

WIDTH = 96
"""Columns of a docstring's text, four short of the formatter's line."""


_HEADER = "# Generated from spec/{source} by `make generate`. Do not edit."


def header(source: str) -> str:
    """The first line of a generated file; `source` is what in the spec it comes from."""
    return _HEADER.format(source=source)


def literal(value: object) -> str:
    """A Python literal, in ASCII wherever a character could be mistaken for syntax."""
    if isinstance(value, str):
        return repr(value) if value.isprintable() else ascii(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, tuple):
        inside = ", ".join(map(literal, value))
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, frozenset):
        return f"frozenset({literal(tuple(sorted(value)))})" if value else "frozenset()"
    return repr(value)


def docstring_text(text: str) -> str:
    """`text` as it may stand between triple quotes."""
    safe = "".join(c if c.isprintable() or c == "\n" else _escaped(c) for c in _unslashed(text))
    safe = safe.replace('"""', r"\"\"\"")
    quotes_at_the_end = len(text) - len(text.rstrip('"'))
    return safe[:-1] + r"\"" if quotes_at_the_end % 3 else safe


def one_line(text: str) -> str:
    return " ".join(text.split())


def sentence(text: str) -> str:
    """One line that ends like a sentence."""
    line = one_line(text)
    return line if not line or line[-1] in ".!?:" else f"{line}."


def paragraph(text: str, indent: int) -> str:
    """A sentence wrapped for a docstring whose lines stand `indent` columns in."""
    return docstring_text("\n".join(wrap(text, WIDTH - indent)))


def block(text: str, width: int = 88) -> list[str]:
    """The lines of a paragraph of a docstring."""
    return [docstring_text(line) for line in wrap(text, width)]


def entry(name: str, text: str, indent: int) -> list[str]:
    """The lines of `name: text` in an `Args:` section, which hang under the name."""
    lines = wrap(f"{name}: {text}", WIDTH - indent - 4)
    return [docstring_text(line) for line in [lines[0], *(f"    {rest}" for rest in lines[1:])]]


def rules_section(title: str, rules: Iterable[str]) -> list[str]:
    """The lines of a section of a docstring, an entry a rule; none without rules."""
    lines = [docstring_text(line) for rule in rules for line in hanging(rule)]
    return [docstring_text(one_line(title)), *lines] if lines else []


def hanging(text: str) -> list[str]:
    """The lines of an entry of a section: all but the first hang under it."""
    first, *rest = wrap(text, 82)
    return [f"    {first}", *(f"        {line}" for line in rest)]


def wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(one_line(text), width, break_long_words=False, break_on_hyphens=False) or [
        ""
    ]


def listed(items: Iterable[str], last: str = "or") -> str:
    """Items as an English list."""
    every = list(items)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {last} {every[-1]}"


def _unslashed(text: str) -> str:
    return text.replace("\\", "\\\\")


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode()
