"""Errors and the envelope, as the spec says them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from apiscribe.document import Documents
from apiscribe.document.failures import (
    EnvelopeDoc,
    FaultDoc,
    KeyMarkDoc,
    MatchDoc,
    RefusalCodesDoc,
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
    RefusalCodes,
    RefusedPart,
    RefusedWord,
    StatusMark,
    Wait,
)
from apiscribe.model.failures import ANY, STATUS, Scalar, is_part
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.origins import Origins

_CLASS_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_TOO_MANY_REQUESTS = 429
_FIRST_REDIRECT = 300
_TAKEN = frozenset(
    (
        "add_note",
        "args",
        "arguments",
        "body",
        "code",
        "group",
        "headers",
        "hint",
        "meaning",
        "message",
        "operation",
        "retry_after",
        "section",
        "status",
        "with_traceback",
    )
)
"""What exceptions have."""


def error_codes(
    documents: Documents, origins: Origins, problems: Problems
) -> tuple[ErrorCode, ...]:
    if documents.errors is None:
        return ()
    place = documents.errors.place / "errors"
    docs = documents.errors.doc.errors
    families = {doc.extends for doc in docs.values()}
    found = (
        (_error(code, doc, families, place / code, problems), place / code)
        for code, doc in docs.items()
    )
    errors = [origins.note(error, at) for error, at in found if error is not None]
    return tuple(_in_families(errors, origins, problems))


def _in_families(
    errors: Sequence[ErrorCode], origins: Origins, problems: Problems
) -> Iterator[ErrorCode]:
    """The errors, each behind the one that it extends."""
    by_name = {error.name: error for error in errors}
    limited = {error.name for error in errors if error.kind == "rate_limit"}
    done: set[int] = set()

    def behind(error: ErrorCode, above: tuple[str, ...]) -> Iterator[ErrorCode]:
        if id(error) in done:
            return
        done.add(id(error))
        base = by_name.get(error.extends or "")
        if error.extends is not None and (base is None or base.name in (*above, error.name)):
            message = f"{quoted(error.extends)} extends itself, on this way or another"
            if base is None:
                hint = did_you_mean(error.extends, by_name)
                message = f"there is no error {quoted(error.extends)}{hint}"
            problems.add(origins.at(error, "extends"), "unknown-name", message)
            base = None
        if base is not None:
            yield from behind(base, (*above, error.name))
            if base.name in limited and error.name not in limited:
                error = origins.same(replace(error, kind="rate_limit"), error)
                limited.add(error.name)
        yield error

    for error in errors:
        yield from behind(error, ())


def _error(
    code: int | str,
    doc: ErrorDoc,
    families: Collection[str | None],
    place: Place,
    problems: Problems,
) -> ErrorCode | None:
    name = doc.name
    is_family = doc.when is None and name is None and code in families
    if (doc.when is not None or is_family) and name is None and isinstance(code, str):
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
    if match is not None and doc.name is not None:
        match = replace(match, code=code)
    status = doc.status if doc.status is not None or match is None else match.status
    limited = doc.kind == "rate_limit" or status == _TOO_MANY_REQUESTS
    return ErrorCode(
        code=None if is_family else code if match is None else match.code,
        name=name,
        extends=doc.extends,
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
    return ErrorMatch(
        statuses=() if doc.status is None else tuple(_statuses(doc.status)),
        code=doc.code,
        message=doc.message,
        headers=headers,
        keys={key: _values(value) for key, value in doc.keys.items()},
    )


def _values(given: Scalar | list[Scalar]) -> tuple[Scalar, ...]:
    if isinstance(given, list):
        return tuple(given)
    return () if given == ANY else (given,)


def envelope(documents: Documents, codes: Collection[ErrorCode], problems: Problems) -> Envelope:
    doc, place = documents.api.doc.envelope, documents.api.place / "envelope"
    named: dict[object, int | str] = {error.name: error.key for error in codes}
    faults = {name: replace(f, code=named.get(f.code, f.code)) for name, f in _faults(doc)}
    if ("api",) not in documents.dropped and ("errors",) not in documents.dropped:
        _check(doc, faults, place, documents, codes, problems)
    return Envelope(
        marks=tuple(_with_statuses(list(_marks(doc)), doc, codes)),
        codes=_several(doc.code),
        messages=_several(doc.message),
        status=doc.status,
        status_key=doc.status_key,
        media_type=doc.media_type,
        faults=faults,
        fields=tuple(
            FailureField(
                name=name,
                doc=each.doc,
                type=each.type,
                key=each.key,
                header=_lower(each.header),
                tells=_tells(each.tells),
            )
            for name, each in doc.fields.items()
        ),
        beside=doc.beside,
        waits=tuple(
            Wait(unit=each.unit, key=each.key, header=_lower(each.header), seconds=each.seconds)
            for each in doc.waits
        ),
    )


def _tells(
    given: RefusedWord | dict[str, Any] | None,
) -> RefusedWord | Mapping[str, RefusedPart] | None:
    if not isinstance(given, dict):
        return given
    return {
        key: RefusalCodes(missing=part.missing, otherwise=part.otherwise)
        if isinstance(part, RefusalCodesDoc)
        else part
        for key, part in given.items()
    }


def _check(
    doc: EnvelopeDoc,
    faults: dict[str, Fault],
    place: Place,
    documents: Documents,
    codes: Collection[ErrorCode],
    problems: Problems,
) -> None:
    known = {error.key: error for error in codes} | {error.code: error for error in codes}
    for name in doc.fields:
        if name in _TAKEN:
            message = f"every exception has {quoted(name)} already; choose another name"
            problems.add((place / "fields" / name).key_position, "name-clash", message)
    for index, mark in enumerate(doc.marks):
        if isinstance(mark, StatusMarkDoc) and any(
            each.first < _FIRST_REDIRECT or each.first > each.last
            for each in _statuses(mark.status)
        ):
            message = "a failure has a status from 300 on, in a range that goes up"
            at = place / "when" / index if isinstance(doc.when, list) else place / "when"
            problems.add((at / "status").position, "bad-value", message)
    for name, fault in faults.items():
        code = fault.code
        if code is not None and code in known and fault.message is not None:
            check_told(known[code], fault.message, place / "faults" / name / "message", problems)
        if code is None or code in known or ("errors", code) in documents.dropped or not known:
            continue
        message = f"there is no error {quoted(code)}{did_you_mean(code, known)}"
        problems.add((place / "faults" / name).position, "unknown-name", message)
    places, texts = _several(doc.code), _several(doc.message)
    both = {code for code in places if code in texts}
    # What a key may hold in turn, other places may say; a response has the first of each.
    both |= {code for code in places[:1] for text in texts[:1] if _overlap(code, text)}
    for key in sorted(both):
        message = (
            f"code and message cannot both be at {quoted(key)}; where there is only text,"
            " leave `code` out, and tell errors by `when: {message: ...}` in `errors.yaml`"
        )
        problems.add((place / "message").position, "one-key-twice", message)


def check_told(error: ErrorCode, message: str, place: Place, problems: Problems) -> None:
    """Whether a message has what clients know the error by."""
    if error.tells is not None and not is_part(error.tells, message):
        text = (
            f"clients know {quoted(error.name)} by {quoted(error.tells)} in its message, which"
            " this one lacks"
        )
        problems.add(place.position, "bad-value", text)


def _overlap(code: str, text: str) -> bool:
    return text.startswith((f"{code}.", f"{code}[].")) or code.startswith(f"{text}.")


def _marks(doc: EnvelopeDoc) -> Iterator[Mark]:
    if doc.present is not None:
        yield KeyMark(key=doc.present, test="present")
    for mark in doc.marks:
        if isinstance(mark, StatusMarkDoc):
            yield from _statuses(mark.status)
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
        for one in () if error.match is None else error.match.statuses:
            if not any(m.first <= one.first and one.last <= m.last for m in told):
                yield one
                told.append(one)


def _statuses(given: str | int | list[int]) -> Iterator[StatusMark]:
    if isinstance(given, str):
        first, _, last = given.partition("-")
        yield StatusMark(first=int(first), last=int(last))
    else:
        for status in given if isinstance(given, list) else [given]:
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
