"""Ways to tell a failure that some operations have, beside that of the API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from apiscribe.document import Documents
from apiscribe.document.failures import StatusMarkDoc
from apiscribe.document.files import OperationDoc
from apiscribe.load.source import Place
from apiscribe.model import Envelope, ErrorCode, Operation
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve import servers
from apiscribe.resolve.envelope import envelope
from apiscribe.resolve.errors import FIRST_REDIRECT, statuses_of


def envelopes(
    documents: Documents, codes: Sequence[ErrorCode], problems: Problems
) -> Mapping[str, Envelope]:
    place = documents.api.place / "envelopes"
    return {
        name: envelope(doc, place / name, documents, codes, problems)
        for name, doc in documents.api.doc.envelopes.items()
    }


def for_operation(
    doc: OperationDoc, documents: Documents, place: Place, problems: Problems
) -> str | None:
    """The way that an operation names, or that of its server; None for that of the API."""
    if ("api",) in documents.dropped:
        return None
    known = documents.api.doc.envelopes
    if "envelope" not in doc.model_fields_set:
        return next((name for name, each in known.items() if doc.server in each.servers), None)
    if doc.envelope is None or doc.envelope in known:
        return doc.envelope
    message = f"there is no {quoted(doc.envelope)} under `envelopes` in `api.yaml`"
    problems.add(place.position, "unknown-name", message + did_you_mean(doc.envelope, known))
    return None


def check_envelopes(
    documents: Documents, operations: Sequence[Operation], problems: Problems
) -> None:
    """Whether each is used, its servers are there and its own, and fields of a name are alike."""
    if ("api",) in documents.dropped:
        return
    place = documents.api.place / "envelopes"
    used = {each.envelope for each in operations}
    owners: dict[str, str] = {}
    for name, doc in documents.api.doc.envelopes.items():
        for index, server in enumerate(doc.servers):
            at = place / name / "servers" / index
            servers.for_operation(server, documents, at, problems)
            if owners.setdefault(server, name) != name:
                message = f"{quoted(server)} tells failures as {quoted(owners[server])} says"
                problems.add(at.position, "one-key-twice", message)
        if name not in used and documents.all_operations:
            message = f"no operation tells failures as {quoted(name)} says"
            problems.add((place / name).key_position, "unused", message)
    _check_fields(documents, problems)


def check_successes(documents: Documents, problems: Problems) -> None:
    """Whether what tells an error by a status of success says what else is a failure there."""
    if documents.errors is None or ("api",) in documents.dropped:
        return
    api = documents.api.doc
    ways = (api.envelope, *api.envelopes.values())
    by_key = any(
        way.present is not None or any(not isinstance(m, StatusMarkDoc) for m in way.marks)
        for way in ways
    )
    for key, doc in documents.errors.doc.errors.items():
        status = None if doc.when is None else doc.when.status
        if status is None or not any(one.first < FIRST_REDIRECT for one in statuses_of(status)):
            continue
        assert doc.when is not None
        more = (doc.when.code, doc.when.message, doc.when.header, doc.when.keys)
        if any(each not in (None, {}) for each in more) and by_key:
            continue
        message = (
            "a response with a status of success is a failure only where a key says so: by `when`"
            " or `present` of `envelope`; `keys` or `message` then tells which"
        )
        place = documents.errors.place / "errors" / key / "when" / "status"
        problems.add(place.position, "bad-value", message)


def _check_fields(documents: Documents, problems: Problems) -> None:
    """An exception has one attribute of a name, of one type."""
    api = documents.api
    types = {name: each.type for name, each in api.doc.envelope.fields.items()}
    for called, doc in api.doc.envelopes.items():
        for name, field in doc.fields.items():
            if types.setdefault(name, field.type) != field.type:
                message = f"elsewhere {quoted(name)} is `{types[name]}`; exceptions have it once"
                at = api.place / "envelopes" / called / "fields" / name / "type"
                problems.add(at.position, "name-clash", message)
