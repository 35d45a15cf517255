"""The base of generated models: it can read back what a model writes.

It stands apart from `Model` because reading is done by what reads answers, which knows models.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import msgspec

from .model import Model


class ApiObject(Model, kw_only=True):
    """An object of the API."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The object that `to_dict` made `data` of.

        As in an answer, what does not fit is kept, with a `ResponseMismatchWarning`.

        Raises:
            TypeError: `data` is no mapping.
            ValueError: it holds what JSON cannot.
        """
        if not isinstance(data, Mapping):
            raise TypeError(f"{cls.__name__}.from_dict takes a dict, not {type(data).__name__}")
        try:
            text = msgspec.json.encode(data)
        except (TypeError, ValueError, OverflowError, RecursionError) as error:
            raise ValueError(f"{cls.__name__}.from_dict: {error}") from None
        from .decoding.read_back import read_back

        return read_back(text, cls)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The object that `to_json` made `text` of.

        Raises:
            ValueError: it is not a JSON object.
        """
        from .decoding.read_back import read_back

        return read_back(text, cls)
