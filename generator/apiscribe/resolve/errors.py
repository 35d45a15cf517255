"""Errors of `errors.yaml`: what each is called, what tells it, and whose family it is of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.failures import MatchDoc
from apiscribe.document.files import ErrorDoc
from apiscribe.load.source import Path, Place
from apiscribe.model import ErrorCode, ErrorMatch, ErrorMessage, StatusMark
from apiscribe.model.failures import ANY, Scalar
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.origins import Origins

_CLASS_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
FIRST_REDIRECT = 300
_TOO_MANY_REQUESTS = 429


def error_codes(
    documents: Documents, origins: Origins, problems: Problems
) -> tuple[ErrorCode, ...]:
    if documents.errors is None:
        return ()
    place = documents.errors.place / "errors"
    docs = documents.errors.doc.errors
    families = _families(docs)
    found = (
        (_error(code, doc, families, place / code, problems), place / code)
        for code, doc in docs.items()
    )
    known = [(error, at) for error, at in found if error is not None]
    codes = Counter(error.code for error, _ in known)
    errors = [
        origins.note(replace(error, shares_code=_shares(error, codes)), at) for error, at in known
    ]
    return tuple(_in_families(errors, documents.dropped, origins, problems))


def _shares(error: ErrorCode, codes: Mapping[int | str | None, int]) -> bool:
    """Whether others have the code of an error that more than its code tells."""
    return error.code is not None and error.match is not None and codes[error.code] > 1


def _families(docs: Mapping[int | str, ErrorDoc]) -> set[int | str | None]:
    """What others extend; where one of these names is none, what seems to be extended by nobody."""
    extended: set[int | str | None] = {doc.extends for doc in docs.values()}
    if extended <= {None, *docs, *(doc.name for doc in docs.values())}:
        return extended
    return extended | docs.keys()


def _in_families(
    errors: Sequence[ErrorCode], dropped: Collection[Path], origins: Origins, problems: Problems
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
            if not {("errors",), ("errors", error.extends)} & {*dropped}:
                problems.add(origins.at(error, "extends"), "unknown-name", message)
            base = None
        if base is not None:
            yield from behind(base, (*above, error.name))
            if base.name in limited and error.name not in limited:
                error = origins.same(replace(error, kind="rate_limit"), error)
                limited.add(error.name)
        if error.name not in limited:
            _not_waited_out(error, origins, problems)
        yield error

    for error in errors:
        yield from behind(error, ())


def _not_waited_out(error: ErrorCode, origins: Origins, problems: Problems) -> None:
    """Refuse what only an error of a rate limit says."""
    if error.is_retryable:
        message = (
            "only an error of a rate limit is `retryable`: write `kind: rate_limit`; after any"
            " other, an operation's `effect` says whether it is sent again"
        )
        problems.add(origins.at(error, "retryable"), "unsuitable-key", message)
    if error.seconds is not None:
        message = "only an error of a rate limit is waited out: write `kind: rate_limit`"
        problems.add(origins.at(error, "seconds"), "unsuitable-key", message)


def _error(
    code: int | str,
    doc: ErrorDoc,
    families: Collection[int | str | None],
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
        is_retryable=doc.retryable is not None,
        seconds=doc.seconds,
        status=status,
        messages=tuple(
            ErrorMessage(text=each if isinstance(each, str) else each.text) for each in doc.messages
        ),
    )


def _match(doc: MatchDoc) -> ErrorMatch:
    headers = {name.lower(): value for name, value in doc.header.items()}
    return ErrorMatch(
        statuses=() if doc.status is None else tuple(statuses_of(doc.status)),
        code=doc.code,
        message=doc.message,
        headers=headers,
        keys={key: _values(value) for key, value in doc.keys.items()},
    )


def _values(given: Scalar | list[Scalar]) -> tuple[Scalar, ...]:
    if isinstance(given, list):
        return tuple(given)
    return () if given == ANY else (given,)


def statuses_of(given: str | int | list[int]) -> Iterator[StatusMark]:
    """One status, several, or a range in words."""
    if isinstance(given, str):
        first, _, last = given.partition("-")
        yield StatusMark(first=int(first), last=int(last))
    else:
        for status in given if isinstance(given, list) else [given]:
            yield StatusMark(first=status, last=status)
