"""What of a response is returned: the key under which the API wraps it."""

from __future__ import annotations

from apiscribe.document import Documents
from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.problems import Problems, quoted


def unwrap(
    doc: OperationDoc, documents: Documents, place: Place, problems: Problems
) -> tuple[str, ...]:
    """The keys above what an operation returns: its own, or else those of the API."""
    says_so = "unwrap" in doc.model_fields_set
    path = doc.unwrap if says_so else documents.api.doc.unwrap
    if path is None:
        return ()
    if doc.returns is None:
        if says_so:
            message = "nothing is returned that could be unwrapped; add `returns`, or remove it"
            problems.add((place / "unwrap").key_position, "unwrap", message)
        return ()
    if says_so and "[]" in path:
        message = f"{quoted(path)} is something of each item; unwrap the list, and return objects"
        problems.add((place / "unwrap").position, "unwrap", message)
        return ()
    return tuple(path.split("."))
