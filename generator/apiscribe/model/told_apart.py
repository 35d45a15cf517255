"""Operations of one method at one path, which constants or kinds of bodies tell apart."""

from __future__ import annotations

from collections.abc import Sequence

from apiscribe.model.arguments import Argument, Constant
from apiscribe.model.operations import Operation
from apiscribe.runtime.semantics.telling import fork, said


def telling(operations: Sequence[Operation]) -> list[list[Constant]] | None:
    """Of each, in their order, the constants that tell it; None if something is told by none."""
    needed = [{_key(each): each for each in o.constants if not each.optional} for o in operations]
    perhaps = [{_key(e): said(e.value) for e in o.constants if e.optional} for o in operations]
    known = [{*map(_key, each.arguments)} for each in operations]
    given = [{key: said(each.value) for key, each in of.items()} for of in needed]
    found = fork(given, known, perhaps)
    if found is None:
        return None
    ways = [dict.fromkeys(found.on_the_way_to(at)) for at in range(len(needed))]
    return [[of[key] for key in keys if key in of] for keys, of in zip(ways, needed, strict=True)]


def are_told_by_bodies(operations: Sequence[Operation]) -> bool:
    """Whether one takes a file as it is and the other one a form, which `Content-Type` says."""
    kinds = sorted(each.encoding for each in operations if not each.also)
    return kinds == ["multipart", "raw"] and len(operations) == len(kinds)


def _key(part: Argument | Constant) -> tuple[str, str]:
    """Where it stands, and what it is called there."""
    is_header = part.location == "header"
    return part.location, part.wire_name.lower() if is_header else part.wire_name
