"""Arguments are edited until they keep every rule between them.

A draw of each argument alone breaks some of those rules more often than not. Throwing such
draws away would leave few; instead each broken rule is mended, by one of the ways that it
knows, until none is broken.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .edits import Drop, Given
from .rules import Mend, Rule

_PATIENCE = 24
"""After so many mends those are preferred that only leave out, so that it comes to an end."""


def settle(
    draw: DrawFn,
    given: Given,
    rules: Sequence[tuple[Rule, Sequence[Mend]]],
    *,
    pinned: Collection[str] = (),
) -> None:
    """Mend every broken rule of `rules`, each with its mends, without touching what is `pinned`.

    A rule that only the pinned arguments could mend stays broken.
    """
    stuck: set[int] = set()
    for step in range(2 * _PATIENCE):
        index = next(
            (i for i, (rule, _) in enumerate(rules) if i not in stuck and rule.is_broken(given)),
            None,
        )
        if index is None:
            if stuck and not pinned:
                reject()
            return
        mends = [mend for mend in rules[index][1] if not _touches(mend, pinned)]
        if step >= _PATIENCE:
            mends = [mend for mend in mends if _only_drops(mend)] or mends
        if not mends:
            stuck.add(index)
            continue
        for edit in mends[draw(_up_to(len(mends) - 1))]:
            edit.apply(draw, given)
    reject()


def _touches(mend: Mend, pinned: Collection[str]) -> bool:
    return any(name in pinned for edit in mend for name in edit.touched)


def _only_drops(mend: Mend) -> bool:
    return all(isinstance(edit, Drop) for edit in mend)


@cache
def _up_to(most: int) -> SearchStrategy[int]:
    return st.integers(0, most)
