"""Rate limits: where responses tell what is left."""

from __future__ import annotations

from msgspec.structs import replace

from apiscribe.document import Documents
from apiscribe.document.limits import (
    InBodyDoc,
    NumberEntry,
    RateLimitsDoc,
    ToldByDoc,
    UsedDoc,
    WaitDoc,
)
from apiscribe.load.source import Place
from apiscribe.model import ToldLimits, Wait
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.limits import RULE


def told_limits(documents: Documents, problems: Problems) -> ToldLimits | None:
    """Where responses tell what is left; None if they do not."""
    file = None if documents.rate_limits is None else documents.rate_limits.doc
    told_by = None if file is None else file.told_by
    if documents.rate_limits is None or file is None or told_by is None:
        return None
    place = documents.rate_limits.place / "told_by"
    silent = tuple(name for name, group in file.groups.items() if not group.told)
    if isinstance(told_by, str):
        return ToldLimits(standard=told_by.lower(), silent=silent)
    docs = told_by if isinstance(told_by, list) else [told_by]
    for index, doc in enumerate(docs):
        at = place / index if isinstance(told_by, list) else place
        _check_told(doc, at, file, problems, several=isinstance(told_by, list))
    first, *others = (_told_by(doc, silent) for doc in docs)
    return replace(first, others=tuple(others))


def _check_told(
    doc: ToldByDoc, place: Place, file: RateLimitsDoc, problems: Problems, *, several: bool
) -> None:
    if several and doc.of is None:
        message = "of several, each says `of` which group it tells"
        problems.add(place.position, "missing-key", message)
    if several and (doc.group or doc.bucket or doc.everything):
        message = "`group`, `bucket` and `everything` go with headers that are about any group"
        problems.add(place.position, "unsuitable-key", message)
    if isinstance(doc.used, UsedDoc):
        _check_used(doc.used, _without_numbers(doc, file), place, problems)
    elif (doc.used or doc.remaining) is not None and doc.reset is None:
        _check_pace(doc, place, file, problems)
    if doc.of is not None and doc.of not in file.groups:
        message = f"there is no group {quoted(doc.of)}{did_you_mean(doc.of, file.groups)}"
        problems.add((place / "of").position, "unknown-name", message)


def _check_pace(doc: ToldByDoc, place: Place, file: RateLimitsDoc, problems: Problems) -> None:
    """Where no reset is told, something else says when there is more."""
    if unknown := _without_numbers(doc, file):
        message = f"nothing says when there is more of {quoted(unknown[0])}: `requests` and"
        message += " `seconds` there, or `reset` here"
        problems.add(
            (place / ("remaining" if doc.used is None else "used")).position, RULE, message
        )
    if doc.bucket is not None:
        message = "`bucket` names limits of which nothing says when there is more, without `reset`"
        problems.add((place / "bucket").position, RULE, message)


def _check_used(doc: UsedDoc, unknown: list[str], place: Place, problems: Problems) -> None:
    """Where a header counts up to a group's `requests`, the group has them."""
    if unknown:
        message = (
            f"{quoted(doc.header)} is of the `requests` of {quoted(unknown[0])}, which has none"
        )
        problems.add((place / "used" / "of").position, RULE, message)


def _without_numbers(doc: ToldByDoc, file: RateLimitsDoc) -> list[str]:
    """Groups that it tells of, and of which only responses say how much is allowed."""
    told = [name for name, group in file.groups.items() if group.told and doc.of in (None, name)]
    return [name for name in told if not file.groups[name].limits]


def _told_by(doc: ToldByDoc, silent: tuple[str, ...]) -> ToldLimits:
    everything = doc.everything
    used = doc.used.header if isinstance(doc.used, UsedDoc) else doc.used
    return ToldLimits(
        remaining=_header(doc.remaining),
        remaining_key=_key(doc.remaining),
        used=(used or "").lower(),
        of_requests=isinstance(doc.used, UsedDoc),
        reset=_wait(doc.reset),
        wait=_wait(doc.wait),
        limit=_header(doc.limit),
        limit_key=_key(doc.limit),
        group=(doc.group or "").lower(),
        bucket=(doc.bucket or "").lower(),
        everything="" if everything is None else (everything.header or "").lower(),
        everything_key="" if everything is None else (everything.key or ""),
        silent=silent,
        about=doc.of or "",
    )


def _wait(doc: WaitDoc | None) -> Wait | None:
    if doc is None:
        return None
    header = None if doc.header is None else doc.header.lower()
    return Wait(unit=doc.unit, header=header, key=doc.key)


def _header(told: NumberEntry | None) -> str:
    return told.lower() if isinstance(told, str) else ""


def _key(told: NumberEntry | None) -> str:
    return told.key if isinstance(told, InBodyDoc) else ""
