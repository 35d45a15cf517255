"""The keys under which the body of a request holds the arguments that stand in it."""

from __future__ import annotations

from dataclasses import replace

from apiscribe.document import Documents
from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.model import Operation
from apiscribe.problems import Problems, quoted
from apiscribe.runtime.semantics.paths import keys_of


def with_wrapper(
    operation: Operation, doc: OperationDoc, documents: Documents, place: Place, problems: Problems
) -> Operation:
    """The operation with the keys that it names itself, or else those of the API."""
    says_so = "wrap" in doc.model_fields_set
    path = doc.wrap if says_so else documents.api.doc.wrap
    if path is None:
        return operation
    if "[]" in path:
        message = f"{quoted(path)} is a list; the arguments stand under keys of objects"
        where = place if says_so else documents.api.place
        problems.add((where / "wrap").position, "wrap", message)
        return operation
    if operation.encoding in ("query", "raw") or not operation.has_body:
        if says_so:
            message = "nothing stands in the body that could be wrapped; remove it"
            if operation.encoding == "raw":
                message = "the body is a file, which nothing wraps; remove it"
            problems.add((place / "wrap").key_position, "wrap", message)
        return operation
    return replace(operation, wrap=tuple(keys_of(path)))
