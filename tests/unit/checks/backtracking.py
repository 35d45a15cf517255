"""How many steps a backtracking matcher takes, such as Python's and JavaScript's are."""

import re
from re import _constants as ops  # type: ignore[attr-defined, unused-ignore]  # typeshed leaves it out
from re import _parser as parser  # type: ignore[attr-defined, unused-ignore]
from typing import Any

_CLASSES = {
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_WORD: r"\W",
}


def steps(pattern: str, text: str) -> int:
    """The steps of a full match; every way is tried until one fits or none is left."""
    program: list[tuple[str, Any, Any]] = []
    _write(list(parser.parse(pattern)), program)
    program.append(("end", None, None))
    taken, ways = 0, [(0, 0)]
    while ways:
        line, at = ways.pop()
        while True:
            taken += 1
            kind, one, other = program[line]
            if kind == "end":
                if at == len(text):
                    return taken
                break
            if kind == "fork":
                ways.append((other, at))
                line = one
            elif kind == "go":
                line = one
            elif at < len(text) and _is_taken(one, other, text[at]):
                line, at = line + 1, at + 1
            else:
                break
    return taken


def _write(items: list[Any], program: list[tuple[str, Any, Any]]) -> None:
    for kind, value in items:
        if kind is ops.SUBPATTERN:
            _write(list(value[3]), program)
        elif kind is ops.BRANCH:
            _write_branches(value[1], program)
        elif kind is ops.MAX_REPEAT:
            least, most, body = value
            for _ in range(least):
                _write(list(body), program)
            _write_more(list(body), None if most is ops.MAXREPEAT else most - least, program)
        elif kind is not ops.AT:  # `^` and `$` say nothing new where all of a text has to match
            program.append(("one", kind, value))


def _write_branches(branches: list[Any], program: list[tuple[str, Any, Any]]) -> None:
    ends = []
    for branch in branches[:-1]:
        fork = len(program)
        program.append(("fork", fork + 1, None))
        _write(list(branch), program)
        ends.append(len(program))
        program.append(("go", None, None))
        program[fork] = ("fork", fork + 1, len(program))
    _write(list(branches[-1]), program)
    for end in ends:
        program[end] = ("go", len(program), None)


def _write_more(body: list[Any], times: int | None, program: list[tuple[str, Any, Any]]) -> None:
    """A part as often as possible, up to so many times."""
    forks = []
    for _ in range(1 if times is None else times):
        forks.append(len(program))
        program.append(("fork", len(program) + 1, None))
        _write(body, program)
    if times is None:
        program.append(("go", forks[0], None))
    for fork in forks:
        program[fork] = ("fork", fork + 1, len(program))


def _is_taken(kind: Any, value: Any, character: str) -> bool:
    if kind is ops.ANY:
        return character != "\n"
    if kind is ops.LITERAL:
        return bool(value == ord(character))
    if kind is ops.NOT_LITERAL:
        return bool(value != ord(character))
    if kind is ops.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    if kind is ops.CATEGORY:
        return re.match(_CLASSES[value], character) is not None
    assert kind is ops.IN, kind
    negated = value[0][0] is ops.NEGATE
    return any(_is_taken(k, v, character) for k, v in value[negated:]) is not negated
