"""Reads which error of the API is the answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from apiscribe.document.state import RefusalDoc
from apiscribe.load.source import Path, Place
from apiscribe.model import ErrorCode
from apiscribe.model.failures import by_any_name
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.envelope import check_told
from apiscribe.resolve.state.names import Scope
from apiscribe.resolve.state.values import Reader
from apiscribe.runtime.program import Constant, Refusal, Value


class Refusals:
    def __init__(
        self,
        errors: Sequence[ErrorCode],
        fields: Collection[str] | None,
        dropped: Collection[Path],
        reader: Reader,
        problems: Problems,
    ) -> None:
        self._dropped = dropped
        self._fields = fields
        """Those of the envelope; None where not all are known."""
        self._errors = by_any_name(errors)
        self._reader = reader
        self._problems = problems

    def read(
        self, doc: RefusalDoc | str | int | None, place: Place, scope: Scope
    ) -> Refusal | None:
        if doc is None:
            return None
        named = doc.error if isinstance(doc, RefusalDoc) else doc
        if ("errors",) in self._dropped or ("errors", named) in self._dropped:
            return None  # which has been said
        error = self._errors.get(named)
        if error is None:
            names = [each.name for each in self._errors.values()]
            message = f"there is no error {quoted(named)}{did_you_mean(named, names)}"
            self._problems.add(place.position, "unknown-name", message)
            return None
        text: Value = Constant(value=error.text)
        fields: dict[str, Value] = {}
        if isinstance(doc, RefusalDoc):
            if doc.message is not None:
                text = self._reader.value(doc.message, place / "message", scope)
                if isinstance(text, Constant):
                    check_told(error, str(text.value), place / "message", self._problems)
            self._check_fields(doc, place / "with")
            fields = self._reader.values(doc.values, place / "with", scope)
        return Refusal(code=error.key, message=text, fields=fields)

    def _check_fields(self, doc: RefusalDoc, place: Place) -> None:
        if self._fields is None:
            return
        for name in doc.values:
            if name not in self._fields:
                message = f"the envelope has no field {quoted(name)}"
                message += did_you_mean(name, self._fields) or (
                    "; what else failures have is said under `fields` of `envelope` in `api.yaml`"
                )
                self._problems.add((place / name).key_position, "unknown-name", message)
