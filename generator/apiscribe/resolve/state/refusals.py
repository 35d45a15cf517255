"""Reads which error of the API is the answer."""

from __future__ import annotations

from collections.abc import Sequence

from apiscribe.document.state import RefusalDoc
from apiscribe.load.source import Place
from apiscribe.model import ErrorCode
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.state.names import Scope
from apiscribe.resolve.state.values import Reader
from apiscribe.runtime.program import Constant, Refusal


class Refusals:
    def __init__(self, errors: Sequence[ErrorCode], reader: Reader, problems: Problems) -> None:
        self._errors: dict[object, ErrorCode] = {}
        for each in errors:
            self._errors[each.key] = self._errors[each.name] = each
        self._reader = reader
        self._problems = problems

    def read(
        self, doc: RefusalDoc | str | int | None, place: Place, scope: Scope
    ) -> Refusal | None:
        if doc is None:
            return None
        named = doc.error if isinstance(doc, RefusalDoc) else doc
        error = self._errors.get(named)
        if error is None:
            names = [each.name for each in self._errors.values()]
            message = f"there is no error {quoted(named)}{did_you_mean(named, names)}"
            self._problems.add(place.position, "unknown-name", message)
            return None
        if isinstance(doc, RefusalDoc) and doc.message is not None:
            value = self._reader.value(doc.message, place / "message", scope)
            return Refusal(code=error.key, message=value)
        return Refusal(code=error.key, message=Constant(value=_usual_text(error)))


def _usual_text(error: ErrorCode) -> str:
    """The API's own text, if one stands as it is; otherwise what the error means."""
    whole = (each.text for each in error.messages if "{" not in each.text)
    return next(whole, error.meaning)
