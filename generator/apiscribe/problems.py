"""One way to say what is wrong, and where.

Every stage adds to a `Problems`; what is in it at the end of a stage is raised as
one `SpecError`, so that a run names all problems that can be known, not the first.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_LONGEST_QUOTE = 60


class Position(NamedTuple):
    """A place in a file; lines and columns count from one."""

    file: str
    """The path as the user would type it: below the spec directory that they gave."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}:{self.column}"


class Problem(NamedTuple):
    position: Position
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.position}: {self.rule}: {self.message}"


@dataclass(slots=True)
class Problems:
    """Collects problems; the same one found twice is one."""

    _found: set[Problem] = field(default_factory=set)

    def add(self, position: Position, rule: str, message: str) -> None:
        self._found.add(Problem(position, rule, message))

    def update(self, problems: Iterable[Problem]) -> None:
        self._found.update(problems)

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Problem]:
        """By file, line and column."""
        return iter(sorted(self._found))

    def raise_any(self) -> None:
        if self._found:
            raise SpecError(self)


class SpecError(Exception):
    """The spec cannot be compiled; holds every problem found, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def quoted(word: object) -> str:
    """A word of the spec, as a message shows it: on one line, and not at any length."""
    text = printable(str(word)) or '""'
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    return f"`{text}`"


def printable(text: str) -> str:
    """Text with whatever could break a line or a terminal written as an escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def enumerated(words: Iterable[object], last: str = "or") -> str:
    """`a`, `b` or `c`."""
    *others, end = [quoted(word) for word in words]
    return f"{', '.join(others)} {last} {end}" if others else end


def did_you_mean_a_part(path: str, candidates: Iterable[str], between: str) -> str:
    """As `did_you_mean`, of what is made of parts, all but one of which are as they were meant."""
    parts = path.split(between)
    near: dict[str, str] = {}
    for candidate in candidates:
        others = candidate.split(between)
        differing = [i for i, (a, b) in enumerate(zip(parts, others, strict=False)) if a != b]
        if len(parts) == len(others) and len(differing) == 1:
            (index,) = differing
            if did_you_mean(parts[index], [others[index]]):
                near[candidate] = candidate
    return did_you_mean(path, near)


def did_you_mean(word: object, candidates: Iterable[object]) -> str:
    """The end of a message about an unknown word: the known one that is closest, if any."""
    known = {str(candidate): candidate for candidate in candidates}
    text = str(word)[: 2 * _LONGEST_QUOTE]  # difflib takes quadratic time
    is_text = isinstance(known.get(text), str)
    if text in known and is_text != isinstance(word, str):  # 4, and "4"
        return f"; there it is a {'text, in' if is_text else 'number, without'} quotes"
    close = difflib.get_close_matches(text, known, n=1, cutoff=0.6)
    if not close:
        folded = {name.casefold(): name for name in known}
        close = [folded[text.casefold()]] if text.casefold() in folded else []
    return f"; did you mean {quoted(close[0])}?" if close else ""


def in_words(value: object, *, null: str, mapping: str) -> str:
    """A value of YAML or JSON in a message, where each has its own words for two of them."""
    match value:
        case None:
            return null
        case bool():
            return f"`{str(value).lower()}`"
        case int() | float():
            return f"the number {quoted(value)}"
        case str():
            return f"the text {quoted(value)}"
        case list():
            return "a list"
        case _:
            return mapping


def counted(number: float, what: str) -> str:
    """So many of something: `1 item`, `2 items`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
