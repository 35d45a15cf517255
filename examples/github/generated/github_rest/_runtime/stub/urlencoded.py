"""Query strings and forms: names and values between `&`, with percent codes."""

from __future__ import annotations

import codecs
import re
from binascii import a2b_qp

from .bounds import Bounds
from .unreadable import malformed, too_many

FORM = "application/x-www-form-urlencoded"
_BAD_PERCENT_CODE = re.compile(rb"%(?![0-9A-Fa-f]{2})").search
_NOT_A_FORM = re.compile(
    rb"(?P<JSON>\s*(?:\{|\[\s*[\[{\"\]]))|(?P<XML>\s*<)"
    rb"|(?P<multipart>(?:\r\n)?--[^\r\n]+\r\n(?i:content-))|(?P<gzip>\x1f\x8b)"
).match
"""How a body begins that is something else, whatever it is called."""
_CHARSETS = {"utf-8": "UTF-8", "ascii": "UTF-8", "iso8859-1": "cp1252", "cp1252": "cp1252"}
"""How to read what `codecs` calls so. Others are too rare, and some of them too slow."""


def percent_decoded(text: str, where: str) -> str:
    """`text` as it was before it was made fit for a URL.

    Raises:
        RequestRefused: malformed.
    """
    data = text.encode("latin-1")
    _require_percent_codes(data, where)
    try:
        return _unquoted(data).decode()
    except UnicodeDecodeError:
        raise malformed(f"{where} is not UTF-8") from None


def require_a_form(body: bytes) -> None:
    """Say of what is called a form, but is none, what it is."""
    other = None if body[:1].isalnum() else _NOT_A_FORM(body)
    if other is not None:
        raise malformed(f"the body is {other.lastgroup}, but its content-type says {FORM}")
    if b"\0" in body:
        raise malformed(f"the body is not {FORM}: it holds NUL characters")
    if b"=" not in body and body.strip(b"&"):
        raise malformed(f"the body is not {FORM}: no name in it has a value")


def urlencoded_pairs(
    data: bytes, where: str, bounds: Bounds, charset: str = "UTF-8"
) -> list[tuple[str, object]]:
    pairs: list[tuple[str, object]] = []
    try:
        text = data.decode(charset)
        if text.count("&") >= bounds.fields:
            raise too_many(where, bounds)
        if "%" in text:
            _require_percent_codes(data, where)
        for piece in text.replace("+", " ").split("&"):
            name, _, value = piece.partition("=")
            if "%" in name:
                name = _unquoted(name.encode(charset)).decode(charset)
            if "%" in value:
                value = _unquoted(value.encode(charset)).decode(charset)
            if piece:
                pairs.append((name, value))
    except UnicodeDecodeError:
        raise malformed(f"{where} is not {charset}") from None
    return pairs


def _unquoted(text: bytes) -> bytes:
    """What urllib's unquote_to_bytes makes of it, if every percent code is one.

    A percent code is a quoted-printable one with another sign, and `binascii` reads those
    in C: a form in a third of the time, and a megabyte of codes in a fiftieth.
    """
    return a2b_qp(text.replace(b"=", b"=3D").replace(b"%", b"="))


def _require_percent_codes(data: bytes, where: str) -> None:
    bad = _BAD_PERCENT_CODE(data)
    if bad is not None:
        sample = data[bad.start() : bad.start() + 3].decode("latin-1")
        raise malformed(f"{where} holds {sample!r}, which is no percent-encoding")


def charset_of(parameter: bytes | None) -> str:
    """What a form is written in, by what the type of its body says."""
    if parameter is None:
        return "UTF-8"
    name = parameter.decode("latin-1")
    try:
        return _CHARSETS[codecs.lookup(name).name]
    except (LookupError, ValueError):
        raise malformed(f"charset {name[:40]!r} is not supported; use UTF-8") from None
