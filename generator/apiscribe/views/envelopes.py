"""The envelope of failures, as the runtime's structs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import assert_never

from apiscribe.model import (
    Envelope,
    ErrorCode,
    ErrorMatch,
    FailureField,
    Fault,
    Joined,
    KeyMark,
    Mark,
    StatusMark,
    TextMark,
    ToldLimits,
    Wait,
)
from apiscribe.views.text import literal


def envelope(given: Envelope) -> str:
    """A call that makes the runtime's `Envelope`."""
    parts = [
        _tuple("marks", map(mark, given.marks)),
        f"codes={literal(given.codes)}" if given.codes else "",
        f"code_headers={literal(given.code_headers)}" if given.code_headers else "",
        f"status_key={literal(given.status_key)}" if given.status_key else "",
        f"messages={_messages(given.messages)}" if given.messages else "",
        _tuple("fields", map(_field, given.fields)),
        _tuple("waits", map(_wait, given.waits)),
    ]
    return f"Envelope({', '.join(filter(None, parts))})"


def classes(given: Iterable[Envelope], told: ToldLimits | None) -> tuple[str, ...]:
    """What has to be imported for them, and for what is told of limits."""
    found = {"Envelope"}
    for envelope in given:
        found |= {type(each).__name__ for each in (*envelope.marks, *envelope.fields)}
        found |= {type(each).__name__ for each in (*envelope.waits, *envelope.messages)}
    found.discard(str.__name__)
    limits = () if told is None else (told, *told.others)
    if any(each.reset or each.wait for each in limits):
        found.add(Wait.__name__)
    return tuple(sorted(found))


def told_limits(given: ToldLimits | None) -> str:
    """A call that makes the runtime's `ToldLimits`; nothing if no response tells."""
    if given is None:
        return ""
    names = (
        *(
            "remaining",
            "remaining_key",
            "used",
            "of_requests",
            "limit",
            "limit_key",
            "group",
            "bucket",
        ),
        *("everything", "everything_key", "standard", "silent", "about"),
    )
    told = [f"{name}={literal(getattr(given, name))}" for name in names if getattr(given, name)]
    if given.reset is not None:
        told.append(f"reset={_wait(given.reset)}")
    if given.wait is not None:
        told.append(f"wait={_wait(given.wait)}")
    if given.others:
        told.append(f"others=({''.join(f'{told_limits(each)}, ' for each in given.others)})")
    return f"ToldLimits({', '.join(told)})"


def mark(given: Mark) -> str:
    match given:
        case StatusMark():
            return f"StatusMark(first={given.first}, last={given.last})"
        case TextMark():
            return f"TextMark(text={literal(given.text)})"
        case KeyMark(test="present"):
            return f"KeyMark(key={literal(given.key)})"
        case KeyMark():
            return (
                f"KeyMark(key={literal(given.key)}, test={literal(given.test)},"
                f" values={literal(given.values)})"
            )
    assert_never(given)


def match(given: ErrorMatch) -> str:
    """A call that makes the runtime's `ErrorMatch`."""
    return f"ErrorMatch({', '.join(_given(given))})"


def matches(errors: Iterable[ErrorCode]) -> Iterator[tuple[str, str]]:
    """What tells an error besides its code, and how the error is called."""
    of_status = Counter(status for each in errors for status in _statuses(each))
    for each in errors:
        if each.match is not None:
            yield match(each.match), each.name
        elif each.status is not None and each.status >= 400 and of_status[each.status] == 1:
            yield f"ErrorMatch(status={each.status}, bare=True)", each.name


def _statuses(error: ErrorCode) -> set[int]:
    """The single statuses that an error may have."""
    marks = () if error.match is None else error.match.statuses
    told = {mark.first for mark in marks if mark.first == mark.last}
    return told if error.status is None else {*told, error.status}


def match_classes(told: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What has to be imported for what tells errors."""
    texts = "".join(text for text, _ in told)
    return tuple(name for name in ("ErrorMatch", "StatusMark") if f"{name}(" in texts)


def fault(given: Fault) -> str:
    parts = {"code": given.code, "status": given.status, "message": given.message}
    told = (f"{name}={literal(each)}" for name, each in parts.items() if each is not None)
    return f"Answered({', '.join(told)})"


def _given(given: ErrorMatch) -> Iterator[str]:
    if len(given.statuses) == 1 and given.statuses[0].first == given.statuses[0].last:
        yield f"status={given.status}"
    elif given.statuses:
        yield _tuple("statuses", map(mark, given.statuses))
    for name in ("code", "message"):
        value = getattr(given, name)
        if value is not None:
            yield f"{name}={literal(value)}"
    for name in ("headers", "keys"):
        if getattr(given, name):
            yield f"{name}={literal(dict(getattr(given, name)))}"


def _messages(given: tuple[str | Joined, ...]) -> str:
    calls = (
        f"Joined(parts={literal(each.parts)}, by={literal(each.by)})"
        if isinstance(each, Joined)
        else literal(each)
        for each in given
    )
    return f"({', '.join(calls)}{',' if len(given) == 1 else ''})"


def _field(given: FailureField) -> str:
    return f"FailureField(name={literal(given.name)}, type={literal(given.type)}, {_place(given)})"


def _wait(given: Wait) -> str:
    if given.seconds is not None:
        return f"Wait(seconds={given.seconds})"
    return f"Wait(unit={literal(given.unit)}, {_place(given)})"


def _place(given: FailureField | Wait) -> str:
    if given.header is not None:
        return f"header={literal(given.header)}"
    return f"key={literal(given.key)}"


def _tuple(name: str, parts: Iterator[str]) -> str:
    inside = ", ".join(parts)
    return f"{name}=({inside},)" if inside else ""
