"""`errors.py`: an exception for each meaning of an error code."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api, ErrorCode
from apiscribe.views import envelopes
from apiscribe.views.text import block, literal, one_line, paragraph, sentence

_ANNOTATIONS = {
    "text": "str | None",
    "integer": "int | None",
    "number": "float | None",
    "boolean": "bool | None",
    "texts": "tuple[str, ...]",
    "any": "object",
}


class ErrorClass(Struct, frozen=True):
    name: str
    base: str
    code: str | None
    meaning: str
    hint: str | None
    is_retryable: bool
    seconds: int | None
    doc: str
    notes: tuple[str, ...]
    """The lines that say on what the code rests."""


class ErrorField(Struct, frozen=True):
    """Something more that every error of the API has."""

    name: str
    annotation: str
    default: str
    doc: str


class ErrorsModule(Struct, frozen=True):
    root: str
    """What the root of all exceptions is called."""
    errors: tuple[ErrorClass, ...]
    tokens: bool
    """Whether clients get tokens, which may be refused."""
    waits: bool
    """Whether something may not be ready yet."""
    fields: tuple[ErrorField, ...]
    by_code: tuple[tuple[str, str], ...]
    by_match: tuple[tuple[str, str], ...]
    match_classes: tuple[str, ...]


def errors_module(api: Api) -> ErrorsModule:
    by_match = tuple(envelopes.matches(api.errors))
    limited = frozenset(each.name for each in api.errors if each.kind == "rate_limit")
    return ErrorsModule(
        root=naming.class_name(api.error_base),
        errors=tuple(_error(each, limited) for each in api.errors),
        tokens=has_tokens(api),
        waits=api.waits,
        fields=tuple(
            ErrorField(
                name=each.name,
                annotation=_ANNOTATIONS[each.type],
                default="()" if each.type == "texts" else "None",
                doc=paragraph(sentence(each.doc), 8),
            )
            for each in api.failure_fields
        ),
        by_code=tuple(
            (literal(each.code), each.name)
            for each in api.errors
            if each.match is None and each.code is not None
        ),
        by_match=by_match,
        match_classes=envelopes.match_classes(by_match),
    )


def has_tokens(api: Api) -> bool:
    """Whether clients get tokens themselves."""
    return api.authentication.gets_tokens


def _base(error: ErrorCode, limited: frozenset[str]) -> str:
    """The classes that an error is of."""
    is_limited = error.name in limited
    if error.extends is None:
        return "RateLimited" if is_limited else "APIError"
    joins = is_limited and error.extends not in limited
    return f"{error.extends}, RateLimited" if joins else error.extends


def _error(error: ErrorCode, limited: frozenset[str]) -> ErrorClass:
    return ErrorClass(
        name=error.name,
        base=_base(error, limited),
        code=None if error.code is None else literal(error.code),
        meaning=literal(one_line(error.meaning)),
        hint=literal(error.hint) if error.hint else None,
        is_retryable=error.is_retryable,
        seconds=error.seconds,
        doc=paragraph(sentence(error.meaning), 8),
        notes=tuple(line for note in _rests_on(error) for line in block(note)),
    )


def _rests_on(error: ErrorCode) -> Iterator[str]:
    if error.section:
        yield f"Section: {error.section}"
    if error.basis != "documented":
        yield f"The code is not on the page: {error.basis}."
    if error.seconds is not None:
        yield f"Clients wait {error.seconds} s, unless a response says how long."
