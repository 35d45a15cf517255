"""Bytes of a file to text, and the complaint if they are none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from apiscribe.load.source import Path, Spot

# What YAML and JSON both forbid outside of escapes, and U+FEFF, which only ever hides.
_FORBIDDEN = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


_CONFLICT = re.compile(r"^(?:<<<<<<<|=======|>>>>>>>)(?=[ \r\n]|$)", re.MULTILINE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE = "save the file as UTF-8"


class Unreadable(Exception):
    """The file cannot be read any further than here."""

    def __init__(self, rule: str, message: str, spot: Spot) -> None:
        super().__init__(message)
        self.rule, self.message, self.spot = rule, message, spot


@dataclass(slots=True)
class FileText:
    """What a file says, as far as it can be read, and what is wrong with it."""

    value: object = None
    values: dict[Path, Spot] = field(default_factory=dict)
    keys: dict[Path, Spot] = field(default_factory=dict)
    problems: list[Unreadable] = field(default_factory=list)
    damaged: set[Path] = field(default_factory=set)
    """Values that are not what was written, as part of them was refused."""


def decode(content: bytes) -> str:
    """The text of a file that has to be UTF-8, and as a person left it."""
    if content.startswith(_UTF_16):
        raise Unreadable("encoding", f"this is UTF-16; {_SAVE}", (1, 1))
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        message = f"byte 0x{content[error.start]:02X} is not UTF-8; {_SAVE}"
        raise Unreadable("encoding", message, spot_after(before)) from None
    if text.startswith("\ufeff"):
        raise Unreadable("encoding", f"a byte order mark; {_SAVE} without one", (1, 1))
    if found := _FORBIDDEN.search(text):
        code = ord(found.group())
        name = "a byte order mark" if code == 0xFEFF else f"the character U+{code:04X}"
        spot = spot_after(text[: found.start()])
        raise Unreadable("encoding", f"{name} cannot be part of the text; remove it", spot)
    if found := _CONFLICT.search(text):
        message = (
            "a merge left a conflict; keep what is right of both sides, "
            "and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
        )
        raise Unreadable("conflict", message, spot_after(text[: found.start()]))
    return text


def spot_after(text: str) -> Spot:
    """Line and column of what follows a text."""
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1
