"""How the API tells that a request failed."""

from __future__ import annotations

from apiscribe.document.base import Code, Document, ObjectPath, Status


class FaultsDoc(Document):
    """Which code answers what went wrong before any operation ran."""

    credentials_missing: Code
    credentials_refused: Code
    arguments_refused: Code
    malformed: Code
    too_large: Code
    unknown_path: Code
    method_not_allowed: Code


class EnvelopeDoc(Document):
    present: ObjectPath | None = None
    code: ObjectPath
    message: ObjectPath
    status: Status
    faults: FaultsDoc
