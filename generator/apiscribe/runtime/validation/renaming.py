"""Violations by the names that their reader uses: those of Python, or those on the wire.

Validators look at arguments by the names that the spec has. In their messages, whatever is between
backticks is a name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from msgspec import structs

from .violations import Violation

_NAME = re.compile(r"`([^`]+)`")


def renamed(
    violations: Iterable[Violation],
    names: Mapping[str, str],
    prefixes: Collection[str] = (),
) -> list[Violation]:
    """`violations` with other names of arguments: `names` has the new one of each that changes.

    Those in `prefixes` are maps, each of whose keys goes behind the new name.
    """
    if not names:
        return list(violations)

    def new(path: str) -> str:
        if path in names:
            return names[path]
        # A name may itself have points.
        heads = [name for name in names if path.startswith((f"{name}.", f"{name}["))]
        if not heads:
            return path
        head = max(heads, key=len)
        return names[head] + path[len(head) + (head in prefixes) :]

    return [
        structs.replace(
            each,
            argument=new(each.argument),
            message=_NAME.sub(lambda found: f"`{new(found[1])}`", each.message),
        )
        for each in violations
    ]
