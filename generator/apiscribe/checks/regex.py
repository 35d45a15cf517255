"""Whether a regular expression is valid, and matched in time that grows as the text does.

Patterns of the spec are run on whatever a caller, or a client of the stub, sends, and not
only by Python. `dialect` asks whether all back ends understand one; here is the test for
time. It is conservative: it refuses some harmless patterns, but takes none where two
repetitions can share a text between them in many ways.

    [a-z]+(?:-[a-z]+)*     taken: each round begins with a `-`, which nothing else matches
    (?:[a-z]+-?)+          refused: where one round ends and the next begins is open
    .*@.*                  refused: the first part can take the `@` as well
    [^@]*@.*               taken
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from apiscribe.checks.dialect import Alphabet, Item, Many, One, Or, parsed
from apiscribe.problems import quoted

Live = tuple[Item, ...]
"""Repetitions so far that could give some of their text to one that follows."""

_FEW = 64
"""Outside of other repetitions, one of at most so many rounds only costs a constant."""


def regex_fault(pattern: str) -> str | None:
    """What is wrong with a pattern; None if it can be used."""
    tree = parsed(pattern)
    if isinstance(tree, str):
        return tree
    timing = _Timing(Alphabet(tree))
    timing.sequence(tree, (), repeated=False)
    return timing.faults[0] if timing.faults else None


def characters_fault(allowed: str) -> str | None:
    """What is wrong with the inside of a character class."""
    tree = parsed(f"[{allowed}]")
    if isinstance(tree, str):
        return tree
    # Only Python takes a `]` that comes first for a character.
    if len(tree) == 1 and isinstance(tree[0], One) and allowed.lstrip("^")[:1] != "]":
        return None
    return r"ends its own character class; write `\]` for the character"


class _Timing:
    """Walks a pattern from left to right, with the repetitions that are still live."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self.faults: list[str] = []

    def sequence(self, items: Sequence[Item], live: Live, *, repeated: bool) -> Live:
        for item in items:
            if isinstance(item, One):
                live = self._without(item, live)
            elif isinstance(item, Or):
                live = self._branches(item, live, repeated)
            elif len(item.body) == 1 and isinstance(item.body[0], One):
                live = self._simple(item, live, repeated)
            else:
                live = self._rounds(item, live, repeated)
        return live

    def _sample(self, first: Item, second: Item) -> str:
        """A character that both can match, as a message shows it."""
        both = map(chr, self._alphabet.of(first) & self._alphabet.of(second))
        return quoted(min(both, key=lambda c: (not c.isascii(), not c.isalnum(), c)))

    def _without(self, item: Item, live: Live) -> Live:
        """Those that could match what has to be matched here; for the others the text ended."""
        return tuple(other for other in live if self._overlap(other, item))

    def _simple(self, item: Many, live: Live, repeated: bool) -> Live:
        """A repetition of single characters."""
        sharing = item.most > _FEW or (repeated and item.least != item.most)
        if sharing and (others := self._without(item, live)):
            fault = "has repetitions that can share one text in many ways: more than one takes "
            self.faults.append(fault + self._sample(others[0], item))
        if item.least > 0:
            live = self._without(item, live)
        return (*live, item) if sharing else live

    def _branches(self, item: Or, live: Live, repeated: bool) -> Live:
        if repeated and (fault := self._told_apart(item)):
            self.faults.append(f"repeats a choice, {fault}")
        ends = [self.sequence(branch, live, repeated=repeated) for branch in item.branches]
        return _union(ends)

    def _rounds(self, item: Many, live: Live, repeated: bool) -> Live:
        """A repeated group; it has to be plain where each of its rounds ends."""
        again = item.most > 1
        inside = self.sequence(item.body, live, repeated=repeated or again)
        if again and _length(item.body) is None and not self._separated(item.body):
            fault = (
                "repeats a part with a choice or a repetition in it, and no character of its own"
            )
            self.faults.append(f"{fault} tells where it begins or ends")
        if again and self._without(Many(0, 1, item.body), live):
            # A round may also take text from before the group, as often as there are rounds.
            inside = self.sequence(item.body, inside, repeated=True)
        return inside if item.least > 0 else _union([live, inside])

    def _separated(self, body: Sequence[Item]) -> bool:
        """Whether a character that nothing else matches begins or ends each round."""
        for mark, others in ((body[0], body[1:]), (body[-1], body[:-1])):
            if isinstance(mark, One) and not any(self._overlap(mark, each) for each in others):
                return True
        return False

    def _told_apart(self, item: Or) -> str | None:
        """Why the first character does not say which branch it is, if it does not."""
        firsts = [branch[0] if branch else None for branch in item.branches]
        ones = [first for first in firsts if isinstance(first, One)]
        if len(ones) < len(firsts):
            return "of which a part does not begin with a single character"
        for first, second in combinations(ones, 2):
            if self._overlap(first, second):
                return f"of which two parts can begin with {self._sample(first, second)}"
        return None

    def _overlap(self, first: Item, second: Item) -> bool:
        return bool(self._alphabet.of(first) & self._alphabet.of(second))


def _union(ends: Iterable[Live]) -> Live:
    return tuple({id(item): item for live in ends for item in live}.values())


def _length(items: Sequence[Item]) -> int | None:
    """How many characters a part matches, if it has neither a choice nor a repetition."""
    total = 0
    for item in items:
        if isinstance(item, One):
            total += 1
        elif isinstance(item, Many) and item.least == item.most:
            inner = _length(item.body)
            if inner is None:
                return None
            total += inner * item.most
        else:
            return None
    return total
