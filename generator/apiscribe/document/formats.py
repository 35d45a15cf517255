"""How a date, a duration or bytes are written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Tag

from apiscribe.document.base import complaint, told_apart
from apiscribe.runtime.semantics import date_words, dates


def _written_out(form: str) -> str:
    if flaw := date_words.flaw(form):
        raise complaint("bad-value", flaw)
    return form


def _format_tag(value: object) -> str:
    return "words" if isinstance(value, str) and dates.is_words(value) else "name"


FormatName = Literal[
    "date",
    "date_unpadded",
    "utc",
    "utc_unpadded",
    "us_minutes",
    "rfc3339",
    "http_date",
    "unix_seconds",
    "unix_milliseconds",
    "iso8601",
    "clock",
    "units",
    "seconds",
    "milliseconds",
    "minutes",
    "base64",
    "base64url",
]
Format = Annotated[
    Annotated[FormatName, Tag("@name")]
    | Annotated[str, AfterValidator(_written_out), Tag("@words")],
    told_apart(_format_tag),
]
