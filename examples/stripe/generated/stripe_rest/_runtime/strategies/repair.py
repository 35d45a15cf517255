"""Arguments are edited until they keep every rule between them.

A draw of each argument alone breaks some of those rules more often than not. Throwing such
draws away would leave few; instead each broken rule is repaired, by one of the ways that it
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
from .rules import Repair, Rule

_PATIENCE = 6
"""How often a rule is repaired that is broken anew by the repair of another, before it is given up.

After half of that, after once where something is pinned, it is repaired by leaving something out.
"""


def repair(
    draw: DrawFn,
    owner: Owner,
    given: Given,
    rules: Sequence[tuple[Rule, Sequence[Repair]]],
    *,
    pinned: Collection[str] = (),
) -> None:
    """Repair every broken rule of `rules` by one of its repairs, without touching what is `pinned`.

    A rule that the pinned arguments break together stays broken.
    """
    repaired: Counter[int] = Counter()
    easy = 1 if pinned else _PATIENCE // 2
    while (index := _first_broken(owner, given, rules, repaired)) is not None:
        repairs = [repair for repair in rules[index][1] if not _touches(repair, pinned)]
        if repaired[index] >= easy:
            repairs = [repair for repair in repairs if _only_drops(repair)] or repairs
        repaired[index] += 1 if repairs else _PATIENCE
        if repairs:
            chosen = draw(_up_to(len(repairs) - 1)) if len(repairs) > 1 else 0
            for edit in repairs[chosen]:
                edit.apply(draw, given)
    if repaired and not pinned and any(rule.is_broken(owner, given) for rule, _ in rules):
        reject()


def _first_broken(
    owner: Owner,
    given: Given,
    rules: Sequence[tuple[Rule, Sequence[Repair]]],
    repaired: Mapping[int, int],
) -> int | None:
    for index, (rule, _) in enumerate(rules):
        if repaired.get(index, 0) < _PATIENCE and rule.is_broken(owner, given):
            return index
    return None


def _touches(repair: Repair, pinned: Collection[str]) -> bool:
    return any(
        _is_inside(touched, name) or _is_inside(name, touched)
        for edit in repair
        for touched in edit.touched
        for name in pinned
    )


def _is_inside(path: str, around: str) -> bool:
    return path == around or path.startswith(f"{around}.")


def _only_drops(repair: Repair) -> bool:
    return all(isinstance(edit, Drop) for edit in repair)


@cache
def _up_to(most: int) -> SearchStrategy[int]:
    return st.integers(0, most)
