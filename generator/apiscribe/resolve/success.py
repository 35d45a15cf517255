"""What of a response is returned: what the API wraps under a key, or what its status means."""

from __future__ import annotations

from collections.abc import Mapping

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
    if doc.returns is None or isinstance(doc.returns, dict):
        if says_so:
            message = "nothing is returned that could be unwrapped; add `returns`, or remove it"
            problems.add((place / "unwrap").key_position, "unwrap", message)
        return ()
    if says_so and "[]" in path:
        message = f"{quoted(path)} is something of each item; unwrap the list, and return objects"
        problems.add((place / "unwrap").position, "unwrap", message)
        return ()
    return tuple(path.split("."))


def truths(doc: OperationDoc, place: Place, problems: Problems) -> Mapping[int, bool]:
    """What each status means, where the status alone is the response."""
    if not isinstance(doc.returns, dict):
        return {}
    place /= "returns"
    for status, truth in doc.returns.items():
        if status in _NEVER_AN_ANSWER or status >= 500 or status < 200:
            message = f"{status} says nothing of what was asked; it stays an error"
            problems.add((place / status).key_position, "returns", message)
        elif truth and status >= 300:
            message = f"{status} is no success, and cannot mean `true`"
            problems.add((place / status).position, "returns", message)
    for truth, word in ((True, "true"), (False, "false")):
        if truth not in doc.returns.values():
            message = f"no status means `{word}`; the other is an error, or nothing is returned"
            problems.add(place.position, "returns", message)
    return doc.returns


_NEVER_AN_ANSWER = (401, 407, 408, 429)
"""Statuses about who asks and how often, whatever is asked."""
