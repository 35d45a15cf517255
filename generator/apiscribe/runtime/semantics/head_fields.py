"""Fields of an object that stand in headers of a response."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from .header_texts import HeaderKind, as_json, is_blank


class HeadField(NamedTuple):
    """A field that stands in a header."""

    key: str
    """What it is called in the object that is returned."""
    header: str
    """In lower case."""
    kind: HeaderKind = "text"
    is_prefix: bool = False
    """Whether it is a map, whose keys are headers with names that begin with `header`."""


def told(fields: Collection[HeadField], headers: Mapping[str, str]) -> dict[str, str]:
    """The JSON of what headers say, by the keys of fields; a map is there without any, too."""
    found: dict[str, str] = {}
    own = {field.header for field in fields if not field.is_prefix}
    for field in fields:
        if field.is_prefix:
            names = {name.lower() for name in headers} - own
            parts = ((each, headers[each]) for each in sorted(names))
            found[field.key] = _map(field, parts)
            continue
        text = headers.get(field.header)
        if text is not None and not is_blank(text, field.kind):
            found[field.key] = as_json(text, field.kind)
    return found


def _map(field: HeadField, headers: Iterable[tuple[str, str]]) -> str:
    """The JSON of all headers with names that begin so."""
    entries = [
        f"{json.dumps(name.removeprefix(field.header))}: {as_json(text, field.kind)}"
        for name, text in headers
        if name.startswith(field.header) and name != field.header
    ]
    return f"{{{', '.join(entries)}}}"
