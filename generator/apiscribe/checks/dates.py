"""Whether text is a date of one of the language's formats."""

from __future__ import annotations

import re
from datetime import datetime

_SHAPES = {
    "date": (r"\d{4}-\d{2}-\d{2}", "%Y-%m-%d"),
    "date_unpadded": (r"\d{4}-\d{1,2}-\d{1,2}", "%Y-%m-%d"),
    "utc": (r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", "%Y-%m-%dT%H:%M:%SZ"),
    "utc_unpadded": (r"\d{4}-\d{1,2}-\d{1,2}T\d{1,2}:\d{2}:\d{2}Z", "%Y-%m-%dT%H:%M:%SZ"),
    "us_minutes": (r"\d{2}/\d{2}/\d{4} \d{2}:\d{2} [ap]m", "%m/%d/%Y %I:%M %p"),
}


def is_date(text: str, formats: tuple[str, ...]) -> bool:
    return any(_is_of(text, *_SHAPES[name]) for name in formats)


def _is_of(text: str, shape: str, layout: str) -> bool:
    if not re.fullmatch(shape, text, re.ASCII):
        return False
    try:
        datetime.strptime(text, layout)
    except ValueError:
        return False
    return True
