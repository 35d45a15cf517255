"""Errors and the envelope, as the spec says them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from apiscribe.document import Documents
from apiscribe.document.failures import (
    EnvelopeDoc,
    FaultDoc,
    KeyMarkDoc,
    MatchDoc,
    StatusMarkDoc,
)
from apiscribe.document.files import ErrorDoc
from apiscribe.load.source import Place
from apiscribe.model import (
    Envelope,
    ErrorCode,
    ErrorMatch,
    ErrorMessage,
    FailureField,
    Fault,
    KeyMark,
    Mark,
    StatusMark,
    Wait,
)
from apiscribe.model.failures import STATUS
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.origins import Origins

_CLASS_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_TOO_MANY_REQUESTS = 429


def error_codes(
    documents: Documents, origins: Origins, problems: Problems
) -> tuple[ErrorCode, ...]:
    if documents.errors is None:
        return ()
    place = documents.errors.place / "errors"
    found = (
        (_error(code, doc, place / code, problems), place / code)
        for code, doc in documents.errors.doc.errors.items()
    )
    return tuple(origins.note(error, at) for error, at in found if error is not None)


def _error(code: int | str, doc: ErrorDoc, place: Place, problems: Problems) -> ErrorCode | None:
    name = doc.name
    if doc.when is not None and name is None and isinstance(code, str):
        name = code
    if name is None:
        message = "`name` is missing: what the exception is called"
        problems.add(place.key_position, "missing-key", message)
        return None
    if _CLASS_NAME.fullmatch(name) is None:
        message = f"{quoted(name)} is not in Pascal case, such as `NotFound`"
        problems.add(place.key_position, "bad-name", message)
        return None
    match = None if doc.when is None else _match(doc.when)
    status = doc.status if doc.status is not None or match is None else match.status
    limited = doc.kind == "rate_limit" or status == _TOO_MANY_REQUESTS
    return ErrorCode(
        code=code if match is None else match.code,
        name=name,
        match=match,
        meaning=doc.meaning,
        basis=doc.basis,
        section=doc.section,
        hint=doc.hint,
        kind="rate_limit" if limited else "error",
        status=status,
        messages=tuple(
            ErrorMessage(text=each if isinstance(each, str) else each.text) for each in doc.messages
        ),
    )


def _match(doc: MatchDoc) -> ErrorMatch:
    headers = {name.lower(): value for name, value in doc.header.items()}
    return ErrorMatch(status=doc.status, code=doc.code, message=doc.message, headers=headers)


def envelope(documents: Documents, codes: Collection[ErrorCode], problems: Problems) -> Envelope:
    doc, place = documents.api.doc.envelope, documents.api.place / "envelope"
    faults = dict(_faults(doc))
    if ("api",) not in documents.dropped and ("errors",) not in documents.dropped:
        _check(doc, faults, place, documents, codes, problems)
    return Envelope(
        marks=tuple(_with_statuses(list(_marks(doc)), doc, codes)),
        codes=_several(doc.code),
        messages=_several(doc.message),
        status=doc.status,
        faults=faults,
        fields=tuple(
            FailureField(
                name=name, doc=each.doc, type=each.type, key=each.key, header=_lower(each.header)
            )
            for name, each in doc.fields.items()
        ),
        waits=tuple(
            Wait(unit=each.unit, key=each.key, header=_lower(each.header)) for each in doc.wait
        ),
    )


def _check(
    doc: EnvelopeDoc,
    faults: dict[str, Fault],
    place: Place,
    documents: Documents,
    codes: Collection[ErrorCode],
    problems: Problems,
) -> None:
    known = {error.code for error in codes}
    for name, fault in faults.items():
        code = fault.code
        if code is None or code in known or ("errors", code) in documents.dropped or not known:
            continue
        message = f"there is no error {quoted(code)}{did_you_mean(code, known)}"
        problems.add((place / "faults" / name).position, "unknown-name", message)
    both = set(_several(doc.code)) & set(_several(doc.message))
    for key in sorted(both):
        message = (
            f"code and message cannot both be at {quoted(key)}; where there is only text,"
            " leave `code` out, and tell errors by `when: {message: ...}` in `errors.yaml`"
        )
        problems.add((place / "message").position, "one-key-twice", message)


def _marks(doc: EnvelopeDoc) -> Iterator[Mark]:
    if doc.present is not None:
        yield KeyMark(key=doc.present, test="present")
    for mark in doc.when:
        if isinstance(mark, StatusMarkDoc):
            yield from _status_marks(mark)
        elif isinstance(mark, KeyMarkDoc):
            yield _key_mark(mark)


def _with_statuses(
    marks: list[Mark], doc: EnvelopeDoc, codes: Collection[ErrorCode]
) -> Iterator[Mark]:
    """The marks, and the HTTP statuses that tell a failure without being among them."""
    yield from marks
    told = [mark for mark in marks if isinstance(mark, StatusMark)]
    if not marks and (not doc.code or STATUS in _several(doc.code)):
        yield (every := StatusMark(first=400, last=599))
        told.append(every)
    for error in codes:
        status = None if error.match is None else error.match.status
        if status is not None and not any(m.first <= status <= m.last for m in told):
            yield (one := StatusMark(first=status, last=status))
            told.append(one)


def _status_marks(doc: StatusMarkDoc) -> Iterator[StatusMark]:
    if isinstance(doc.status, str):
        first, _, last = doc.status.partition("-")
        yield StatusMark(first=int(first), last=int(last))
    else:
        for status in doc.status if isinstance(doc.status, list) else [doc.status]:
            yield StatusMark(first=status, last=status)


def _key_mark(doc: KeyMarkDoc) -> KeyMark:
    if doc.equal is not None:
        return KeyMark(key=doc.key, test="in", values=(doc.equal,))
    if doc.other is not None:
        return KeyMark(key=doc.key, test="not_in", values=tuple(doc.other))
    return KeyMark(key=doc.key, test="present")


def _faults(doc: EnvelopeDoc) -> Iterator[tuple[str, Fault]]:
    for name in type(doc.faults).model_fields:
        given = getattr(doc.faults, name)
        if isinstance(given, FaultDoc):
            yield name, Fault(code=given.code, status=given.status, message=given.message)
        elif given is not None:
            yield name, Fault(code=given)


def _several(given: str | Sequence[str] | None) -> tuple[str, ...]:
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)


def _lower(name: str | None) -> str | None:
    return None if name is None else name.lower()
