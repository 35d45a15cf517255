"""Where responses say that a request failed, and why. Data that a generated package fills in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from .semantics.paths import (
    Test,
    joined_at,
    passes,
    places_of,
    reach_all,
    stands,
    texts_at,
)

STATUS = "status"
"""Stands for the HTTP status, among the places of a code."""
TEXT = "text"
"""Stands for the whole body, among the places of a message."""


EXACTLY = 3
"""How much one thing counts that fits exactly, such as a documented code."""


class StatusMark(Struct, frozen=True, kw_only=True):
    """A failure has an HTTP status from `first` to `last`."""

    first: int
    last: int


class KeyMark(Struct, frozen=True, kw_only=True):
    """A failure has something at a dotted key: one of `values`, none of them, or anything.

    Of a list (`[]`), each item is so: what was done in part is an answer.
    """

    key: str
    test: Test = "present"
    values: tuple[str | int | float | bool, ...] = ()


class TextMark(Struct, frozen=True, kw_only=True):
    """A failure is this plain text."""

    text: str


class Wait(Struct, frozen=True, kw_only=True):
    """Where a response says how long to wait: at a key or in a header, in lower case."""

    unit: Literal[
        "seconds", "milliseconds", "units", "epoch_seconds", "epoch_milliseconds", "rfc3339"
    ] = "seconds"
    key: str | None = None
    header: str | None = None
    seconds: int | None = None
    """How long it is whatever a response says."""


class FailureField(Struct, frozen=True, kw_only=True):
    """Something more that an exception has, from a key or a header."""

    name: str
    type: Literal["text", "integer", "number", "boolean", "any", "texts"]
    key: str | None = None
    header: str | None = None


class ErrorMatch(Struct, frozen=True, kw_only=True):
    """What tells an error that has no code of its own; all that is given has to fit."""

    status: int | None = None
    statuses: tuple[StatusMark, ...] = ()
    """Instead of one status: one of several."""
    code: int | str | None = None
    message: str | None = None
    """A part of the message, whatever its case."""
    headers: Mapping[str, str] = {}
    """Name in lower case -> value, or `any`."""
    keys: Mapping[str, tuple[str | int | float | bool, ...]] = {}
    """Dotted key -> values, one of which stands there; none of them for whatever stands there."""
    bare: bool = False
    """The error has a code: the status tells it only where a response has no body to say it."""

    @property
    def specificity(self) -> int:
        """How much has to fit. One of several statuses is less than one, and a range less still."""
        given = (self.status, self.code, self.message)
        told = sum(each is not None for each in given) + len(self.headers) + len(self.keys)
        listed = all(each.first == each.last for each in self.statuses)
        return EXACTLY * told + (1 + listed if self.statuses else 0)

    def fits(
        self,
        status: int,
        code: object,
        message: str,
        headers: Mapping[str, str],
        data: object = None,
    ) -> bool:
        if self.status is not None and self.status != status:
            return False
        if self.statuses and not any(each.first <= status <= each.last for each in self.statuses):
            return False
        if not all(stands(data, key, values) for key, values in self.keys.items()):
            return False
        if self.code is not None and str(self.code) != str(code):
            return False
        if self.message is not None and self.message.casefold() not in message.casefold():
            return False
        return all(
            name in headers and value in ("any", headers[name])
            for name, value in self.headers.items()
        )


class Joined(Struct, frozen=True, kw_only=True):
    """A message that is made of the texts at several places.

    Those inside of one list belong together: each item has a text of its own.
    """

    parts: tuple[str, ...]
    by: str

    @property
    def places(self) -> tuple[str, ...]:
        return joined_at(self.parts)

    def text(self, data: object) -> str:
        """What they say together; nothing where none of them is there."""
        by_holder: dict[str, list[str]] = {}
        for part in self.parts:
            if "{}" in part:
                by_holder[part] = []
                continue
            holder, of_each, rest = part.rpartition("[]")
            by_holder.setdefault(holder + of_each or part, []).append(rest if of_each else "")
        found = (self._of(data, *each) for each in by_holder.items())
        return self.by.join(filter(None, found))

    def _of(self, data: object, holder: str, parts: list[str]) -> str:
        if "{}" in holder:
            return "; ".join(filter(None, map(str.strip, texts_at(data, holder))))
        items = (
            [
                _as_text(next(iter(reach_all(item, part[1:])), None) if part else item)
                for part in parts
            ]
            for item in reach_all(data, holder)
        )
        return "; ".join(filter(None, (self.by.join(filter(None, texts)) for texts in items)))


def _as_text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


class Envelope(Struct, frozen=True, kw_only=True):
    """Where a response says that the request failed. Keys are dotted paths.

    `[]` behind a key stands for each item of a list, `{}` behind one of a message or a field for
    each text inside.
    """

    marks: tuple[StatusMark | KeyMark | TextMark, ...] = ()
    """One of them tells a failure; besides, a status from 400 on that has a code or a message."""
    codes: tuple[str, ...] = ()
    """Where the code is; the first place that has one counts, of several there one we know."""
    code_headers: tuple[str, ...] = ()
    """Headers that say it, in lower case: they count where no key does, and before the status."""
    messages: tuple[str | Joined, ...] = ()
    fields: tuple[FailureField, ...] = ()
    waits: tuple[Wait, ...] = ()
    status_key: str | None = None
    """Where the body says the HTTP status once more."""

    def is_told_by(self, status: int) -> bool:
        """Whether an HTTP status alone tells a failure."""
        return any(
            isinstance(mark, StatusMark) and mark.first <= status <= mark.last
            for mark in self.marks
        )

    @property
    def places(self) -> tuple[str, ...]:
        """Where a message is, be it in parts."""
        return places_of(self.messages)

    @property
    def texts(self) -> tuple[str, ...]:
        """The plain texts that are failures."""
        return tuple(mark.text for mark in self.marks if isinstance(mark, TextMark))


def is_marked(data: object, mark: KeyMark) -> bool:
    """Whether what a response holds tells a failure."""
    return passes(data, mark.key, mark.test, mark.values)
