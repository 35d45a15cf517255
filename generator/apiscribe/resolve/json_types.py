"""What JSON is called in the requests and the responses of an operation."""

from __future__ import annotations

import re

from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.files import OperationDoc
from apiscribe.document.json_types import JsonDoc, JsonEntry
from apiscribe.load.source import Place
from apiscribe.model import Operation
from apiscribe.problems import Problems, quoted

_LINES = "application/x-ndjson"
_LIKE_LINES = re.compile(r"application/(?:x-)?(?:ndjson|jsonl|json-?lines)", re.IGNORECASE)
"""What lines of JSON are called, by one or the other."""


def with_json_types(
    operation: Operation, doc: OperationDoc, documents: Documents, place: Place, problems: Problems
) -> Operation:
    """The operation with what it names itself, or else the API."""
    own_sent, own_answered = _apart(doc.json_type)
    sent, answered = _apart(documents.api.doc.json_type)
    _check(operation, doc, place, problems)
    return replace(
        operation,
        json_sent=own_sent or (_LINES if operation.in_lines else sent) or operation.json_sent,
        json_answered=own_answered or answered or operation.json_answered,
        json_by_any_name=_has_one_form(operation)
        and (_takes_any(doc.json_type) or _takes_any(documents.api.doc.json_type)),
    )


def _takes_any(given: JsonEntry | None) -> bool:
    return isinstance(given, JsonDoc) and given.takes == "any"


def _has_one_form(operation: Operation) -> bool:
    """Whether a body is JSON whatever it is called: nothing else may stand in it."""
    return operation.encodings == ("json",) and operation.has_body


def _check(operation: Operation, doc: OperationDoc, place: Place, problems: Problems) -> None:
    sent, answered = _apart(doc.json_type)
    has_json = "json" in operation.encodings or operation.json_part is not None
    in_json = has_json and operation.has_body
    is_json = operation.content_types is None and operation.stream is None
    has_answer = is_json and bool(operation.answered)
    wrong = ""
    if isinstance(doc.json_type, str):
        wrong = "" if in_json or has_answer else "neither the body nor what is returned is JSON"
    elif sent is not None and not in_json:
        wrong = "the body is no JSON, so that `sends` says nothing"
    elif _takes_any(doc.json_type) and not _has_one_form(operation):
        wrong = "the body is not JSON alone, so that `takes` says nothing"
    elif answered is not None and not has_answer:
        wrong = "nothing is returned that is JSON, so that `answers` says nothing"
    if wrong:
        problems.add((place / "json").key_position, "json", f"{wrong}; remove it")
    elif in_json and not operation.in_lines and _LIKE_LINES.fullmatch(sent or ""):
        message = f"{quoted(sent)} is what lines of JSON are called; a list that is the whole body"
        message += " is such lines with `style: {lists: lines}`"
        problems.add((place / "json").key_position, "json", message)


def _apart(given: JsonEntry | None) -> tuple[str | None, str | None]:
    """What is sent, and what is answered."""
    if given is None or isinstance(given, str):
        return given, given
    return given.sends, given.answers
