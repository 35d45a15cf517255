"""Whether a regular expression is valid, and matched in time that grows as the text does.

Patterns of the spec are run on whatever a caller, or a client of the stub, sends, and not
only by Python. `dialect` asks whether all back ends understand one, `ambiguity` whether there
are more and more ways to match a text as it grows.

    [a-z]+(?:-[a-z]+)*     taken: each round begins with a `-`, which nothing else matches
    (?:[a-z]+-?)+          refused: where one round ends and the next begins is open
    (?:ab)*(?:ab)*c        refused: where the first part ends and the second begins is open
    .*@.*                  refused: the first part can take the `@` as well
    [^@]*@.*               taken
"""

from __future__ import annotations

from apiscribe.checks.ambiguity import ambiguity
from apiscribe.checks.dialect import Alphabet, One, parsed
from apiscribe.checks.positions import MOST, Positions, TooLarge
from apiscribe.problems import quoted


def regex_fault(pattern: str) -> str | None:
    """What is wrong with a pattern; None if it can be used."""
    tree = parsed(pattern)
    if isinstance(tree, str):
        return tree
    automaton, alphabet = Positions(MOST + len(pattern)), Alphabet(tree)
    try:
        automaton.read(tree)
    except TooLarge:
        return "has too many characters once its counts are written out; count less"
    if automaton.repeats_empty:
        return "repeats a part that may be empty; let each round have a character at least"
    text = ambiguity(automaton, [alphabet.of(item) for item in automaton.items])
    if text is None:
        return None
    return (
        f"has repetitions that can share one text in many ways, such as {quoted(text)} over and"
        " over; let a character that only one of them takes tell where each begins"
    )


def characters_fault(allowed: str) -> str | None:
    """What is wrong with the inside of a character class."""
    tree = parsed(f"[{allowed}]")
    if isinstance(tree, str):
        return tree
    # Only Python takes a `]` that comes first for a character.
    if len(tree) == 1 and isinstance(tree[0], One) and allowed.lstrip("^")[:1] != "]":
        return None
    return r"ends its own character class; write `\]` for the character"
