"""Text that a client has sent, as messages and logs may show it."""

from __future__ import annotations

import traceback

LONGEST_NAME = 200
"""Of names, paths and media types, nobody needs to see more."""


def shown(text: str, most: int | None = LONGEST_NAME) -> str:
    """`text` on one line, shortened, with escapes in place of what a terminal would obey.

    Escaped is all that is not printable: line breaks, which would make two records of one in
    a log; codes that steer a terminal; marks that turn the direction of writing.
    """
    if most is not None and len(text) > most:
        text = f"{text[:most]}..."
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _escaped(each) for each in text)


def shown_traceback() -> str:
    """The exception being handled, indented, so that none of its lines passes for a record."""
    lines = traceback.format_exc().splitlines()
    return "\n".join(f"  {shown(line)}" for line in lines)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode()
