"""Takes secrets out of what a server says, in whatever spelling they come back.

A server may quote what it was sent as the form had it, as JSON, as HTML, or in a mixture: so each
character is looked for in all of its spellings.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache

STARS = "***"
_LONG = 8
"""From so many characters on, a secret is looked for inside of words as well."""
_SHORT = 3
"""Up to so many, or if it is a word, a message may have it for reasons of its own: then it is
hidden only next to its name, or in quotation marks."""

_LONGEST_SPELLING = 24
"""Characters that one of a secret may become: four bytes, each percent-encoded twice."""
_ESCAPES = re.compile(r"[%\\&+]")
_BEGINS = (
    r"(?:(?<![0-9A-Za-z])"
    r"|(?<=%[0-9A-Fa-f]{2})|(?<=\\u[0-9A-Fa-f]{4})|(?<=\\x[0-9A-Fa-f]{2})|(?<=\\[nrtbf]))"
)
"""No letter or digit stands before it, but for those of an escape."""
_ENDS = r"(?![0-9A-Za-z])"
_BETWEEN = r"(?:[^0-9A-Za-z]|(?i:%(?:25)?(?:2[0-9a-f]|3[ad])|&(?:amp;)?#?\w{1,4};)){1,9}"
"""What stands between a name and its value."""
_BASE64 = "[0-9A-Za-z+/_-]"
_QUOTE = r"(?:[\"'`]|(?i:%(?:25)?2[27]|&(?:amp;)?(?:quot|apos|#0*3[49]|#x0*2[27]);))"


def redact(text: str, secrets: Mapping[str, Iterable[str]]) -> str:
    """`text` with stars for each of `secrets`, which are given by the names they are sent under."""
    # Most messages have nothing in them that could begin another spelling.
    spelled = _spelled if _ESCAPES.search(text) else re.escape
    pairs = [(name, value) for name, values in secrets.items() for value in values if value]
    # The longest first: another may be a part of it, and would leave the rest.
    for name, value in sorted(pairs, key=lambda pair: -len(pair[1])):
        if len(value) >= _LONG:
            text = re.sub("|".join([spelled(value), *_in_base64(value)]), STARS, text)
        elif len(value) > _SHORT and not value.isalpha():
            alone = b64encode(value.encode("utf-8", "surrogatepass")).decode().rstrip("=")
            either = f"(?:{spelled(value)}|{re.escape(alone)}=*)"
            text = re.sub(f"{_BEGINS}{either}{_ENDS}", STARS, text)
        else:
            text = re.sub(_next_to(name, spelled(value)), rf"\1\2{STARS}", text)
    return text


def quoted(text: str, secrets: Mapping[str, Iterable[str]], most: int) -> str:
    """What a server says, as a message may have it: without secrets, on one line, and short."""
    # What is cut off may be part of a secret, and is then not recognised: that is left out, too.
    doubtful = longest_spelling(secrets)
    shown = redact(text[: most + doubtful], secrets)
    if len(text) > most + doubtful:
        shown = shown[: max(len(shown) - doubtful, 0)]
    shown = printable(shown)
    if len(text) > most + doubtful or len(shown) > most:
        shown = f"{shown[:most]}... ({len(text)} characters)"
    return shown


def printable(text: str) -> str:
    """`text` with escapes for what a terminal or a log would not just show."""
    if text.isprintable():
        return text
    return "".join(
        each
        if each.isprintable()
        else " "
        if unicodedata.category(each) == "Zs"
        else each.encode("unicode_escape").decode()
        for each in text
    )


def longest_spelling(secrets: Mapping[str, Iterable[str]]) -> int:
    """The characters that a secret takes at most, however it is spelled."""
    lengths = (len(value) for values in secrets.values() for value in values)
    return max(lengths, default=0) * _LONGEST_SPELLING


def _next_to(name: str, spelled: str) -> str:
    return (
        f"({_BEGINS}{re.escape(name)}{_BETWEEN}){spelled}{_ENDS}"
        f"|({_QUOTE}){spelled}(?=\\\\*{_QUOTE})"
    )


def _spelled(value: str) -> str:
    return "".join(map(_character, value))


@cache
def _character(character: str) -> str:
    """An expression for all spellings of a character."""
    utf8, number = character.encode("utf-8", "surrogatepass"), ord(character)
    utf16 = character.encode("utf-16-be", "surrogatepass")
    units = [utf16[place : place + 2].hex() for place in range(0, len(utf16), 2)]
    found = [
        re.escape(character),
        _joined(f"%(?:25)*{byte:02x}" for byte in utf8),
        _joined(rf"\\+u{unit}" for unit in units),
        rf"(?i:&(?:amp;)*\#(?:0*{number}|x0*{number:x});?)",
        *(f"&(?:amp;)*{name};?" for name in _entities(character)),
    ]
    if number > 127:
        found.append(_joined(rf"\\+x{byte:02x}" for byte in utf8))
    if 127 < number < 256:
        found.append(rf"(?i:%(?:25)*{number:02x}|\\+x{number:02x})")
    if character == " ":
        found.append(r"\+")
    if character in _SHORTHANDS:
        found.append(rf"\\+{_SHORTHANDS[character]}")
    # JSON puts a backslash before some, and JSON in JSON more of them.
    escaped = "" if character.isalnum() else r"\\*"
    return f"{escaped}(?:{'|'.join(found)})"


_SHORTHANDS = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}


def _joined(parts: Iterable[str]) -> str:
    return f"(?i:{''.join(parts)})"


def _entities(character: str) -> list[str]:
    from html.entities import html5

    return sorted({name.rstrip(";") for name, text in html5.items() if text == character})


def _in_base64(value: str) -> list[str]:
    """Expressions for text in base64 that holds `value`, which may begin at any of three bits."""
    found = []
    for offset in range(3):
        content = bytes(offset) + value.encode("utf-8", "surrogatepass")
        # Only whole groups of six bits are the same whatever stands before and behind.
        core = b64encode(content).decode()[-(-offset * 8 // 6) : len(content) * 8 // 6]
        either = re.escape(core).replace(r"\+", "[+-]").replace("/", "[/_]")
        found.append(f"{_BASE64}{{0,3}}{either}{_BASE64}{{0,3}}=*")
    return found
