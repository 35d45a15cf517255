"""Operations of one method at one path, which a constant tells apart."""

from __future__ import annotations

from collections.abc import Sequence

from apiscribe.model.arguments import Constant
from apiscribe.model.operations import Operation
from apiscribe.runtime.semantics.telling import said, teller


def telling(operations: Sequence[Operation]) -> list[Constant] | None:
    """The constants that tell them apart, in their order; None if nothing does."""
    needed = [{_key(each): each for each in o.constants if not each.optional} for o in operations]
    key = teller([{k: said(each.value) for k, each in known.items()} for known in needed])
    return None if key is None else [known[key] for known in needed]


def _key(constant: Constant) -> tuple[str, str]:
    """Where it stands, and what it is called there."""
    is_header = constant.location == "header"
    return constant.location, constant.wire_name.lower() if is_header else constant.wire_name
