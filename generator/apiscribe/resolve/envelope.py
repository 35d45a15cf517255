"""The envelope: how a failure is told, and whether one can be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.base import InHeaderDoc
from apiscribe.document.failures import (
    EnvelopeDoc,
    FaultDoc,
    JoinedDoc,
    KeyMarkDoc,
    RefusalCodesDoc,
    StatusMarkDoc,
    TextMarkDoc,
)
from apiscribe.load.source import Place
from apiscribe.model import (
    Envelope,
    ErrorCode,
    FailureField,
    Fault,
    Joined,
    KeyMark,
    Mark,
    RefusalCodes,
    RefusedPart,
    RefusedWord,
    StatusMark,
    TextMark,
    Wait,
)
from apiscribe.model.failures import STATUS, TEXT, by_any_name, is_part
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.errors import FIRST_REDIRECT, statuses_of
from apiscribe.runtime.semantics.paths import collide, places_of

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


def envelope(
    doc: EnvelopeDoc,
    place: Place,
    documents: Documents,
    codes: Sequence[ErrorCode],
    problems: Problems,
) -> Envelope:
    named = {called: error.key for called, error in by_any_name(codes).items()}
    lost = {path[1] for path in documents.dropped if path[:1] == ("errors",) and path[1:]}
    told = [(name, f) for name, f in _faults(doc) if f.code not in lost]
    faults = {name: replace(f, code=named.get(f.code, f.code)) for name, f in told}
    if ("api",) not in documents.dropped and ("errors",) not in documents.dropped:
        _check(doc, faults, place, documents, codes, problems)
    return Envelope(
        marks=tuple(_with_statuses(list(_marks(doc)), doc, codes)),
        codes=_keys(doc),
        code_headers=tuple(e.header.lower() for e in doc.codes if isinstance(e, InHeaderDoc)),
        messages=tuple(_messages(doc)),
        status=doc.status,
        says_status="status" in doc.model_fields_set,
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
                under=each.under,
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
    codes: Sequence[ErrorCode],
    problems: Problems,
) -> None:
    known = by_any_name(codes)
    for name in doc.fields:
        if name in _TAKEN:
            message = f"every exception has {quoted(name)} already; choose another name"
            problems.add((place / "fields" / name).key_position, "name-clash", message)
    for index, mark in enumerate(doc.marks):
        if isinstance(mark, StatusMarkDoc) and any(
            each.first < FIRST_REDIRECT or each.first > each.last
            for each in statuses_of(mark.status)
        ):
            message = "a failure has a status from 300 on, in a range that goes up"
            at = place / "when" / index if isinstance(doc.when, list) else place / "when"
            problems.add((at / "status").position, "bad-value", message)
    for name, fault in faults.items():
        code = fault.code
        if code is None or ("errors", code) in documents.dropped or not known:
            continue
        if code in known:
            if fault.message is not None:
                at = place / "faults" / name / "message"
                check_told(known[code], fault.message, at, problems)
            continue
        message = f"there is no error {quoted(code)}{did_you_mean(code, known)}"
        problems.add((place / "faults" / name).position, "unknown-name", message)
    _check_places(doc, place, problems)


def _check_places(doc: EnvelopeDoc, place: Place, problems: Problems) -> None:
    texts = [each for each in doc.marks if isinstance(each, TextMarkDoc)]
    if texts and TEXT not in places_of(_messages(doc)):
        message = f"{quoted(texts[0].text)} is a body in plain text, which `message: text` reads"
        problems.add((place / "when").position, "bad-value", message)
    kinds = [_order(each) for each in doc.codes]
    if kinds != sorted(kinds):
        message = "a header that says the code comes behind keys that do, and before `status`"
        problems.add((place / "code").position, "bad-value", message)
    for key, message in _places_in_one(_keys(doc), places_of(_messages(doc))):
        problems.add((place / key).position, "one-key-twice", message)


def _places_in_one(codes: Sequence[str], texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Why a failure that is written has no place for both code and message, and which key errs."""
    # It has its code at the first place, and its message at the first one beside it.
    if not codes or not texts or not all(collide(codes[0], text) for text in texts):
        return
    if _is_inside(texts[0], codes[0]):
        yield "code", _around("code", codes, "message", texts[0])
    elif _is_inside(codes[0], texts[0]):
        yield "message", _around("message", texts, "code", codes[0])
    else:
        message = f"code and message cannot both be at {quoted(codes[0])}; where there is only"
        message += " text, leave `code` out, and tell errors by `when: {message: ...}` in"
        yield "message", f"{message} `errors.yaml`"


def _around(what: str, places: Sequence[str], other: str, inside: str) -> str:
    """The complaint about a first place that holds what has the other one inside of it."""
    first = places[0]
    others = [each for each in places if each not in (first, inside)]
    better = next((each for each in others if not _is_inside(inside, each)), None)
    if better is None:
        remedy = f"name a place of the {what} beside the {other} first, or leave `{what}` out"
    else:
        order = ", ".join((better, *(each for each in places if each != better)))
        remedy = f"let another place be the first: `{what}: [{order}]`"
    return (
        f"{quoted(inside)}, the first place of `{other}`, is inside of {quoted(first)}, the first"
        f" of `{what}`, and no failure that the stub writes has both; {remedy}"
    )


def check_told(error: ErrorCode, message: str, place: Place, problems: Problems) -> None:
    """Whether a message has what clients know the error by."""
    if error.tells is not None and not is_part(error.tells, message):
        text = (
            f"clients know {quoted(error.name)} by {quoted(error.tells)} in its message, which"
            " this one lacks"
        )
        problems.add(place.position, "bad-value", text)


def _is_inside(inner: str, outer: str) -> bool:
    return inner.startswith((f"{outer}.", f"{outer}[]."))


def _marks(doc: EnvelopeDoc) -> Iterator[Mark]:
    if doc.present is not None:
        yield KeyMark(key=doc.present, test="present")
    for mark in doc.marks:
        if isinstance(mark, StatusMarkDoc):
            yield from statuses_of(mark.status)
        elif isinstance(mark, TextMarkDoc):
            yield TextMark(text=mark.text)
        else:
            yield _key_mark(mark)


def _with_statuses(
    marks: list[Mark], doc: EnvelopeDoc, codes: Collection[ErrorCode]
) -> Iterator[Mark]:
    """The marks, and the HTTP statuses that tell a failure without being among them."""
    yield from marks
    told = [mark for mark in marks if isinstance(mark, StatusMark)]
    if not marks and (not doc.code or STATUS in _keys(doc)):
        yield (every := StatusMark(first=400, last=599))
        told.append(every)
    for error in codes:
        for one in () if error.match is None else error.match.statuses:
            if one.first < FIRST_REDIRECT:
                continue  # a success, unless a key says otherwise
            if not any(m.first <= one.first and one.last <= m.last for m in told):
                yield one
                told.append(one)


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


def _messages(doc: EnvelopeDoc) -> Iterator[str | Joined]:
    given = doc.message if isinstance(doc.message, list) else [doc.message]
    for each in given:
        if isinstance(each, JoinedDoc):
            yield Joined(parts=tuple(each.join), by=each.by)
        elif each is not None:
            yield each


def _keys(doc: EnvelopeDoc) -> tuple[str, ...]:
    return tuple(each for each in doc.codes if isinstance(each, str))


def _order(place: str | InHeaderDoc) -> int:
    """A key, a header, the status: what counts in this order."""
    return 1 if isinstance(place, InHeaderDoc) else 2 * (place == STATUS)


def _lower(name: str | None) -> str | None:
    return None if name is None else name.lower()
