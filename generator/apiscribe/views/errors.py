"""`errors.py`: an exception for each meaning of an error code."""

from __future__ import annotations

from dataclasses import dataclass

from apiscribe import naming
from apiscribe.model import Api, ErrorCode
from apiscribe.views.text import block, literal, paragraph, sentence


@dataclass(frozen=True)
class ErrorClass:
    name: str
    base: str
    code: str
    hint: str | None
    doc: str
    section: tuple[str, ...]
    """The lines that say where the page has the code."""


@dataclass(frozen=True)
class ErrorsModule:
    root: str
    """What the root of all exceptions is called."""
    errors: tuple[ErrorClass, ...]


def errors_module(api: Api) -> ErrorsModule:
    return ErrorsModule(naming.class_name(api.error_base), tuple(map(_error, api.errors)))


def _error(error: ErrorCode) -> ErrorClass:
    return ErrorClass(
        name=error.name,
        base="RateLimited" if error.kind == "rate_limit" else "APIError",
        code=literal(error.code),
        hint=literal(error.hint) if error.hint else None,
        doc=paragraph(sentence(error.meaning), 8),
        section=tuple(block(f"Section: {error.section}")) if error.section else (),
    )
