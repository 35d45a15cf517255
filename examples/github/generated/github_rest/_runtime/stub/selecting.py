"""Responses with the fields that a caller has asked for: `id,title`, `items(id,title),next`.

Names that are written otherwise leave a response as it is, as do those of a map.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import msgspec

from ..operation import Operation
from ..semantics.paths import keys_of
from .responses import StubResponse, instead

Names: TypeAlias = "dict[str, Names]"
"""Key -> what is wanted of what stands there; all of it if that is empty."""

_TOKENS = re.compile(r"[\w*$@-]+|[(){},./]")
_CLOSING = {"(": ")", "{": "}"}
_ALL = "*"


class _Unknown(Exception):
    """Names that are written in a way of their own."""


def selected(
    response: StubResponse, operation: Operation, given: Mapping[str, object]
) -> StubResponse:
    """A response with what is asked for of what it has."""
    wanted = [
        (keys_of(place) if place else [], names, always)
        for argument, place, always in operation.selects
        if (names := names_in(given.get(argument))) is not None
    ]
    if not wanted or not response.content:
        return response
    content: Any = msgspec.json.decode(response.content)
    for keys, names, always in wanted:
        content = _at(content, keys, {**names, **{key: {} for key in always}})
    return instead(response, content)


def names_in(given: object) -> Names | None:
    """What a text or a list of texts names; None if it cannot be told."""
    texts = given if isinstance(given, list | tuple) else [given]
    found: Names = {}
    try:
        for text in texts:
            if not isinstance(text, str):
                return None
            tokens = _tokens(text)
            _read(tokens, found, "")
    except _Unknown:
        return None
    return found or None


def _tokens(text: str) -> Iterator[str]:
    text = re.sub(r"\s", "", text)
    found = _TOKENS.findall(text)
    if "".join(found) != text:
        raise _Unknown
    return iter(found)


def _read(tokens: Iterator[str], into: Names, until: str) -> None:
    """Read names up to a sign that closes them, which nothing does at the end."""
    here, before = into, ","
    for token in tokens:
        if token in ",./":
            here = into if token == "," else here
        elif token in _CLOSING:
            _read(tokens, here, _CLOSING[token])
        elif token == until:
            return
        elif token in ")}" or before not in ",./":
            raise _Unknown
        else:
            here = here.setdefault(token, {})
        before = token
    if until:
        raise _Unknown


def _at(content: object, keys: list[str], names: Names) -> object:
    if isinstance(content, list):
        return [_at(each, keys, names) for each in content]
    if not keys:
        return _picked(content, names)
    if not isinstance(content, dict) or keys[0] not in content:
        return content
    return {**content, keys[0]: _at(content[keys[0]], keys[1:], names)}


def _picked(content: object, names: Names) -> object:
    if isinstance(content, list):
        return [_picked(each, names) for each in content]
    if not names or _ALL in names or not isinstance(content, dict):
        return content
    return {key: _picked(each, names[key]) for key, each in content.items() if key in names}
