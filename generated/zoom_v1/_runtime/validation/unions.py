"""Checks of unions: the member that is meant says what is wrong with a value."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import UNSET

from ..encoding.wire import as_mapping
from ..semantics.members import Arms
from ..unions import UnknownMember
from . import messages
from .values import Check
from .violations import Found


def member(
    value: object, path: str, found: Found, noun: str, arms: Arms, checks: tuple[Check, ...]
) -> None:
    """Check a value as the member that it is; `noun` says which there are."""
    if isinstance(value, UnknownMember) and not arms.is_closed:
        return
    fields = as_mapping(value)
    at = arms.find(value, fields)
    if at is None and fields is not None:
        at = arms.nearest(fields)
    twice = None if at is None or fields is None else arms.both(at, fields)
    if twice is not None:
        messages.told_twice(path, found, twice, noun)
    elif at is not None:
        checks[at](value, path, found)
    elif fields is not None and arms.by is None and len(keys := arms.telling) > 1:
        messages.untold(path, found, keys, noun)
    elif fields is None or arms.by is None or not any("object" in a.kinds for a in arms.members):
        messages.wrong_type(value, path, found, noun)
    else:
        _tag(fields, f"{path}.{arms.by}", found, arms)


def _tag(fields: Mapping[str, object], path: str, found: Found, arms: Arms) -> None:
    tag = fields.get(str(arms.by), UNSET)
    if tag is UNSET:
        messages.missing(path, found)
    else:
        messages.bad_choice(tag, path, found, dict.fromkeys(arms.tags, ""))  # type: ignore[arg-type]  # all of one kind
