"""Arguments are edited until they keep every rule between them.

A draw of each argument alone breaks some of those rules more often than not. Throwing such
draws away would leave few; instead each broken rule is mended, by one of the ways that it
knows, until none is broken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .clauses import Owner
from .edits import Drop, Given
from .rules import Mend, Rule

_PATIENCE = 6
"""How often a rule is mended that is broken anew by the mend of another, before it is given up.

After half of that, after once where something is pinned, it is mended by leaving something out.
"""


def settle(
    draw: DrawFn,
    owner: Owner,
    given: Given,
    rules: Sequence[tuple[Rule, Sequence[Mend]]],
    *,
    pinned: Collection[str] = (),
) -> None:
    """Mend every broken rule of `rules`, each with its mends, without touching what is `pinned`.

    A rule that the pinned arguments break together stays broken.
    """
    mended: Counter[int] = Counter()
    easy = 1 if pinned else _PATIENCE // 2
    while (index := _first_broken(owner, given, rules, mended)) is not None:
        mends = [mend for mend in rules[index][1] if not _touches(mend, pinned)]
        if mended[index] >= easy:
            mends = [mend for mend in mends if _only_drops(mend)] or mends
        mended[index] += 1 if mends else _PATIENCE
        if mends:
            for edit in mends[draw(_up_to(len(mends) - 1))]:
                edit.apply(draw, given)
    if mended and not pinned and any(rule.is_broken(owner, given) for rule, _ in rules):
        reject()


def _first_broken(
    owner: Owner,
    given: Given,
    rules: Sequence[tuple[Rule, Sequence[Mend]]],
    mended: Mapping[int, int],
) -> int | None:
    for index, (rule, _) in enumerate(rules):
        if mended.get(index, 0) < _PATIENCE and rule.is_broken(owner, given):
            return index
    return None


def _touches(mend: Mend, pinned: Collection[str]) -> bool:
    return any(
        _is_inside(touched, name) or _is_inside(name, touched)
        for edit in mend
        for touched in edit.touched
        for name in pinned
    )


def _is_inside(path: str, around: str) -> bool:
    return path == around or path.startswith(f"{around}.")


def _only_drops(mend: Mend) -> bool:
    return all(isinstance(edit, Drop) for edit in mend)


@cache
def _up_to(most: int) -> SearchStrategy[int]:
    return st.integers(0, most)
