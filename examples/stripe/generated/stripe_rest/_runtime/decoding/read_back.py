"""Reads back what a response was written to."""

from __future__ import annotations

import warnings
from typing import TypeVar, cast

from ..call_warnings import ResponseMismatchWarning
from ..model import Model, keep_source
from .callers import callers_level
from .json_text import decoded, in_utf8

M = TypeVar("M", bound=Model)


def read_back(text: str | bytes, kind: type[M]) -> M:
    """The `kind` that `text` is the JSON of; what does not fit is kept, with a warning.

    Raises:
        ValueError: it is not a JSON object.
    """
    # Most programs that load models read nothing back.
    from . import lenient

    body = text.encode() if isinstance(text, str) else in_utf8(text)
    data = decoded(body, lenient.any_json(kind))
    if not isinstance(data, dict):
        raise ValueError(f"not the JSON of a {kind.__name__}, which is an object")
    value, mismatches = lenient.fit(data, kind)
    if mismatches.lines:
        warning = ResponseMismatchWarning(kind.__name__, mismatches.lines, mismatches.more)
        warnings.warn(warning, stacklevel=callers_level())
    keep_source(value, body)
    return cast("M", value)
