"""Paths of keys: which value of a body is meant."""

from __future__ import annotations

from typing import Annotated

from apiscribe.document.base import KEY_SIGN, shaped

_KEY = rf"(?![0-9]+(?:\.|$)){KEY_SIGN}+(?<!\[\])(?<!\{{\}})(?<!\[[0-9]\])"
_KEYS = rf"(?!\[\])(?![0-9]+(?:\.|$)){KEY_SIGN}+(?<!\{{\}})(?<!\[[0-9]\])(?<!\]\[\])"
_ROW = r"(?:(?<=\[\])\.[0-9])?"
_INSIDE = rf"(?:{KEY_SIGN}+(?<!\[\])(?<=[^}}\]]))?\{{\}}(?:\.{_KEY})?"

KeyPath = Annotated[
    str,
    shaped(
        rf"{_KEY}(?:\.{_KEY})*",
        "keys with points between them (`\\.` is a point of a key itself); one item of a list"
        " cannot be reached, and several only by `when`, `code`, `message` and `fields` of"
        " `envelope` and `keys` of errors (`errors[].text`)",
    ),
]
RowsPath = Annotated[
    str,
    shaped(
        rf"{_KEYS}(?:\.{_KEYS})*{_ROW}",
        "keys with points between them (`\\.` is a point of a key itself); `[]` behind one takes"
        " each item of a list, and none is reached by its number; a number behind `[]`, which comes"
        " last, is a place of an item that is a list itself (`errors[].0`)",
    ),
]
KeysPath = Annotated[
    str,
    shaped(
        rf"{_KEYS}(?:\.{_KEYS})*",
        "keys with points between them (`\\.` is a point of a key itself); `[]` behind one takes"
        " each item of a list, and none is reached by its number",
    ),
]
TextsPath = Annotated[
    str,
    shaped(
        rf"{_KEYS}(?:\.{_KEYS})*{_ROW}|(?:{_KEYS}\.)*{_INSIDE}",
        "keys with points between them (`\\.` is a point of a key itself); `[]` behind one takes"
        " each item of a list, and none is reached by its number, but a place of an item that is a"
        " list itself is (`errors[].0`); `{}` behind one, or alone for the"
        " whole body, takes each text inside, or each under the one key behind it"
        " (`errors{}.message`)",
    ),
]
